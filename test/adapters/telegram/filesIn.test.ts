/** Documents, photos and albums that people send, as the core hears of them. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Incoming, What } from '../../../src/chat/incoming.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { type Loopback, startLoopback } from '../../../src/demo/telegram/loopback.ts';
import { hand } from '../../../src/demo/telegram/people.ts';
import { testDatabase } from '../../support/database.ts';
import { card, core, platformFor, shows } from './platform.ts';

const database = testDatabase();
const group = { id: -1001, type: 'supergroup', title: 'Phòng Tổng hợp' } as const;
const head = { id: 1003, first_name: 'Trưởng phòng' };
let telegram: Loopback;
let bot: ReturnType<typeof platformFor>;

beforeEach(async () => {
  telegram = await startLoopback();
  bot = platformFor(database, telegram);
});
afterEach(async () => {
  await bot.platform.stop();
  await telegram.close();
});

async function startedWith(answer: (incoming: Incoming) => Reply | null = () => shows('Đã nhận.')) {
  const heart = core(answer);
  await bot.platform.start(heart.receive);
  return heart;
}

const sentAt = Temporal.Instant.from('2016-04-05T16:41:30+07:00').epochMilliseconds / 1_000;
const photo = (id: string) => [
  { file_id: `${id}-small`, file_unique_id: 'a', file_size: 1 },
  { file_id: id, file_unique_id: 'b', file_size: 9 },
];
const document = (id: string, more: object = {}) => ({
  file_id: id,
  file_unique_id: id,
  file_name: `${id}.docx`,
  mime_type: 'text/plain',
  file_size: 9,
  ...more,
});
const wordless = { text: undefined, date: sentAt };

function filesOf(what: What | undefined) {
  if (what?.kind !== 'message' && what?.kind !== 'command') throw new Error('nothing said');
  return what.files;
}
const namesOf = (what: What | undefined) => filesOf(what).map(({ name }) => name);
const heardOnce = ({ heard }: { heard: Incoming[] }) =>
  telegram.until(() => heard[0]?.what, 'something to be heard');

it('an album is one message: its words, and all its files in their order', async () => {
  const heart = await startedWith();
  const alone = hand(telegram, head);
  for (const id of ['p1', 'p2', 'p3']) telegram.files.set(id, new TextEncoder().encode(`ảnh ${id}`));
  await alone.says('', { ...wordless, media_group_id: 'g1', photo: photo('p1') });
  await alone.says('', { ...wordless, media_group_id: 'g1', photo: photo('p2'), caption: '/nop NV-1' });
  await alone.says('', { ...wordless, media_group_id: 'g1', photo: photo('p3') });
  await alone.sees('Đã nhận.');
  expect(heart.heard).toHaveLength(1);
  const what = heart.heard[0]?.what;
  expect(what).toMatchObject({ kind: 'command', word: 'nop', line: 'NV-1' });
  expect(namesOf(what)).toEqual([1, 2, 3].map((at) => `Ảnh 2016-04-05 16.41 (${at}).jpg`));
  const read = await Promise.all(filesOf(what).map((file) => file.read()));
  expect(read.map((bytes) => new TextDecoder().decode(bytes))).toEqual(['ảnh p1', 'ảnh p2', 'ảnh p3']);
});

it('two albums at once are told apart; one under a card in a group names the card', async () => {
  const heart = await startedWith();
  const to = { kind: 'room', platform: 'telegram', chatId: '-1001', threadId: '' } as const;
  const { messageId } = await bot.platform.send(to, card('NV-1'), 'key');
  const alone = hand(telegram, head);
  const there = hand(telegram, head, group);
  const underCard = {
    reply_to_message: {
      message_id: Number(messageId),
      date: 1,
      chat: group,
      from: { id: 4242, is_bot: true, first_name: 'Đầu Mối' },
    },
  };
  for (const id of ['a', 'b']) {
    await alone.says('', { ...wordless, media_group_id: 'g2', document: document(id) });
    await there.says('', {
      ...wordless,
      ...underCard,
      media_group_id: 'g3',
      document: document(`${id}2`),
      ...(id === 'a' ? { caption: 'bản lần 2' } : {}),
    });
  }
  await alone.sees('Đã nhận.');
  await there.sees('Đã nhận.');
  const of = (chatId: string) => heart.heard.filter(({ place }) => place.chatId === chatId);
  expect(of('1003').map(({ what }) => namesOf(what))).toEqual([['a.docx', 'b.docx']]);
  expect(of('-1001').map(({ what }) => namesOf(what))).toEqual([['a2.docx', 'b2.docx']]);
  expect(of('-1001')[0]?.what).toMatchObject({ addressed: true, text: 'bản lần 2', replyTo: { messageId } });
});

it('an album that was there when the bot stopped is taken by the next start, once', async () => {
  await startedWith();
  const alone = hand(telegram, head);
  await alone.says('', { ...wordless, media_group_id: 'g4', document: document('a') });
  await alone.says('', { ...wordless, media_group_id: 'g4', document: document('b') });
  const confirmed = () =>
    telegram.callsOf('getUpdates').some(({ payload }) => Number(payload.offset) > 2) ? true : undefined;
  await telegram.until(confirmed, 'the updates to be confirmed');
  await bot.platform.stop();
  bot = platformFor(database, telegram);
  const later = await startedWith();
  expect(namesOf(await heardOnce(later))).toEqual(['a.docx', 'b.docx']);
  await alone.sees('Đã nhận.');
  await bot.platform.stop();
  const left = database.db.$extendTables<{ telegram_album: { chat_id: string } }>();
  expect(await left.selectFrom('telegram_album').selectAll().execute()).toEqual([]);
});

it('says which of the files is too big, and hands in none of them', async () => {
  const heart = await startedWith();
  const alone = hand(telegram, head);
  const big = document('lớn', { file_size: 21 * 1024 * 1024 });
  await alone.says('', { ...wordless, media_group_id: 'g5', document: document('nhỏ') });
  await alone.says('', { ...wordless, media_group_id: 'g5', document: big });
  await alone.sees('lớn.docx');
  expect(heart.heard).toEqual([]);
});

it('a caption with a command works in a group too, for this bot only', async () => {
  const heart = await startedWith();
  const there = hand(telegram, head, group);
  await there.says('', { ...wordless, document: document('a'), caption: '/nop@OtherBot NV-2' });
  await there.says('', { ...wordless, document: document('b'), caption: '/nop@DauMoiBot NV-1' });
  await there.sees('Đã nhận.');
  expect(heart.heard.map(({ what }) => what)).toMatchObject([
    { kind: 'command', word: 'nop', line: 'NV-1', files: [{ name: 'b.docx' }] },
  ]);
});

it('a file is no answer to the question of a form, which stays open', async () => {
  const form = {
    action: 'task.block',
    id: '1',
    title: 'Vướng mắc NV-1',
    fields: [{ name: 'words', label: 'Nội dung', required: false, input: { kind: 'text' } as const }],
    submit: 'Gửi',
  };
  const heart = await startedWith(({ what }) =>
    what.kind === 'command' ? { kind: 'form', form } : shows('Đã nhận.'),
  );
  const alone = hand(telegram, head);
  await alone.says('/vuongmac NV-1');
  await alone.sees('Nội dung');
  await alone.says('', { ...wordless, document: document('a') });
  await alone.sees('Đã nhận.');
  expect(namesOf(heart.heard[1]?.what)).toEqual(['a.docx']);
  await alone.says('thiếu số liệu');
  await telegram.until(() => heart.heard[2], 'the form');
  expect(heart.heard[2]?.what).toMatchObject({ kind: 'submit', values: { words: ['thiếu số liệu'] } });
});
