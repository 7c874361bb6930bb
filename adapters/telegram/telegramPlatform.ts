/** Telegram as a chat platform. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import { PlatformError } from '../../src/chat/errors.ts';
import type { Address } from '../../src/chat/place.ts';
import type { Platform, Receive } from '../../src/chat/platform.ts';
import { createApi, TokenRefused } from './api.ts';
import type { TelegramDeps } from './deps.ts';
import { createHandler, type Handler } from './handler.ts';
import { pacing } from './limits.ts';
import { setMenus } from './menu.ts';
import { createOrder } from './order.ts';
import { createOutbox } from './outbox.ts';
import { chatOf, poll } from './polling.ts';
import { mountWebhook, webhookAddress } from './webhook.ts';

/** `start` rejects with a `PlatformError` for a token that Telegram does not know; while Telegram cannot be reached, the rest
 *  of the bot starts without it. */
export function createTelegramPlatform(deps: TelegramDeps): Platform {
  const { log, webhook } = deps;
  const api = createApi(deps);
  const outbox = createOutbox(api, deps);
  const inOrder = createOrder();
  const stopping = new AbortController();
  const stop = stopping.signal;
  let handle: Handler | null = null;
  let name = '';
  let receiving: Promise<void> = Promise.resolve();
  let taking = 0;

  /** Repeated until Telegram answers. */
  async function untilDone(what: string, work: () => Promise<unknown>): Promise<void> {
    for (let attempt = 0; !stop.aborted; attempt += 1) {
      try {
        await work();
        return;
      } catch (err) {
        log[attempt > 3 ? 'error' : 'info']({ err }, what);
        await sleep(Math.min(60_000, 1_000 * 2 ** attempt), undefined, { signal: stop }).catch(() => {});
      }
    }
  }

  async function introduce(receive: Receive): Promise<void> {
    const { id, username } = await api.me();
    name = username;
    handle = createHandler({ deps, api, outbox, bot: { id, username }, receive, inOrder, stop });
  }

  async function listen(receive: Receive): Promise<void> {
    if (!handle) await untilDone('Telegram does not say who the bot is', () => introduce(receive));
    const handler = handle;
    if (!handler) return;
    await untilDone('Albums that were left could not be read', handler.albums.takeLeft);
    const address = `https://t.me/${name}?start=`;
    await untilDone('The address of invitations was not kept', () => deps.invitationsAt(address));
    const menus = untilDone('The command menus were not taken', () => setMenus(api, deps.menus));
    if (webhook) {
      const called = webhookAddress(webhook.url);
      await untilDone('The webhook was not taken', () => api.setWebhook(called, webhook.secret));
    } else await poll(deps, api, handler.update, inOrder, stop);
    await menus;
  }

  /** Counted, so that stopping waits for what has been begun. */
  async function takeCalled(take: Handler, update: unknown): Promise<void> {
    taking += 1;
    try {
      await inOrder(chatOf(update), () => take.update(update));
    } finally {
      taking -= 1;
    }
  }

  return {
    name: 'telegram',
    pacing: {
      perChatMs: (chatId) => (chatId.startsWith('-') ? pacing.groupMs : pacing.privateMs),
      overallPerSecond: pacing.overallPerSecond,
    },

    send: (to, card) => outbox.card({ ...chatAt(to), replyTo: null }, card),

    sendFile: (to, file, under) => {
      const at = chatAt(to);
      const replyTo = under?.chatId === at.chatId ? under.messageId : null;
      return outbox.file({ ...at, replyTo }, file);
    },

    edit: (message, card) => outbox.editCard(message, card),

    async start(receive) {
      try {
        await introduce(receive);
      } catch (err) {
        if (err instanceof TokenRefused) {
          throw new PlatformError({ platform: 'telegram', code: 'token_refused', kind: 'lasting' }, err);
        }
        log.error({ err }, 'Telegram cannot be reached; it is tried again until it answers');
      }
      receiving = listen(receive);
    },

    async stop() {
      stopping.abort();
      await receiving;
      while (taking > 0) await sleep(stopLookMs);
      await handle?.albums.settled();
      handle = null;
    },

    routes(app: Hono) {
      if (!webhook) return;
      mountWebhook(app, {
        secret: webhook.secret,
        handle: () => {
          const take = handle;
          return take && !stop.aborted ? (update) => takeCalled(take, update) : null;
        },
        log,
      });
    },
  };
}

/** A private conversation has the number of its person. */
function chatAt(to: Address): { chatId: string; threadId: string } {
  return to.kind === 'room' ? to : { chatId: to.userId, threadId: '' };
}

const stopLookMs = 20;
