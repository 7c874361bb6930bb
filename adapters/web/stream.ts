/** Server-Sent Events: what happens reaches the open pages without their asking. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ChangeFeed, NumberedChange } from './changeFeed.ts';

/** So that a connection cut without a word is noticed, and proxies do not close a silent one. */
const heartbeatMs = 20_000;
/** What a page that does not read may leave unread before it is cut off; it comes back and catches up. */
const waitingMax = 2000;

/** Starts with what the page has missed since its last event; `reset` when that is not known any more. Every event says
 *  what the bot's clock shows. */
export function streamChanges(context: Context, feed: ChangeFeed, now: () => Temporal.Instant): Response {
  return streamSSE(context, async (stream) => {
    const waiting: NumberedChange[] = [];
    let wake = () => {};
    let over = false;
    const end = () => {
      over = true;
      wake();
    };
    const unfollow = feed.follow({
      take: (change) => {
        waiting.push(change);
        if (waiting.length > waitingMax) over = true;
        wake();
      },
      ended: end,
    });
    stream.onAbort(end);
    const heartbeat = setInterval(() => wake(), heartbeatMs);
    const write = async (event: string, id: string, data: object) =>
      stream.writeSSE({ event, id, data: JSON.stringify({ ...data, now: now().toString() }) });
    try {
      // The browser names the last event when it comes back; the first time the page says what it has loaded.
      const lastId = context.req.header('last-event-id') ?? context.req.query('after') ?? '';
      const latest = feed.latest();
      const missed = feed.since(lastId);
      for (const { id, change } of missed ?? []) await write('change', id, change);
      await write(missed === null ? 'reset' : 'ready', latest, {});
      while (!over) {
        const next = waiting.shift();
        if (next) {
          await write('change', next.id, next.change);
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (waiting.length === 0 && !over) await stream.write(': still here\n\n');
      }
    } finally {
      clearInterval(heartbeat);
      unfollow();
    }
  });
}
