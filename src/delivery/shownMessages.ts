/** Messages of the bot that speak of something without being its living card: answers, and news that delivery sent. A reply
 *  under one of them is meant for what it speaks of. */
import { z } from 'zod';
import type { MessageRef, PlatformName } from '../chat/place.ts';
import { type Subject, subjectKinds } from '../chat/subject.ts';
import type { Trx } from '../database/transaction.ts';

/** An answer that was shown. Put in the place of an earlier one, the later counts. */
export async function rememberShown(
  trx: Trx,
  now: Temporal.Instant,
  shown: { subject: Subject; platform: PlatformName; message: MessageRef },
): Promise<void> {
  const { subject, platform, message } = shown;
  const speaksOf = { subject_kind: subject.kind, subject_id: subject.id, shown_at: now };
  await trx
    .insertInto('shown_message')
    .values({ platform, chat_id: message.chatId, message_id: message.messageId, ...speaksOf })
    .onConflict((conflict) => conflict.columns(['platform', 'chat_id', 'message_id']).doUpdateSet(speaksOf))
    .execute();
}

/** What an answer, or news that delivery sent, speaks of; null when that is nothing, or more than one task. */
export async function subjectSpokenOf(
  trx: Trx,
  platform: PlatformName,
  { chatId, messageId }: MessageRef,
): Promise<Subject | null> {
  const answer = await trx
    .selectFrom('shown_message')
    .select(['subject_kind as kind', 'subject_id as id'])
    .where('platform', '=', platform)
    .where('chat_id', '=', chatId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  if (answer) return answer;
  const news = await trx
    .selectFrom('notification as n')
    .innerJoin('notification_task as k', 'k.notification_id', 'n.id')
    .select('k.task_id')
    .distinct()
    .where('n.platform', '=', platform)
    .where('n.chat_id', '=', chatId)
    .where('n.message_id', '=', messageId)
    .limit(2)
    .execute();
  const [only] = news;
  if (only) return news.length === 1 ? { kind: 'task', id: only.task_id } : null;
  const other = await trx
    .selectFrom('notification')
    .select('facts')
    .where('platform', '=', platform)
    .where('chat_id', '=', chatId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return other ? (speaking.safeParse(other.facts).data?.subject ?? null) : null;
}

/** News about something else than tasks says in its facts what it is about. */
const speaking = z.object({ subject: z.object({ kind: z.enum(subjectKinds), id: z.int() }) });
