/** Writes `urge`: who urged which department about which task, once a day. */
import type { Trx } from '../database/transaction.ts';

export type NewUrge = {
  taskId: number;
  departmentId: number;
  /** On which it arrives, in the zone of the department's agency. */
  day: Temporal.PlainDate;
  by: number;
  words: string | null;
};

/** Null: an urging of that day is there already. */
export async function saveUrge(trx: Trx, now: Temporal.Instant, urge: NewUrge): Promise<number | null> {
  const row = await trx
    .insertInto('urge')
    .values({
      task_id: urge.taskId,
      department_id: urge.departmentId,
      day: urge.day,
      urged_by: urge.by,
      urged_at: now,
      words: urge.words,
    })
    .onConflict((conflict) => conflict.columns(['task_id', 'department_id', 'day']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}
