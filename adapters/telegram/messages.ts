/** Takes what somebody wrote or sent: an answer to a form in progress, or something for the core. */
import type { What } from '../../src/chat/incoming.ts';
import type { Receive } from '../../src/chat/platform.ts';
import type { BotApi } from './api.ts';
import type { TelegramDeps } from './deps.ts';
import { accountOf, answeredMessage, type BotName, placeOf, whatWasSaid } from './events.ts';
import { filesOf, hasFiles, tooBigAmong } from './files.ts';
import { limits } from './limits.ts';
import { patiently } from './outbox.ts';
import { renderText } from './renderCard.ts';
import { type Asked, type ShowDeps, showAnswer, showOutcome } from './showAnswer.ts';
import type { TelegramMessage } from './updates.ts';

/** One message, or all of an album in their order. */
export type Said = {
  messages: readonly TelegramMessage[];
  /** The same when it is delivered again. */
  eventId: string;
  updateId: number;
};

export function createMessageTaker(parts: {
  deps: TelegramDeps;
  api: BotApi;
  bot: BotName;
  receive: Receive;
  show: ShowDeps;
  stop: AbortSignal;
}) {
  const { deps, api, bot, receive, show, stop } = parts;
  const { outbox, forms } = show;

  async function filesIn(messages: readonly TelegramMessage[], userId: string) {
    if (!messages.some(hasFiles)) return [];
    const names = await deps.wordsFor(userId);
    return filesOf(messages, { read: api.readFile, names, timeZone: deps.timeZone });
  }

  async function ofForm(what: What, message: TelegramMessage, asked: Asked) {
    if (what.kind === 'command') return await forms.commanded(what.word, what.line, asked);
    if (what.kind !== 'message') return null;
    const answered = answeredMessage(message);
    return await forms.typed(what.text, answered && String(answered.message_id), asked);
  }

  return async ({ messages, eventId, updateId }: Said): Promise<void> => {
    // An album has its words under one of its pictures.
    const message = messages.find(({ caption }) => caption !== undefined) ?? messages[0];
    if (!message?.from || message.chat.type === 'channel') return;
    const place = placeOf(message);
    const account = accountOf(message.from);
    const files = await filesIn(messages, account.userId);
    const answered = answeredMessage(message);
    const answeredFiles = answered ? await filesIn([answered], account.userId) : [];
    const what = whatWasSaid(message, bot, files, answeredFiles);
    if (!what) return;
    const replyTo = String(message.message_id);
    const asked: Asked = { place, account, updateId, replyTo, pressed: null, byPress: false };
    const say = async (text: string) => {
      const to = { chatId: place.chatId, threadId: place.threadId, replyTo: place.private ? null : replyTo };
      await patiently(() => outbox.text(to, renderText(text), []), stop);
    };
    const meant = what.kind === 'command' || (what.kind === 'message' && what.addressed);
    if (message.sender_chat || message.from.is_bot) {
      // Whoever speaks in the name of the group cannot be told from its other admins.
      if (meant) await say((await deps.wordsFor('')).anonymous);
      return;
    }
    const [tooBig] = tooBigAmong(files);
    if (tooBig && meant) {
      const words = await deps.wordsFor(account.userId);
      await say(words.fileTooBig(tooBig.name, limits.fileBytes / 1024 / 1024));
      return;
    }
    // No field of a form takes a file: what comes with one is no answer to its question.
    const outcome = files.length > 0 ? null : await ofForm(what, message, asked);
    if (outcome) {
      await showOutcome(show, outcome, asked);
      return;
    }
    const answer = await receive({ eventId, sender: account, place, what });
    await showAnswer(show, answer, asked);
  };
}
