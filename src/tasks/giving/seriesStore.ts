/** The last task of each series, and which has to be followed by the next. A task that was cancelled ends its series. */
import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.ts';
import type { Trx } from '../../database/transaction.ts';

/** Recurring tasks whose deadline has come or which are completed, and which nothing follows yet; at most `limit`.
 *  Indexes: task_series_due_idx, task_series_completed_idx. */
export async function dueSeries(
  db: Kysely<Database>,
  now: Temporal.Instant,
  limit: number,
): Promise<number[]> {
  const due = await tails(db)
    .where('status', '<>', 'cancelled')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  const completed = await tails(db)
    .where('status', '=', 'completed')
    .orderBy('closed_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return [...new Set([...due, ...completed].map((row) => row.id))].slice(0, limit);
}

/** When the next occurrence has to be opened; a completed task waits for it since it was closed. */
export async function nextSeriesAt(db: Kysely<Database>): Promise<Temporal.Instant | null> {
  const due = await tails(db)
    .select('due_at')
    .where('status', '<>', 'cancelled')
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const completed = await tails(db)
    .select('closed_at')
    .where('status', '=', 'completed')
    .orderBy('closed_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const moments = [due?.due_at, completed?.closed_at].filter((at) => at instanceof Temporal.Instant);
  return moments.sort(Temporal.Instant.compare)[0] ?? null;
}

/** The row, held until the end of the transaction, when it is still the last of its series and due; else null. Another
 *  instance that holds it opens the next itself. */
export function lockDueTail(trx: Trx, now: Temporal.Instant, id: number) {
  return tails(trx)
    .selectAll()
    .where('id', '=', id)
    .where('status', '<>', 'cancelled')
    .where((where) => where.or([where('due_at', '<=', now), where('status', '=', 'completed')]))
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** The task in the middle of a series has its follower; the version stays, as nobody's work has changed. */
export async function markContinued(trx: Trx, id: number, by: number): Promise<void> {
  await trx.updateTable('task').set({ continued_by: by }).where('id', '=', id).execute();
}

/** The last task of the series that this one belongs to, when it still repeats. */
export async function tailOf(db: Kysely<Database>, taskId: number): Promise<number | null> {
  const row = await tails(db)
    .where('series_id', '=', db.selectFrom('task').select('series_id').where('id', '=', taskId))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

function tails(db: Kysely<Database>) {
  return db
    .selectFrom('task')
    .select('id')
    .where('recurrence', 'is not', null)
    .where('continued_by', 'is', null);
}
