/** Living cards: messages that show a task and change with it. A card is a projection, not a message: mark it dirty, and
 *  delivery draws the latest state once, however many changes there were. */
import type { MessageRef, PlatformName } from '../chat/place.ts';
import type { Trx } from '../database/transaction.ts';

/** The task has changed: every card that shows it is drawn anew. */
export async function touchLiveCards(
  trx: Trx,
  now: Temporal.Instant,
  taskIds: readonly number[],
): Promise<void> {
  if (taskIds.length === 0) return;
  await trx
    .updateTable('live_card')
    .set({ dirty_at: now, next_try_at: now, attempts: 0 })
    .where('task_id', 'in', [...taskIds])
    .where('gone_at', 'is', null)
    .execute();
}

/** This message shows the task from now on. `for`: whose eyes it was drawn for. */
export async function rememberLiveCard(
  trx: Trx,
  now: Temporal.Instant,
  card: {
    taskId: number;
    platform: PlatformName;
    message: MessageRef;
    for: { roomId: number } | { personId: number };
  },
): Promise<void> {
  const { taskId, platform, message } = card;
  await trx
    .insertInto('live_card')
    .values({
      task_id: taskId,
      platform,
      chat_id: message.chatId,
      thread_id: message.threadId,
      message_id: message.messageId,
      room_id: 'roomId' in card.for ? card.for.roomId : null,
      person_id: 'personId' in card.for ? card.for.personId : null,
      shown_at: now,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'chat_id', 'message_id']).doNothing())
    .execute();
}

/** The task a message of the bot shows, if it is a living card. */
export async function taskOfMessage(
  trx: Trx,
  platform: PlatformName,
  message: MessageRef,
): Promise<number | null> {
  const row = await trx
    .selectFrom('live_card')
    .select('task_id')
    .where('platform', '=', platform)
    .where('chat_id', '=', message.chatId)
    .where('message_id', '=', message.messageId)
    .executeTakeFirst();
  return row?.task_id ?? null;
}
