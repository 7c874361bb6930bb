/** Telegram calls the bot: one path on the bot's own server. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Log } from '../../src/chat/log.ts';

const webhookPath = '/telegram/webhook';

/** The address to give to Telegram: a bare host gets the path. */
export function webhookAddress(url: string): string {
  const address = new URL(url);
  if (address.pathname === '/') address.pathname = webhookPath;
  return address.href;
}

/** `handle`: null while the bot does not yet know who it is; Telegram then comes again. An update is answered when it is
 *  done, so that Telegram sends what follows in that chat only then. */
export function mountWebhook(
  app: Hono,
  {
    secret,
    handle,
    log,
  }: { secret: string; handle: () => ((update: unknown) => Promise<void>) | null; log: Log },
): void {
  app.post(webhookPath, bodyLimit({ maxSize: updateBytesMax }), async (context) => {
    const given = context.req.header('x-telegram-bot-api-secret-token') ?? '';
    if (!same(given, secret)) {
      log.info({}, 'A call to the webhook of Telegram had the wrong secret');
      return context.json({ error: 'forbidden' }, 403);
    }
    const take = handle();
    if (!take) return context.json({ error: 'starting' }, 503, { 'Retry-After': '5' });
    const update: unknown = await context.req.json().catch(() => null);
    if (update === null) return context.json({ error: 'not JSON' }, 400);
    await take(update);
    return context.json({}, 200);
  });
}

/** An update holds one message of at most 4096 characters and what it answers to. */
const updateBytesMax = 1024 * 1024;

/** In constant time, whatever the lengths. */
function same(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret));
}
