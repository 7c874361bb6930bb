/** What each side brings, between an agency in Slack and one in Telegram: listed, proposed, agreed to, given as a task. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTwoPlatforms, type TwoPlatforms } from './twoPlatforms.ts';

let bot: TwoPlatforms;
beforeAll(async () => {
  bot = await startTwoPlatforms('held');
  const { tttt, cntt } = bot;
  // A task taken on together makes the two agencies partners.
  await tttt.official.command(
    '/giao P. Tổng hợp chủ trì, phối hợp với P. Phát triển ứng dụng dự thảo chương trình phối hợp, hạn 15/4',
  );
  await tttt.official.pressesLabel('Giao việc');
  await cntt.official.presses('Đồng ý');
});
afterAll(() => bot?.stop());

/** The modal with this title, once it is open. */
const view = (title: string) =>
  bot.slack.until(() =>
    [...bot.slack.views.values()].findLast((each) => JSON.stringify(each).includes(title)),
  );

it('is brought in Telegram, opened to partners, and found in Slack without diacritics', async () => {
  const { tttt, cntt } = bot;
  await cntt.headAlone.says('/vande thêm vấn đề Chia sẻ dữ liệu nền địa lý');
  await cntt.headAlone.sees('Đã thêm VD-1; hiện chỉ cơ quan mình thấy.');
  await tttt.official.command('/vande');
  await tttt.official.sees('Chưa có mục nào.');
  await cntt.headAlone.presses('Cho đối tác xem');
  await cntt.headAlone.sees('cơ quan mình và đối tác (TTTT)');
  await tttt.official.command('/vande du lieu dia ly');
  await tttt.official.sees('VD-1 · Chia sẻ dữ liệu nền địa lý');
  await tttt.official.sees('Phòng Phát triển ứng dụng (CNTT)');
  await tttt.official.pressesLabel('Vấn đề (1)');
  await tttt.official.sees('Các bên nêu: vấn đề cần phối hợp');
  await tttt.head.command('/vande thêm dự án Cơ sở dữ liệu về dân tộc', tttt.head.privately);
  await tttt.head.pressesLabel('Cho đối tác xem');
  await tttt.head.sees('cơ quan mình và đối tác (CNTT)');
  await cntt.official.says('/vande co so du lieu');
  await cntt.official.sees('VD-2 · Cơ sở dữ liệu về dân tộc');
  await cntt.official.presses('Dự án (1)');
  await cntt.official.sees('dự án · Phòng Tổng hợp (TTTT)');
  expect(bot.errors).toEqual([]);
});

it('is proposed in a form in Slack; the department’s group in Telegram agrees, and every card says so', async () => {
  const { tttt, cntt, telegram, slack } = bot;
  await tttt.official.pressesLabel('Mở VD-1');
  const { ts } = await tttt.official.pressesLabel('Đề nghị phối hợp', tttt.official.privately, 'VD-1');
  await tttt.official.submits(await view('Nội dung đề nghị'), { words: 'Cần lớp bản đồ các xã khó khăn' });
  await tttt.official.sees('Đã gửi CNTT đề nghị phối hợp VD-1');
  const inGroup = await cntt.head.sees('TTTT đề nghị phối hợp: VD-1');
  const private1 = await cntt.official.sees('TTTT đề nghị phối hợp: VD-1');
  expect(inGroup.html).toContain('Cần lớp bản đồ các xã khó khăn');
  await cntt.head.presses('Đồng ý', 'VD-1');
  await tttt.official.sees('CNTT đồng ý phối hợp VD-1');
  await telegram.until(
    () => (private1.html.includes('Đã đồng ý: Trưởng phòng Phát triển ứng dụng') ? true : undefined),
    'the card of the official',
  );
  const living = () => JSON.stringify(slack.messages.find((each) => each.ts === ts)?.blocks);
  await slack.until(() => (living().includes('Đã đồng ý: Trưởng phòng') ? true : undefined));
  // Pressed once more on what is still on the screen: one hears who was first.
  await cntt.official.pressesData(private1, 'matter.accept:1', 'Đồng ý');
  expect(bot.errors).toEqual([]);
});

it('becomes a task of both sides, which the living cards name', async () => {
  const { tttt, cntt, slack, telegram } = bot;
  const inGroup = await cntt.head.sees('VD-1 · Chia sẻ dữ liệu nền địa lý');
  await cntt.official.presses('Giao thành nhiệm vụ', 'VD-1');
  await cntt.official.sees('Phối hợp: “Trung tâm Thông tin”?');
  // The side that asked has not said which department: the giver does.
  await cntt.official.presses('Phòng Tổng hợp (TTTT)');
  await cntt.official.sees('Phối hợp: Phòng Tổng hợp (TTTT)');
  await cntt.official.presses('Giao không hạn');
  await tttt.official.sees('Cục Công nghệ thông tin đề nghị phối hợp NV-2');
  await tttt.official.pressesLabel('Đồng ý', tttt.official.privately, 'NV-2');
  await tttt.head.sees('NV-2 · Chia sẻ dữ liệu nền địa lý', 'C0000001');
  await telegram.until(
    () => (inGroup.html.includes('Đã thành: NV-2') ? true : undefined),
    'the group’s card',
  );
  await slack.until(() =>
    slack.messages.some(
      ({ channel, blocks }) =>
        channel === tttt.official.privately && JSON.stringify(blocks).includes('Đã thành: NV-2'),
    )
      ? true
      : undefined,
  );
  expect(bot.errors).toEqual([]);
}, 60_000);

it('is refused with a reason typed in Telegram, read in Slack', async () => {
  const { tttt, cntt } = bot;
  await cntt.official.says('/vande VD-2');
  await cntt.official.presses('Đề nghị phối hợp', 'VD-2');
  await cntt.official.repliesTo('1/2', 'Đề nghị dùng chung bảng mã dân tộc');
  const check = await cntt.official.sees('Xin xem lại');
  await cntt.official.presses(check.keys[0]?.text ?? '');
  await tttt.head.sees('CNTT đề nghị phối hợp: VD-2', 'C0000001');
  await tttt.head.pressesLabel('Từ chối', 'C0000001', 'VD-2');
  await tttt.head.submits(await view('Lý do'), { words: 'bảng mã đang được sửa' });
  await cntt.official.sees('TTTT chưa đồng ý phối hợp VD-2');
  await cntt.official.sees('bảng mã đang được sửa');
  expect(bot.errors).toEqual([]);
}, 60_000);

it('shows a third agency nothing, by whatever words it asks', async () => {
  const { stranger } = bot;
  await stranger.says('/vande');
  await stranger.sees('Chưa có mục nào.');
  await stranger.says('/vande VD-1');
  await stranger.sees('Không thấy mục VD-1.');
  await stranger.says('/vande du lieu');
  await stranger.sees('Không thấy mục nào có đủ các từ ấy.');
  expect(bot.shownIn(1009)).not.toContain('Chia sẻ dữ liệu nền địa lý');
  expect(bot.errors).toEqual([]);
});
