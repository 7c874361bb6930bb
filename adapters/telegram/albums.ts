/** Several files sent at once come as several messages with one `media_group_id`, and nothing says which is the last. They
 *  are stored until it has been quiet for a moment, then taken as one; a restart in between loses none. */
import type { TelegramDeps } from './deps.ts';
import type { Said } from './messages.ts';
import type { InOrder } from './order.ts';
import { messageShape, type TelegramMessage } from './updates.ts';

/** How long after the last message an album counts as whole. Telegram hands its messages out together. */
const quietMs = 1_500;
const attemptsMax = 5;

export function createAlbums(
  { db, machineNow, log }: Pick<TelegramDeps, 'db' | 'machineNow' | 'log'>,
  inOrder: InOrder,
  take: (said: Said) => Promise<void>,
  stop: AbortSignal,
) {
  const waiting = new Map<string, NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  const failures = new Map<string, number>();

  function takeWhenQuiet(chatId: string, groupId: string): void {
    if (stop.aborted) return;
    const key = `${chatId} ${groupId}`;
    clearTimeout(waiting.get(key));
    const timer = setTimeout(() => {
      waiting.delete(key);
      const work = inOrder(chatId, () => takeQuiet(chatId, groupId));
      underWay.add(work);
      work.finally(() => underWay.delete(work));
    }, quietMs);
    waiting.set(key, timer);
  }

  /** Never rejects. Another instance may be at the same album: the core does it once. */
  async function takeQuiet(chatId: string, groupId: string): Promise<void> {
    const rows = () =>
      db.selectFrom('telegram_album').where('chat_id', '=', chatId).where('group_id', '=', groupId);
    try {
      if (stop.aborted) return;
      const parts = await rows().selectAll().orderBy('message_id').execute();
      const [first] = parts;
      if (!first) return;
      const quietSince = machineNow().subtract({ milliseconds: quietMs });
      if (parts.some((part) => Temporal.Instant.compare(part.came_at, quietSince) > 0)) {
        takeWhenQuiet(chatId, groupId);
        return;
      }
      await take({
        messages: parts.map((part) => messageShape.parse(part.message)),
        eventId: `album:${chatId}:${groupId}:${first.message_id}`,
        updateId: Math.max(...parts.map((part) => part.update_id)),
      });
      const taken = parts.map((part) => part.message_id);
      await db
        .deleteFrom('telegram_album')
        .where('chat_id', '=', chatId)
        .where('group_id', '=', groupId)
        .where('message_id', 'in', taken)
        .execute();
      failures.delete(`${chatId} ${groupId}`);
    } catch (err) {
      if (!stop.aborted) tryAgain(chatId, groupId, err);
    }
  }

  /** Not for ever: then it waits for the next start. */
  function tryAgain(chatId: string, groupId: string, err: unknown): void {
    const key = `${chatId} ${groupId}`;
    const count = (failures.get(key) ?? 0) + 1;
    failures.set(key, count);
    log.error({ err, chatId, groupId, count }, 'An album of Telegram failed');
    if (count < attemptsMax) takeWhenQuiet(chatId, groupId);
    else failures.delete(key);
  }

  return {
    /** Stored when it resolves: the update may be confirmed. */
    keep: async (message: TelegramMessage, groupId: string, updateId: number): Promise<void> => {
      const chatId = String(message.chat.id);
      await db
        .insertInto('telegram_album')
        .values({
          chat_id: chatId,
          group_id: groupId,
          message_id: message.message_id,
          update_id: updateId,
          message: JSON.stringify(message),
          came_at: machineNow(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      takeWhenQuiet(chatId, groupId);
    },

    /** What an earlier run of the bot did not come to. */
    takeLeft: async (): Promise<void> => {
      const left = await db
        .selectFrom('telegram_album')
        .select(['chat_id', 'group_id'])
        .distinct()
        .limit(leftMax)
        .execute();
      for (const { chat_id: chatId, group_id: groupId } of left) takeWhenQuiet(chatId, groupId);
    },

    /** After `stop`: what has been begun is finished, the rest stays stored. */
    settled: async (): Promise<void> => {
      for (const timer of waiting.values()) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}

/** More albums than people can have sent in the moment before a stop. */
const leftMax = 500;
