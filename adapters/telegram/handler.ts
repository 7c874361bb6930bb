/** Takes one update: to whom it belongs, what the core or a form in progress says to it, and shows that. */
import { PlatformError } from '../../src/chat/errors.ts';
import type { Receive } from '../../src/chat/platform.ts';
import type { BotApi } from './api.ts';
import { readData } from './callbackData.ts';
import type { TelegramDeps } from './deps.ts';
import {
  accountOf,
  answeredMessage,
  type BotName,
  filesTooBig,
  placeOf,
  refOf,
  whatWasSaid,
} from './events.ts';
import { createFormFlow, type FormOutcome, type Turn } from './formFlow.ts';
import { questionKeyboard } from './keyboard.ts';
import { limits } from './limits.ts';
import { type Outbox, patiently } from './outbox.ts';
import { renderText } from './renderCard.ts';
import { type Asked, showAnswer, type Toast } from './showAnswer.ts';
import { type TelegramMessage, type TelegramPress, type Update, updateShape } from './updates.ts';

export type Handler = ReturnType<typeof createHandler>;

export function createHandler(parts: {
  deps: TelegramDeps;
  api: BotApi;
  outbox: Outbox;
  bot: BotName;
  receive: Receive;
  stop: AbortSignal;
}) {
  const { deps, api, outbox, bot, receive, stop } = parts;
  const forms = createFormFlow(deps, outbox, receive, stop);
  const show = { deps, outbox, forms, botUsername: bot.username, stop };

  async function onMessage(message: TelegramMessage, updateId: number): Promise<void> {
    const place = placeOf(message);
    if (message.migrate_to_chat_id) {
      await deps.chatMoved(place.chatId, String(message.migrate_to_chat_id));
      return;
    }
    if (!message.from || message.chat.type === 'channel') return;
    const what = whatWasSaid(message, bot, api.readFile);
    if (!what) return;
    const replyTo = String(message.message_id);
    const asked: Asked = {
      place,
      account: accountOf(message.from),
      updateId,
      replyTo,
      pressed: null,
      byPress: false,
    };
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
    const [tooBig] = filesTooBig(message);
    if (tooBig && meant) {
      const words = await deps.wordsFor(asked.account.userId);
      await say(words.fileTooBig(tooBig.name, limits.fileBytes / 1024 / 1024));
      return;
    }
    if (what.kind === 'message') {
      const outcome = await forms.typed(what.text, answeredId(message), asked);
      if (outcome) {
        await showOutcome(outcome, asked);
        return;
      }
    }
    const answer = await receive({ eventId: String(updateId), sender: asked.account, place, what });
    await showAnswer(show, answer, asked);
  }

  async function onPress(press: TelegramPress, updateId: number): Promise<Toast> {
    const words = () => deps.wordsFor(String(press.from.id));
    const { message } = press;
    const pressed = readData(press.data ?? '');
    if (!message || !pressed) return { text: (await words()).oldButton, alert: false };
    const place = placeOf(message);
    const turn: Turn = { place, account: accountOf(press.from), updateId, replyTo: null };
    const keys = message.reply_markup?.inline_keyboard.flat() ?? [];
    const card = refOf(message);
    switch (pressed.kind) {
      case 'form': {
        const outcome = await forms.pressed(pressed, turn);
        const toast = await showOutcome(outcome, { ...turn, pressed: null, byPress: true });
        return outcome.toast ? { text: outcome.toast, alert: false } : toast;
      }
      case 'dismiss':
        await closeQuestion(message, (await words()).dismissed);
        return { text: '', alert: false };
      case 'action': {
        if (pressed.asks) {
          const label = keys.find((key) => key.callback_data === press.data)?.text ?? '';
          const { question, yes, no } = await words();
          const to = { chatId: place.chatId, threadId: place.threadId, replyTo: card.messageId };
          const keyboard = questionKeyboard(pressed, { yes, no });
          await patiently(() => outbox.text(to, renderText(question(label)), keyboard), stop);
          return { text: '', alert: false };
        }
        // A yes under a question means the card that the question answers to.
        const asking = keys.some((key) => readData(key.callback_data ?? '')?.kind === 'dismiss');
        const meant = asking ? answeredMessage(message) : null;
        if (asking) await closeQuestion(message, '✓');
        const origin = meant ? refOf({ ...message, message_id: meant.message_id }) : card;
        const { action, id } = pressed;
        const answer = await receive({
          eventId: String(updateId),
          sender: turn.account,
          place,
          what: { kind: 'press', action, id, message: origin },
        });
        return await showAnswer(show, answer, {
          ...turn,
          replyTo: origin.messageId,
          pressed: origin,
          byPress: true,
        });
      }
    }
  }

  async function closeQuestion(message: TelegramMessage, word: string): Promise<void> {
    const html = renderText(`${message.text ?? ''}\n${word}`);
    await outbox.edit(refOf(message), html, []).catch((error) => {
      if (!(error instanceof PlatformError)) throw error;
    });
  }

  async function showOutcome({ answer, openedFrom }: FormOutcome, asked: Asked): Promise<Toast> {
    const { chatId, threadId } = asked.place;
    const pressed = openedFrom === null ? null : { chatId, threadId, messageId: openedFrom };
    return await showAnswer(show, answer, { ...asked, pressed });
  }

  async function take({ message, callback_query: press, update_id: updateId }: Update): Promise<void> {
    if (message) await onMessage(message, updateId);
    if (!press) return;
    let toast: Toast = { text: '', alert: false };
    try {
      toast = await onPress(press, updateId);
    } finally {
      // A press that is not answered keeps the button turning for minutes.
      await api.answerPress(press.id, toast.text, toast.alert).catch((err) => {
        deps.log.info({ err }, 'Telegram did not take the answer to a press');
      });
    }
  }

  /** Never rejects: an update that fails must not stop those behind it. */
  return async (given: unknown): Promise<void> => {
    const update = updateShape.safeParse(given);
    if (!update.success) {
      deps.log.error({ problem: update.error.message }, 'Telegram sent an update that cannot be read');
      return;
    }
    try {
      await take(update.data);
    } catch (err) {
      if (!stop.aborted)
        deps.log.error({ err, update: update.data.update_id }, 'An update of Telegram failed');
    }
  };
}

function answeredId(message: TelegramMessage): string | null {
  const answered = answeredMessage(message);
  return answered ? String(answered.message_id) : null;
}
