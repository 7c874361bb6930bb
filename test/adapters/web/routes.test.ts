import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/chat/errors.ts';
import { testDatabase } from '../../support/database.ts';
import { type SampleBot, startSampleBot } from './sampleBot.ts';
import { plainCard } from './sampleShapes.ts';

const database = testDatabase();
const app = new Hono();
let bot: SampleBot;

beforeAll(async () => {
  bot = await startSampleBot(database.db);
  bot.platform.routes(app);
});

const own = { host: '127.0.0.1:3000' };
const json = { ...own, 'content-type': 'application/json' };

function post(act: string, body: object, headers: Record<string, string> = json) {
  return app.request(`/playground/${act}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

const line = { userId: 'c-official', chatId: 'private-c-official', replyTo: null, fileIds: [] };

describe('what comes from elsewhere is refused', () => {
  const routes: [string, string][] = [
    ['GET', '/'],
    ['GET', '/playground/state'],
    ['GET', '/playground/messages?userId=c-official&chatId=private-c-official'],
    ['GET', '/playground/stream'],
    ['GET', '/playground/page/main.ts'],
    ['GET', '/playground/font/400.css'],
    ['GET', '/playground/files/1'],
    ['GET', '/playground/sample-draft/1'],
    ['PUT', '/playground/files?name=a'],
    ['POST', '/playground/say'],
    ['POST', '/playground/press'],
    ['POST', '/playground/submit'],
    ['POST', '/playground/clock'],
    ['POST', '/playground/language'],
  ];
  const strangers = [
    { host: 'bot.example' },
    { host: '127.0.0.1.bot.example:3000' },
    { host: '127.0.0.1:3000', origin: 'https://bot.example' },
    { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:4000' },
    { host: '127.0.0.1:3000', origin: 'null' },
  ];
  test.each(routes)('%s %s', async (method, path) => {
    for (const stranger of strangers) {
      const response = await app.request(path, { method, headers: { ...json, ...stranger } });
      expect(response.status, JSON.stringify(stranger)).toBe(403);
    }
  });

  test.each([
    { host: 'localhost:3000', origin: 'http://localhost:3000' },
    { host: '[::1]:3000', origin: 'http://[::1]:3000' },
    { host: '127.0.0.1' },
  ])('its own page is not: %j', async (headers) => {
    const response = await app.request('/playground/state', { headers });
    expect(response.status).toBe(200);
  });

  test('a POST that a page elsewhere could send without asking', async () => {
    const plain = { ...own, 'content-type': 'text/plain' };
    const response = await post('say', { ...line, text: 'x', eventId: 'plain-event' }, plain);
    expect(response.status).toBe(415);
  });
});

test('nothing of the page runs but its own files, and no answer is kept', async () => {
  const shell = await app.request('/', { headers: own });
  expect(shell.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(shell.headers.get('content-security-policy')).not.toContain('unsafe');
  expect(await shell.text()).not.toMatch(/<script(?![^>]*src=)| on\w+=| style=/);
  const state = await app.request('/playground/state', { headers: own });
  expect(state.headers.get('cache-control')).toBe('no-store');
});

test('the page’s modules come as JavaScript, its typeface from here', async () => {
  const main = await app.request('/playground/page/main.ts', { headers: own });
  expect(main.headers.get('content-type')).toMatch('text/javascript');
  expect(await main.text()).not.toContain('import type');
  const css = await (await app.request('/playground/font/500.css', { headers: own })).text();
  const [file] = /files\/be-vietnam-pro-vietnamese-500-normal\.woff2/.exec(css) ?? [];
  const font = await app.request(`/playground/font/${file}`, { headers: own });
  expect(font.headers.get('content-type')).toBe('font/woff2');
  expect((await app.request('/playground/page/..%2fguard.ts', { headers: own })).status).toBe(404);
});

test.each([
  ['too long a text', { ...line, text: 'x'.repeat(12_001), eventId: 'long-event' }, 413],
  ['no text at all', { ...line, eventId: 'none-event' }, 400],
  ['a conversation of others', { ...line, chatId: 'room-2', text: 'x', eventId: 'other-event' }, 404],
])('%s is refused with a word for the page', async (_name, body, status) => {
  const response = await post('say', body);
  expect(response.status).toBe(status);
  expect(await response.json()).toHaveProperty('error');
});

test('a body beyond all measure is not even read', async () => {
  const response = await app.request('/playground/say', {
    method: 'POST',
    headers: { ...json, 'content-length': String(10_000_000) },
    body: '{}',
  });
  expect(response.status).toBe(413);
});

test('what Postgres cannot keep is left out, and a file that is none is not sent along', async () => {
  const said = await post('say', {
    ...line,
    text: 'xin\u0000 chào \ud800',
    fileIds: ['none', '1e3'],
    eventId: 'event-nul-\u0000',
  });
  expect(said.status).toBe(200);
  const shown = await bot.platform.conversation.messages({ chatId: line.chatId, userId: line.userId });
  expect(shown.map(({ text }) => text)).toContain('xin chào \ufffd');

  const added = await app.request('/playground/files?name=a%00b.txt', {
    method: 'PUT',
    headers: { ...own, 'content-type': 'text/plain' },
    body: 'hi',
  });
  expect(added.status).toBe(200);
  expect(await added.json()).toMatchObject({ name: 'ab.txt' });
});

test('a file is taken in, and given back only to be saved', async () => {
  const taken = await app.request(`/playground/files?name=${encodeURIComponent('dự thảo.html')}`, {
    method: 'PUT',
    headers: { ...own, 'content-type': 'text/html' },
    body: '<script>alert(1)</script>',
  });
  const { id } = await taken.json();
  const back = await app.request(`/playground/files/${id}`, { headers: own });
  expect(back.headers.get('content-type')).toBe('application/octet-stream');
  expect(back.headers.get('content-disposition')).toMatch(/^attachment; filename="du thao.html"/);
  expect(back.headers.get('x-content-type-options')).toBe('nosniff');
  expect(back.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await back.text()).toBe('<script>alert(1)</script>');
});

test('a sample draft is given where the bot has one', async () => {
  expect((await app.request('/playground/sample-draft/1', { headers: own })).status).toBe(404);
  const other = new Hono();
  const sampleDraft = async (version: 1 | 2, language: string) => ({
    name: `Dự thảo ${version} ${language}.docx`,
    mime: 'application/octet-stream',
    content: new Uint8Array([version]),
  });
  (await startSampleBot(database.db, { sampleDraft })).platform.routes(other);
  const second = await other.request('/playground/sample-draft/2', { headers: own });
  expect(second.headers.get('content-disposition')).toMatch(/^attachment; filename="Du thao 2 vi.docx"/);
  expect((await other.request('/playground/sample-draft/3', { headers: own })).status).toBe(404);
});

test('the clock moves, and says its refusals in words', async () => {
  const moved = await post('clock', { move: 'to', at: '2016-04-06T09:00' });
  expect(await moved.json()).toEqual({ now: '2016-04-06T02:00:00Z', moved: true });
  expect((await post('clock', { move: 'to', at: 'tomorrow' })).status).toBe(400);
  const stubborn = new Hono();
  const refusing = async (): Promise<never> => {
    throw new UserError('Giờ chỉ đi tới.', 'Xin chọn thời điểm sau.');
  };
  const clock = {
    now: () => Temporal.Instant.fromEpochMilliseconds(0),
    moveBy: refusing,
    moveTo: refusing,
    toNextReminder: async () => null,
    nextWorkingDay: refusing,
  };
  (await startSampleBot(database.db, { clock })).platform.routes(stubborn);
  const ask = (move: string) =>
    stubborn.request('/playground/clock', { method: 'POST', headers: json, body: JSON.stringify({ move }) });
  const refused = await ask('hour');
  expect([refused.status, await refused.json()]).toEqual([
    422,
    { error: 'refused', text: 'Giờ chỉ đi tới. Xin chọn thời điểm sau.' },
  ]);
  expect(await (await ask('nextReminder')).json()).toMatchObject({ moved: false });
});

test('the language chosen is the page’s and each person’s', async () => {
  const asked: string[] = [];
  const other = new Hono();
  const changes = {
    setLanguage: async (userId: string, language: string) => void asked.push(`${userId} ${language}`),
  };
  (await startSampleBot(database.db, changes)).platform.routes(other);
  const chosen = await other.request('/playground/language', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ language: 'en' }),
  });
  const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
  const state = await (await other.request('/playground/state', { headers: { ...own, cookie } })).json();
  expect(state.language).toBe('en');
  expect(asked).toContain('o-head en');
});

test('an open page hears what happens, and one that comes back hears what it missed', async () => {
  const { after } = await (await app.request('/playground/state', { headers: own })).json();
  const first = await follow(`/playground/stream?after=${after}`);
  await bot.platform.send(
    { kind: 'room', platform: 'web', chatId: 'room-1', threadId: '' },
    plainCard('Một'),
    'k1',
  );
  const heard = await first.until('change');
  expect(heard.data).toContain('"title":"Một"');
  await first.close();
  await bot.platform.send(
    { kind: 'room', platform: 'web', chatId: 'room-1', threadId: '' },
    plainCard('Hai'),
    'k2',
  );
  const second = await follow('/playground/stream', heard.id);
  expect((await second.until('change')).data).toContain('"title":"Hai"');
  await second.close();
  const stranger = await follow('/playground/stream', 'another-run-7');
  await stranger.until('reset');
  await stranger.close();
});

type ServerEvent = { event: string; id: string; data: string };

async function follow(path: string, lastId?: string) {
  const gone = new AbortController();
  const headers = { ...own, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) };
  const response = await app.request(
    new Request(`http://127.0.0.1:3000${path}`, { headers, signal: gone.signal }),
  );
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async until(event: string): Promise<ServerEvent> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end === -1) {
          const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
          if (done) throw new Error(`no ${event} came`);
          text += value;
          continue;
        }
        const found = readEvent(text.slice(0, end));
        text = text.slice(end + 2);
        if (found.event === event) return found;
      }
    },
    close: async () => {
      gone.abort();
      await reader?.cancel();
    },
  };
}

function readEvent(block: string): ServerEvent {
  const fields = new Map(
    block
      .split('\n')
      .map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 1).trim()]),
  );
  return { event: fields.get('event') ?? '', id: fields.get('id') ?? '', data: fields.get('data') ?? '' };
}
