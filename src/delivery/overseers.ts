/** Who is told when messages do not arrive: officials and admins who can be written to. */
import type { Kysely } from 'kysely';
import type { RoleName } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import { leadersOf, officialsOf } from '../people/reach.ts';
import type { Recipient } from './recipient.ts';

/** Person ids of the agency's officials; without a reachable one its leaders. */
export async function reachableOfficials(db: Kysely<Database>, agencyId: number): Promise<number[]> {
  const officials = await reachable(db, (await officialsOf(db, [agencyId])).get(agencyId) ?? []);
  if (officials.length > 0) return officials;
  return await reachable(db, (await leadersOf(db, [agencyId])).get(agencyId) ?? []);
}

/** Person ids of those who run the bot, and with an agency also of its own admins. */
export async function reachableAdmins(db: Kysely<Database>, agencyId: number | null): Promise<number[]> {
  const rows = await db
    .selectFrom('person_role')
    .select('person_id')
    .distinct()
    .where('role', '=', 'admin' satisfies RoleName)
    .where((where) =>
      where.or([
        where('agency_id', 'is', null),
        ...(agencyId === null ? [] : [where('agency_id', '=', agencyId)]),
      ]),
    )
    .orderBy('person_id')
    .execute();
  return await reachable(
    db,
    rows.map((row) => row.person_id),
  );
}

/** Null: an admin who belongs to no agency. */
export async function agencyOf(db: Kysely<Database>, recipient: Recipient): Promise<number | null> {
  const row =
    'roomId' in recipient
      ? await db.selectFrom('room').select('agency_id').where('id', '=', recipient.roomId).executeTakeFirst()
      : await db
          .selectFrom('person')
          .select('agency_id')
          .where('id', '=', recipient.personId)
          .executeTakeFirst();
  return row?.agency_id ?? null;
}

/** Of these people, in the same order, those with an account that can be written to. */
async function reachable(db: Kysely<Database>, personIds: readonly number[]): Promise<number[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('account as c')
    .innerJoin('active_platform as active', 'active.platform', 'c.platform')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select('c.person_id')
    .where('c.person_id', 'in', [...personIds])
    .where('c.unreachable_at', 'is', null)
    .where('p.left_at', 'is', null)
    .execute();
  const usable = new Set(rows.map((row) => row.person_id));
  return personIds.filter((id) => usable.has(id));
}
