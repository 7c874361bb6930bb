/** Moves the rehearsal clock: `POST /rehearsal/clock` with `{"to":"<ISO moment>"}` or `{"by":"PT24H"}`. */
import type { Hono, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { ClockRefused, type Moved, type RehearsalClock } from '../rehearsalClock.ts';

export type RehearsalRouteDeps = {
  clock: RehearsalClock;
  /** In whose offset moments are answered. */
  timeZone: string;
  /** Names under which the bot may be asked, beside the machine's own. */
  hosts: readonly string[];
};

/** Answers `{"now":"…"}` when all that fell due on the way has been handed over; with `"undelivered"` when platforms still
 *  refuse some of it. 400: not understood; 403: asked by a page from elsewhere; 409: the clock does not move so. */
export function mountRehearsal(app: Hono, { clock, timeZone, hosts }: RehearsalRouteDeps): void {
  const written = (moment: Temporal.Instant) => moment.toString({ timeZone });
  app.use('/rehearsal/*', ownPagesOnly(hosts));
  app.get('/rehearsal/clock', (context) => context.json({ now: written(clock.now()) }));
  app.post('/rehearsal/clock', async (context) => {
    const body = request.safeParse(await context.req.json().catch(() => null));
    if (!body.success) {
      return context.json({ error: 'give {"to":"2016-04-06T08:30+07:00"} or {"by":"PT24H"}' }, 400);
    }
    try {
      const { now, undelivered } = await move(clock, body.data);
      return context.json({ now: written(now), ...(undelivered > 0 ? { undelivered } : {}) });
    } catch (error) {
      if (error instanceof ClockRefused) return context.json({ error: error.message }, 409);
      throw error;
    }
  });
}

const request = z.union([
  z.strictObject({ to: z.string().transform(readAs(Temporal.Instant.from, 'moment')) }),
  z.strictObject({ by: z.string().transform(readAs(Temporal.Duration.from, 'duration')) }),
]);

function readAs<T>(read: (text: string) => T, what: string) {
  return (text: string, context: z.RefinementCtx): T => {
    try {
      return read(text);
    } catch {
      context.addIssue({ code: 'custom', message: `not an ISO ${what}` });
      return z.NEVER;
    }
  };
}

async function move(clock: RehearsalClock, by: z.infer<typeof request>): Promise<Moved> {
  return 'to' in by ? await clock.moveTo(by.to) : await clock.moveBy(by.by);
}

/** A page of another site, open in the same browser, says where it comes from (Origin), or reaches the bot under a name of
 *  its own (DNS rebinding). Programs send no Origin. */
function ownPagesOnly(hosts: readonly string[]): MiddlewareHandler {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', ...hosts.map((host) => host.toLowerCase())]);
  return async (context, next) => {
    const host = (context.req.header('host') ?? '').toLowerCase();
    const origin = context.req.header('origin');
    const own = names.has(host.replace(/:\d+$/, '')) && (origin === undefined || hostOf(origin) === host);
    if (!own) return context.json({ error: 'asked from elsewhere' }, 403);
    return await next();
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
