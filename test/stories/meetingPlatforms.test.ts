/** Records of meetings where people really write: marks and threads in Slack, replies in a Telegram group. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latestWordText } from '../meetings/wordText.ts';
import { rooms, startTwoPlatforms, type TwoPlatforms } from './twoPlatforms.ts';

describe('over Socket Mode and polling', () => {
  let bot: TwoPlatforms;
  beforeAll(async () => {
    bot = await startTwoPlatforms('held');
  });
  afterAll(() => bot?.stop());

  /** Somebody writes in the channel; the bot is not addressed and sees nothing of it. */
  function writes(text: string, ts: string) {
    const message = {
      channel: rooms.th,
      ts,
      threadTs: null,
      text,
      blocks: [],
      metadata: null,
      teamId: 'T0001',
      user: 'U0000003',
    };
    bot.slack.messages.push(message);
    return message;
  }

  const record = () =>
    JSON.stringify(
      bot.slack.messages.filter(({ text, channel }) => channel === rooms.th && text.startsWith('Biên bản:')),
    );

  it('in Slack messages are marked into the record, and replies in its thread are notes', async () => {
    const { slack, tttt } = bot;
    await tttt.head.command(
      '/cuochop Làm việc giữa TTTT và Cục Công nghệ thông tin, 14h ngày 5/4 tại phòng họp A',
      rooms.th,
    );
    await tttt.head.pressesLabel('Mở biên bản', rooms.th);
    await tttt.head.sees('Biên bản: Làm việc', rooms.th);

    const note = writes('Trung tâm có đội ngũ &lt;lập trình&gt; mạnh', '1459850001.000001');
    await tttt.official.reacts(note, 'pushpin');
    await slack.until(() => record().includes('Ý kiến: 1 · Kết luận: 0'));
    expect(record()).toContain('Trưởng phòng Tổng hợp');
    const agreed = writes('Thống nhất xây dựng chương trình 5 năm', '1459850002.000002');
    await tttt.official.reacts(agreed, 'white_check_mark');
    await slack.until(() => record().includes('Kết luận: 1'));
    const work = writes('P. Tổng hợp dự thảo chương trình, hạn 15/4', '1459850003.000003');
    await tttt.head.reacts(work, 'memo');
    await slack.until(() => record().includes('Nhiệm vụ: 1'));
    await tttt.head.repliesUnder('Biên bản: Làm việc', 'Cấp ký còn để ngỏ', rooms.th);
    await slack.until(() => record().includes('Ý kiến: 2'));
    expect(bot.errors).toEqual([]);
  });

  it('a mark is taken away again; other emojis and other channels mean nothing', async () => {
    const { slack, tttt, app } = bot;
    const wrong = writes('Ăn trưa ở đâu?', '1459850004.000004');
    await tttt.official.reacts(wrong, 'pushpin');
    await slack.until(() => record().includes('Ý kiến: 3'));
    await tttt.official.reacts(wrong, 'pushpin', false);
    await slack.until(() => record().includes('Ý kiến: 2'));
    const calls = () => slack.calls.filter(({ method }) => method === 'conversations.history').length;
    const before = calls();
    await tttt.official.reacts(wrong, 'tada');
    await tttt.official.reacts({ ...wrong, channel: rooms.kh }, 'pushpin');
    await tttt.head.command('/cuochop kết luận Họp lại vào tháng 5', rooms.th);
    await slack.until(() => record().includes('Kết luận: 2'));
    await app.delivery.drain(10_000);
    expect(calls()).toBe(before);
    expect(record()).toContain('Ý kiến: 2');
    expect(bot.errors).toEqual([]);
  });

  it('its tasks are given in Slack, its minutes reach the other agency in Telegram', async () => {
    const { slack, telegram, tttt, cntt, app } = bot;
    await tttt.official.pressesLabel('Giao các nhiệm vụ (1)', rooms.th);
    await tttt.official.pressesLabel('Giao việc', rooms.th, 'dự thảo chương trình');
    await slack.until(() => record().includes('đã giao 1'));
    await tttt.head.pressesLabel('Kết thúc và lập biên bản', rooms.th);
    await tttt.head.sees('Đã lập biên bản: Làm việc', rooms.th);
    await cntt.official.sees('Biên bản: Làm việc giữa TTTT và Cục Công nghệ thông tin');
    const sent = await telegram.until(
      () => telegram.messages.find(({ document }) => document?.name.endsWith('.docx')),
      'the minutes in Telegram',
    );
    const upload = await slack.until(() =>
      slack.uploads.find(({ shared }) => shared.some(({ channel }) => channel === rooms.th)),
    );
    expect(upload.content?.equals(sent.document?.content ?? new Uint8Array())).toBe(true);
    const { text } = await latestWordText(app.database.db);
    for (const words of [
      'Trưởng phòng Tổng hợp: Trung tâm có đội ngũ <lập trình> mạnh',
      'Trưởng phòng Tổng hợp: Cấp ký còn để ngỏ',
      '1. Thống nhất xây dựng chương trình 5 năm',
      '2. Họp lại vào tháng 5',
      'dự thảo chương trình\nPhòng Tổng hợp',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Ăn trưa');
    expect(bot.errors).toEqual([]);
  });

  it('a conclusion in a Slack message becomes tasks by its shortcut', async () => {
    const { tttt } = bot;
    const message = writes(
      '1. Giao P. Tổng hợp lập danh mục, hạn 20/4.\n2. Giao Phòng Kế hoạch lập dự toán, hạn 22/4.',
      '1459850009.000009',
    );
    await tttt.official.shortcut('tasks_from_conclusion', message, rooms.th);
    await tttt.official.sees('Xem lại 2 việc trước khi giao', rooms.th);
    await tttt.official.pressesLabel('Giao tất cả (2 việc)', rooms.th);
    await tttt.head.sees('lập danh mục', rooms.th);
    expect(bot.errors).toEqual([]);
  });

  it('without words a form opens it, as a window in Slack and as a dialogue in Telegram', async () => {
    const { slack, tttt, cntt } = bot;
    const windows = slack.views.size;
    await tttt.official.command('/cuochop', rooms.kh);
    const view = await slack.until(() => slack.views.size > windows && [...slack.views.values()].at(-1));
    await tttt.official.submits(view, { title: 'Họp kế hoạch', day: '5/4', time: '8h30' });
    await tttt.official.sees('Biên bản: Họp kế hoạch', rooms.kh);
    expect(bot.shownIn(rooms.kh)).toContain('08:30 thứ Ba, 5/4/2016');

    await cntt.official.says('/cuochop');
    await cntt.official.sees('Mở biên bản');
    await cntt.official.says('Họp điều phối');
    await cntt.official.sees('Chuyên viên Văn phòng Cục');
    await cntt.official.presses('Mở');
    await cntt.official.sees('Biên bản: Họp điều phối');
    expect(bot.errors).toEqual([]);
  });

  it('a file in Telegram becomes tasks when it is answered with /ketluan', async () => {
    const { telegram, cntt } = bot;
    const text =
      '1. Giao Phòng Phát triển ứng dụng lập phương án kết nối, hạn 20/4.\n2. Giao Phòng Hạ tầng kỹ thuật rà soát máy chủ, hạn 22/4.';
    telegram.files.set('tep-1', new TextEncoder().encode(text));
    const document = { file_id: 'tep-1', file_unique_id: 'u1', file_name: 'ket-luan.txt', file_size: 200 };
    const from = { id: 1003, is_bot: false, first_name: 'Trưởng phòng' };
    const sent = { message_id: 9100, date: 1, chat: { id: 1002, type: 'private' }, from, document };
    await cntt.official.says('/ketluan', { reply_to_message: sent });
    await cntt.official.sees('Xem lại 2 việc trước khi giao');
    expect(bot.errors).toEqual([]);
  });

  it('in a Telegram group replies are notes, and a message is taken by answering it', async () => {
    const { telegram, cntt, app } = bot;
    await cntt.head.says('/cuochop Họp phòng, 9h ngày 6/4');
    await cntt.head.presses('Mở biên bản');
    await cntt.head.sees('Biên bản: Họp phòng');
    await cntt.head.repliesTo('Biên bản: Họp phòng', 'Cần thêm máy chủ');
    const living = () =>
      telegram.messages.find(({ html }) => html.includes('Biên bản: Họp phòng'))?.html ?? '';
    await telegram.until(() => living().includes('Ý kiến: 1') || undefined, 'a note');
    const colleague = { id: 1077, is_bot: false, first_name: 'Kỹ sư', last_name: 'Hạ tầng' };
    const chat = { id: rooms.ptud, type: 'group', title: 'Phòng Phát triển ứng dụng' };
    const said = {
      message_id: 9001,
      date: 1,
      chat,
      from: colleague,
      text: 'Chốt dùng chung trung tâm dữ liệu',
    };
    await cntt.head.says('/cuochop kết luận', { reply_to_message: said });
    await telegram.until(() => living().includes('Kết luận: 1') || undefined, 'a conclusion');
    await cntt.head.says('/cuochop kết thúc');
    await cntt.head.sees('Đã lập biên bản: Họp phòng');
    await telegram.until(
      () => telegram.messages.find((each) => each.chatId === rooms.ptud && each.document),
      'the minutes in the group',
    );
    const { text } = await latestWordText(app.database.db);
    expect(text).toContain('Trưởng phòng Phát triển ứng dụng: Cần thêm máy chủ');
    expect(text).toContain('1. Chốt dùng chung trung tâm dữ liệu');
    expect(bot.errors).toEqual([]);
  }, 60_000);
});
