/** The adapter alone: the real SDK between a loopback Slack and a core of the test's own. */
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { createSlackPlatform, type SlackConfig } from '../../../adapters/slack/slackPlatform.ts';
import type { SlackTables } from '../../../adapters/slack/tables.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { MessageRef } from '../../../src/chat/place.ts';
import type { Platform } from '../../../src/chat/platform.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { connectDatabase } from '../../../src/database/connection.ts';
import { type LoopbackSlack, startSlack } from '../../../src/demo/slack/loopbackSlack.ts';
import { nowMs, overHttp, signingSecret, type Transport } from '../../../src/demo/slack/slackPeople.ts';
import { localeFor } from '../../../src/locale/locale.ts';
import { cloneTemplate, dropClone } from '../../support/database.ts';

type Recognising = (email: () => Promise<string | null>) => Promise<Card | null>;

export type AdapterUnderTest = {
  db: Kysely<SlackTables>;
  databaseUrl: string;
  platform: Platform;
  slack: LoopbackSlack;
  address: string;
  send: Transport;
  heard: Incoming[];
  /** About whom the core was asked, by account. */
  asked: string[];
  /** Which ids can be reached from now on, and for what reason they could not. */
  reached: [string, string][];
  /** What the core says of people it does not know; `email` asks Slack. */
  recognises(next: Recognising): void;
  shown: MessageRef[];
  errors: string[];
  /** What the core answers from now on; may take its time. */
  replies(reply: (incoming: Incoming) => Reply | null | Promise<Reply | null>): void;
  stop(): Promise<void>;
};

/** The machine's. */
export function nowInstant(): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(nowMs()));
}

/** Of the inbox. */
export const leaseMs = 600;

export const words = localeFor('vi', 'Asia/Ho_Chi_Minh').slack;

/** `left`: the Slack and the database of an adapter that was stopped or died, which the test closes itself. */
export async function startAdapter(
  mode: 'http' | 'socket' = 'http',
  left?: { slack: LoopbackSlack; databaseUrl: string },
  access: SlackConfig['access'] = { botToken: 'xoxb-test' },
): Promise<AdapterUnderTest> {
  const slack = left?.slack ?? (await startSlack());
  const databaseUrl = left?.databaseUrl ?? (await cloneTemplate());
  const database = await connectDatabase({ url: databaseUrl, log: () => {}, waitMs: 10_000 });
  const db = database.db.$extendTables<SlackTables>();
  const heard: Incoming[] = [];
  const shown: MessageRef[] = [];
  const errors: string[] = [];
  const asked: string[] = [];
  const reached: [string, string][] = [];
  let recognising: Recognising = async () => null;
  let answer: (incoming: Incoming) => Reply | null | Promise<Reply | null> = () => null;
  const platform = createSlackPlatform({
    db,
    config: {
      access,
      appToken: mode === 'socket' ? 'xapp-test' : null,
      signingSecret: mode === 'http' ? signingSecret : null,
      apiUrl: slack.apiUrl,
    },
    words,
    wordsFor: async () => words,
    reachableAgain: async (idsBeginWith, reason) => void reached.push([idsBeginWith, reason]),
    recognise: async (account, email) => {
      asked.push(account.userId);
      return await recognising(email);
    },
    machineNow: nowInstant,
    log: {
      info: () => {},
      error: (fields, message) => errors.push(`${message}: ${'err' in fields ? String(fields.err) : ''}`),
    },
    waits: {
      loadingAfterMs: 60,
      submissionMs: 60,
      answerMs: 500,
      uploadMs: 500,
      reconnectMs: { first: 10, longest: 40 },
      inboxLookMs: 20,
      inboxLeaseMs: leaseMs,
    },
  });
  const http = new Hono();
  platform.routes?.(http);
  const server = createAdaptorServer({ fetch: http.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  const stop = async () => {
    await platform.stop();
    await new Promise((resolve) => server.close(resolve));
    await database.close();
    if (left) return;
    await slack.close();
    await dropClone(databaseUrl);
  };
  try {
    await platform.start(async (incoming) => {
      heard.push(incoming);
      const reply = await answer(incoming);
      return reply && { reply, shown: async (message) => void shown.push(message) };
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    platform,
    db,
    databaseUrl,
    slack,
    address,
    send: mode === 'http' ? overHttp(address) : (kind, payload) => slack.socket.deliver(kind, payload),
    heard,
    asked,
    reached,
    shown,
    errors,
    recognises: (next) => {
      recognising = next;
    },
    replies: (next) => {
      answer = next;
    },
    stop,
  };
}
