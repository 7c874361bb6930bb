/** One draft between an agency in Slack and an agency in Telegram: files cross over both ways, and old versions come back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordFile } from '../drafts/wordFile.ts';
import { document, rooms, startTwoPlatforms, type TwoPlatforms } from './twoPlatforms.ts';

const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const articles = [
  'Điều 1. Hai bên chia sẻ dữ liệu dân tộc và dữ liệu tài nguyên môi trường.',
  'Điều 2. Chương trình có hiệu lực từ ngày ký đến hết năm 2021.',
] as const;

const textFile = (name: string, text: string) => ({ name, mime: 'text/plain', content: Buffer.from(text) });

describe.each([
  ['Socket Mode and polling', 'held', '15/4/2016'],
  ['HTTP and webhook', 'called', '15/4/2036'],
] as const)('over %s', (_, mode, due) => {
  let bot: TwoPlatforms;
  let first: Uint8Array;
  let second: Uint8Array;
  beforeAll(async () => {
    bot = await startTwoPlatforms(mode);
    first = await wordFile(...articles);
    second = await wordFile(articles[0], articles[1].replace('2021', '2020'), 'Điều 3. Kinh phí.');
  });
  afterAll(() => bot?.stop());

  it('a file in the thread of the card in Slack comes to the group in Telegram, byte for byte', async () => {
    const { tttt, cntt, telegram } = bot;
    await tttt.official.command(
      `/giao P. Tổng hợp và P. Phát triển ứng dụng chủ trì dự thảo chương trình phối hợp, hạn ${due}`,
    );
    await tttt.official.pressesLabel('Giao việc');
    await cntt.official.presses('Đồng ý');
    await cntt.head.sees('NV-1');
    await tttt.head.repliesUnder('NV-1 · ', 'bản đầu', rooms.th, [
      { name: 'Dự thảo lần 1.docx', mime, content: Buffer.from(first) },
    ]);
    await cntt.head.sees('Phòng Tổng hợp nộp bản 1 dự thảo NV-1');
    const sent = await telegram.until(
      () => telegram.messages.find((each) => each.chatId === rooms.ptud && each.document),
      'the document in the group',
    );
    expect(sent.document?.name).toBe('Dự thảo lần 1.docx');
    expect(Buffer.from(sent.document?.content ?? []).equals(Buffer.from(first))).toBe(true);
    await tttt.official.sees('Phòng Tổng hợp nộp bản 1 dự thảo NV-1');
    expect(bot.errors).toEqual([]);
  });

  it('a document in answer to the card in Telegram comes to the channel in Slack, with what changed', async () => {
    const { tttt, cntt, slack, telegram } = bot;
    const file = { name: 'Dự thảo lần 2.docx', mime, content: second };
    await cntt.head.repliesTo('NV-1 · ', '', document(telegram, file, 'Cục đã sửa'));
    await tttt.head.sees('Phòng Phát triển ứng dụng nộp bản 2 dự thảo NV-1', rooms.th);
    await tttt.head.sees('So với bản 1: 1 đoạn thêm, 1 đoạn sửa.', rooms.th);
    const upload = await slack.until(() =>
      slack.uploads.find((each) => each.shared.some(({ channel }) => channel === rooms.th)),
    );
    expect(upload.name).toBe('Dự thảo lần 2.docx');
    expect(upload.content?.equals(Buffer.from(second))).toBe(true);
    expect(bot.errors).toEqual([]);
  });

  it('the department in Slack agrees; the group in Telegram and the giver hear it, and it stands on the card', async () => {
    const { tttt, cntt } = bot;
    await tttt.head.pressesLabel('Đồng thuận', rooms.th, 'nộp bản 2');
    await cntt.head.sees('Phòng Tổng hợp (TTTT) đồng thuận bản 2 dự thảo NV-1');
    await cntt.head.sees('Đã đồng thuận: Phòng Tổng hợp (TTTT)');
    await tttt.official.sees('Các đơn vị chủ trì đã đồng thuận bản 2 dự thảo NV-1');
    expect(bot.errors).toEqual([]);
  });

  it('an old version is fetched on the other platform than it came from, both ways', async () => {
    const { tttt, cntt, telegram, slack } = bot;
    const before = telegram.messages.filter((each) => each.document).length;
    await cntt.headAlone.says('/xem NV-1');
    await cntt.headAlone.presses('Lấy bản 1');
    await cntt.headAlone.sees('Dự thảo NV-1, bản 1');
    const fetched = await telegram.until(
      () => telegram.messages.find((each) => each.chatId === 1003 && each.document),
      'the old version',
    );
    expect(Buffer.from(fetched.document?.content ?? []).equals(Buffer.from(first))).toBe(true);
    expect(telegram.messages.filter((each) => each.document).length).toBe(before + 1);
    await tttt.official.command('/xem NV-1');
    await tttt.official.pressesLabel('Lấy bản 2');
    const upload = await slack.until(() =>
      slack.uploads.find(
        (each) =>
          each.name === 'Dự thảo lần 2.docx' &&
          each.shared.some(({ channel }) => channel === tttt.official.privately),
      ),
    );
    expect(upload.content?.equals(Buffer.from(second))).toBe(true);
    expect(bot.errors).toEqual([]);
  });

  it('a file sent alone is asked about in both platforms', async () => {
    const { tttt, cntt, telegram } = bot;
    await cntt.headAlone.says('', document(telegram, textFile('Phụ lục.txt', 'một')));
    await cntt.headAlone.sees('Nộp “Phụ lục.txt” cho nhiệm vụ nào?');
    await cntt.headAlone.presses('NV-1', 'Nộp “Phụ lục.txt”');
    await cntt.headAlone.sees('Đã nộp bản 3 dự thảo NV-1');
    await tttt.head.sendsFile(textFile('Phụ lục 2.txt', 'hai'), 'gửi lại');
    await tttt.head.sees('Nộp “Phụ lục 2.txt” cho nhiệm vụ nào?');
    await tttt.head.pressesLabel('NV-1', tttt.head.privately, 'Phụ lục 2.txt');
    await tttt.head.sees('Đã nộp bản 4 dự thảo NV-1');
    await cntt.head.sees('Phòng Tổng hợp nộp bản 4 dự thảo NV-1');
    // With the command as its caption nothing has to be asked.
    await cntt.head.says('', document(telegram, textFile('Phụ lục.txt', 'ba'), '/nop NV-1 bản có chú thích'));
    await tttt.head.sees('Phòng Phát triển ứng dụng nộp bản 5 dự thảo NV-1', rooms.th);
    await tttt.head.sees('Ghi chú: bản có chú thích', rooms.th);
    expect(bot.errors).toEqual([]);
  });

  it('a draft in words goes by the form of either platform, which says how a file gets here', async () => {
    const { tttt, cntt, slack } = bot;
    await tttt.head.pressesLabel('Nộp dự thảo', rooms.th, 'NV-1 · ');
    const view = await slack.until(() =>
      [...slack.views.values()].findLast((each) =>
        JSON.stringify(each).includes('trả lời trong luồng của thẻ NV-1'),
      ),
    );
    await tttt.head.submits(view, { words: 'Điều 1. Bằng lời từ Slack.', note: '' });
    await cntt.head.sees('Phòng Tổng hợp nộp bản 6 dự thảo NV-1');
    await cntt.head.sees('Điều 1. Bằng lời từ Slack.');
    await cntt.head.presses('Nộp dự thảo', 'NV-1 · ');
    await cntt.head.sees('trả lời thẻ NV-1 bằng tệp');
    await cntt.head.repliesTo('1/2', 'Điều 1. Bằng lời từ Telegram.');
    await cntt.head.repliesTo('2/2', 'xin góp ý');
    const check = await cntt.head.sees('Xin xem lại');
    await cntt.head.presses(check.keys[0]?.text ?? '');
    await tttt.head.sees('Phòng Phát triển ứng dụng nộp bản 7 dự thảo NV-1', rooms.th);
    await tttt.head.sees('Sửa: “… 1. Bằng lời từ Slack.” → “… 1. Bằng lời từ Telegram.”', rooms.th);
    expect(bot.errors).toEqual([]);
  });

  it('who has no part gets nothing', async () => {
    const { stranger, telegram } = bot;
    await stranger.says('/nop NV-1 của tôi');
    await stranger.sees('Không thấy nhiệm vụ NV-1');
    await stranger.says('', document(telegram, textFile('x.txt', 'x')));
    await stranger.sees('Hiện không có nhiệm vụ đang mở nào');
    expect(bot.shownIn(1009)).not.toMatch(/Điều|bản 1|chương trình/u);
    expect(bot.shownIn(rooms.kh) + bot.shownIn(rooms.htkt)).not.toMatch(/NV-\d/u);
    expect(bot.errors).toEqual([]);
  });
});
