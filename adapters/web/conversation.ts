/** Speaking in the playground as one of its people: what the page, the demo and the stories do. */
import { randomUUID } from 'node:crypto';
import { cleanText } from '../../src/chat/cleanIncoming.ts';
import type { FormValues } from '../../src/chat/form.ts';
import type { What } from '../../src/chat/incoming.ts';
import type { MessageRef } from '../../src/chat/place.ts';
import type { Answer, Receive } from '../../src/chat/platform.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { ChangeFeed } from './changeFeed.ts';
import { addFile, filesIn } from './fileStore.ts';
import { addMessage, changeCard, findMessage, listMessages } from './messageStore.ts';
import type { FileView, MessageView } from './messageView.ts';
import { placeOf, playable } from './places.ts';
import type { WebPlatformDeps } from './playground.ts';
import { readTyped } from './typedText.ts';

export type Conversation = {
  /** Types a line. `replyTo`: the message it answers to. `fileIds`: files taken in before. */
  say(said: {
    userId: string;
    chatId: string;
    text: string;
    replyTo?: string | null;
    fileIds?: readonly string[];
    eventId?: string;
  }): Promise<Outcome>;
  press(press: {
    userId: string;
    messageId: string;
    action: string;
    id: string;
    eventId?: string;
  }): Promise<Outcome>;
  /** `messageId`: the card whose button opened the form, if any. */
  submit(form: {
    userId: string;
    chatId: string;
    messageId: string | null;
    action: string;
    id: string;
    values: FormValues;
    eventId?: string;
  }): Promise<Outcome>;
  /** What this person sees in the conversation, oldest first, at most the latest 200. */
  messages(where: { chatId: string; userId: string; after?: string | null }): Promise<MessageView[]>;
  addFile(file: { name: string; mime: string; content: Uint8Array }): Promise<FileView>;
};

export type Outcome = {
  /** Null: nothing to say, or a repeat of an event already handled. */
  reply: Reply | null;
  /** The message that shows the reply, when it is a card. */
  message: MessageView | null;
};

/** The person, conversation or message does not exist, or the person is not in it. */
export class NotInPlayground extends Error {}

export type ConversationDeps = Pick<WebPlatformDeps, 'db' | 'now' | 'directory' | 'words'> & {
  feed: ChangeFeed;
  receive: Receive;
};

const messagesMax = 200;
const botName = 'Đầu Mối';

export function createConversation(deps: ConversationDeps): Conversation {
  const { db, feed } = deps;

  async function enter(userId: string, chatId: string) {
    const directory = await deps.directory();
    const person = playable(directory, deps.words.vi.guest).find((each) => each.userId === userId);
    if (!person) throw new NotInPlayground(`nobody is called ${userId}`);
    const place = placeOf(directory, person, chatId);
    if (!place) throw new NotInPlayground(`${userId} is not in ${chatId}`);
    return { person, chatId, ...place };
  }

  type Entered = Awaited<ReturnType<typeof enter>>;

  async function messageFor(entered: Pick<Entered, 'chatId' | 'person'>, messageId: string) {
    const message = await findMessage(db, messageId);
    const hidden = message?.onlyFor != null && message.onlyFor !== entered.person.userId;
    if (!message || hidden || message.chatId !== entered.chatId) {
      throw new NotInPlayground(`no message ${messageId} in ${entered.chatId}`);
    }
    return message;
  }

  /** A reply to a file of the bot is meant for the card that it came with. */
  async function meantBy(message: MessageView): Promise<MessageView> {
    const card = message.userId === null && message.card === null ? message.replyTo : null;
    return (card === null ? null : await findMessage(db, card)) ?? message;
  }

  async function hand(entered: Entered, eventId: string | undefined, what: What): Promise<Answer | null> {
    return deps.receive({
      eventId: eventId ?? randomUUID(),
      sender: { platform: 'web', userId: entered.person.userId, displayName: entered.person.name },
      place: {
        platform: 'web',
        chatId: entered.chatId,
        threadId: '',
        private: entered.private,
        title: entered.title,
      },
      what,
    });
  }

  /** Makes the reply visible where it belongs; forms, their errors and toasts are for the page that asked. */
  async function show(
    entered: Entered,
    answer: Answer | null,
    asked: { said: MessageView | null; pressed: MessageView | null },
  ): Promise<Outcome> {
    if (!answer) return { reply: null, message: null };
    const { reply } = answer;
    if (reply.kind !== 'card') return { reply, message: null };
    const message =
      (reply.replaces && asked.pressed?.userId === null
        ? await changeCard(db, asked.pressed.id, reply.card, deps.now())
        : null) ?? (await postReply(entered, reply, asked));
    feed.publish({ kind: 'message', message });
    await answer.shown(refTo(message));
    return { reply, message };
  }

  async function postReply(
    entered: Entered,
    reply: Extract<Reply, { kind: 'card' }>,
    asked: { said: MessageView | null },
  ): Promise<MessageView> {
    const { message } = await addMessage(db, {
      chatId: entered.chatId,
      userId: null,
      author: botName,
      onlyFor: reply.to === 'asker' && !entered.private ? entered.person.userId : null,
      replyTo: entered.private ? null : (asked.said?.id ?? null),
      key: null,
      sentAt: deps.now(),
      card: reply.card,
    });
    return message;
  }

  return {
    async say({ userId, chatId, replyTo = null, fileIds = [], ...typed }) {
      // Kept here before the core has cleaned it.
      const text = cleanText(typed.text);
      const eventId = cleanText(typed.eventId ?? randomUUID());
      const entered = await enter(userId, chatId);
      const answeredTo = replyTo === null ? null : await meantBy(await messageFor(entered, replyTo));
      const { message: said, added } = await addMessage(db, {
        chatId,
        userId,
        author: entered.person.name,
        replyTo,
        key: `said:${eventId}`,
        sentAt: deps.now(),
        fileIds,
        text,
      });
      if (added) feed.publish({ kind: 'message', message: said });
      const what = whatWasSaid({ text, said, answeredTo, private: entered.private, db });
      const answer = await hand(entered, eventId, what);
      return show(entered, answer, { said, pressed: null });
    },

    async press({ userId, messageId, action, id, eventId }) {
      const pressed = await findMessage(db, messageId);
      if (!pressed) throw new NotInPlayground(`no message ${messageId}`);
      const entered = await enter(userId, pressed.chatId);
      await messageFor(entered, messageId);
      const answer = await hand(entered, eventId, { kind: 'press', action, id, message: refTo(pressed) });
      return show(entered, answer, { said: null, pressed });
    },

    async submit({ userId, chatId, messageId, action, id, values, eventId }) {
      const entered = await enter(userId, chatId);
      const pressed = messageId === null ? null : await messageFor(entered, messageId);
      const message = pressed && refTo(pressed);
      const answer = await hand(entered, eventId, { kind: 'submit', action, id, values, message });
      return show(entered, answer, { said: null, pressed });
    },

    async messages({ chatId, userId, after = null }) {
      await enter(userId, chatId);
      return listMessages(db, { chatId, userId, after, limit: messagesMax });
    },

    addFile: ({ name, mime, content }) =>
      addFile(db, { name: cleanText(name), mime: cleanText(mime), content }),
  };
}

export function refTo(message: MessageView): MessageRef {
  return { chatId: message.chatId, threadId: '', messageId: message.id };
}

function whatWasSaid(given: {
  text: string;
  said: MessageView;
  answeredTo: MessageView | null;
  private: boolean;
  db: ConversationDeps['db'];
}): What {
  const { said, answeredTo, db } = given;
  const typed = readTyped(given.text);
  const files = filesIn(db, said.files);
  const replyTo = answeredTo && refTo(answeredTo);
  if (typed.kind === 'command') {
    const quoted = answeredTo && {
      text: answeredTo.text ?? answeredTo.card?.title ?? '',
      by: answeredTo.author,
      link: null,
      ...(answeredTo.userId === null ? {} : { userId: answeredTo.userId }),
      ...(answeredTo.files.length === 0 ? {} : { files: filesIn(db, answeredTo.files) }),
    };
    return { ...typed, replyTo, quoted, files };
  }
  const addressed = given.private || typed.mentioned || answeredTo?.userId === null;
  return { kind: 'message', text: typed.text, addressed, replyTo, message: refTo(said), files };
}
