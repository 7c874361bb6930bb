/** Which of several instances polls: Telegram answers only one. Whoever holds the row keeps it by renewing it; when that
 *  one dies, the row runs out and another takes it. */
import { type Kysely, sql } from 'kysely';
import type { TelegramTables } from './tables.ts';

export const renewEveryMs = 5_000;
/** Renewed three times in this span, so that a slow database does not cost the lease. */
const leaseMs = 15_000;

/** True: `holder` polls until `leaseMs` from now. */
export async function takeLease(
  db: Kysely<TelegramTables>,
  now: Temporal.Instant,
  holder: string,
): Promise<boolean> {
  const taken = await db
    .insertInto('telegram_poller')
    .values({ holder, held_until: now.add({ milliseconds: leaseMs }) })
    .onConflict((conflict) =>
      conflict
        .column('the_one')
        .doUpdateSet(({ ref }) => ({ holder, held_until: ref('excluded.held_until') }))
        .where(sql<boolean>`telegram_poller.holder = ${holder} or telegram_poller.held_until <= ${now}`),
    )
    .returning('holder')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Another instance may go on at once. */
export async function leaveLease(db: Kysely<TelegramTables>, holder: string): Promise<void> {
  await db.deleteFrom('telegram_poller').where('holder', '=', holder).execute();
}
