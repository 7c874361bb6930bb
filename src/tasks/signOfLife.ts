/** Words, a draft: whatever a department does on a task shows that it is at work, and reminders follow. */
import type { Trx } from '../database/transaction.ts';
import { replan } from '../reminders/replan.ts';
import { noteSignOfLife } from './store.ts';

export async function showLife(
  trx: Trx,
  now: Temporal.Instant,
  assignmentIds: readonly number[],
): Promise<void> {
  await noteSignOfLife(trx, assignmentIds, now);
  await replan(trx, now, assignmentIds);
}
