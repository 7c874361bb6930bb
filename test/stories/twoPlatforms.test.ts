/** One task between an agency in Slack and an agency in Telegram, through both real SDKs and one bot. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rooms, startTwoPlatforms, type TwoPlatforms } from './twoPlatforms.ts';

describe.each([
  ['Socket Mode and polling', 'held', { due: '7/4', day: '8', later: '8/4/2016' }],
  ['HTTP and webhook', 'called', { due: '15/4/2036', day: null, later: '18/4/2036' }],
] as const)('over %s', (_, mode, { due, day, later }) => {
  let bot: TwoPlatforms;
  beforeAll(async () => {
    bot = await startTwoPlatforms(mode);
  });
  afterAll(() => bot?.stop());

  it('is given in Slack, agreed to in Telegram, and taken on by both sides', async () => {
    const { tttt, cntt } = bot;
    await tttt.official.command(
      `/giao P. Tổng hợp chủ trì, phối hợp với P. Phát triển ứng dụng dự thảo chương trình phối hợp, hạn ${due}`,
    );
    await tttt.official.pressesLabel('Giao việc');
    await tttt.head.pressesLabel('Nhận việc', rooms.th);
    await cntt.official.sees('NV-1');
    expect(bot.shownIn(rooms.ptud)).not.toContain('NV-1');
    await cntt.official.presses('Đồng ý');
    const card = await cntt.head.sees('NV-1');
    await cntt.head.presses('Nhận việc', 'NV-1');
    await bot.telegram.until(() => (card.edited > 0 ? card : undefined), 'the living card in Telegram');
    await tttt.official.sees('Phòng Phát triển ứng dụng');
    expect(bot.errors).toEqual([]);
  });

  it('shows progress and a word from Slack on the card in Telegram, with author and agency', async () => {
    const { tttt, cntt, telegram } = bot;
    const card = await cntt.head.sees('dự thảo chương trình');
    await tttt.head.command('/tiendo NV-1 40% đã có đề cương', rooms.th);
    await telegram.until(() => (card.html.includes('Phòng Tổng hợp: 40%') ? card : undefined), 'progress');
    expect(card.html).toContain('đã có đề cương');
    await tttt.head.repliesUnder('NV-1 · ', 'Đã gửi đề cương cho các đơn vị', rooms.th);
    await telegram.until(
      () => (card.html.includes('Đã gửi đề cương cho các đơn vị') ? card : undefined),
      'comment',
    );
    expect(card.html).toContain('Trưởng phòng Tổng hợp (TTTT)');
    expect(bot.errors).toEqual([]);
  });

  it('shows progress and a word from Telegram on the card in Slack, with author and agency', async () => {
    const { tttt, cntt, slack } = bot;
    const first = await tttt.head.sees('NV-1 · ', rooms.th);
    const living = () => JSON.stringify(slack.messages.find(({ ts }) => ts === first.ts)?.blocks);
    await cntt.head.says('/tiendo NV-1 30% đã rà soát dữ liệu');
    await slack.until(() => living().includes('Phòng Phát triển ứng dụng: 30%'));
    expect(living()).toContain('đã rà soát dữ liệu');
    await cntt.head.repliesTo('NV-1 · dự thảo', 'Cục đề nghị bổ sung phần dữ liệu');
    await slack.until(() => living().includes('Cục đề nghị bổ sung phần dữ liệu'));
    expect(living()).toContain('Trưởng phòng Phát triển ứng dụng (CNTT)');
    expect(bot.errors).toEqual([]);
  });

  it('is prolonged: asked for by a form in Telegram, agreed to in Slack', async () => {
    const { tttt, cntt } = bot;
    await cntt.head.presses('Xin gia hạn');
    await cntt.head.sees('1/2');
    if (day === null) await cntt.head.repliesTo('1/2', later);
    else await cntt.head.presses(day);
    await cntt.head.repliesTo('2/2', 'chờ số liệu của các đơn vị');
    const check = await cntt.head.sees('Xin xem lại');
    await cntt.head.presses(check.keys[0]?.text ?? '');
    await tttt.official.sees('chờ số liệu của các đơn vị');
    await tttt.official.pressesLabel('Đồng ý', tttt.official.privately, 'chờ số liệu');
    await cntt.head.sees(later);
    expect(bot.errors).toEqual([]);
  });

  it.runIf(mode === 'held')(
    'is called to mind in both places when its day comes near',
    async () => {
      const { tttt, cntt } = bot;
      await bot.moveTo('2016-04-06T09:00+07:00');
      await tttt.head.sees('Nhắc việc NV-1: còn 1 ngày làm việc', rooms.th);
      expect(bot.shownIn(rooms.ptud)).not.toContain('Nhắc việc NV-1: còn 1 ngày');
      await bot.moveTo('2016-04-07T09:00+07:00');
      await cntt.head.sees('Nhắc việc NV-1: còn 1 ngày làm việc');
      expect(bot.errors).toEqual([]);
    },
    120_000,
  );

  it('is handed in on both sides, and ends when both have been approved', async () => {
    const { tttt, cntt, app } = bot;
    await tttt.head.command('/xong NV-1 dự thảo lần 1 đã trình', rooms.th);
    await tttt.official.sees('dự thảo lần 1 đã trình');
    await tttt.official.pressesLabel('Duyệt', tttt.official.privately, 'dự thảo lần 1');
    await cntt.head.says('/xong NV-1 phần dữ liệu đã gửi');
    await tttt.official.sees('phần dữ liệu đã gửi');
    await tttt.official.pressesLabel('Duyệt', tttt.official.privately, 'phần dữ liệu đã gửi');
    await tttt.official.sees('Hoàn thành lúc');
    // A group in Telegram is written to every three seconds at most.
    expect(await app.delivery.drain(60_000)).toBe(0);
    expect(bot.shownIn(rooms.ptud)).toContain('Hoàn thành lúc');
    expect(bot.shownIn(rooms.th)).toContain('Hoàn thành lúc');
    expect(bot.errors).toEqual([]);
  }, 90_000);

  it('shows nobody what is not theirs', async () => {
    const { tttt, cntt, stranger, app } = bot;
    await tttt.official.command('/giao P. Tổng hợp chuẩn bị nhân sự nội bộ, hạn 29/4/2036');
    await tttt.official.pressesLabel('Giao việc', tttt.official.privately, 'nhân sự nội bộ');
    await tttt.head.sees('nhân sự nội bộ', rooms.th);
    await app.delivery.drain(10_000);
    for (const [person, code] of [
      [cntt.official, 'NV-2'],
      [stranger, 'NV-1'],
      [stranger, 'NV-2'],
    ] as const) {
      await person.says(`/xem ${code}`);
      await person.sees(`Không thấy nhiệm vụ ${code}`);
    }
    await stranger.says('/tinhhinh của Trung tâm Thông tin');
    await stranger.says('/viec');
    await stranger.says('xem NV-2');
    await stranger.sees('Không thấy nhiệm vụ NV-2');
    // Before the help, which names what the bot can do with programmes.
    expect(bot.shownIn(1009)).not.toMatch(/nhân sự nội bộ|chương trình phối hợp/u);
    await stranger.says('/trogiup');
    await stranger.sees('Đầu Mối làm được gì');
    expect(bot.shownIn(1009)).not.toContain('nhân sự nội bộ');
    expect(JSON.stringify(bot.telegram.messages)).not.toContain('nhân sự nội bộ');
    expect(bot.shownIn(rooms.kh) + bot.shownIn(rooms.htkt)).not.toMatch(/NV-\d/u);
    expect(bot.errors).toEqual([]);
  });
});
