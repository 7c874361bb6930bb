/** Photos as drafts, through the whole bot: alone with a command, and as an album. */
import { expect, it } from 'vitest';
import { group, telegramBot } from './telegramBot.ts';

const bot = telegramBot();
const date = Temporal.Instant.from('2016-04-05T16:40:00+07:00').epochMilliseconds / 1_000;
const photo = (id: string) => ({
  text: undefined,
  date,
  photo: [{ file_id: id, file_unique_id: id, file_size: 9 }],
});

it('a photo with /nop in private becomes the draft, under a readable name, and comes to the group as a document', async () => {
  const { telegram } = bot;
  telegram.files.set('p1', new TextEncoder().encode('trang một'));
  const giver = bot.official();
  await giver.says('/giao P. Tổng hợp dự thảo tờ trình, hạn 20/4');
  await giver.presses('Giao việc');
  await bot.head(group).presses('Nhận việc', 'NV-1');
  await bot.member().says('', { ...photo('p1'), caption: '/nop NV-1' });
  await bot.member().sees('NV-1');
  const sent = await telegram.until(() => telegram.messages.find(({ document }) => document), 'the document');
  expect(sent.document).toMatchObject({ name: 'Ảnh 2016-04-05 16.40.jpg', mime: 'image/jpeg' });
  expect(new TextDecoder().decode(sent.document?.content)).toBe('trang một');
  expect(bot.errors).toEqual([]);
}, 60_000);

it('an album is answered once, as one attempt', async () => {
  const member = bot.member();
  const before = bot.telegram.messages.length;
  for (const id of ['p2', 'p3']) {
    bot.telegram.files.set(id, new TextEncoder().encode(id));
    await member.says('', {
      ...photo(id),
      media_group_id: 'g',
      ...(id === 'p2' ? { caption: '/nop NV-1' } : {}),
    });
  }
  const said = () => bot.telegram.messages.slice(before).filter(({ chatId }) => chatId === 1004);
  await bot.telegram.until(() => said()[0], 'an answer');
  await member.says('/trogiup nop');
  await member.sees('/nop NV-số');
  expect(said()).toHaveLength(2);
  expect(bot.errors).toEqual([]);
}, 60_000);
