/** What became of a message. Each function is called by whoever holds the row's lock. */
import type { MessageRef, PlatformName } from '../chat/place.ts';
import type { Subject } from '../chat/subject.ts';
import type { Trx } from '../database/transaction.ts';
import type { NotificationRow } from './claim.ts';
import { rememberLiveCard } from './liveCards.ts';
import { recipientOf } from './recipient.ts';

/** The platform has it: to be written after that and never before. */
export async function recordSent(
  trx: Trx,
  now: Temporal.Instant,
  row: NotificationRow,
  { platform, message }: { platform: PlatformName; message: MessageRef },
  live: { subject: Subject; drawnAt: number } | null,
): Promise<void> {
  await trx
    .updateTable('notification')
    .set({
      status: 'sent',
      sent_at: now,
      attempts: row.attempts + 1,
      platform,
      chat_id: message.chatId,
      thread_id: message.threadId,
      message_id: message.messageId,
      failure_code: null,
    })
    .where('id', '=', row.id)
    .execute();
  if (live) await rememberLiveCard(trx, now, { ...live, platform, message, for: recipientOf(row) });
}

export async function recordRetry(
  trx: Trx,
  row: NotificationRow,
  { attempts, code, at }: { attempts: number; code: string; at: Temporal.Instant },
): Promise<void> {
  await trx
    .updateTable('notification')
    .set({ attempts, failure_code: code, next_try_at: at })
    .where('id', '=', row.id)
    .where('status', '=', 'pending')
    .execute();
}

export async function recordFailed(
  trx: Trx,
  now: Temporal.Instant,
  row: NotificationRow,
  code: string,
): Promise<void> {
  await trx
    .updateTable('notification')
    .set({ status: 'failed', attempts: row.attempts + 1, failure_code: code, failed_at: now })
    .where('id', '=', row.id)
    .where('status', '=', 'pending')
    .execute();
}
