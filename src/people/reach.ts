/** Whom a message for a department, its heads, its leaders or its officials goes to. */
import type { Kysely } from 'kysely';
import type { RoleName } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';

export type Recipient = { roomId: number } | { personId: number };

/** For each department: its open, reachable rooms on active platforms; without one its members that have a usable
 *  account, heads first; without those the rooms of its agency, and last the agency's officials and leaders. Empty only
 *  when the whole agency cannot be reached. Each department asked for has an entry. */
export async function departmentRecipients(
  db: Kysely<Database>,
  departmentIds: readonly number[],
): Promise<Map<number, Recipient[]>> {
  const found = new Map<number, Recipient[]>(departmentIds.map((id) => [id, []]));
  fillIn(found, await departmentRooms(db, missing(found)));
  fillIn(found, await departmentMembers(db, missing(found)));
  fillIn(found, await agencyRooms(db, missing(found)));
  fillIn(found, await agencyPeople(db, missing(found)));
  return found;
}

/** Ids of the persons at the head of each department; each department asked for has an entry. */
export async function headsOf(
  db: Kysely<Database>,
  departmentIds: readonly number[],
): Promise<Map<number, number[]>> {
  const heads = new Map<number, number[]>(departmentIds.map((id) => [id, []]));
  if (departmentIds.length === 0) return heads;
  const rows = await db
    .selectFrom('person_role as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.department_id', 'r.person_id'])
    .where('r.department_id', 'in', [...departmentIds])
    .where('r.head', '=', true)
    .where('p.left_at', 'is', null)
    .orderBy('r.id')
    .execute();
  for (const row of rows) heads.get(row.department_id ?? 0)?.push(row.person_id);
  return heads;
}

/** Ids of the leaders of each agency; each agency asked for has an entry. */
export function leadersOf(
  db: Kysely<Database>,
  agencyIds: readonly number[],
): Promise<Map<number, number[]>> {
  return holdersOf(db, 'leader', agencyIds);
}

/** Ids of the officials of each agency; each agency asked for has an entry. */
export function officialsOf(
  db: Kysely<Database>,
  agencyIds: readonly number[],
): Promise<Map<number, number[]>> {
  return holdersOf(db, 'official', agencyIds);
}

type Found = { departmentId: number; recipient: Recipient };

function missing(found: Map<number, Recipient[]>): number[] {
  return [...found].flatMap(([id, recipients]) => (recipients.length === 0 ? [id] : []));
}

function fillIn(found: Map<number, Recipient[]>, rows: readonly Found[]): void {
  for (const { departmentId, recipient } of rows) found.get(departmentId)?.push(recipient);
}

async function departmentRooms(db: Kysely<Database>, departmentIds: number[]): Promise<Found[]> {
  if (departmentIds.length === 0) return [];
  const rows = await openRooms(db)
    .select(['r.id', 'r.department_id'])
    .where('r.department_id', 'in', departmentIds)
    .execute();
  return rows.map((row) => ({ departmentId: row.department_id ?? 0, recipient: { roomId: row.id } }));
}

async function departmentMembers(db: Kysely<Database>, departmentIds: number[]): Promise<Found[]> {
  if (departmentIds.length === 0) return [];
  const rows = await reachableHolders(db)
    .select(['r.department_id', 'r.person_id'])
    .where('r.department_id', 'in', departmentIds)
    .orderBy('r.head', 'desc')
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({
    departmentId: row.department_id ?? 0,
    recipient: { personId: row.person_id },
  }));
}

async function agencyRooms(db: Kysely<Database>, departmentIds: number[]): Promise<Found[]> {
  if (departmentIds.length === 0) return [];
  const rows = await openRooms(db)
    .innerJoin('department as d', 'd.agency_id', 'r.agency_id')
    .select(['r.id', 'd.id as departmentId'])
    .where('r.department_id', 'is', null)
    .where('d.id', 'in', departmentIds)
    .execute();
  return rows.map((row) => ({ departmentId: row.departmentId, recipient: { roomId: row.id } }));
}

async function agencyPeople(db: Kysely<Database>, departmentIds: number[]): Promise<Found[]> {
  if (departmentIds.length === 0) return [];
  const rows = await reachableHolders(db)
    .innerJoin('department as d', 'd.agency_id', 'r.agency_id')
    .select(['d.id as departmentId', 'r.person_id'])
    .where('r.role', 'in', ['official', 'leader'])
    .where('d.id', 'in', departmentIds)
    .groupBy(['d.id', 'r.person_id'])
    .orderBy('r.person_id')
    .execute();
  return rows.map((row) => ({ departmentId: row.departmentId, recipient: { personId: row.person_id } }));
}

/** Rooms that can be written to. */
function openRooms(db: Kysely<Database>) {
  return db
    .selectFrom('room as r')
    .innerJoin('active_platform as active', 'active.platform', 'r.platform')
    .where('r.closed_at', 'is', null)
    .where('r.unreachable_at', 'is', null)
    .orderBy('r.id');
}

/** Roles of people who can be written to. */
function reachableHolders(db: Kysely<Database>) {
  return db
    .selectFrom('person_role as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .where('p.left_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('account as c')
          .innerJoin('active_platform as active', 'active.platform', 'c.platform')
          .select('c.id')
          .whereRef('c.person_id', '=', 'p.id')
          .where('c.unreachable_at', 'is', null),
      ),
    );
}

async function holdersOf(
  db: Kysely<Database>,
  role: RoleName,
  agencyIds: readonly number[],
): Promise<Map<number, number[]>> {
  const holders = new Map<number, number[]>(agencyIds.map((id) => [id, []]));
  if (agencyIds.length === 0) return holders;
  const rows = await db
    .selectFrom('person_role as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.agency_id', 'r.person_id'])
    .where('r.agency_id', 'in', [...agencyIds])
    .where('r.role', '=', role)
    .where('p.left_at', 'is', null)
    .orderBy('r.id')
    .execute();
  for (const row of rows) holders.get(row.agency_id ?? 0)?.push(row.person_id);
  return holders;
}
