/** Notes that a room or account takes no messages. */
import type { Trx } from '../database/transaction.ts';
import { markAccountUnreachable, markRoomUnreachable } from '../people/reachability.ts';
import type { Way } from './ways.ts';

export async function markUnreachable(
  trx: Trx,
  now: Temporal.Instant,
  mark: Way['mark'],
  reason: string,
): Promise<void> {
  if ('roomId' in mark) await markRoomUnreachable(trx, now, mark.roomId, reason);
  else await markAccountUnreachable(trx, now, mark.accountId, reason);
}
