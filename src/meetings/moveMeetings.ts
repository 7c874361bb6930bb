/** Records follow their conversation when the platform gives it another id (Telegram, when a group becomes a supergroup). */
import type { PlatformName } from '../chat/place.ts';
import type { Trx } from '../database/transaction.ts';
import { updateConversation } from './meetingsStore.ts';

export function moveMeetings(
  trx: Trx,
  moved: { platform: PlatformName; from: string; to: string },
): Promise<void> {
  return updateConversation(trx, moved);
}
