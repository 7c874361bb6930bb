/** Keeps codes from being found by trying: after five wrong ones an account has to pause, longer each time. */
import type { Account } from '../chat/place.ts';
import type { Trx } from '../database/transaction.ts';

type Trier = Pick<Account, 'platform' | 'userId'>;

/** Until when the account has to wait; null: it may try. */
export async function pausedUntil(
  trx: Trx,
  now: Temporal.Instant,
  { platform, userId }: Trier,
): Promise<Temporal.Instant | null> {
  const failures = await trx
    .selectFrom('invitation_failure')
    .select(['failed_count', 'last_at'])
    .where('platform', '=', platform)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  if (!failures) return null;
  const until = failures.last_at.add({ minutes: pauseMinutes(failures.failed_count) });
  return Temporal.Instant.compare(until, now) > 0 ? until : null;
}

export async function recordFailure(
  trx: Trx,
  now: Temporal.Instant,
  { platform, userId }: Trier,
): Promise<void> {
  await trx
    .insertInto('invitation_failure')
    .values({ platform, user_id: userId, failed_count: 1, last_at: now })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'user_id']).doUpdateSet(({ eb, ref }) => ({
        failed_count: eb(ref('invitation_failure.failed_count'), '+', 1),
        last_at: now,
      })),
    )
    .execute();
}

export async function forgetFailures(trx: Trx, { platform, userId }: Trier): Promise<void> {
  await trx
    .deleteFrom('invitation_failure')
    .where('platform', '=', platform)
    .where('user_id', '=', userId)
    .execute();
}

/** None up to the fourth; then 1, 2, 4 … minutes, at most a day. */
export function pauseMinutes(failedCount: number): number {
  if (failedCount < freeTries) return 0;
  return Math.min(2 ** Math.min(failedCount - freeTries, 20), 24 * 60);
}

const freeTries = 5;
