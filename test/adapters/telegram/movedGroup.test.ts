/** A group becomes a supergroup, through the whole bot: its open tasks are shown again where it goes on. */
import { expect, it } from 'vitest';
import { group, telegramBot } from './telegramBot.ts';

const bot = telegramBot();
const supergroup = { id: -1001007, type: 'supergroup', title: 'Phòng Tổng hợp' } as const;

it('cards of open tasks come anew into the supergroup and live there; those of ended tasks stay behind', async () => {
  const { telegram } = bot;
  const giver = bot.official();
  const there = bot.head(group);
  for (const what of ['rà soát danh mục', 'lập danh sách', 'dự thảo chương trình']) {
    await giver.says(`/giao P. Tổng hợp ${what}, hạn 20/4`);
    await giver.presses('Giao việc', what);
    await there.sees(what);
  }
  await giver.says('/xem NV-2');
  await giver.presses('Huỷ nhiệm vụ', 'lập danh sách');
  await giver.sees('Các đơn vị sẽ được báo kèm lý do');
  await giver.says('làm trùng');
  await giver.sees('Đã huỷ NV-2');

  await there.says('', { text: undefined, migrate_to_chat_id: supergroup.id });
  const here = bot.head(supergroup);
  await here.sees('NV-3');
  const cards = telegram.messages.filter(
    ({ chatId, keys }) => chatId === supergroup.id && keys.some(({ text }) => text === 'Nhận việc'),
  );
  expect(cards.map(({ html }) => /NV-\d/.exec(html)?.[0])).toEqual(['NV-1', 'NV-3']);

  const [first] = cards;
  await here.presses('Nhận việc', 'rà soát danh mục');
  await telegram.until(
    () => (first?.keys.every(({ text }) => text !== 'Nhận việc') ? true : undefined),
    'the living card',
  );
  expect(bot.errors).toEqual([]);
}, 60_000);
