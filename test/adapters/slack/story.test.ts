/** A task from one line to its end, in Slack, through the whole bot: over HTTP and over Socket Mode. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsIn } from '../../../src/demo/slack/slackPeople.ts';
import { room, type SlackBot, startBot } from './slackBot.ts';

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await startBot(mode);
  });
  afterAll(() => bot.stop());

  const cardWith = (label: string, channel: string) =>
    bot.slack.until(() =>
      bot.slack.messages.find(
        (message) =>
          message.channel === channel && buttonsIn(message.blocks).some((each) => each.text === label),
      ),
    );
  const press = async (person: SlackBot['official'], label: string, channel: string) => {
    const message = await cardWith(label, channel);
    const button = buttonsIn(message.blocks).find((each) => each.text === label);
    if (!button) throw new Error(`no button ${label}`);
    await person.presses(message, button);
    return message;
  };

  it('is given in one line, arrives in the room of the department, and changes there as it moves on', async () => {
    const { official, head, slack, app } = bot;
    await official.command(
      '/giao P. Tổng hợp chủ trì dự thảo nội dung phối hợp 5 năm, trình lãnh đạo giữa tháng 4',
    );
    const preview = await press(official, 'Giao việc', official.privately);
    expect(JSON.stringify(preview.blocks)).toContain('15/4/2016');

    const card = await press(head, 'Nhận việc', room);
    const living = () => slack.messages.find(({ ts }) => ts === card.ts);
    await slack.until(() => !buttonsIn(living()?.blocks).some((each) => each.text === 'Nhận việc'));

    await head.says('Đã gửi đề cương cho các đơn vị', {
      channel: room,
      thread_ts: card.ts,
      parent_user_id: 'U0BOT',
    });
    await slack.until(() => JSON.stringify(living()?.blocks).includes('Đã gửi đề cương'));

    if (!app.rehearsal) throw new Error('no clock to move');
    await app.rehearsal.moveTo(Temporal.Instant.from('2016-04-06T09:00+07:00'));
    await slack.until(() =>
      slack.messages.some(({ channel, text }) => channel === room && text.includes('Nhắc việc NV-1')),
    );
    expect(bot.errors).toEqual([]);
  });

  it('is reported by a form with errors at its fields', async () => {
    const { head, slack } = bot;
    await head.command('/tiendo NV-1');
    const [view] = await slack.until(() =>
      slack.views.size > 0 ? [...slack.views.values()].slice(-1) : null,
    );
    expect(view).toMatchObject({ type: 'modal', callback_id: 'form' });
    const names = JSON.stringify(view?.blocks);
    expect(names).toContain('|1');
    const refused = await head.submits(view ?? {}, {});
    expect(refused).toMatchObject({ response_action: 'errors' });
    expect(bot.errors).toEqual([]);
  });

  it('is spoken about in the thread of the bot’s answer', async () => {
    const { head, slack } = bot;
    await head.command('/tiendo NV-1 40% đang gom số liệu');
    const noted = await slack.until(() =>
      slack.messages.find(
        ({ channel, text }) => channel === head.privately && text.includes('NV-1') && text.includes('40'),
      ),
    );
    await head.says('Còn thiếu số liệu của Văn phòng', { thread_ts: noted.ts, parent_user_id: 'U0BOT' });
    await slack.until(() =>
      slack.messages.some(
        ({ channel, blocks }) => channel === room && JSON.stringify(blocks).includes('Còn thiếu số liệu'),
      ),
    );
    expect(bot.errors).toEqual([]);
  });

  it('is answered for in the home page', async () => {
    const { leader, slack } = bot;
    await leader.opensHome();
    const home = await slack.until(() => slack.homes.get(leader.userId));
    expect(buttonsIn(home.blocks).map((each) => each.text)).toContain('Giao việc');
    await leader.inView({ ...home, id: 'V1' }, { action_id: 'slack.run', value: 'tinhhinh' });
    await slack.until(() => slack.messages.find(({ channel }) => channel === leader.privately));
    expect(bot.errors).toEqual([]);
  });

  it('goes on after a restart', async () => {
    await bot.restart();
    await bot.head.command('/xong NV-1 dự thảo lần 1 đã trình', room);
    await press(bot.official, 'Duyệt', bot.official.privately);
    await bot.slack.until(() =>
      bot.slack.messages.some(
        ({ channel, blocks }) => channel === room && JSON.stringify(blocks).includes('Hoàn thành'),
      ),
    );
    expect(bot.errors).toEqual([]);
  });
});
