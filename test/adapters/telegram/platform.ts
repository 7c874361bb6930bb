/** The adapter alone, on the loopback server and a real database; the core is whatever the test answers. */
import type { TelegramDeps } from '../../../adapters/telegram/deps.ts';
import type { TelegramTables } from '../../../adapters/telegram/tables.ts';
import { createTelegramPlatform } from '../../../adapters/telegram/telegramPlatform.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Receive } from '../../../src/chat/platform.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { machineClock } from '../../../src/clock.ts';
import { botToken, type Loopback } from '../../../src/demo/telegram/loopback.ts';
import { telegram as vi } from '../../../src/locale/vi/telegram.ts';
import type { TestDatabase } from '../../support/database.ts';

export const words = { ...vi, form: { ...vi.form, day: (date: Temporal.PlainDate) => date.toString() } };

export function platformFor(database: TestDatabase, telegram: Loopback, more: Partial<TelegramDeps> = {}) {
  const moved: [string, string][] = [];
  const errors: unknown[] = [];
  const platform = createTelegramPlatform({
    db: database.db.$extendTables<TelegramTables>(),
    now: () => Temporal.Instant.from('2016-04-05T09:41:00Z'),
    machineNow: () => machineClock.now(),
    botToken,
    apiRoot: telegram.address,
    webhook: null,
    timeZone: 'Asia/Ho_Chi_Minh',
    wordsFor: async () => words,
    dayMeantBy: async () => null,
    menus: [],
    invitationsAt: async () => {},
    chatMoved: async (from, to) => void moved.push([from, to]),
    log: { info: () => {}, error: (fields) => errors.push(fields) },
    ...more,
  });
  return { platform, moved, errors };
}

/** A core that keeps what it heard, and answers as told. */
export function core(answer: (incoming: Incoming) => Reply | null = () => null) {
  const heard: Incoming[] = [];
  const receive: Receive = async (incoming) => {
    heard.push(incoming);
    const reply = answer(incoming);
    return reply && { reply, shown: async () => {} };
  };
  return { heard, receive };
}

export function card(title: string, more: Partial<Card> = {}): Card {
  return { title, tone: 'neutral', blocks: [], buttons: [], ...more };
}

export function shows(title: string, more: Partial<Card> = {}): Reply {
  return { kind: 'card', card: card(title, more), to: 'place', replaces: false };
}
