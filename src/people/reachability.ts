/** Whether accounts and rooms can be reached: platforms tell, when a message is refused; people tell, when they speak. */
import type { Account, Place } from '../chat/place.ts';
import type { Trx } from '../database/transaction.ts';

/** Whoever speaks can be reached again, and so can the room they speak in. */
export async function markReachable(trx: Trx, account: Account, place: Place): Promise<void> {
  const reached = { unreachable_at: null, unreachable_reason: null };
  await trx
    .updateTable('account')
    .set(reached)
    .where('platform', '=', account.platform)
    .where('user_id', '=', account.userId)
    .where('unreachable_at', 'is not', null)
    .execute();
  if (place.private) return;
  await trx
    .updateTable('room')
    .set(reached)
    .where('platform', '=', place.platform)
    .where('chat_id', '=', place.chatId)
    .where('unreachable_at', 'is not', null)
    .execute();
}

/** Nothing can be sent there until somebody mends it, for instance because the bot was put out of the room. */
export async function markRoomUnreachable(
  trx: Trx,
  now: Temporal.Instant,
  roomId: number,
  reason: string,
): Promise<void> {
  await trx
    .updateTable('room')
    .set({ unreachable_at: now, unreachable_reason: reason })
    .where('id', '=', roomId)
    .where('unreachable_at', 'is', null)
    .execute();
}

/** Likewise for a person's account, for instance because the bot was blocked. */
export async function markAccountUnreachable(
  trx: Trx,
  now: Temporal.Instant,
  accountId: number,
  reason: string,
): Promise<void> {
  await trx
    .updateTable('account')
    .set({ unreachable_at: now, unreachable_reason: reason })
    .where('id', '=', accountId)
    .where('unreachable_at', 'is', null)
    .execute();
}

/** Messages are tried there again, because somebody has mended something or wants to know. What a proof said of the room
 *  before has been refuted. */
export async function tryRoomAgain(trx: Trx, roomId: number): Promise<void> {
  await trx
    .updateTable('room')
    .set({ unreachable_at: null, unreachable_reason: null, proven_at: null, proven_by: null })
    .where('id', '=', roomId)
    .where('unreachable_at', 'is not', null)
    .execute();
}
