import { expect, it } from 'vitest';
import { whatWasSaid } from '../../../adapters/telegram/events.ts';
import { filesOf } from '../../../adapters/telegram/files.ts';
import { updateShape } from '../../../adapters/telegram/updates.ts';
import { telegram } from '../../../src/locale/vi/telegram.ts';

const sentAt = Temporal.Instant.from('2016-04-05T16:41:30+07:00').epochMilliseconds / 1_000;
const bot = { id: 4242, username: 'DauMoiBot' };
const from = { id: 1003, is_bot: false, first_name: 'Trưởng phòng' };
const alone = { id: 1003, type: 'private' };
const group = { id: -100123, type: 'supergroup', title: 'Phòng Tổng hợp' };
const own = {
  message_id: 5,
  date: 1,
  chat: group,
  from: { id: 4242, is_bot: true, first_name: 'Đầu Mối' },
  text: 'NV-1 · dự thảo',
};
const others = {
  message_id: 6,
  date: 1,
  chat: group,
  from: { ...from, last_name: 'Tổng hợp' },
  text: 'Đề nghị gửi số liệu',
};

function said(message: object) {
  const read = updateShape.parse({
    update_id: 1,
    message: { message_id: 9, date: sentAt, from, chat: group, ...message },
  });
  if (!read.message) throw new Error('no message');
  const reader = { read: async () => new Uint8Array(), names: telegram, timeZone: 'Asia/Ho_Chi_Minh' };
  return whatWasSaid(read.message, bot, filesOf([read.message], reader));
}

it.each<[string, object, object | null]>([
  ['a command', { text: '/viec' }, { kind: 'command', word: 'viec', line: '' }],
  ['a command for this bot', { text: '/XEM@daumoibot NV-1' }, { kind: 'command', word: 'XEM', line: 'NV-1' }],
  ['a command for another bot', { text: '/xem@OtherBot NV-1' }, null],
  ['a command with diacritics', { text: '/nhận NV-1' }, { kind: 'command', word: 'nhận', line: 'NV-1' }],
  ['a command on two lines', { text: '/giao P. TH\ndự thảo' }, { kind: 'command', line: 'P. TH\ndự thảo' }],
  ['talk in a group', { text: 'chào cả nhà' }, { kind: 'message', addressed: false }],
  ['a mention', { text: '@DauMoiBot quá hạn?' }, { kind: 'message', text: 'quá hạn?', addressed: true }],
  ['the mention of a longer name', { text: '@DauMoiBot2 chào' }, { kind: 'message', addressed: false }],
  ['a private message', { chat: alone, text: 'quá hạn' }, { kind: 'message', addressed: true }],
  [
    'a reply under a card',
    { text: 'đã rõ', reply_to_message: own },
    { kind: 'message', addressed: true, replyTo: { messageId: '5' } },
  ],
  [
    'a reply to a colleague',
    { text: 'đã rõ', reply_to_message: others },
    { kind: 'message', addressed: false },
  ],
  [
    'a command under a message',
    { text: '/giao P. TH', reply_to_message: others },
    {
      replyTo: { messageId: '6' },
      quoted: { text: 'Đề nghị gửi số liệu', by: 'Trưởng phòng Tổng hợp', link: 'https://t.me/c/123/6' },
    },
  ],
  [
    'a command under a quoted part',
    { text: '/giao', reply_to_message: others, quote: { text: 'gửi số liệu' } },
    { quoted: { text: 'gửi số liệu' } },
  ],
  [
    'a message in a topic, which names the message that opened it',
    {
      text: '/viec',
      message_thread_id: 3,
      is_topic_message: true,
      reply_to_message: { ...others, forum_topic_created: {} },
    },
    { replyTo: null, quoted: null },
  ],
  [
    'a forwarded message, in private',
    {
      chat: alone,
      text: 'Đề nghị gửi số liệu trước 15/4',
      forward_origin: { type: 'hidden_user', sender_user_name: 'Văn thư' },
    },
    {
      kind: 'command',
      word: 'giao',
      line: '',
      quoted: { text: 'Đề nghị gửi số liệu trước 15/4', by: 'Văn thư' },
    },
  ],
  [
    'a photo',
    {
      chat: alone,
      caption: '/nop NV-1',
      photo: [
        { file_id: 's', file_unique_id: 'su', file_size: 1 },
        { file_id: 'l', file_unique_id: 'lu', file_size: 9 },
      ],
    },
    { kind: 'command', files: [{ name: 'Ảnh 2016-04-05 16.41.jpg', mime: 'image/jpeg', sizeBytes: 9 }] },
  ],
])('reads %s', (_, message, what) => {
  if (what === null) expect(said(message)).toBeNull();
  else expect(said(message)).toMatchObject(what);
});
