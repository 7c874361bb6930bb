/** A group proves itself in Telegram, through the whole bot: it is bound there, its test card is answered; where the bot
 *  cannot write, the admin is told how to mend it. */
import { expect, it } from 'vitest';
import type { Shown } from '../../../src/demo/telegram/loopback.ts';
import { telegramBot } from './telegramBot.ts';

const bot = telegramBot();
const ofAgency = { id: -1005, type: 'supergroup', title: 'Trung tâm Thông tin' } as const;
const topic = { message_thread_id: 8, is_topic_message: true } as const;

const testCardIn = (chatId: number) =>
  bot.telegram.until(
    () =>
      bot.telegram.messages.findLast(
        (each) => each.chatId === chatId && each.keys.some(({ text }) => text === 'Đã thấy'),
      ),
    `the test card in ${chatId}`,
  );
const seenKey = ({ keys }: Shown) => keys.find(({ text }) => text === 'Đã thấy')?.callback_data ?? '';
const windowSays = (words: string) =>
  bot.telegram.until(
    () =>
      bot.telegram
        .callsOf('answerCallbackQuery')
        .find(({ payload }) => String(payload.text ?? '').includes(words)),
    `the word “${words}” on a press`,
  );

it('a topic that is bound is unproven until somebody there whom the bot knows presses the button', async () => {
  const admin = bot.official();
  const adminThere = bot.official(ofAgency);
  await adminThere.says('/donvi nhom TTTT', topic);
  const card = await testCardIn(ofAgency.id);
  expect(card.threadId).toBe(8);
  await admin.says('/donvi TTTT');
  await admin.sees('chưa kiểm chứng');

  await bot.stranger(ofAgency).pressesData(card, seenKey(card), 'Đã thấy', topic);
  await windowSays('/thamgia');
  // A copy of the card somewhere else proves nothing.
  await bot.head().pressesData({ ...card, chatId: 1003 }, seenKey(card), 'Đã thấy');
  await bot.head().sees('Thẻ thử này dành cho nhóm khác');
  expect(seenKey(card)).not.toBe('');

  await bot.head(ofAgency).pressesData(card, seenKey(card), 'Đã thấy', topic);
  await bot.telegram.until(() => (card.keys.length === 0 ? true : undefined), 'the answered card');
  expect(card.html).toContain('Trưởng phòng Tổng hợp đã bấm “Đã thấy”');
  const before = bot.telegram.messages.length;
  await admin.says('/donvi TTTT');
  const shown = await bot.telegram.until(
    () => bot.telegram.messages.slice(before).find(({ chatId }) => chatId === 1002),
    'the agency',
  );
  expect(shown.html).toContain('• Trung tâm Thông tin\n<i>Telegram</i>');
  expect(bot.errors).toEqual([]);
});

it('a group in which the bot cannot write is told to the admin, with the way to mend it', async () => {
  const admin = bot.official();
  const closed = { id: -1006, type: 'group', title: 'Phòng Tổng hợp, nhóm mới' } as const;
  const description = 'Bad Request: not enough rights to send text messages to the chat';
  // The answer to the command, and the test card.
  for (let count = 0; count < 2; count += 1) {
    bot.telegram.mischief.push({
      method: 'sendMessage',
      chatId: closed.id,
      answer: { error_code: 400, description },
    });
  }
  await bot.official(closed).says('/donvi nhom TH');
  const told = await admin.sees('no_rights');
  expect(told.html).toContain('Gửi lại thẻ thử');
  await admin.says('/donvi TH');
  await admin.sees('hiện không gửi tới được');
});
