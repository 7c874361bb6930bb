/** Writes `reminder_policy`. */
import type { Trx } from '../database/transaction.ts';
import type { ReminderPolicy } from './policy.ts';

export async function savePolicy(
  trx: Trx,
  now: Temporal.Instant,
  agencyId: number,
  policy: ReminderPolicy,
  by: number,
): Promise<void> {
  const values = {
    before_days: [...policy.beforeDays],
    on_the_day: policy.onTheDay,
    after_first_days: policy.afterFirstDays,
    after_every_days: policy.afterEveryDays,
    after_max_count: policy.afterMaxCount,
    at_time: policy.atTime,
    hours_start: policy.hours.start,
    hours_end: policy.hours.end,
    not_accepted_days: policy.notAcceptedDays,
    no_progress_days: policy.noProgressDays,
    escalate_head_days: policy.escalateHeadDays,
    escalate_leader_days: policy.escalateLeaderDays,
    changed_by: by,
    changed_at: now,
  };
  await trx
    .insertInto('reminder_policy')
    .values({ agency_id: agencyId, ...values })
    .onConflict((conflict) => conflict.column('agency_id').doUpdateSet(values))
    .execute();
}
