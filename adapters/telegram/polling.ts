/** Long polling: asks Telegram for updates as long as this instance holds the lease. Whatever fails, it goes on. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { PlatformError } from '../../src/chat/errors.ts';
import type { BotApi } from './api.ts';
import type { TelegramDeps } from './deps.ts';
import { leaveLease, renewEveryMs, takeLease } from './lease.ts';
import type { InOrder } from './order.ts';

/** Ends, without rejecting, when `stop` is aborted and what was taken is done. */
export async function poll(
  { db, machineNow, log }: Pick<TelegramDeps, 'db' | 'machineNow' | 'log'>,
  api: BotApi,
  handle: (update: unknown) => Promise<void>,
  inOrder: InOrder,
  stop: AbortSignal,
): Promise<void> {
  const holder = randomUUID();
  const pause = (ms: number, signal = stop) => sleep(ms, undefined, { signal }).catch(() => {});
  const holds = () =>
    takeLease(db, machineNow(), holder).catch((err) => {
      log.error({ err }, 'The lease for polling Telegram could not be asked for');
      return false;
    });

  async function pollWhileHeld(): Promise<void> {
    const lost = new AbortController();
    const renewing = setInterval(async () => {
      if (!(await holds())) lost.abort();
    }, renewEveryMs);
    const over = AbortSignal.any([stop, lost.signal]);
    try {
      await pollUntil(over);
    } finally {
      clearInterval(renewing);
    }
  }

  async function pollUntil(over: AbortSignal): Promise<void> {
    let offset = 0;
    let failures = 0;
    let webhookGone = false;
    while (!over.aborted) {
      try {
        // A webhook of earlier days would keep everything from whoever polls.
        if (!webhookGone) await api.deleteWebhook();
        webhookGone = true;
        const batch = await api.updates(offset, pollSeconds, over);
        failures = 0;
        // Asking for what comes next confirms these: only when all are done.
        await Promise.all(batch.map((update) => inOrder(chatOf(update), () => handle(update))));
        offset = Math.max(offset, ...batch.map((update) => idOf(update) + 1));
      } catch (err) {
        if (over.aborted) return;
        failures += 1;
        const waitMs = waitAfter(err, failures);
        log[failures > 3 ? 'error' : 'info']({ err, waitMs }, 'Telegram could not be asked for updates');
        await pause(waitMs, over);
      }
    }
  }

  while (!stop.aborted) {
    if (await holds()) await pollWhileHeld();
    else await pause(renewEveryMs);
  }
  await leaveLease(db, holder).catch((err) => log.error({ err }, 'The lease for polling was not given back'));
}

/** Telegram holds a request for at most 50 s; shorter lets a cut connection be noticed. */
const pollSeconds = 25;

/** As Telegram asks; else 1, 2, 4 … 30 s. Another instance that polls (409) has a moment to notice. */
function waitAfter(error: unknown, failures: number): number {
  const failure = error instanceof PlatformError ? error.failure : null;
  if (failure?.retryAfterMs) return failure.retryAfterMs;
  return Math.min(30_000, 1_000 * 2 ** Math.min(failures - 1, 5));
}

const numbered = z.object({ update_id: z.number() });
const placed = z.object({ chat: z.object({ id: z.number() }) });
const sorted = z.object({
  message: placed.optional(),
  callback_query: z.object({ message: placed.optional() }).optional(),
});

function idOf(update: unknown): number {
  return numbered.parse(update).update_id;
}

/** What happens in one chat is handled in the order it happened. */
export function chatOf(update: unknown): string {
  const read = sorted.safeParse(update);
  const chat = read.data?.message?.chat ?? read.data?.callback_query?.message?.chat;
  return String(chat?.id ?? '');
}
