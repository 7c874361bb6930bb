/** What people do in Telegram, in the core's words. Pure. */
import type { FileIn, Quoted, What } from '../../src/chat/incoming.ts';
import type { Account, MessageRef, Place } from '../../src/chat/place.ts';
import type { TelegramMessage, TelegramUser } from './updates.ts';

export type BotName = { id: number; username: string };

export function accountOf(user: TelegramUser): Account {
  return { platform: 'telegram', userId: String(user.id), displayName: nameOf(user) };
}

/** `message_thread_id` also stands on plain replies in supergroups; only in a topic it names a place of its own. */
export function placeOf(
  message: Pick<TelegramMessage, 'chat' | 'is_topic_message' | 'message_thread_id'>,
): Place {
  const { chat } = message;
  return {
    platform: 'telegram',
    chatId: String(chat.id),
    threadId: message.is_topic_message ? String(message.message_thread_id ?? '') : '',
    private: chat.type === 'private',
    title: chat.title ?? '',
  };
}

export function refOf(
  message: Pick<TelegramMessage, 'chat' | 'is_topic_message' | 'message_thread_id' | 'message_id'>,
): MessageRef {
  const { chatId, threadId } = placeOf(message);
  return { chatId, threadId, messageId: String(message.message_id) };
}

/** `files`: those of the message, or of the album it speaks for; `answeredFiles`: of the message it answers to. Null: a command
 *  meant for another bot. */
export function whatWasSaid(
  message: TelegramMessage,
  bot: BotName,
  files: FileIn[],
  answeredFiles: FileIn[] = [],
): What | null {
  const text = (message.text ?? message.caption ?? '').normalize('NFC').trim();
  const answered = answeredMessage(message);
  const replyTo = answered ? refOf(answered) : null;
  const command = /^\/([\p{L}\p{N}_]+)(?:@([A-Za-z0-9_]+))?(?:\s+|$)/u.exec(text);
  if (command?.[1]) {
    if (command[2] && command[2].toLowerCase() !== bot.username.toLowerCase()) return null;
    const line = text.slice(command[0].length);
    return {
      kind: 'command',
      word: command[1],
      line,
      replyTo,
      quoted: quotedOf(message, answeredFiles),
      files,
    };
  }
  if (message.chat.type === 'private' && message.forward_origin && text !== '') {
    // A forwarded message is what is to be done, not something said to the bot.
    const quoted = { text, by: originName(message), link: originLink(message) };
    return { kind: 'command', word: 'giao', line: '', replyTo: null, quoted, files };
  }
  const mention = new RegExp(`(?<![\\p{L}\\p{N}_])@${bot.username}(?![\\p{L}\\p{N}_])[\\s,:]*`, 'iu');
  const addressed = message.chat.type === 'private' || mention.test(text) || answered?.from?.id === bot.id;
  const said = text.replace(mention, '').trim();
  return { kind: 'message', text: said, addressed, replyTo, message: refOf(message), files };
}

/** In a topic every message answers to the one that opened it; that is no answer. */
export function answeredMessage({ reply_to_message: answered }: TelegramMessage) {
  return answered && answered.forum_topic_created === undefined ? answered : null;
}

function quotedOf(message: TelegramMessage, files: FileIn[]): Quoted | null {
  const answered = answeredMessage(message);
  if (!answered) return null;
  const text = message.quote?.text ?? answered.text ?? answered.caption ?? '';
  const by = answered.from ? nameOf(answered.from) : (answered.sender_chat?.title ?? '');
  const userId = answered.from ? { userId: String(answered.from.id) } : {};
  return { text, by, link: linkTo(answered), ...userId, ...(files.length > 0 ? { files } : {}) };
}

function originName({ forward_origin: origin }: TelegramMessage): string {
  if (origin?.sender_user) return nameOf(origin.sender_user);
  return origin?.sender_user_name ?? origin?.sender_chat?.title ?? origin?.chat?.title ?? '';
}

function originLink({ forward_origin: origin }: TelegramMessage): string | null {
  if (!origin?.chat || origin.message_id === undefined) return null;
  return linkTo({ chat: origin.chat, message_id: origin.message_id });
}

/** Only supergroups and channels have links; members open those of closed ones (core.telegram.org/api/links, "Private
 *  message links"; their ids are -100 and the number in the link). */
function linkTo({ chat, message_id: id }: Pick<TelegramMessage, 'chat' | 'message_id'>): string | null {
  if (chat.username && chat.type !== 'private') return `https://t.me/${chat.username}/${id}`;
  const inner = /^-100(\d+)$/.exec(String(chat.id));
  return inner ? `https://t.me/c/${inner[1]}/${id}` : null;
}

function nameOf({ first_name: first, last_name: last }: TelegramUser): string {
  return last ? `${first} ${last}` : first;
}
