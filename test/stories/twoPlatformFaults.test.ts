/** What goes wrong while one bot speaks Slack and Telegram. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rooms, startTwoPlatforms, type TwoPlatforms } from './twoPlatforms.ts';

let bot: TwoPlatforms;

async function giveToBoth(): Promise<void> {
  const { tttt, cntt } = bot;
  await tttt.official.command(
    '/giao P. Tổng hợp chủ trì, phối hợp với P. Phát triển ứng dụng dự thảo chương trình phối hợp, hạn 15/4/2036',
  );
  await tttt.official.pressesLabel('Giao việc');
  await tttt.head.sees('NV-1 · ', rooms.th);
  await cntt.official.presses('Đồng ý');
  await cntt.head.sees('NV-1 · ');
}

const happened = async (kind: string) =>
  (await bot.app.database.db.selectFrom('event').select('id').where('kind', '=', kind).execute()).length;

describe('restarts and waits', () => {
  beforeAll(async () => {
    bot = await startTwoPlatforms('held');
    await giveToBoth();
  });
  afterAll(() => bot.stop());

  it('a restart right after a press loses neither the press nor its answer, in both; a second press does it no second time', async () => {
    const { tttt, cntt, slack, telegram } = bot;
    await Promise.all([tttt.head.pressesLabel('Nhận việc', rooms.th), cntt.head.presses('Nhận việc')]);
    await bot.restart();
    const fromTelegram = () => telegram.messages.find((each) => each.html.includes('đã nhận NV-1'));
    await telegram.until(fromTelegram, 'the answer in Telegram');
    await slack.until(() =>
      JSON.stringify([slack.messages, slack.ephemerals, slack.responses]).includes('đã nhận NV-1'),
    );
    expect(await happened('assignment.accepted')).toBe(2);
    const [old] = telegram.messages.filter((each) => each.chatId === rooms.ptud);
    if (!old) throw new Error('no card');
    await cntt.head.pressesData(old, 'task.accept:2', 'Nhận việc');
    await cntt.head.says('/xem NV-1');
    await cntt.head.sees('đang thực hiện');
    expect(await happened('assignment.accepted')).toBe(2);
    expect(bot.errors).toEqual([]);
  });

  it('a 429 of Telegram does not hold up Slack', async () => {
    const { tttt, cntt, telegram } = bot;
    expect(await bot.app.delivery.drain(60_000)).toBe(0);
    const answer = { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 600 } };
    for (const method of ['sendMessage', 'editMessageText']) {
      telegram.mischief.push({ method, chatId: rooms.ptud, answer });
    }
    await tttt.head.repliesUnder('NV-1 · ', 'Xin gửi số liệu quý I', rooms.th);
    await tttt.official.sees('Xin gửi số liệu quý I');
    await telegram.until(() => (telegram.mischief.length < 2 ? true : undefined), 'the refusal');
    await tttt.head.repliesUnder('NV-1 · ', 'Xin gửi số liệu quý II', rooms.th);
    await tttt.official.sees('Xin gửi số liệu quý II');
    // Other conversations in Telegram go on as well.
    await cntt.official.says('/xem NV-1');
    await cntt.official.sees('Xin gửi số liệu quý II');
    expect(bot.shownIn(rooms.ptud)).not.toContain('Xin gửi số liệu');
  }, 90_000);

  it('a 429 of Slack does not hold up Telegram', async () => {
    const { tttt, cntt, slack } = bot;
    slack.fail('chat.postMessage', { kind: 'status', status: 429, headers: { 'retry-after': '600' } });
    await cntt.head.repliesTo('NV-1 · ', 'thiếu số liệu của Phòng Kế hoạch');
    await cntt.headAlone.sees('Đã ghi trao đổi');
    await cntt.official.says('/xem NV-1');
    await cntt.official.sees('thiếu số liệu của Phòng Kế hoạch');
    expect(
      JSON.stringify(slack.messages.filter(({ channel }) => channel === tttt.official.privately)),
    ).not.toContain('thiếu số liệu');
  });
});

describe('events out of order', () => {
  beforeAll(async () => {
    bot = await startTwoPlatforms('called');
    await giveToBoth();
  });
  afterAll(() => bot.stop());

  it('an earlier one that comes later is done, too, and each of them once', async () => {
    const { tttt, cntt, telegram, app } = bot;
    const say = (updateId: number, text: string) =>
      telegram.happens({
        update_id: updateId,
        message: {
          message_id: updateId,
          date: 1,
          from: { id: 1003, is_bot: false, first_name: 'Trưởng phòng' },
          chat: { id: 1003, type: 'private' },
          text,
        },
      });
    await say(90_002, '/tiendo NV-1 60% đã rà soát lần hai');
    await say(90_001, '/xem NV-1');
    await say(90_002, '/tiendo NV-1 60% đã rà soát lần hai');
    await cntt.headAlone.sees('Đã ghi tiến độ NV-1');
    await cntt.headAlone.sees('Lời giao');
    const { ts: thread } = await tttt.head.sees('NV-1 · ', rooms.th);
    const under = { channel: rooms.th, channel_type: 'channel', thread_ts: thread, parent_user_id: 'U0BOT' };
    const later = { ...under, ts: '1459850900.000002' };
    await tttt.head.says('Nói sau, tới trước', later);
    await tttt.head.says('Nói trước, tới sau', { ...under, ts: '1459850900.000001' });
    await tttt.head.says('Nói sau, tới trước', later);
    await tttt.official.sees('Nói sau, tới trước');
    await tttt.official.sees('Nói trước, tới sau');
    expect(await app.delivery.drain(60_000)).toBe(0);
    expect([await happened('assignment.progressed'), await happened('task.commented')]).toEqual([1, 2]);
    expect(bot.errors).toEqual([]);
  }, 90_000);
});
