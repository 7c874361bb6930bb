import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { type SampleBot, startSampleBot } from './sampleBot.ts';
import { plainCard } from './sampleShapes.ts';

const database = testDatabase();
let bot: SampleBot;

beforeAll(async () => {
  bot = await startSampleBot(database.db);
});

const official = { userId: 'c-official', chatId: 'private-c-official' };
const head = { userId: 'c-head', chatId: 'room-1' };

test('a command is handed over with its word and line, and the answer stands in the conversation', async () => {
  const { reply, message } = await bot.platform.conversation.say({ ...official, text: '/the  và thêm ' });
  expect(bot.incoming.at(-1)).toMatchObject({
    sender: { platform: 'web', userId: 'c-official', displayName: 'Chuyên viên Tổng hợp' },
    place: { chatId: 'private-c-official', private: true },
    what: { kind: 'command', word: 'the', line: 'và thêm', replyTo: null, quoted: null },
  });
  expect(reply?.kind).toBe('card');
  const seen = await bot.platform.conversation.messages(official);
  expect(seen.map((each) => each.text ?? each.card?.title)).toEqual([
    '/the  và thêm ',
    'NV-12: Dự thảo nội dung chương trình phối hợp 5 năm',
  ]);
  expect(bot.shown.at(-1)).toEqual({ chatId: official.chatId, threadId: '', messageId: message?.id });
});

test('in a room the bot is spoken to by name or by a reply; other talk goes by', async () => {
  const talk = await bot.platform.conversation.say({ ...head, text: 'Chào cả phòng' });
  expect(talk).toEqual({ reply: null, message: null });
  expect(bot.incoming.at(-1)?.what).toMatchObject({ kind: 'message', addressed: false });
  await bot.platform.conversation.say({ ...head, text: 'Đầu Mối, việc nào quá hạn?' });
  expect(bot.incoming.at(-1)?.what).toMatchObject({ addressed: true, text: 'việc nào quá hạn?' });
  const [card] = (await bot.platform.conversation.messages(head)).filter((each) => each.userId === null);
  await bot.platform.conversation.say({ ...head, text: 'đã rõ', replyTo: card?.id ?? '' });
  expect(bot.incoming.at(-1)?.what).toMatchObject({
    addressed: true,
    replyTo: { chatId: 'room-1', messageId: card?.id },
  });
});

test('an answer for the asker is not seen by the others of the room', async () => {
  const { message } = await bot.platform.conversation.say({ ...head, text: '/rieng' });
  const ids = async (userId: string) =>
    (await bot.platform.conversation.messages({ userId, chatId: 'room-1' })).map((each) => each.id);
  expect(await ids('c-head')).toContain(message?.id);
  expect(await ids('c-official')).not.toContain(message?.id);
  await expect(
    bot.platform.conversation.press({
      userId: 'c-official',
      messageId: message?.id ?? '',
      action: 'a',
      id: '1',
    }),
  ).rejects.toThrow('no message');
});

test('a press changes the card in its place, and a form takes its answer back to the card', async () => {
  const { message } = await bot.platform.conversation.say({ ...official, text: '/the' });
  const messageId = message?.id ?? '';
  const pressed = { userId: official.userId, messageId };
  const form = await bot.platform.conversation.press({ ...pressed, action: 'sample.form', id: '12' });
  expect(form.reply).toMatchObject({ kind: 'form', form: { title: 'Xin gia hạn NV-12' } });
  const submit = { ...official, messageId, action: 'sample.form', id: '12' };
  const refused = await bot.platform.conversation.submit({ ...submit, values: { line: ['không'] } });
  expect(refused.reply?.kind).toBe('formErrors');
  const taken = await bot.platform.conversation.submit({ ...submit, values: { line: ['được'] } });
  expect(taken.message).toMatchObject({ id: messageId, card: { title: 'Đã nhận biểu mẫu' } });
});

test('the same request twice is one message and one event', async () => {
  const request = { ...official, text: 'lặp lại', eventId: 'the-same-event' };
  const before = (await bot.platform.conversation.messages(official)).length;
  await bot.platform.conversation.say(request);
  expect(await bot.platform.conversation.say(request)).toEqual({ reply: null, message: null });
  const seen = await bot.platform.conversation.messages(official);
  expect(seen.length).toBe(before + 2);
});

test('a notification is posted once under its key and can be changed; what is not there is gone', async () => {
  const to = { kind: 'person', platform: 'web', userId: 'o-head' } as const;
  const first = await bot.platform.send(to, plainCard('Nhắc việc'), 'reminder:1');
  expect(await bot.platform.send(to, plainCard('Nhắc việc'), 'reminder:1')).toEqual(first);
  await bot.platform.edit(first, plainCard('Nhắc việc, đã xong'));
  const seen = await bot.platform.conversation.messages({ userId: 'o-head', chatId: 'private-o-head' });
  expect(seen.map((each) => each.card?.title)).toEqual(['Nhắc việc, đã xong']);
  await expect(bot.platform.edit({ ...first, messageId: '999999' }, plainCard(''))).rejects.toMatchObject({
    failure: { kind: 'gone' },
  });
});

test('a file goes with the message and is read when the core asks', async () => {
  const file = await bot.platform.conversation.addFile({
    name: 'ket-luan.txt',
    mime: 'text/plain',
    content: new TextEncoder().encode('Kết luận'),
  });
  await bot.platform.conversation.say({ ...official, text: '/ketluan', fileIds: [file.id] });
  const what = bot.incoming.at(-1)?.what;
  const [handed] = what?.kind === 'command' ? what.files : [];
  expect(handed).toMatchObject({ name: 'ket-luan.txt', mime: 'text/plain', sizeBytes: 12 });
  expect(new TextDecoder().decode(await handed?.read())).toBe('Kết luận');
});

test.each([
  ['nobody', { userId: 'x', chatId: 'private-x' }],
  ['a room one is not in', { userId: 'o-head', chatId: 'room-1' }],
  ['the private chat of another', { userId: 'o-head', chatId: 'private-c-head' }],
])('%s cannot be spoken for or read', async (_name, where) => {
  await expect(bot.platform.conversation.say({ ...where, text: 'x' })).rejects.toThrow();
  await expect(bot.platform.conversation.messages(where)).rejects.toThrow();
});
