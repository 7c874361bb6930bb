/** What the doctor asks the database, each answer a line a thing. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import { promiseMinutes } from '../delivery/audit.ts';
import { passedOnCode } from '../delivery/passedOn.ts';
import type { Finding } from './doctor.ts';

export type Check = Omit<Finding, 'amiss'> & { find: (db: Kysely<Database>) => Promise<string[]> };

export async function findings(db: Kysely<Database>, checks: readonly Check[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { find, ...check } of checks) found.push({ ...check, amiss: shortened(await find(db)) });
  return found;
}

const linesMax = 20;

function shortened(lines: string[]): string[] {
  if (lines.length <= linesMax) return lines;
  return [...lines.slice(0, linesMax), `… and ${lines.length - linesMax} more`];
}

export async function unreachable(db: Kysely<Database>): Promise<string[]> {
  const rooms = await db
    .selectFrom('room as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .select(['r.platform', 'r.title', 'r.chat_id', 'a.code', 'r.unreachable_at', 'r.unreachable_reason'])
    .where('r.unreachable_at', 'is not', null)
    .where('r.closed_at', 'is', null)
    .orderBy('r.id')
    .execute();
  const accounts = await db
    .selectFrom('account as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.platform', 'p.name', 'c.unreachable_at', 'c.unreachable_reason'])
    .where('c.unreachable_at', 'is not', null)
    .where('p.left_at', 'is', null)
    .orderBy('c.id')
    .execute();
  return [
    ...rooms.map(
      (room) => `room ${room.title || room.chat_id} of ${room.code} (${room.platform}): ${since(room)}`,
    ),
    ...accounts.map((account) => `${account.name} (${account.platform}): ${since(account)}`),
  ];
}

/** Rooms in which nobody has answered since they were bound. */
export async function unprovenRooms(db: Kysely<Database>): Promise<string[]> {
  const rooms = await db
    .selectFrom('room as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .innerJoin('active_platform as active', 'active.platform', 'r.platform')
    .select(['r.platform', 'r.title', 'r.chat_id', 'a.code', 'r.bound_at'])
    .where('r.proven_at', 'is', null)
    .where('r.closed_at', 'is', null)
    .orderBy('r.id')
    .execute();
  return rooms.map(
    (room) =>
      `room ${room.title || room.chat_id} of ${room.code} (${room.platform}): bound ${String(room.bound_at)}, answered by nobody yet`,
  );
}

function since(row: { unreachable_at: Temporal.Instant | null; unreachable_reason: string | null }): string {
  return `${row.unreachable_reason ?? 'no reason given'}, since ${String(row.unreachable_at)}`;
}

/** By kind and code. Index: notification_failed_idx. */
export function failedMessages(from: Temporal.Instant): Check['find'] {
  return async (db) => {
    const rows = await db
      .selectFrom('notification')
      .select(({ fn }) => [
        'kind',
        'failure_code',
        fn.countAll<number>().as('count'),
        fn.max('failed_at').as('last'),
        fn.max('id').as('id'),
      ])
      .where('status', '=', 'failed')
      .where('failed_at', '>=', from)
      .where('failure_code', '<>', passedOnCode)
      .groupBy(['kind', 'failure_code'])
      .orderBy('kind')
      .execute();
    return rows.map(
      (row) =>
        `${row.count} × ${row.kind}: ${row.failure_code}, last ${String(row.last)} (notification ${row.id})`,
    );
  };
}

/** Index: notification_unsettled_idx. */
export function lateMessages(now: Temporal.Instant): Check['find'] {
  return async (db) => {
    const rows = await db
      .selectFrom('notification')
      .select(['id', 'kind', 'send_at', 'attempts', 'failure_code'])
      .where('status', '=', 'pending')
      .where('send_at', '<=', now.subtract({ minutes: promiseMinutes }))
      .orderBy('send_at')
      .execute();
    return rows.map(
      (row) =>
        `notification ${row.id} (${row.kind}), due ${String(row.send_at)}: ` +
        `${row.attempts} attempts, ${row.failure_code ?? 'not tried'}`,
    );
  };
}

/** People with a role, whom no message reaches directly. */
export async function lonelyPeople(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('person as p')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['p.name', 'a.code'])
    .where('p.left_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('person_role as r').select('r.id').whereRef('r.person_id', '=', 'p.id')),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('account as c')
            .innerJoin('active_platform as active', 'active.platform', 'c.platform')
            .select('c.id')
            .whereRef('c.person_id', '=', 'p.id'),
        ),
      ),
    )
    .orderBy('p.id')
    .execute();
  return rows.map(
    (row) => `${row.name}${row.code ? ` (${row.code})` : ''} has no account on a platform in use`,
  );
}
