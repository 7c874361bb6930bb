/** A whole part of a platform can be reached from now on, such as a workspace that has installed the app: what was given up for
 *  want of it is tried again, without waiting for everybody to speak first. */
import { type Kysely, sql } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Database } from '../database/tables.ts';
import { inTransaction } from '../database/transaction.ts';
import { sendRoomTest } from './roomTest.ts';

/** `idsBeginWith`: as those of its people and conversations do. `reason`: for which they were given up. Rooms there that nobody
 *  has proven yet get their test card. */
export async function reachableAgain(
  db: Kysely<Database>,
  now: Temporal.Instant,
  part: { platform: PlatformName; idsBeginWith: string; reason: string },
): Promise<void> {
  const { platform, idsBeginWith, reason } = part;
  const reached = { unreachable_at: null, unreachable_reason: null };
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('account')
      .set(reached)
      .where('platform', '=', platform)
      .where('unreachable_reason', '=', reason)
      .where(sql<boolean>`starts_with(user_id, ${idsBeginWith})`)
      .execute();
    const rooms = await trx
      .updateTable('room')
      .set(reached)
      .where('platform', '=', platform)
      .where('unreachable_reason', '=', reason)
      .where(sql<boolean>`starts_with(chat_id, ${idsBeginWith})`)
      .returning(['id', 'proven_at', 'closed_at'])
      .execute();
    for (const room of rooms) {
      if (room.proven_at === null && room.closed_at === null) await sendRoomTest(trx, now, room.id);
    }
  });
}
