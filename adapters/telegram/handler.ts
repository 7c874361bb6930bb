/** Takes one update: to whom it belongs, what the core or a form in progress says to it, and shows that. */
import { PlatformError } from '../../src/chat/errors.ts';
import type { Receive } from '../../src/chat/platform.ts';
import { createAlbums } from './albums.ts';
import type { BotApi } from './api.ts';
import { readData } from './callbackData.ts';
import type { TelegramDeps } from './deps.ts';
import { accountOf, answeredMessage, type BotName, placeOf, refOf } from './events.ts';
import { createFormFlow, type Turn } from './formFlow.ts';
import { questionKeyboard } from './keyboard.ts';
import { createMessageTaker } from './messages.ts';
import type { InOrder } from './order.ts';
import { type Outbox, patiently } from './outbox.ts';
import { renderText } from './renderCard.ts';
import { showAnswer, showOutcome, type Toast } from './showAnswer.ts';
import { type TelegramMessage, type TelegramPress, type Update, updateShape } from './updates.ts';

export type Handler = ReturnType<typeof createHandler>;

export function createHandler(parts: {
  deps: TelegramDeps;
  api: BotApi;
  outbox: Outbox;
  bot: BotName;
  receive: Receive;
  inOrder: InOrder;
  stop: AbortSignal;
}) {
  const { deps, api, outbox, bot, receive, inOrder, stop } = parts;
  const forms = createFormFlow(deps, outbox, receive, stop);
  const show = { deps, outbox, forms, botUsername: bot.username, stop };
  const takeSaid = createMessageTaker({ deps, api, bot, receive, show, stop });
  const albums = createAlbums(deps, inOrder, takeSaid, stop);

  async function onMessage(message: TelegramMessage, updateId: number): Promise<void> {
    const { migrate_to_chat_id: movedTo, media_group_id: album } = message;
    if (movedTo) await deps.chatMoved(placeOf(message).chatId, String(movedTo));
    else if (album) await albums.keep(message, album, updateId);
    else await takeSaid({ messages: [message], eventId: String(updateId), updateId });
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
        const toast = await showOutcome(show, outcome, { ...turn, pressed: null, byPress: true });
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

  return {
    albums,
    /** Never rejects: an update that fails must not stop those behind it. */
    update: async (given: unknown): Promise<void> => {
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
    },
  };
}
