/** People with Telegram in their hands: they type, press and read in the chats of the loopback server. */
import type { Chat, Loopback, Person, Shown } from './loopback.ts';
import { plainOf } from './markup.ts';

/** `chat`: where this person is; their private conversation with the bot unless a group is named. */
export function hand(telegram: Loopback, person: Person, chat: Chat = { id: person.id, type: 'private' }) {
  const from = { ...person, is_bot: false };
  const seen = () => telegram.messages.filter((each) => each.chatId === chat.id);
  const newest = (fits: (message: Shown) => boolean) => seen().findLast(fits);
  const holds = (words: string) => (message: Shown) => textOf(message).includes(words);

  /** `more`: what stands on the message beside its words, such as its topic. */
  const press = (message: Shown, data: string, label: string, more: object = {}) =>
    telegram.happens({
      callback_query: {
        id: `press-${message.messageId}-${label}`,
        from,
        chat_instance: '1',
        data,
        message: {
          message_id: message.messageId,
          date: 1,
          chat,
          text: textOf(message),
          ...more,
          reply_markup: { inline_keyboard: [message.keys] },
          ...(message.replyTo === null
            ? {}
            : { reply_to_message: { message_id: message.replyTo, date: 1, chat, from: botAuthor } }),
        },
      },
    });

  return {
    page: () => seen().map(textOf).join('\n\n'),
    says: (text: string, more: object = {}) =>
      telegram.happens({
        message: { message_id: telegram.nextMessageId(), date: 1, from, chat, text, ...more },
      }),
    /** Answers to the newest message that holds these words. */
    repliesTo: async (words: string, text: string, more: object = {}) => {
      const { messageId } = await telegram.until(() => newest(holds(words)), `“${words}” in ${chat.id}`);
      const answered = { message_id: messageId, date: 1, chat, from: botAuthor, text: words };
      return await telegram.happens({
        message: {
          message_id: telegram.nextMessageId(),
          date: 1,
          from,
          chat,
          text,
          reply_to_message: answered,
          ...more,
        },
      });
    },
    /** The newest button of that name, once it is there; `under`: on a message with these words. */
    presses: async (label: string, under = '') => {
      const message = await telegram.until(
        () => newest((each) => holds(under)(each) && each.keys.some((key) => key.text === label)),
        `button “${label}” in ${chat.id}`,
      );
      const data = message.keys.find((key) => key.text === label)?.callback_data ?? '';
      await press(message, data, label);
    },
    pressesData: press,
    sees: (words: string) => telegram.until(() => newest(holds(words)), `“${words}” in ${chat.id}`),
  };
}

const botAuthor = { id: 4242, is_bot: true, first_name: 'Đầu Mối' };

function textOf({ html }: Shown): string {
  return plainOf(html) ?? html;
}
