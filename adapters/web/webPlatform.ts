/** The playground as a chat platform: people speak on a page, the bot's cards stand in Postgres. */
import type { Hono } from 'hono';
import { PlatformError } from '../../src/chat/errors.ts';
import type { Platform, Receive } from '../../src/chat/platform.ts';
import { createChangeFeed } from './changeFeed.ts';
import { type Conversation, createConversation, refTo } from './conversation.ts';
import { addMessage, changeCard, findMessage } from './messageStore.ts';
import { privateChatOf } from './places.ts';
import type { WebPlatformDeps } from './playground.ts';
import { mountPage } from './routes.ts';

export type WebPlatform = Platform & {
  readonly name: 'web';
  /** Speaking as one of the people, without the page. */
  readonly conversation: Conversation;
  routes(app: Hono): void;
};

const botName = 'Đầu Mối';

export function createWebPlatform(deps: WebPlatformDeps): WebPlatform {
  const feed = createChangeFeed();
  let receive: Receive | null = null;
  const conversation = createConversation({
    ...deps,
    feed,
    receive: (incoming) => {
      if (!receive) throw new Error('the playground is not started');
      return receive(incoming);
    },
  });

  return {
    name: 'web',
    // Nothing to be gentle with: the page takes all at once.
    pacing: { perChatMs: 0, overallPerSecond: Number.POSITIVE_INFINITY },
    conversation,

    async send(to, card, key) {
      const chatId = to.kind === 'room' ? to.chatId : privateChatOf(to.userId);
      const sentAt = deps.now();
      const { message, added } = await addMessage(deps.db, {
        chatId,
        userId: null,
        author: botName,
        key: `sent:${key}`,
        sentAt,
        card,
      });
      if (added) feed.publish({ kind: 'message', message });
      return refTo(message);
    },

    async sendFile(to, file, under, key) {
      const chatId = to.kind === 'room' ? to.chatId : privateChatOf(to.userId);
      const card = under && (await findMessage(deps.db, under.messageId));
      // An answer in a room that one person sees: so is its file, and in that room.
      const onlyFor = card?.onlyFor ?? null;
      const { message, added } = await addMessage(deps.db, {
        chatId: card && onlyFor !== null ? card.chatId : chatId,
        userId: null,
        author: botName,
        onlyFor,
        replyTo: card && (onlyFor !== null || card.chatId === chatId) ? card.id : null,
        key: `sent:${key}`,
        sentAt: deps.now(),
        text: '',
        newFiles: [file],
      });
      if (added) feed.publish({ kind: 'message', message });
      return refTo(message);
    },

    async edit({ messageId }, card) {
      const message = await changeCard(deps.db, messageId, card, deps.now());
      if (!message) throw new PlatformError({ platform: 'web', code: 'message_not_found', kind: 'gone' });
      feed.publish({ kind: 'message', message });
    },

    async start(core) {
      receive = core;
    },

    async stop() {
      receive = null;
      feed.close();
    },

    routes: (app) => mountPage(app, { ...deps, feed, conversation }),
  };
}
