/** The minute of the reminders: what is due goes out, in batches of whole departments, so that one recipient gets one digest.
 *  (A leader of more departments than one batch holds gets one for each batch.) */
import type { Kysely } from 'kysely';
import type { Tick } from '../chat/feature.ts';
import type { Database } from '../database/tables.ts';
import { inTransaction } from '../database/transaction.ts';
import { type DueReminder, dueReminders, nextReminderAt } from './dueReminders.ts';
import { postpone } from './remindersStore.ts';
import { settleDue } from './settleDue.ts';

export const remindersTick: Tick = {
  name: 'reminders.due',
  nextAt: nextReminderAt,
  async run(db, now) {
    const failures: unknown[] = [];
    let last: DueReminder | null = null;
    for (;;) {
      const page: DueReminder[] = await dueReminders(db, now, last, pageMax);
      for (const batch of batchesOf(page)) await settleGuarded(db, now, batch, failures);
      last = page.at(-1) ?? last;
      if (page.length < pageMax) break;
    }
    if (failures.length > 0) {
      throw new AggregateError(failures, `${failures.length} reminders could not be settled`);
    }
  },
};

/** So many due rows (four numbers each) are held at once, and so many are settled in one transaction. */
const pageMax = 20_000;
const batchMax = 2000;

/** A reminder that cannot be settled is looked at again after this time. */
const retryMinutes = 60;

/** Whole agencies, then whole departments, as far as they fit. */
function batchesOf(page: readonly DueReminder[]): number[][] {
  const sorted = [...page].sort(
    (a, b) => a.agencyId - b.agencyId || a.departmentId - b.departmentId || a.assignmentId - b.assignmentId,
  );
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const department of Map.groupBy(sorted, (each) => each.departmentId).values()) {
    if (batch.length > 0 && batch.length + department.length > batchMax) {
      batches.push(batch);
      batch = [];
    }
    batch.push(...department.map((each) => each.assignmentId));
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** A batch that fails is halved until the one that is to blame stands alone: it is put off and reported, all others go out. */
async function settleGuarded(
  db: Kysely<Database>,
  now: Temporal.Instant,
  ids: readonly number[],
  failures: unknown[],
): Promise<void> {
  try {
    await inTransaction(db, (trx) => settleDue(trx, now, ids));
  } catch (error) {
    if (ids.length > 1) {
      const half = Math.ceil(ids.length / 2);
      await settleGuarded(db, now, ids.slice(0, half), failures);
      await settleGuarded(db, now, ids.slice(half), failures);
      return;
    }
    failures.push(new Error(`the reminder of assignment ${ids.join()} failed`, { cause: error }));
    await inTransaction(db, (trx) => postpone(trx, ids, now.add({ minutes: retryMinutes })));
  }
}
