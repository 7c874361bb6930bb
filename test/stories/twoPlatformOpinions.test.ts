/** A round of opinions between a leader in Slack and a leader in Telegram, through both real SDKs and one bot. */
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertDraft } from '../opinions/draft.ts';
import { rooms, startTwoPlatforms, type TwoPlatforms } from './twoPlatforms.ts';

let bot: TwoPlatforms;
beforeAll(async () => {
  bot = await startTwoPlatforms('held');
});
afterAll(() => bot?.stop());

const privately = { director: 'D0000001', official: 'D0000002', chief: 1001, deputy: 1002 } as const;

async function settled(): Promise<void> {
  expect(await bot.app.delivery.drain(60_000)).toBe(0);
}

/** Files that reached this Slack conversation or Telegram chat, by name. */
function filesIn(chat: string | number): Map<string, Uint8Array> {
  if (typeof chat === 'number') {
    const sent = bot.telegram.messages.flatMap((each) =>
      each.chatId === chat && each.document ? [each.document] : [],
    );
    return new Map(sent.map(({ name, content }) => [name, content]));
  }
  const shared = bot.slack.uploads.filter((each) => each.shared.some(({ channel }) => channel === chat));
  return new Map(shared.flatMap(({ name, content }) => (content ? [[name, content]] : [])));
}

it('is previewed in Slack, and goes to both leaders privately, with the draft', async () => {
  const { tttt, cntt, app } = bot;
  await tttt.official.command(
    '/giao P. Tổng hợp chủ trì, phối hợp với P. Phát triển ứng dụng dự thảo chương trình phối hợp, hạn 20/4',
  );
  await tttt.official.pressesLabel('Giao việc');
  await cntt.official.presses('Đồng ý');
  await cntt.head.sees('NV-1');
  const draft = { taskId: 1, number: 1, by: 'Trưởng phòng Tổng hợp', name: 'du-thao.txt', text: 'Bản một' };
  await insertDraft(app.database.db, app.clock.now(), draft);
  await tttt.official.command('/xinykien NV-1 lãnh đạo 2 cơ quan về dự thảo, hạn giữa tháng 4');
  await tttt.official.sees('thứ Sáu, 15/4/2016');
  await settled();
  expect(bot.shownIn(privately.director) + bot.shownIn(privately.chief)).not.toContain('YK-1');
  await tttt.official.pressesLabel('Gửi xin ý kiến');
  await tttt.leader.sees('YK-1 · Xin ý kiến: Nội dung dự thảo');
  await cntt.leader.sees('YK-1 · Xin ý kiến: Nội dung dự thảo');
  await tttt.official.sees('Đã cho ý kiến: 0/2');
  await tttt.head.sees('Đã cho ý kiến: 0/2', rooms.th);
  await settled();
  for (const chat of [privately.director, privately.chief]) {
    expect(new TextDecoder().decode(filesIn(chat).get('du-thao.txt'))).toBe('Bản một');
  }
  expect(bot.errors).toEqual([]);
}, 60_000);

it('a leader delegates in Telegram and takes it back; both are seen in Slack', async () => {
  const { tttt, cntt } = bot;
  await cntt.leader.presses('Uỷ quyền');
  await cntt.leader.presses('Chuyên viên Văn phòng Cục');
  await cntt.official.sees('Xin cho ý kiến thay Cục trưởng');
  await tttt.official.sees('uỷ quyền cho Chuyên viên Văn phòng Cục');
  await cntt.leader.presses('Rút uỷ quyền');
  await settled();
  expect(bot.shownIn(privately.official)).not.toContain('uỷ quyền cho Chuyên viên Văn phòng Cục');
  expect(bot.errors).toEqual([]);
}, 60_000);

it('an opinion in words from Telegram stays hidden in Slack until the round ends', async () => {
  const { tttt, cntt } = bot;
  await cntt.leader.repliesTo('YK-1 · Xin ý kiến', 'đồng ý, nhưng cần bổ sung nguồn kinh phí');
  await cntt.leader.sees('Đã ghi ý kiến YK-1: Đồng ý, có ý kiến');
  await tttt.official.sees('Đã cho ý kiến: 1/2');
  await settled();
  for (const chat of [privately.director, privately.official, privately.deputy, rooms.th, rooms.ptud]) {
    expect(bot.shownIn(chat)).not.toContain('kinh phí');
  }
  expect(bot.errors).toEqual([]);
}, 60_000);

it('a new version handed in in Slack is confirmed in Telegram with one press', async () => {
  const { tttt, cntt } = bot;
  await tttt.head.command('/nop NV-1 Chương trình phối hợp, bản viết lại', rooms.th);
  await cntt.leader.sees('YK-1 · Dự thảo có bản 2');
  await tttt.official.sees('Đã cho ý kiến: 0/2');
  await cntt.leader.presses('Xác nhận với bản 2');
  await tttt.official.sees('Đã cho ý kiến: 1/2');
  expect(bot.errors).toEqual([]);
}, 60_000);

it('only the leader who has not answered is reminded', async () => {
  const { tttt } = bot;
  await bot.moveTo('2016-04-13T09:00+07:00');
  await tttt.leader.sees('YK-1 · Sắp đến hạn cho ý kiến');
  expect(bot.shownIn(privately.chief)).not.toContain('Sắp đến hạn');
  expect(bot.errors).toEqual([]);
}, 60_000);

it('ends at its date: everybody concerned gets the result, and the Word file on their own platform', async () => {
  const { tttt, cntt } = bot;
  await bot.moveTo('2016-04-16T00:00+07:00');
  await tttt.official.sees('Chưa kết luận: còn người chưa có ý kiến.');
  await tttt.head.sees('cần bổ sung nguồn kinh phí', rooms.th);
  await cntt.leader.sees('Chưa kết luận: còn người chưa có ý kiến.');
  await settled();
  for (const chat of [privately.official, rooms.th, privately.chief]) {
    const content = filesIn(chat).get('Bảng tổng hợp ý kiến YK-1.docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(content ?? []) });
    expect(value).toContain('BẢNG TỔNG HỢP Ý KIẾN');
    expect(value).toContain('cần bổ sung nguồn kinh phí');
    expect(value).toContain('Chưa có ý kiến: Giám đốc Trung tâm');
    expect(value).toContain('về bản 2');
  }
  // The director said nothing: his card says that it is over. The coordinating department sees on the task's card that there was a
  // round, and nothing of what was said in it.
  await tttt.leader.sees('YK-1 · Kết quả xin ý kiến');
  expect(filesIn(privately.director).has('Bảng tổng hợp ý kiến YK-1.docx')).toBe(false);
  expect(bot.shownIn(rooms.ptud)).toContain('(YK-1): 1/2');
  expect(bot.shownIn(rooms.ptud)).not.toMatch(/kinh phí|ết luận/u);
  await tttt.leader.command('/ykien YK-1 đồng ý');
  await bot.slack.until(() =>
    bot.shownIn(privately.director).includes('đã khép lại lúc') ? true : undefined,
  );
  expect(bot.errors).toEqual([]);
}, 90_000);
