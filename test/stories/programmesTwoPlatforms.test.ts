/** A programme between an agency in Slack and one in Telegram, from the first line to the Word file. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rooms, startTwoPlatforms, type TwoPlatforms } from './twoPlatforms.ts';

let bot: TwoPlatforms;
beforeAll(async () => {
  bot = await startTwoPlatforms('held');
});
afterAll(() => bot?.stop());

/** The modal of that title, once it is open. */
const view = (title: string) =>
  bot.slack.until(() => {
    const last = [...bot.slack.views.values()].at(-1);
    return last && JSON.stringify(last).includes(title) ? last : undefined;
  });

it('is described in Slack, and agreed to in Telegram before a department there hears of it', async () => {
  const { tttt, cntt } = bot;
  await tttt.official.command(
    '/chuongtrinh Chương trình phối hợp 5 năm 2016–2020 giữa TTTT và CNTT, đầu mối P. TH và P. Phát triển ứng dụng',
  );
  await tttt.official.sees('Xem lại trước khi lập chương trình');
  await tttt.official.pressesLabel('Lập chương trình');
  await tttt.head.sees('CT-1', rooms.th);
  await cntt.official.sees('đề nghị cùng tham gia một chương trình phối hợp');
  expect(bot.shownIn(rooms.ptud)).not.toContain('CT-1');
  await cntt.official.presses('Đồng ý tham gia');
  await cntt.head.sees('CT-1 · Chương trình');
  await tttt.official.sees('Cục Công nghệ thông tin đồng ý tham gia');
  expect(bot.errors).toEqual([]);
});

it('gets contents from both sides: a line in Telegram, a form in Slack; each card shows them all', async () => {
  const { tttt, cntt, slack, telegram } = bot;
  const inTelegram = await cntt.head.sees('CT-1 · Chương trình');
  const { ts } = await tttt.head.sees('CT-1', rooms.th);
  const inSlack = () => JSON.stringify(slack.messages.find((each) => each.ts === ts)?.blocks);
  await cntt.head.says('/chuongtrinh CT-1 thêm nội dung Chia sẻ dữ liệu; Đào tạo cán bộ');
  await slack.until(() => (inSlack().includes('2. Đào tạo cán bộ') ? true : undefined));
  await tttt.official.pressesLabel('Thêm nội dung', tttt.official.privately, 'CT-1');
  await tttt.official.submits(await view('Nội dung phối hợp'), { titles: 'Ứng dụng công nghệ' });
  await telegram.until(
    () => (inTelegram.html.includes('3. Ứng dụng công nghệ') ? true : undefined),
    'the third content in Telegram',
  );
  expect(inSlack()).toContain('CNTT thêm');
  expect(bot.errors).toEqual([]);
});

it('a task for a content moves the progress on both cards', async () => {
  const { tttt, cntt, telegram } = bot;
  const inTelegram = await cntt.head.sees('CT-1 · Chương trình');
  await tttt.official.command('/giao P. TH lập danh mục dữ liệu thuộc CT-1 nội dung 1, hạn 15/4');
  await tttt.official.sees('CT-1, nội dung 1: Chia sẻ dữ liệu');
  await tttt.official.pressesLabel('Giao việc', tttt.official.privately, 'lập danh mục dữ liệu');
  const shows = (words: string) =>
    telegram.until(() => (inTelegram.html.includes(words) ? true : undefined), words);
  await shows('đang làm 0/1');
  await tttt.head.command('/xong NV-1', rooms.th);
  await tttt.official.pressesLabel('Duyệt', tttt.official.privately, 'NV-1');
  await shows('xong 1/1');
  expect(bot.errors).toEqual([]);
});

it('a document sent under the card in Telegram comes to Slack, and is fetched again there', async () => {
  const { tttt, cntt, slack, telegram } = bot;
  telegram.files.set('de-cuong', new TextEncoder().encode('đề cương'));
  const document = {
    file_id: 'de-cuong',
    file_unique_id: 'de-cuong',
    file_name: 'Đề cương.docx',
    mime_type: 'application/msword',
    file_size: 10,
  };
  await cntt.head.repliesTo('CT-1', '', { text: undefined, document });
  await cntt.head.sees('Đã lưu 1 tài liệu vào CT-1');
  const uploads = () => slack.uploads.filter((each) => each.name === 'Đề cương.docx');
  // To the official and to the room of the focal department.
  await slack.until(() => (uploads().flatMap((each) => each.shared).length >= 2 ? true : undefined));
  const before = uploads().length;
  await tttt.official.pressesLabel('Tài liệu', tttt.official.privately, 'CT-1 · ');
  await slack.until(() => (uploads().length > before ? true : undefined));
  expect(bot.errors).toEqual([]);
});

it('is signed in Slack and exported as a Word file', async () => {
  const { tttt, cntt, slack } = bot;
  await tttt.official.command('/chuongtrinh CT-1 chuyển sang dự thảo');
  await cntt.official.sees('chuyển từ “đề xuất” sang “dự thảo”');
  await tttt.official.command('/chuongtrinh CT-1 chuyển sang xin ý kiến');
  await cntt.official.sees('chuyển từ “dự thảo” sang “xin ý kiến”');
  await tttt.official.pressesLabel('Chuyển trạng thái', tttt.official.privately, 'CT-1 · ');
  await tttt.official.submits(await view('Ngày ký'), {
    status: { type: 'static_select', selected_option: { value: 'signed' } },
    number: '05/CTr-TTTT-CNTT',
    signedOn: '5/4/2016',
    signedBy: 'Giám đốc Trung tâm, Cục trưởng',
    level: 'cấp Cục và Trung tâm ký',
  });
  await cntt.official.sees('chuyển từ “xin ý kiến” sang “đã ký”');
  await tttt.official.pressesLabel('Xuất tài liệu', tttt.official.privately, 'CT-1 · ');
  await slack.until(() => slack.uploads.find((each) => each.name === 'CT-1 2016-04-05.docx'));
  expect(bot.errors).toEqual([]);
});

it('shows nobody outside that there is such a programme', async () => {
  const { stranger, app } = bot;
  for (const line of ['/chuongtrinh CT-1', '/chuongtrinh CT-1 thêm nội dung X', '/tinhhinh CT-1']) {
    await stranger.says(line);
    await stranger.sees('Không thấy chương trình CT-1');
  }
  await stranger.says('/chuongtrinh');
  await stranger.sees('Chưa có chương trình phối hợp');
  await app.delivery.drain(10_000);
  expect(bot.shownIn(1009)).not.toMatch(/2016–2020 giữa/u);
  expect(bot.shownIn(rooms.kh) + bot.shownIn(rooms.htkt)).not.toContain('CT-1');
  expect(bot.errors).toEqual([]);
});
