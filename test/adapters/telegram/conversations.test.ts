import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { type Loopback, startLoopback } from '../../../src/demo/telegram/loopback.ts';
import { hand } from '../../../src/demo/telegram/people.ts';
import { testDatabase } from '../../support/database.ts';
import { card, core, platformFor, shows, words } from './platform.ts';

const database = testDatabase();
const group = { id: -1001, type: 'group', title: 'Phòng Tổng hợp' } as const;
const head = { id: 1003, first_name: 'Trưởng phòng' };
const expert = { id: 1004, first_name: 'Chuyên viên' };
const form: Form = {
  action: 'task.extend',
  id: '1',
  title: 'Xin gia hạn NV-1',
  fields: [
    { name: 'to', label: 'Đến ngày', required: true, input: { kind: 'date' } },
    { name: 'reason', label: 'Lý do', required: true, input: { kind: 'text' } },
  ],
  submit: 'Gửi đề nghị',
};
const opened: Reply = { kind: 'form', form };
let telegram: Loopback;
let bot: ReturnType<typeof platformFor> | null = null;

beforeEach(async () => {
  telegram = await startLoopback();
});
afterEach(async () => {
  await bot?.platform.stop();
  await telegram.close();
});

async function startedWith(answer: (incoming: Incoming) => Reply | null) {
  const heart = core(answer);
  bot = platformFor(database, telegram);
  await bot.platform.start(heart.receive);
  return { ...heart, bot };
}

const toForms = ({ what }: Incoming) => (what.kind === 'submit' ? shows('Đã nhận đề nghị.') : opened);

it('two people fill in the same form in one group without disturbing each other', async () => {
  const { heard } = await startedWith(toForms);
  const one = hand(telegram, head, group);
  const other = hand(telegram, expert, group);
  await one.says('/giahan');
  await one.sees('Đến ngày');
  const [firstQuestion] = telegram.messages;
  await other.says('/giahan');
  await telegram.until(() => (telegram.messages.length === 2 ? true : undefined), 'the second question');
  // A stranger's press on the first question changes nothing.
  const key = firstQuestion?.keys.find(({ text }) => text === '20');
  if (!firstQuestion || !key?.callback_data) throw new Error('no calendar');
  await other.pressesData(firstQuestion, key.callback_data, '20');
  const refusal = () =>
    telegram.callsOf('answerCallbackQuery').find((call) => call.payload.text === words.form.notYours);
  await telegram.until(refusal, 'the refusal');
  await one.pressesData(firstQuestion, key.callback_data, '20');
  await telegram.until(() => (firstQuestion.html.includes('Lý do') ? true : undefined), 'the next question');
  await other.repliesTo('Đến ngày', '21/4');
  await telegram.until(() => telegram.messages[2], 'their own next question');
  await other.repliesTo('2/2', 'của người thứ hai');
  await other.presses('Gửi đề nghị');
  await other.sees('Đã nhận đề nghị.');
  const sent = heard.filter(({ what }) => what.kind === 'submit');
  expect(sent).toMatchObject([
    { sender: { userId: '1004' }, what: { values: { to: ['21/4'], reason: ['của người thứ hai'] } } },
  ]);
});

it('asks again for the field that the core refused, and a press delivered twice counts once', async () => {
  let refusals = 1;
  const { heard } = await startedWith(({ what }) => {
    if (what.kind !== 'submit') return opened;
    if (refusals-- > 0) return { kind: 'formErrors', errors: { to: 'Hạn mới phải sau hạn cũ.' } };
    return shows('Đã nhận đề nghị.');
  });
  const alone = hand(telegram, head);
  await alone.says('/giahan');
  await alone.sees('Đến ngày');
  await alone.says('1/4');
  await alone.sees('Lý do');
  await alone.says('chờ số liệu');
  await alone.presses('Gửi đề nghị');
  const again = await alone.sees('Hạn mới phải sau hạn cũ.');
  const day = again.keys.find(({ text }) => text === '20')?.callback_data ?? '';
  await Promise.all([alone.pressesData(again, day, '20'), alone.pressesData(again, day, '20')]);
  await alone.presses('Gửi đề nghị', '20');
  await alone.sees('Đã nhận đề nghị.');
  expect(heard.filter(({ what }) => what.kind === 'submit')).toHaveLength(2);
  expect(heard.at(-1)?.what).toMatchObject({ values: { to: ['2016-04-20'], reason: ['chờ số liệu'] } });
});

it('gives a form up, and afterwards takes what is written as a message again', async () => {
  const { heard } = await startedWith(({ what }) => (what.kind === 'command' ? opened : shows('Đã nghe.')));
  const alone = hand(telegram, head);
  await alone.says('/giahan');
  await alone.presses('Huỷ');
  await alone.sees(words.form.cancelled);
  await alone.says('tình hình thế nào');
  await alone.sees('Đã nghe.');
  expect(heard.at(-1)?.what).toMatchObject({ kind: 'message', text: 'tình hình thế nào', addressed: true });
});

it('gives a form up at /huy alone too; where no form is open the command goes to the core', async () => {
  const { heard } = await startedWith(({ what }) =>
    what.kind === 'command' && what.word === 'giahan' ? opened : shows('Đã nghe.'),
  );
  const alone = hand(telegram, head);
  await alone.says('/giahan');
  await alone.sees('Đến ngày');
  await alone.says('/huỷ NV-2');
  await alone.sees('Đã nghe.');
  await alone.says('/huỷ');
  await alone.sees(words.form.cancelled);
  await alone.says('/huy');
  await telegram.until(() => heard[2], 'the second command');
  expect(heard.slice(1).map(({ what }) => what)).toMatchObject([
    { kind: 'command', word: 'huỷ', line: 'NV-2' },
    { kind: 'command', word: 'huy', line: '' },
  ]);
});

it('asks before a press that wants to be sure; yes means the card, no means nothing', async () => {
  const button = { label: 'Xoá đơn vị', action: 'unit.remove', id: '5', confirm: 'Xoá?' };
  const { heard, bot } = await startedWith(({ what }) =>
    what.kind === 'press' ? { ...shows('Đã xoá.'), replaces: true } : null,
  );
  const to = { kind: 'room', platform: 'telegram', chatId: '-1001', threadId: '' } as const;
  const message = await bot.platform.send(to, card('Phòng Tổng hợp', { buttons: [[button]] }), 'key');
  const admin = hand(telegram, head, group);
  await admin.presses('Xoá đơn vị');
  await admin.presses(words.no, 'Xoá đơn vị');
  await admin.sees(words.dismissed);
  expect(heard).toEqual([]);
  await admin.presses('Xoá đơn vị');
  await admin.presses(words.yes, 'Xoá đơn vị');
  await admin.sees('Đã xoá.');
  expect(heard[0]?.what).toEqual({ kind: 'press', action: 'unit.remove', id: '5', message });
  expect(telegram.messages[0]?.html).toContain('Đã xoá.');
});

it('tells only the asker: in a window, in the private conversation, or how to open it', async () => {
  const { bot } = await startedWith(({ what }) => ({
    ...shows(
      'Không được phép.',
      what.kind === 'press' ? {} : { buttons: [[{ label: 'Mở', action: 'task.open', id: '1' }]] },
    ),
    to: 'asker',
  }));
  const to = { kind: 'room', platform: 'telegram', chatId: '-1001', threadId: '' } as const;
  await bot.platform.send(
    to,
    card('NV-1', { buttons: [[{ label: 'Nhận việc', action: 'task.accept', id: '1' }]] }),
    'key',
  );
  const one = hand(telegram, head, group);
  await one.presses('Nhận việc');
  const window = () =>
    telegram.callsOf('answerCallbackQuery').find((call) => call.payload.show_alert === true);
  expect((await telegram.until(window, 'the window')).payload.text).toBe('Không được phép.');
  await one.says('/viec');
  await hand(telegram, head).sees('Không được phép.');
  const description = "Forbidden: bot can't initiate conversation with a user";
  telegram.mischief.push({
    method: 'sendMessage',
    chatId: head.id,
    answer: { error_code: 403, description },
  });
  await one.says('/viec');
  const way = await one.sees(words.openPrivate);
  expect(way.keys).toEqual([{ text: words.openPrivateButton, url: 'https://t.me/DauMoiBot' }]);
});

it('answers a button it never made, and one whose form is over', async () => {
  await startedWith(() => shows('?'));
  const alone = hand(telegram, head);
  await alone.says('/xem');
  const message = await alone.sees('?');
  for (const [data, word] of [
    ['rm -rf', words.oldButton],
    ['~999999.0:send', words.form.over],
  ] as const) {
    await alone.pressesData(message, data, data);
    const told = () => telegram.callsOf('answerCallbackQuery').find((call) => call.payload.text === word);
    await telegram.until(told, word);
  }
});

it('hands over files to be fetched when needed, and says plainly when one is too big', async () => {
  const { heard } = await startedWith(() => shows('Đã nhận.'));
  telegram.files.set('f1', new TextEncoder().encode('dự thảo'));
  const alone = hand(telegram, head);
  const document = {
    file_id: 'f1',
    file_unique_id: 'u1',
    file_name: 'du-thao.docx',
    mime_type: 'text/plain',
    file_size: 10,
  };
  await alone.says('', { text: undefined, caption: '/nop NV-1', document });
  await alone.sees('Đã nhận.');
  const what = heard[0]?.what;
  if (what?.kind !== 'command') throw new Error('no command');
  const [file] = what.files;
  expect(file).toMatchObject({ name: 'du-thao.docx', mime: 'text/plain', sizeBytes: 10 });
  expect(new TextDecoder().decode(await file?.read())).toBe('dự thảo');
  await alone.says('/nop NV-1', { document: { ...document, file_size: 21 * 1024 * 1024 } });
  await alone.sees('lớn hơn 20 MB');
  expect(heard).toHaveLength(1);
});

it('tells the bot’s owner of a group that moved, and asks somebody hidden behind the group to show themselves', async () => {
  const { bot, heard } = await startedWith(() => shows('Đã nghe.'));
  const one = hand(telegram, head, group);
  await one.says('', { text: undefined, migrate_to_chat_id: -1009 });
  await one.says('/xem NV-1', { sender_chat: group });
  await one.sees(words.anonymous);
  expect(bot.moved).toEqual([['-1001', '-1009']]);
  expect(heard).toEqual([]);
});
