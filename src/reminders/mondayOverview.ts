/** The counts and lists of a leader's Monday, for the work an agency owes and the work it has given. Read only. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export type Side = 'owed' | 'given';

export type Totals = {
  open: number;
  late: number;
  thisWeek: number;
  notAccepted: number;
  submitted: number;
};

/** Open assignments of the agency's departments, or of tasks it gave. One pass over them, by
 *  assignment_agency_open_idx or task_agency_open_idx. */
export function totalsOf(
  db: Kysely<Database>,
  side: Side,
  agencyId: number,
  now: Temporal.Instant,
  weekEnd: Temporal.Instant,
): Promise<Totals> {
  return openOf(db, side, agencyId)
    .select(({ fn }) => [
      fn.countAll<number>().as('open'),
      fn.countAll<number>().filterWhere('a.due_at', '<=', now).filterWhere('a.status', 'in', owed).as('late'),
      fn
        .countAll<number>()
        .filterWhere('a.due_at', '>', now)
        .filterWhere('a.due_at', '<=', weekEnd)
        .filterWhere('a.status', 'in', owed)
        .as('thisWeek'),
      fn.countAll<number>().filterWhere('a.status', '=', 'assigned').as('notAccepted'),
      fn.countAll<number>().filterWhere('a.status', '=', 'submitted').as('submitted'),
    ])
    .executeTakeFirstOrThrow();
}

/** Ids of the assignments longest overdue, or next due until `until`, over both sides. */
export async function firstAssignments(
  db: Kysely<Database>,
  agencyId: number,
  after: Temporal.Instant | null,
  until: Temporal.Instant,
  limit: number,
): Promise<number[]> {
  const of = (side: Side) => {
    const all = openOf(db, side, agencyId)
      .select(['a.id', 'a.due_at'])
      .where('a.status', 'in', owed)
      .where('a.due_at', '<=', until)
      .orderBy('a.due_at')
      .orderBy('a.id')
      .limit(limit);
    return (after ? all.where('a.due_at', '>', after) : all).execute();
  };
  const rows = [...(await of('owed')), ...(await of('given'))].sort(
    (a, b) => (a.due_at && b.due_at ? Temporal.Instant.compare(a.due_at, b.due_at) : 0) || a.id - b.id,
  );
  return [...new Set(rows.map((row) => row.id))].slice(0, limit);
}

const owed = ['assigned', 'accepted', 'returned'] as const;

function openOf(db: Kysely<Database>, side: Side, agencyId: number) {
  return db
    .selectFrom('assignment as a')
    .innerJoin('task as t', 't.id', 'a.task_id')
    .where('a.closed_at', 'is', null)
    .where('a.status', '!=', 'proposed')
    .where(side === 'owed' ? sql.ref<number>('a.agency_id') : sql.ref<number>('t.agency_id'), '=', agencyId)
    .$if(side === 'given', (query) => query.where('t.status', '=', 'open'));
}
