/** A room proves itself in Slack, through the whole bot: its test card is answered; where the bot cannot write, the admin
 *  is told how to mend it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closedChannel } from '../../../src/demo/slack/loopbackMethods.ts';
import { buttonsIn } from '../../../src/demo/slack/slackPeople.ts';
import { room, type SlackBot, startBot } from './slackBot.ts';

let bot: SlackBot;
beforeAll(async () => {
  bot = await startBot('http');
});
afterAll(() => bot.stop());

const testCard = () =>
  bot.slack.until(() =>
    bot.slack.messages.find(
      ({ channel, blocks }) =>
        channel === room &&
        buttonsIn(blocks).some(({ action_id: action }) => action.startsWith('room.prove')),
    ),
  );
const words = (blocks: unknown) => JSON.stringify(blocks);
const shownTo = (person: SlackBot['official']) =>
  bot.slack.messages.filter(({ channel }) => channel === person.privately).map(({ blocks }) => words(blocks));

it('a room of the organisation file is unproven until somebody there whom the bot knows presses the button', async () => {
  const { slack, official, head, stranger } = bot;
  const card = await testCard();
  const [seen] = buttonsIn(card.blocks);
  if (!seen) throw new Error('the test card has no button');
  expect(seen.text).toBe('Đã thấy');

  await official.command('/donvi TH');
  await slack.until(() => shownTo(official).some((text) => text.includes('chưa kiểm chứng')));

  await stranger.presses(card, seen);
  await slack.until(() => slack.ephemerals.length > 0 || slack.responses.length > 0);
  await head.presses({ ...card, channel: head.privately }, seen);
  await slack.until(() =>
    [...shownTo(head), words(slack.ephemerals), words(slack.responses)].some((text) =>
      text.includes('Thẻ thử này dành cho nhóm khác'),
    ),
  );
  expect(words((await testCard()).blocks)).toContain('chưa kiểm chứng');

  await head.presses(card, seen);
  const answered = await slack.until(() =>
    slack.messages.find(({ ts, blocks }) => ts === card.ts && buttonsIn(blocks).length === 0),
  );
  expect(words(answered.blocks)).toContain('Trưởng phòng Tổng hợp đã bấm “Đã thấy”');

  await official.command('/donvi TH');
  await slack.until(() =>
    shownTo(official).some((text) => text.includes('TTTT/TH') && !text.includes('chưa kiểm chứng')),
  );
  expect(bot.errors).toEqual([]);
});

it('a room in which the bot cannot write is told to the admin, with the way to mend it', async () => {
  const { slack, official } = bot;
  await official.command('/donvi nhom TTTT', closedChannel);
  const told = await slack.until(() => shownTo(official).find((text) => text.includes('not_in_channel')));
  expect(told).toContain('Xin thêm lại Đầu Mối vào nhóm');
  expect(told).toContain('Gửi lại thẻ thử');
  // The test card itself is for that room alone: it comes to nobody in its place.
  expect(slack.messages.filter(({ text }) => text.startsWith('Thẻ thử:'))).toHaveLength(0);

  await official.command('/donvi');
  await slack.until(() =>
    shownTo(official).some((text) => text.includes('chưa kiểm chứng · hiện không gửi tới được')),
  );
  expect(bot.errors).toEqual([]);
});
