/** Two people of one department fill in forms in their group at the same time, through the whole bot, which is restarted in
 *  the middle. */
import { expect, it } from 'vitest';
import { group, telegramBot } from './telegramBot.ts';

const bot = telegramBot();

it('each answers the own questions, also after a restart, and both are heard', async () => {
  const giver = bot.official();
  const head = bot.head(group);
  const member = bot.member(group);
  await giver.says('/giao P. Tổng hợp rà soát danh mục dự án, hạn 20/4');
  await giver.presses('Giao việc', 'rà soát');
  await head.presses('Nhận việc', 'rà soát');
  await head.presses('Xin gia hạn', 'rà soát');
  await head.sees('1/2');
  await member.presses('Tiến độ', 'rà soát');
  await member.presses('✏️ Phần trăm', 'Tiến độ NV-1');

  await bot.restart();
  // The member's words under the head's question are nobody's answer.
  await member.repliesTo('Xin gia hạn NV-1', '30/4');
  await head.presses('27', 'Xin gia hạn NV-1');
  await member.repliesTo('Tiến độ NV-1', '60');
  await head.sees('2/2');
  await member.presses('✏️ Nội dung', '60');
  await bot.restart();
  await head.repliesTo('2/2', 'chờ số liệu');
  await member.repliesTo('Tiến độ NV-1', 'đã đối chiếu hai nguồn');
  await head.sees('chờ số liệu');
  await head.presses('Gửi', 'chờ số liệu');
  await member.presses('Gửi', 'đã đối chiếu');

  await giver.sees('Xin đến: thứ Tư, 27/4/2016');
  const card = bot.telegram.messages.find(
    ({ chatId, html }) => chatId === group.id && html.includes('Lời giao'),
  );
  await bot.telegram.until(() => (card?.html.includes('60%') ? true : undefined), 'the progress on the card');
  expect(bot.errors).toEqual([]);
}, 60_000);
