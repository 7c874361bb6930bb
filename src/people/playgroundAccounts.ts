/** The playground's accounts and rooms: everybody and every unit has one there. */
import { type Kysely, sql } from 'kysely';
import type { RoleName } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';

export type Directory = {
  people: DirectoryPerson[];
  rooms: DirectoryRoom[];
};

type DirectoryPerson = {
  userId: string;
  name: string;
  agencyCode: string;
  agencyName: string;
  roles: RoleName[];
  /** Names of the departments that the person is a member of. */
  departments: string[];
  /** Of one of them. */
  head: boolean;
};

type DirectoryRoom = {
  chatId: string;
  title: string;
  agencyCode: string;
  /** Null: the agency's own room. */
  departmentCode: string | null;
  memberUserIds: string[];
};

/** Makes what is missing: a web account `person-<id>` for every person, a room `room-dept-<id>` for every open department
 *  and `room-agency-<id>` for every agency. These rooms are the bot's own pages and need no proof. Repeating it changes
 *  nothing. */
export async function ensurePlaygroundAccounts(trx: Trx, now: Temporal.Instant): Promise<void> {
  const statements = [
    sql`insert into account (person_id, platform, user_id, display_name, bound_at)
      select id, 'web', 'person-' || id, name, ${now} from person where left_at is null
      on conflict do nothing`,
    sql`insert into room (platform, chat_id, agency_id, department_id, title, bound_at, proven_at)
      select 'web', 'room-dept-' || d.id, d.agency_id, d.id, d.name || ' · ' || a.code, ${now}, ${now}
      from department d join agency a on a.id = d.agency_id where d.closed_at is null
      on conflict do nothing`,
    sql`insert into room (platform, chat_id, agency_id, title, bound_at, proven_at)
      select 'web', 'room-agency-' || id, id, name, ${now}, ${now} from agency
      on conflict do nothing`,
  ];
  for (const statement of statements) await statement.execute(trx);
}

/** Who and what there is on the playground, in the order in which it came to be. */
export async function playgroundDirectory(db: Kysely<Database>): Promise<Directory> {
  const people = await loadPeople(db);
  const rooms = await db
    .selectFrom('room as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .select(['r.chat_id', 'r.title', 'a.code', 'a.id as agencyId', 'd.code as departmentCode'])
    .select(['d.id as departmentId', 'd.name as departmentName', 'a.name as agencyName'])
    .where('r.platform', '=', 'web')
    .where('r.closed_at', 'is', null)
    .where('d.closed_at', 'is', null)
    .orderBy('a.id')
    .orderBy('d.id', (order) => order.asc().nullsFirst())
    .execute();
  return {
    people: people.map(({ personId, agencyId, departmentIds, ...person }) => person),
    rooms: rooms.map((room) => ({
      chatId: room.chat_id,
      title: room.departmentName === null ? room.agencyName : `${room.departmentName} · ${room.code}`,
      agencyCode: room.code,
      departmentCode: room.departmentCode,
      memberUserIds: people
        .filter((person) =>
          room.departmentId === null
            ? person.agencyId === room.agencyId
            : person.departmentIds.includes(room.departmentId),
        )
        .map((person) => person.userId),
    })),
  };
}

type LoadedPerson = DirectoryPerson & { personId: number; agencyId: number | null; departmentIds: number[] };

async function loadPeople(db: Kysely<Database>): Promise<LoadedPerson[]> {
  const rows = await db
    .selectFrom('account as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['c.user_id', 'p.id', 'p.name', 'a.id as agencyId', 'a.code', 'a.name as agencyName'])
    .where('c.platform', '=', 'web')
    .where('p.left_at', 'is', null)
    .orderBy('a.id')
    .orderBy('p.id')
    .execute();
  const roles = await db
    .selectFrom('person_role as r')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .select(['r.person_id', 'r.role', 'r.head', 'r.department_id', 'd.name'])
    .orderBy('r.id')
    .execute();
  const rolesOf = Map.groupBy(roles, (role) => role.person_id);
  return rows.map((row) => {
    const own = rolesOf.get(row.id) ?? [];
    return {
      personId: row.id,
      agencyId: row.agencyId,
      departmentIds: own.flatMap((role) => role.department_id ?? []),
      userId: row.user_id,
      name: row.name,
      agencyCode: row.code ?? '',
      agencyName: row.agencyName ?? '',
      roles: [...new Set(own.map((role) => role.role))],
      departments: own.flatMap((role) => role.name ?? []),
      head: own.some((role) => role.head),
    };
  });
}
