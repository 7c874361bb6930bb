/** Slack over HTTP, on the bot's own server. Bolt's receiver would want a server of its own, takes a time stamp from the future,
 *  and refuses a content type with a charset. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { App, Receiver } from '@slack/bolt';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { AdapterLog } from './slackLog.ts';

export type HttpReceiver = Receiver & {
  /** `POST /slack/events` for events, commands and interactions. */
  routes(app: Hono): void;
};

export type HttpReceiverDeps = { signingSecret: string; machineNow: () => Temporal.Instant; log: AdapterLog };

/** Docs: a request older than five minutes may be somebody's recording; one from the future likewise. */
const ageMaxSeconds = 300;
/** As Bolt has it. */
const bodyBytesMax = 4 * 1024 * 1024;

const body = z.looseObject({ type: z.string().optional(), challenge: z.string().optional() });

export function createHttpReceiver({ signingSecret, machineNow, log }: HttpReceiverDeps): HttpReceiver {
  let bolt: App | null = null;

  /** The response is what the listener acknowledges with; its work goes on behind it. */
  async function process(parsed: object, headers: Headers): Promise<Response> {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const retryNum = Number(headers.get('x-slack-retry-num') ?? Number.NaN);
    const retryReason = headers.get('x-slack-retry-reason');
    const ack = async (response?: unknown) => resolve(acknowledgement(response));
    const event = {
      body: parsed,
      ack,
      ...(Number.isNaN(retryNum) ? {} : { retryNum }),
      ...(retryReason === null ? {} : { retryReason }),
    };
    bolt?.processEvent(event).then(
      // Only what no listener wanted is still open then.
      () => resolve(new Response(null, { status: 404 })),
      (err) => {
        log.error({ err }, 'An event of Slack could not be taken');
        // Slack comes again.
        resolve(new Response(null, { status: 503 }));
      },
    );
    return await promise;
  }

  return {
    init: (app) => {
      bolt = app;
    },
    start: async () => undefined,
    stop: async () => {
      bolt = null;
    },
    routes: (app) =>
      app.post('/slack/events', async (context) => {
        const { headers } = context.req.raw;
        if (Number(headers.get('content-length') ?? 0) > bodyBytesMax) return context.text('', 413);
        const raw = Buffer.from(await context.req.arrayBuffer());
        if (raw.byteLength > bodyBytesMax) return context.text('', 413);
        if (!isSigned(raw, headers, signingSecret, machineNow())) return context.text('', 401);
        const parsed = body.safeParse(parse(raw.toString('utf8'), headers.get('content-type') ?? ''));
        if (!parsed.success) return context.text('', 400);
        if (parsed.data.type === 'url_verification') {
          return context.json({ challenge: parsed.data.challenge ?? '' });
        }
        if (!bolt) return context.text('', 503);
        return await process(parsed.data, headers);
      }),
  };
}

/** HMAC-SHA256 over `v0:{time}:{body}` (docs.slack.dev/authentication/verifying-requests-from-slack). */
function isSigned(raw: Buffer, headers: Headers, secret: string, now: Temporal.Instant): boolean {
  const stamp = headers.get('x-slack-request-timestamp') ?? '';
  const given = Buffer.from(headers.get('x-slack-signature') ?? '');
  if (!/^\d{1,12}$/u.test(stamp)) return false;
  if (Math.abs(now.epochMilliseconds / 1000 - Number(stamp)) > ageMaxSeconds) return false;
  const digest = createHmac('sha256', secret).update(`v0:${stamp}:`).update(raw).digest('hex');
  const expected = Buffer.from(`v0=${digest}`);
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}

/** Events are JSON; commands are form fields; interactions are one field `payload` of JSON. */
function parse(text: string, contentType: string): unknown {
  try {
    if (!contentType.startsWith('application/x-www-form-urlencoded')) return JSON.parse(text);
    const fields = new URLSearchParams(text);
    const payload = fields.get('payload');
    return payload === null ? Object.fromEntries(fields) : JSON.parse(payload);
  } catch {
    return null;
  }
}

function acknowledgement(response: unknown): Response {
  if (response === undefined || response === null || response === '')
    return new Response(null, { status: 200 });
  if (typeof response === 'string') return new Response(response, { status: 200 });
  return Response.json(response);
}
