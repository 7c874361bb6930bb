/** Files of the playground: who is shown them, and that nobody else comes by one. */
import { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
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
const official = { userId: 'c-official', chatId: 'private-c-official' };
const head = { userId: 'c-head', chatId: 'room-1' };
const draft = { name: 'Dự thảo.docx', mime: 'application/octet-stream', content: Buffer.from('dự thảo') };

const fetchFile = (id: string) => app.request(`/playground/files/${id}`, { headers: own });

test('files sent with a line come with it, in the order of their choosing, and are handed over', async () => {
  const { conversation } = bot.platform;
  const files = [await conversation.addFile(draft), await conversation.addFile({ ...draft, name: 'b.txt' })];
  await conversation.say({ ...official, text: 'xin gửi', fileIds: files.map((file) => file.id) });
  const said = (await conversation.messages(official)).find((each) => each.text === 'xin gửi');
  expect(said?.files.map((file) => file.name)).toEqual(['Dự thảo.docx', 'b.txt']);
  const what = bot.incoming.at(-1)?.what;
  const handed = what?.kind === 'message' ? what.files : [];
  expect(handed.map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([
    ['Dự thảo.docx', draft.content.byteLength],
    ['b.txt', draft.content.byteLength],
  ]);
  expect(Buffer.from((await handed[0]?.read()) ?? [])).toEqual(draft.content);
  expect(await (await fetchFile(files[0]?.id ?? '')).text()).toBe('dự thảo');
});

test('a file alone needs no words', async () => {
  const { id } = await bot.platform.conversation.addFile(draft);
  await bot.platform.conversation.say({ ...official, text: '', fileIds: [id] });
  expect(bot.incoming.at(-1)?.what).toMatchObject({ kind: 'message', text: '', addressed: true });
});

test('a file goes by a name that cannot be counted through, nor taken into another message', async () => {
  const { id } = await bot.platform.conversation.addFile(draft);
  expect(id).toMatch(/^[\da-f-]{36}$/);
  for (const guess of [
    '1',
    '2',
    '3',
    id.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    `${id}'`,
    '%00',
  ]) {
    expect((await fetchFile(guess)).status, guess).toBe(404);
  }
  await bot.platform.conversation.say({ ...official, text: 'của tôi', fileIds: [id] });
  await bot.platform.conversation.say({ ...head, text: 'cũng của tôi', fileIds: [id, '1', '2'] });
  const taken = (await bot.platform.conversation.messages(head)).at(-1);
  expect([taken?.text, taken?.files]).toEqual(['cũng của tôi', []]);
});

test('a file of the bot stands under its card; sent again under the same key it comes once', async () => {
  const room = { kind: 'room', platform: 'web', chatId: 'room-1', threadId: '' } as const;
  const card = await bot.platform.send(room, plainCard('NV-1'), 'card-1');
  const first = await bot.platform.sendFile(room, draft, card, 'file-1');
  expect(await bot.platform.sendFile(room, draft, card, 'file-1')).toEqual(first);
  const shown = (await bot.platform.conversation.messages(head)).filter(
    (each) => each.replyTo === card.messageId,
  );
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatchObject({ userId: null, text: '', files: [{ name: 'Dự thảo.docx' }] });
});

test('a reply to a file of the bot is meant for its card', async () => {
  const room = { kind: 'room', platform: 'web', chatId: 'room-1', threadId: '' } as const;
  const card = await bot.platform.send(room, plainCard('NV-3'), 'card-3');
  const file = await bot.platform.sendFile(room, draft, card, 'file-of-card-3');
  await bot.platform.conversation.say({ ...head, text: 'đã xem', replyTo: file.messageId });
  expect(bot.incoming.at(-1)?.what).toMatchObject({ addressed: true, replyTo: card });
  const said = (await bot.platform.conversation.messages(head)).at(-2);
  expect(said).toMatchObject({ text: 'đã xem', replyTo: file.messageId });
});

test('the file of an answer that one person sees is seen by that person alone', async () => {
  const { message } = await bot.platform.conversation.say({ ...head, text: '/rieng' });
  const under = { chatId: 'room-1', threadId: '', messageId: message?.id ?? '' };
  const person = { kind: 'person', platform: 'web', userId: 'c-head' } as const;
  await bot.platform.sendFile(person, draft, under, 'file-2');
  const withFile = async (userId: string) =>
    (await bot.platform.conversation.messages({ userId, chatId: 'room-1' })).filter(
      (each) => each.replyTo === message?.id,
    );
  expect((await withFile('c-head')).map((each) => each.onlyFor)).toEqual(['c-head']);
  expect(await withFile('c-official')).toEqual([]);
});

test('a file whose card stands elsewhere comes by itself', async () => {
  const elsewhere = await bot.platform.send(
    { kind: 'room', platform: 'web', chatId: 'room-1', threadId: '' },
    plainCard('NV-2'),
    'card-2',
  );
  const person = { kind: 'person', platform: 'web', userId: 'c-official' } as const;
  await bot.platform.sendFile(person, draft, elsewhere, 'file-3');
  expect((await bot.platform.conversation.messages(official)).at(-1)).toMatchObject({
    replyTo: null,
    files: [{ name: 'Dự thảo.docx' }],
  });
});

test('a file beyond 20 MB is refused before it is read', async () => {
  const response = await app.request('/playground/files?name=a.docx', {
    method: 'PUT',
    headers: { ...own, 'content-length': String(20 * 1024 * 1024 + 1) },
    body: 'x',
  });
  expect([response.status, await response.json()]).toEqual([413, { error: 'fileTooBig' }]);
});
