/** What /donvi shows of agencies, departments and people: one query a kind, nothing decided. */
import type { Kysely } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { RoleName } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';

export type AgencyView = {
  id: number;
  code: string;
  name: string;
  aliases: AliasView[];
  departments: DepartmentLine[];
  /** Names by role. */
  leaders: string[];
  officials: string[];
  admins: string[];
  rooms: RoomView[];
};

type DepartmentLine = {
  id: number;
  code: string;
  name: string;
  closed: boolean;
  heads: string[];
  memberCount: number;
  roomCount: number;
  unprovenCount: number;
};

export type DepartmentView = {
  id: number;
  agencyId: number;
  agencyCode: string;
  code: string;
  name: string;
  closed: boolean;
  aliases: AliasView[];
  members: MemberView[];
  rooms: RoomView[];
};

export type AliasView = { id: number; alias: string; formerUntil: Temporal.PlainDate | null };
type MemberView = { personId: number; name: string; head: boolean; hasAccount: boolean };
/** `proven`: somebody there answered the test card. `reachable`: the platform took what was last sent there. */
export type RoomView = {
  id: number;
  platform: PlatformName;
  title: string;
  proven: boolean;
  reachable: boolean;
};

export async function loadAgencyView(db: Kysely<Database>, agencyId: number): Promise<AgencyView | null> {
  const agency = await db
    .selectFrom('agency')
    .select(['id', 'code', 'name'])
    .where('id', '=', agencyId)
    .executeTakeFirst();
  if (!agency) return null;
  const departments = await db
    .selectFrom('department')
    .select(['id', 'code', 'name', 'closed_at'])
    .where('agency_id', '=', agencyId)
    .orderBy('id')
    .execute();
  const roles = await db
    .selectFrom('person_role as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.role', 'r.department_id', 'r.head', 'p.name'])
    .where('r.agency_id', '=', agencyId)
    .where('p.left_at', 'is', null)
    .orderBy('r.id')
    .execute();
  const rooms = await roomsOf(db, agencyId);
  const membersOf = Map.groupBy(roles, (row) => row.department_id);
  const named = (role: RoleName) => roles.filter((row) => row.role === role).map((row) => row.name);
  return {
    ...agency,
    aliases: await aliasesOf(db, agencyId, null),
    departments: departments.map(({ id, code, name, closed_at: closedAt }) => {
      const members = membersOf.get(id) ?? [];
      const own = rooms.filter((room) => room.departmentId === id);
      return {
        id,
        code,
        name,
        closed: closedAt !== null,
        heads: members.filter((row) => row.head).map((row) => row.name),
        memberCount: members.length,
        roomCount: own.length,
        unprovenCount: own.filter((room) => !room.proven).length,
      };
    }),
    leaders: named('leader'),
    officials: named('official'),
    admins: named('admin'),
    rooms: rooms.filter((room) => room.departmentId === null),
  };
}

export async function loadDepartmentView(
  db: Kysely<Database>,
  departmentId: number,
): Promise<DepartmentView | null> {
  const department = await db
    .selectFrom('department as d')
    .innerJoin('agency as a', 'a.id', 'd.agency_id')
    .select(['d.id', 'd.agency_id as agencyId', 'a.code as agencyCode', 'd.code', 'd.name', 'd.closed_at'])
    .where('d.id', '=', departmentId)
    .executeTakeFirst();
  if (!department) return null;
  const { closed_at: closedAt, ...rest } = department;
  const members = await db
    .selectFrom('person_role as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['p.id as personId', 'p.name', 'r.head'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('account as c').select('c.id').whereRef('c.person_id', '=', 'p.id')).as('bound'),
    )
    .where('r.department_id', '=', departmentId)
    .where('p.left_at', 'is', null)
    .orderBy('r.head', 'desc')
    .orderBy('p.id')
    .execute();
  const rooms = await roomsOf(db, rest.agencyId);
  return {
    ...rest,
    closed: closedAt !== null,
    aliases: await aliasesOf(db, rest.agencyId, departmentId),
    members: members.map(({ bound, ...member }) => ({ ...member, hasAccount: Boolean(bound) })),
    rooms: rooms.filter((room) => room.departmentId === departmentId),
  };
}

/** Codes and names of all agencies. */
export function loadAgencies(db: Kysely<Database>): Promise<{ id: number; code: string; name: string }[]> {
  return db.selectFrom('agency').select(['id', 'code', 'name']).orderBy('id').execute();
}

function aliasesOf(
  db: Kysely<Database>,
  agencyId: number,
  departmentId: number | null,
): Promise<AliasView[]> {
  return db
    .selectFrom('unit_alias')
    .select(['id', 'alias', 'former_until as formerUntil'])
    .where('agency_id', '=', agencyId)
    .where('department_id', 'is not distinct from', departmentId)
    .orderBy('id')
    .execute();
}

async function roomsOf(
  db: Kysely<Database>,
  agencyId: number,
): Promise<(RoomView & { departmentId: number | null })[]> {
  const rows = await db
    .selectFrom('room')
    .select(['id', 'platform', 'title', 'chat_id', 'department_id as departmentId'])
    .select(['proven_at', 'unreachable_at'])
    .where('agency_id', '=', agencyId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, platform, title, chat_id: chatId, departmentId, ...row }) => ({
    id,
    platform,
    title: title || chatId,
    departmentId,
    proven: row.proven_at !== null,
    reachable: row.unreachable_at === null,
  }));
}
