/** Puts cards and words into a chat: long ones in several messages, a chat that has moved followed, markup that Telegram
 *  cannot read sent as plain words. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../../src/chat/card.ts';
import { PlatformError } from '../../src/chat/errors.ts';
import type { MessageRef } from '../../src/chat/place.ts';
import type { FileOut } from '../../src/chat/platform.ts';
import { type BotApi, ChatMoved, TokenRefused, Unreadable } from './api.ts';
import type { TelegramDeps } from './deps.ts';
import type { Keyboard } from './keyboard.ts';
import { limits } from './limits.ts';
import { renderCard, renderInOne } from './renderCard.ts';

export type Target = { chatId: string; threadId: string; replyTo: string | null };

export type Outbox = ReturnType<typeof createOutbox>;

export function createOutbox(api: BotApi, { chatMoved }: Pick<TelegramDeps, 'chatMoved'>) {
  const text = async (to: Target, html: string, keyboard: Keyboard): Promise<MessageRef> => {
    const post = async (chatId: string, body: string): Promise<MessageRef> => {
      const messageId = await api.sendText({ ...to, chatId, html: body, keyboard });
      return { chatId, threadId: to.threadId, messageId };
    };
    try {
      return await post(to.chatId, html);
    } catch (error) {
      if (error instanceof Unreadable) return await refused(post(to.chatId, withoutTags(html)));
      if (!(error instanceof ChatMoved)) throw asFailure(error);
      await chatMoved(to.chatId, error.to);
      return await refused(post(error.to, html));
    }
  };

  const file = async (to: Target, { name, mime, content }: FileOut): Promise<MessageRef> => {
    if (content.length > limits.sentFileBytes) {
      throw new PlatformError({ platform: 'telegram', code: 'file_too_big', kind: 'passing' });
    }
    const post = async (where: Target): Promise<MessageRef> => {
      const messageId = await api.sendDocument({ ...where, name, mime, content });
      return { chatId: where.chatId, threadId: where.threadId, messageId };
    };
    try {
      return await post(to);
    } catch (error) {
      if (!(error instanceof ChatMoved)) throw asFailure(error);
      await chatMoved(to.chatId, error.to);
      // The numbers of messages did not come along.
      return await refused(post({ ...to, chatId: error.to, replyTo: null }));
    }
  };

  const edit = async ({ chatId, messageId }: MessageRef, html: string, keyboard: Keyboard): Promise<void> => {
    const change = (body: string) => api.editText({ chatId, messageId, html: body, keyboard });
    try {
      await change(html);
    } catch (error) {
      if (error instanceof Unreadable) return await refused(change(withoutTags(html)));
      if (!(error instanceof ChatMoved)) throw asFailure(error);
      await chatMoved(chatId, error.to);
      // The messages stayed behind in the old group, which nobody can change any more.
      throw new PlatformError({ platform: 'telegram', code: 'chat_moved', kind: 'gone' }, error);
    }
  };

  return {
    text,
    /** Under `replyTo` as long as that is still there. */
    file,
    edit,
    /** Gives the last message: the one with the buttons. */
    card: async (to: Target, card: Card): Promise<MessageRef> => {
      const { texts, keyboard } = renderCard(card);
      const [last = '', ...before] = texts.toReversed();
      let target = to;
      for (const each of before.toReversed()) {
        const { chatId } = await text(target, each, []);
        target = { ...to, chatId };
      }
      return await text(target, last, keyboard);
    },
    editCard: async (message: MessageRef, card: Card): Promise<void> => {
      const { text: html, keyboard } = renderInOne(card);
      await edit(message, html, keyboard);
    },
  };
}

/** Answers to people do not go through the delivery's queue: when Telegram asks for a pause, they wait here, a few times and
 *  not for long; whoever speaks again is then heard again. */
export async function patiently<T>(work: () => Promise<T>, stop: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const waitMs = error instanceof PlatformError ? (error.failure.retryAfterMs ?? 0) : 0;
      if (waitMs === 0 || waitMs > answerWaitMaxMs || attempt >= answerAttemptsMax) throw error;
      await sleep(waitMs, undefined, { signal: stop });
    }
  }
}

const answerWaitMaxMs = 60_000;
const answerAttemptsMax = 4;

async function refused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asFailure(error);
  }
}

function asFailure(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  const code =
    error instanceof TokenRefused
      ? 'token_refused'
      : error instanceof Unreadable
        ? 'unreadable'
        : 'moved_again';
  return new PlatformError({ platform: 'telegram', code, kind: 'passing' }, error);
}

/** The words alone, still escaped: without its tags the text cannot be read wrongly. */
function withoutTags(html: string): string {
  return html.replace(/<\/?[a-z]+>/g, '');
}
