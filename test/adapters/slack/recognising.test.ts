/** Whose address Slack has confirmed, and how often it is asked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emailOf } from '../../../adapters/slack/recognising.ts';
import { createPerson } from '../../../src/demo/slack/slackPeople.ts';
import { type AdapterUnderTest, startAdapter } from './platformAt.ts';
import { type SlackBot, startBot } from './slackBot.ts';

const member = {
  id: 'U1',
  team_id: 'T0001',
  deleted: false,
  is_bot: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_email_confirmed: true,
  profile: { email: 'Can.Bo@Vidu.vn' },
};

describe('the address of', () => {
  it('a confirmed member counts, in lower case', () => {
    expect(emailOf(member, 'U1', 'T0001')).toBe('can.bo@vidu.vn');
  });

  it('a member of the organisation whose workspaces include this one counts', () => {
    const inEnterprise = { ...member, team_id: 'T0009', enterprise_user: { teams: ['T0009', 'T0001'] } };
    expect(emailOf(inEnterprise, 'U1', 'T0001')).toBe('can.bo@vidu.vn');
  });

  it.each([
    ['a guest', { is_restricted: true }],
    ['a guest of one channel', { is_ultra_restricted: true }],
    ['a bot', { is_bot: true }],
    ['an app', { is_app_user: true }],
    ['somebody who was deactivated', { deleted: true }],
    ['somebody who was invited and has not come', { is_invited_user: true }],
    ['a stranger of Slack Connect', { is_stranger: true }],
    ['somebody of another workspace', { team_id: 'T0002' }],
    ['somebody of another workspace of an enterprise', { team_id: 'T2', enterprise_user: { teams: ['T2'] } }],
    ['somebody else', { id: 'U2' }],
    ['somebody who has not confirmed it', { is_email_confirmed: false }],
    ['somebody of whom that is not said', { is_email_confirmed: undefined }],
    ['a member of whom it is not said whether they are a guest', { is_restricted: undefined }],
    ['somebody without one', { profile: {} }],
  ])('%s does not', (_, different) => {
    expect(emailOf({ ...member, ...different }, 'U1', 'T0001')).toBeNull();
  });
});

describe('the adapter', () => {
  let at: AdapterUnderTest;
  beforeAll(async () => {
    at = await startAdapter();
  });
  afterAll(() => at.stop());

  it('asks about a sender once in a while, and Slack only when the core wants to know', async () => {
    const person = createPerson('U31', at.send, at.slack);
    await person.command('/viec');
    await person.command('/viec');
    await at.slack.until(() => at.heard.length === 2);
    expect(at.asked).toEqual(['U31']);
    expect(at.slack.calls.filter(({ method }) => method === 'users.info')).toEqual([]);
  });

  it('asks again when Slack did not answer, and the sender is heard all the same', async () => {
    at.heard.length = 0;
    at.slack.people.set('U32', { profile: { email: 'u32@vidu.vn' } });
    const given: (string | null)[] = [];
    at.recognises(async (email) => {
      given.push(await email());
      return null;
    });
    at.slack.fail('users.info', { kind: 'status', status: 500 });
    const person = createPerson('U32', at.send, at.slack);
    await person.command('/viec');
    await at.slack.until(() => at.heard.length === 1);
    await person.command('/viec');
    await at.slack.until(() => at.heard.length === 2);
    expect(given).toEqual(['u32@vidu.vn']);
  });
});

describe('the whole bot', () => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await startBot('http');
  });
  afterAll(() => bot.stop());

  it('recognises somebody by the address, tells them, and goes on with what they said', async () => {
    const { slack, newcomer, stranger } = bot;
    slack.people.set(newcomer.userId, { profile: { email: 'ChuyenVien@vidu.vn' } });
    slack.people.set(stranger.userId, { is_restricted: true, profile: { email: 'chuyenvien@vidu.vn' } });
    const toldTo = (privately: string, text: string) =>
      slack.until(() =>
        slack.messages.find(
          (each) => each.channel === privately && JSON.stringify(each.blocks).includes(text),
        ),
      );
    await stranger.command('/viec');
    await toldTo(stranger.privately, '/thamgia');
    await newcomer.command('/trogiup viec');
    await toldTo(newcomer.privately, 'Đã nhận ra Chuyên viên Phòng Tổng hợp');
    await toldTo(newcomer.privately, '/viec');
    await newcomer.command('/viec');
    await toldTo(newcomer.privately, 'được giao');
    expect(bot.errors).toEqual([]);
  });
});
