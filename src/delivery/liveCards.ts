/** Living cards: messages that show a task and change with it. A card is a projection, not a message: mark it dirty, and
 *  delivery draws the latest state once, however many changes there were. */
import { type Kysely, sql } from 'kysely';
import type { MessageRef, PlatformName } from '../chat/place.ts';
import type { Database } from '../database/tables.ts';
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
    .set({ dirty_at: now, next_try_at: now, attempts: 0, changes: sql`changes + 1` })
    .where('task_id', 'in', [...taskIds])
    .where('gone_at', 'is', null)
    .execute();
}

/** The last line of the task's history: every change adds one, so a card drawn before a change can be told from one drawn
 *  after it. 0 when nothing has happened yet. */
export async function lastEventOf(db: Kysely<Database>, taskId: number): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select(({ fn }) => fn.max('id').as('last'))
    .where('task_id', '=', taskId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** This message shows the task from now on. `for`: whose eyes it was drawn for. `drawnAt`: the task's last event when it was
 *  drawn; a card that was on its way while the task changed is drawn once more. */
export async function rememberLiveCard(
  trx: Trx,
  now: Temporal.Instant,
  card: {
    taskId: number;
    platform: PlatformName;
    message: MessageRef;
    for: { roomId: number } | { personId: number };
    drawnAt?: number;
  },
): Promise<void> {
  const { taskId, platform, message } = card;
  const outdated = card.drawnAt !== undefined && (await lastChange(trx, taskId)) !== card.drawnAt;
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
      ...(outdated ? { dirty_at: now, next_try_at: now } : {}),
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

/** Waits for a change that is being made: whoever changes a task holds its row, and marked the cards before this one was
 *  among them. */
async function lastChange(trx: Trx, taskId: number): Promise<number> {
  await trx.selectFrom('task').select('id').where('id', '=', taskId).forShare().execute();
  return lastEventOf(trx, taskId);
}
