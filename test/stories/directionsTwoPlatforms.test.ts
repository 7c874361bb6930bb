/** Directions on one task between an agency in Slack and one in Telegram, with the real buttons. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rooms, startTwoPlatforms, type TwoPlatforms } from './twoPlatforms.ts';

let bot: TwoPlatforms;
beforeAll(async () => {
  bot = await startTwoPlatforms('held');
  const { tttt, cntt } = bot;
  await tttt.official.command(
    '/giao P. Tổng hợp chủ trì, phối hợp với P. Phát triển ứng dụng dự thảo chương trình phối hợp, hạn 15/4',
  );
  await tttt.official.pressesLabel('Giao việc');
  await cntt.official.presses('Đồng ý');
  await cntt.head.sees('NV-1');
});
afterAll(() => bot?.stop());

/** The task's living card in the room of Phòng Tổng hợp, the first that came there. */
async function cardInSlack(): Promise<() => string> {
  const { slack } = bot;
  const { ts } = await slack.until(() =>
    slack.messages.find(({ channel, text }) => channel === rooms.th && text.startsWith('NV-1 · ')),
  );
  return () => JSON.stringify(slack.messages.find((each) => each.ts === ts)?.blocks);
}

it('a leader in Slack directs both sides; each department says in its own room that it has read', async () => {
  const { tttt, cntt, slack, telegram } = bot;
  await tttt.leader.command('/chidao NV-1 tập trung phần dữ liệu dùng chung');
  await tttt.leader.sees('Đã ghi ý kiến chỉ đạo vào NV-1');
  const inTelegram = await cntt.head.sees('Ý kiến chỉ đạo về NV-1: Giám đốc Trung tâm');
  expect(inTelegram.html).toContain('tập trung phần dữ liệu dùng chung');
  await cntt.head.presses('Đã đọc', 'Ý kiến chỉ đạo về NV-1');
  await telegram.until(
    () => (inTelegram.html.includes('Đã đọc: Phòng Phát triển ứng dụng') ? true : undefined),
    'the answer in the message itself',
  );
  const card = await cardInSlack();
  await slack.until(() => (card().includes('Đã đọc: Phòng Phát triển ứng dụng') ? true : undefined));
  await tttt.head.pressesLabel('Đã đọc', rooms.th, 'Ý kiến chỉ đạo về NV-1');
  await slack.until(() =>
    card().includes('Đã đọc: Phòng Tổng hợp, Phòng Phát triển ứng dụng') ? true : undefined,
  );
  expect(card()).not.toContain('Đã đọc chỉ đạo');
  expect(bot.errors).toEqual([]);
});

it('the leader in Telegram answers under the card, and asks for the later date; Slack decides', async () => {
  const { tttt, cntt, slack } = bot;
  await cntt.head.presses('Nhận việc', 'NV-1 · ');
  await cntt.leader.says('/chidao NV-1 phối hợp chặt chẽ với Trung tâm');
  await cntt.leader.presses('Mở NV-1');
  await cntt.leader.repliesTo('NV-1 · dự thảo', 'Cần thêm số liệu, lùi hạn đến 20/4');
  await cntt.leader.sees('được ghi là ý kiến chỉ đạo');
  await cntt.leader.sees('Hạn hiện nay vẫn là thứ Sáu, 15/4/2016');
  const card = await cardInSlack();
  await slack.until(() => (card().includes('Cần thêm số liệu') ? true : undefined));
  expect(card()).toContain('Cục trưởng (CNTT)');
  expect(card()).not.toContain('20/4/2016');
  await cntt.leader.presses('Đề nghị hạn mới 20/4/2016');
  await tttt.official.sees('Theo ý kiến chỉ đạo của Cục trưởng');
  await tttt.official.pressesLabel('Đồng ý', tttt.official.privately, 'xin gia hạn');
  await cntt.head.sees('20/4/2016');
  expect(bot.errors).toEqual([]);
});

it('what a leader writes in the thread of the card is a direction, and one press makes it talk', async () => {
  const { tttt, cntt, slack, app } = bot;
  await tttt.leader.pressesLabel('Mở NV-1');
  const { ts } = await tttt.leader.sees('Người giao');
  await tttt.leader.says('Cảm ơn hai bên', { thread_ts: ts, parent_user_id: 'U0BOT' });
  await tttt.leader.sees('được ghi là ý kiến chỉ đạo');
  // A group in Telegram is written to every three seconds at most.
  expect(await app.delivery.drain(60_000)).toBe(0);
  await tttt.leader.pressesLabel('Chỉ là trao đổi');
  await cntt.head.sees('nay là trao đổi');
  const card = await cardInSlack();
  await slack.until(() => (card().includes('Cảm ơn hai bên') ? true : undefined));
  expect(card()).not.toMatch(/Cảm ơn hai bên.{0,80}Ý kiến chỉ đạo/u);
  expect(bot.errors).toEqual([]);
}, 90_000);

it('unread after a working day, the group in Telegram is asked again, and the card in Slack says so', async () => {
  const { tttt, cntt, slack } = bot;
  await tttt.leader.command('/chidao NV-1 báo cáo cấp ký trước thứ Hai');
  await cntt.head.sees('báo cáo cấp ký');
  await bot.moveTo('2016-04-07T09:00+07:00');
  // Three are unread there: they come as one message.
  const asked = await cntt.head.sees('Chưa đọc 3 ý kiến chỉ đạo');
  expect(asked.html).toContain('báo cáo cấp ký');
  expect(bot.telegram.messages.filter(({ html }) => html.includes('Chưa đọc 3 ý kiến')).length).toBe(1);
  const card = await cardInSlack();
  await slack.until(() => (card().includes('Chưa đọc: ') ? true : undefined));
  expect(bot.errors).toEqual([]);
}, 120_000);

it('shows nothing of it to those who have no part, and takes no direction from who may not give one', async () => {
  const { tttt, cntt, stranger, app } = bot;
  await stranger.says('/chidao NV-1 làm ngay');
  await stranger.sees('Không thấy nhiệm vụ NV-1');
  await cntt.official.says('/chidao NV-1 làm ngay');
  await cntt.official.sees('Ý kiến chỉ đạo do lãnh đạo');
  await tttt.head.command('/chidao NV-1 làm ngay', tttt.head.privately);
  await tttt.head.sees('Ý kiến chỉ đạo do lãnh đạo');
  await app.delivery.drain(60_000);
  expect(bot.shownIn(rooms.kh) + bot.shownIn(rooms.htkt)).not.toContain('chỉ đạo');
  expect(bot.shownIn(1009)).not.toContain('dữ liệu dùng chung');
  expect(bot.errors).toEqual([]);
}, 90_000);
