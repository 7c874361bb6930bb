import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { PlatformError } from '../../../src/chat/errors.ts';
import { type Loopback, startLoopback } from '../../../src/demo/telegram/loopback.ts';
import { testDatabase } from '../../support/database.ts';
import { card, platformFor } from './platform.ts';

const database = testDatabase();
let telegram: Loopback;
let bot: ReturnType<typeof platformFor>;
const topic = { kind: 'room', platform: 'telegram', chatId: '-7', threadId: '12' } as const;
const draft = {
  name: 'Dự thảo chương trình phối hợp (lần 2).docx',
  mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  content: Uint8Array.from({ length: 1_000 }, (_, at) => at % 256),
};

beforeAll(async () => {
  telegram = await startLoopback();
});
afterAll(() => telegram.close());
beforeEach(() => {
  bot = platformFor(database, telegram);
  telegram.messages.length = 0;
  telegram.calls.length = 0;
});

async function failureOf(work: Promise<unknown>) {
  const error = await work.catch((caught: unknown) => caught);
  if (!(error instanceof PlatformError)) throw new Error(`no PlatformError: ${String(error)}`);
  return error;
}

it('arrives with its name and bytes, in the topic, under the card', async () => {
  const under = await bot.platform.send(topic, card('NV-1'), 'card');
  const message = await bot.platform.sendFile(topic, draft, under, 'file');
  const [shown, file] = telegram.messages;
  expect(file).toMatchObject({ chatId: -7, threadId: 12, replyTo: shown?.messageId, document: draft });
  expect(message).toEqual({ chatId: '-7', threadId: '12', messageId: String(file?.messageId) });
});

it('reaches a person, and comes alone when the card above it is gone or in another place', async () => {
  const person = { kind: 'person', platform: 'telegram', userId: '1003' } as const;
  const gone = { chatId: '1003', threadId: '', messageId: '99999' };
  expect(await bot.platform.sendFile(person, draft, gone, 'one')).toMatchObject({ chatId: '1003' });
  await bot.platform.sendFile(person, draft, { ...gone, chatId: '-7' }, 'two');
  await bot.platform.sendFile(person, draft, null, 'three');
  expect(telegram.messages.map(({ chatId, replyTo }) => [chatId, replyTo])).toEqual([
    [1003, null],
    [1003, null],
    [1003, null],
  ]);
  expect(telegram.callsOf('sendDocument')[1]?.payload).not.toHaveProperty('reply_parameters');
});

it.each([
  ['biên bản "họp".pdf', 'biên bản _họp_.pdf'],
  ['../../biên bản\r\nhọp.pdf', '.._.._biên bản họp.pdf'],
  ['', 'tep'],
])('a name like %j arrives as %j', async (name, arrived) => {
  await bot.platform.sendFile(topic, { ...draft, name }, null, 'key');
  expect(telegram.messages[0]?.document?.name).toBe(arrived);
});

it.each([
  [
    'a pause of seven seconds',
    { error_code: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } },
    { kind: 'passing', code: 'too_many', retryAfterMs: 7_000 },
  ],
  ['a server in trouble', { error_code: 502, description: 'Bad Gateway' }, { kind: 'passing' }],
  [
    'a bot that was put out',
    { error_code: 403, description: 'Forbidden: bot was kicked from the group chat' },
    { kind: 'lasting', code: 'kicked' },
  ],
  [
    'a closed topic',
    { error_code: 400, description: 'Bad Request: TOPIC_CLOSED' },
    { kind: 'lasting', code: 'topic_closed' },
  ],
  [
    'a file that is too large for it',
    { error_code: 413, description: 'Request Entity Too Large' },
    { kind: 'passing', code: 'file_too_big' },
  ],
  [
    'a token that was revoked',
    { error_code: 401, description: 'Unauthorized' },
    { kind: 'passing', code: 'token_refused' },
  ],
])('says what %s means, and tries once', async (_, answer, meaning) => {
  telegram.mischief.push({ method: 'sendDocument', answer });
  const { failure } = await failureOf(bot.platform.sendFile(topic, draft, null, 'key'));
  expect(failure).toMatchObject(meaning);
  expect(telegram.callsOf('sendDocument')).toHaveLength(1);
});

it.each([
  ['before', 'cut', 0],
  ['after', 'cutAfter', 1],
] as const)(
  'a connection cut %s Telegram took it is a passing trouble without the token',
  async (_, answer, taken) => {
    telegram.mischief.push({ method: 'sendDocument', answer });
    const error = await failureOf(bot.platform.sendFile(topic, draft, null, 'key'));
    expect(error.failure).toMatchObject({ kind: 'passing', code: 'network' });
    expect(telegram.messages).toHaveLength(taken);
    const words = (each: unknown): string =>
      each instanceof Error ? `${each.message} ${each.stack} ${words(each.cause)}` : String(each);
    expect(words(error)).not.toContain('loopback-token');
  },
);

it('follows a group that became a supergroup, whose messages have other numbers', async () => {
  const under = await bot.platform.send(topic, card('NV-1'), 'card');
  const parameters = { migrate_to_chat_id: -1007 };
  const description = 'Bad Request: group chat was upgraded to a supergroup chat';
  telegram.mischief.push({ method: 'sendDocument', answer: { error_code: 400, description, parameters } });
  expect(await bot.platform.sendFile(topic, draft, under, 'key')).toMatchObject({ chatId: '-1007' });
  expect(bot.moved).toEqual([['-7', '-1007']]);
  expect(telegram.messages.at(-1)).toMatchObject({ chatId: -1007, replyTo: null });
});

it('does not begin with a file beyond 50 MB', async () => {
  const content = new Uint8Array(50 * 1024 * 1024 + 1);
  const { failure } = await failureOf(bot.platform.sendFile(topic, { ...draft, content }, null, 'key'));
  expect(failure).toMatchObject({ code: 'file_too_big' });
  expect(telegram.calls).toEqual([]);
});
