import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../../src/demo/telegram/loopback.ts';
import { hand } from '../../../src/demo/telegram/people.ts';
import { startServer } from '../../../src/http/server.ts';
import { testDatabase } from '../../support/database.ts';
import { core, platformFor, shows } from './platform.ts';

const database = testDatabase();
const person = { id: 1003, first_name: 'Trưởng phòng' };
const group = { id: -1001, type: 'supergroup', title: 'Phòng Tổng hợp' } as const;
let telegram: Loopback;
const closers: (() => Promise<void>)[] = [];

beforeEach(async () => {
  telegram = await startLoopback();
});
afterEach(async () => {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
  await telegram.close();
});

async function started(heart: ReturnType<typeof core>, more: Parameters<typeof platformFor>[2] = {}) {
  const bot = platformFor(database, telegram, more);
  closers.push(() => bot.platform.stop());
  await bot.platform.start(heart.receive);
  return bot;
}

const answering = () => core(({ what }) => shows(`heard ${'line' in what ? what.line : what.kind}`));

it('hears commands and private messages, names each event, and answers under the question in a group', async () => {
  const heart = answering();
  await started(heart);
  const alone = hand(telegram, person);
  const update = await alone.says('/giao@DauMoiBot P. TH dự thảo');
  await alone.sees('heard P. TH dự thảo');
  expect(heart.heard[0]).toMatchObject({
    eventId: String(update),
    sender: { platform: 'telegram', userId: '1003', displayName: 'Trưởng phòng' },
    place: { chatId: '1003', threadId: '', private: true },
    what: { kind: 'command', word: 'giao' },
  });
  const inGroup = hand(telegram, person, group);
  await inGroup.says('/xem NV-1', { message_thread_id: 5, is_topic_message: true });
  const answer = await inGroup.sees('heard NV-1');
  expect(answer).toMatchObject({ threadId: 5, replyTo: expect.any(Number) });
});

it('goes on after a handler that fails, a refusal to answer, and a conflict with another poller', async () => {
  const heart = core(({ what }) => {
    if ('line' in what && what.line === 'bug') throw new Error('a bug');
    return shows('heard');
  });
  const { errors } = await started(heart);
  const alone = hand(telegram, person);
  await alone.says('/xem bug');
  await telegram.until(() => (errors.length > 0 ? true : undefined), 'the bug in the log');
  telegram.mischief.push({
    method: 'sendMessage',
    answer: { error_code: 403, description: 'Forbidden: bot was blocked by the user' },
  });
  await alone.says('/xem blocked');
  await telegram.until(() => (errors.length > 1 ? true : undefined), 'the refusal in the log');
  telegram.mischief.push({
    method: 'getUpdates',
    answer: { error_code: 409, description: 'Conflict: terminated by other getUpdates request' },
  });
  await alone.says('/xem NV-1');
  await alone.sees('heard');
});

it('waits as long as Telegram asks before an answer, and keeps the order of a chat', async () => {
  await started(answering());
  const alone = hand(telegram, person);
  telegram.mischief.push({
    method: 'sendMessage',
    answer: { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } },
  });
  const lines = ['một', 'hai', 'ba', 'bốn'];
  await Promise.all(lines.map((line) => alone.says(`/xem ${line}`)));
  await alone.sees('heard bốn');
  expect(alone.page()).toBe(lines.map((line) => `heard ${line}`).join('\n\n'));
});

it('lets one of two instances poll, and the other go on when it leaves', async () => {
  const first = answering();
  const second = answering();
  const one = await started(first);
  await telegram.until(() => (telegram.polling() === 1 ? true : undefined), 'the first poll');
  await started(second);
  const alone = hand(telegram, person);
  await alone.says('/xem một');
  await alone.sees('heard một');
  expect([first.heard.length, second.heard.length]).toEqual([1, 0]);
  await one.platform.stop();
  await alone.says('/xem hai');
  await alone.sees('heard hai');
  expect(second.heard.length).toBeGreaterThan(0);
}, 30_000);

it('takes updates at the webhook with the right secret, and only there', async () => {
  const heart = answering();
  const app = new Hono();
  const webhook = { url: 'http://127.0.0.1:1', secret: 'bi-mat' };
  const { platform } = platformFor(database, telegram, { webhook });
  platform.routes?.(app);
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  closers.push(
    () => server.close(),
    () => platform.stop(),
  );
  const url = `http://127.0.0.1:${server.port}/telegram/webhook`;
  webhook.url = `http://127.0.0.1:${server.port}`;
  const call = (secret: string, body: string) =>
    fetch(url, { method: 'POST', headers: { 'x-telegram-bot-api-secret-token': secret }, body });
  expect((await call('bi-mat', '{}')).status).toBe(503);
  await platform.start(heart.receive);
  await telegram.until(() => telegram.webhook() ?? undefined, 'the webhook');
  expect(telegram.webhook()).toEqual({ url, secret: 'bi-mat' });
  expect((await call('bi-mat-khac', '{}')).status).toBe(403);
  expect((await call('bi-mat', 'not JSON')).status).toBe(400);
  const alone = hand(telegram, person);
  await alone.says('/xem NV-1');
  await alone.sees('heard NV-1');
  expect(heart.heard).toHaveLength(1);
});

it('names the commands to Telegram by language and kind of chat, with signs it takes', async () => {
  const command = { word: 'ask-opinion', summary: 'x'.repeat(300), personal: false };
  await started(answering(), {
    menus: [{ languageCode: 'en', commands: [command, { ...command, word: 'join', personal: true }] }],
  });
  await telegram.until(
    () => (telegram.callsOf('setMyCommands').length === 2 ? true : undefined),
    'the menus',
  );
  const [alone, inGroups] = telegram.callsOf('setMyCommands').map((call) => call.payload);
  expect(alone).toMatchObject({ language_code: 'en', scope: { type: 'all_private_chats' } });
  expect(JSON.stringify(alone)).toContain('"ask_opinion"');
  expect(JSON.stringify(inGroups)).not.toContain('"join"');
});

it('refuses a token that Telegram does not know, and starts without a Telegram that is away', async () => {
  const wrong = platformFor(database, telegram, { botToken: '1:wrong' });
  await expect(wrong.platform.start(answering().receive)).rejects.toThrow(/token/);
  telegram.mischief.push({ method: 'getMe', answer: 'cut' });
  const heart = answering();
  await started(heart);
  const alone = hand(telegram, person);
  await alone.says('/xem NV-1');
  await alone.sees('heard NV-1');
});
