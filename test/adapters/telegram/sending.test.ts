import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Failure } from '../../../src/chat/errors.ts';
import { PlatformError } from '../../../src/chat/errors.ts';
import { type Loopback, startLoopback } from '../../../src/demo/telegram/loopback.ts';
import { testDatabase } from '../../support/database.ts';
import { card, platformFor } from './platform.ts';

const database = testDatabase();
let telegram: Loopback;
let bot: ReturnType<typeof platformFor>;
const group = { kind: 'room', platform: 'telegram', chatId: '-7', threadId: '' } as const;

beforeAll(async () => {
  telegram = await startLoopback();
});
afterAll(() => telegram.close());
beforeEach(() => {
  bot = platformFor(database, telegram);
  telegram.messages.length = 0;
  telegram.calls.length = 0;
});

async function failure(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof PlatformError)) throw new Error(`no PlatformError: ${String(error)}`);
  return error.failure;
}

it.each<[string, object, Partial<Failure>]>([
  [
    'a pause of three seconds',
    { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 3 } },
    { kind: 'passing', retryAfterMs: 3_000 },
  ],
  ['a server in trouble', { error_code: 500, description: 'Internal Server Error' }, { kind: 'passing' }],
  [
    'a bot that was blocked',
    { error_code: 403, description: 'Forbidden: bot was blocked by the user' },
    { kind: 'lasting', code: 'blocked' },
  ],
  [
    'a bot that was put out',
    { error_code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' },
    { kind: 'lasting', code: 'kicked' },
  ],
  [
    'a chat that is gone',
    { error_code: 400, description: 'Bad Request: chat not found' },
    { kind: 'lasting', code: 'chat_not_found' },
  ],
  [
    'a topic that is closed',
    { error_code: 400, description: 'Bad Request: TOPIC_CLOSED' },
    { kind: 'lasting', code: 'topic_closed' },
  ],
  [
    'words nobody knows',
    { error_code: 400, description: 'Bad Request: something new' },
    { kind: 'passing', code: 'unknown' },
  ],
  [
    'a token that was revoked',
    { error_code: 401, description: 'Unauthorized' },
    { kind: 'passing', code: 'token_refused' },
  ],
])('says what %s means, and tries once', async (_, answer, meaning) => {
  telegram.mischief.push({
    method: 'sendMessage',
    answer: answer as { error_code: number; description: string },
  });
  expect(await failure(bot.platform.send(group, card('NV-1'), 'key'))).toMatchObject(meaning);
  expect(telegram.callsOf('sendMessage')).toHaveLength(1);
});

it.each([
  ['before', 'cut', 0],
  ['after', 'cutAfter', 1],
] as const)(
  'a connection cut %s Telegram took the message is a passing trouble, not tried again by itself',
  async (_, answer, taken) => {
    telegram.mischief.push({ method: 'sendMessage', answer });
    expect(await failure(bot.platform.send(group, card('NV-1'), 'key'))).toMatchObject({
      kind: 'passing',
      code: 'network',
    });
    expect(telegram.callsOf('sendMessage')).toHaveLength(1);
    expect(telegram.messages).toHaveLength(taken);
  },
);

it('never shows the token in an error', async () => {
  telegram.mischief.push({ method: 'sendMessage', answer: 'cut' });
  const error = await bot.platform.send(group, card('NV-1'), 'key').catch((caught: unknown) => caught);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('loopback-token');
});

it('writes into the topic, to a person, and edits what it wrote; the same again is no error', async () => {
  const inTopic = await bot.platform.send({ ...group, threadId: '12' }, card('NV-1'), 'key');
  expect(inTopic).toMatchObject({ chatId: '-7', threadId: '12' });
  expect(telegram.messages[0]?.threadId).toBe(12);
  const toPerson = { kind: 'person', platform: 'telegram', userId: '1003' } as const;
  expect((await bot.platform.send(toPerson, card('NV-2'), 'key')).chatId).toBe('1003');
  await bot.platform.edit(inTopic, card('NV-1', { tone: 'good' }));
  await bot.platform.edit(inTopic, card('NV-1', { tone: 'good' }));
  expect(telegram.messages[0]?.html).toBe('<b>✅ NV-1</b>');
});

it('a message that is gone is said to be gone', async () => {
  const message = { chatId: '-7', threadId: '', messageId: '99999' };
  expect(await failure(bot.platform.edit(message, card('NV-1')))).toMatchObject({ kind: 'gone' });
});

it('sends a long card in several messages and gives the one with the buttons', async () => {
  const long = card('Tình hình', {
    blocks: Array.from({ length: 10 }, () => ({ kind: 'text' as const, text: 'chữ '.repeat(450) })),
    buttons: [[{ label: 'Mở', action: 'task.open', id: '1' }]],
  });
  const message = await bot.platform.send(group, long, 'key');
  expect(telegram.messages.length).toBeGreaterThan(2);
  const last = telegram.messages.at(-1);
  expect(message.messageId).toBe(String(last?.messageId));
  expect(telegram.messages.map((each) => each.keys.length)).toEqual([
    ...telegram.messages.slice(1).map(() => 0),
    1,
  ]);
  await bot.platform.edit(message, long);
});

it('follows a group that became a supergroup, and says so', async () => {
  const parameters = { migrate_to_chat_id: -1007 };
  const description = 'Bad Request: group chat was upgraded to a supergroup chat';
  telegram.mischief.push({ method: 'sendMessage', answer: { error_code: 400, description, parameters } });
  expect(await bot.platform.send(group, card('NV-1'), 'key')).toMatchObject({ chatId: '-1007' });
  expect(bot.moved).toEqual([['-7', '-1007']]);
});

it('says the plain words when Telegram cannot read the markup', async () => {
  const description = "Bad Request: can't parse entities";
  telegram.mischief.push({ method: 'sendMessage', answer: { error_code: 400, description } });
  await bot.platform.send(group, card('NV-1 & <b>'), 'key');
  expect(telegram.messages[0]?.html).toBe('NV-1 &amp; &lt;b&gt;');
});

it('keeps groups slower than people', () => {
  const { perChatMs } = bot.platform.pacing;
  if (typeof perChatMs === 'number') throw new Error('one pace for all');
  expect(perChatMs('-1001')).toBeGreaterThanOrEqual(60_000 / 20);
  expect(perChatMs('1003')).toBeGreaterThanOrEqual(1_000);
});
