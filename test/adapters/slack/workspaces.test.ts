/** Several workspaces in one bot: installed by themselves, told apart, and left again. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlackConfig } from '../../../adapters/slack/slackPlatform.ts';
import { PlatformError } from '../../../src/chat/errors.ts';
import type { Address } from '../../../src/chat/place.ts';
import { showCard } from '../../../src/chat/reply.ts';
import { type LoopbackSlack, startSlack } from '../../../src/demo/slack/loopbackSlack.ts';
import { createPerson } from '../../../src/demo/slack/slackPeople.ts';
import { cloneTemplate, dropClone } from '../../support/database.ts';
import { type AdapterUnderTest, startAdapter } from './platformAt.ts';

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const oauth = (more: object = {}): SlackConfig['access'] => ({
  clientId: '1.2',
  clientSecret: 'bi-mat-ung-dung',
  encryptionKeys: [oldKey],
  teams: [],
  publicUrl: null,
  ...more,
});

let slack: LoopbackSlack;
let databaseUrl: string;
let at: AdapterUnderTest;
const start = async (access = oauth()) => {
  at = await startAdapter('http', { slack, databaseUrl }, access);
};
beforeEach(async () => {
  slack = await startSlack();
  databaseUrl = await cloneTemplate();
  await start();
});
afterEach(async () => {
  await at.stop();
  await slack.close();
  await dropClone(databaseUrl);
});

const tokenOf = (teamId: string) => `xoxb-${teamId}-rat-bi-mat`;

/** Slack gives this for the code `code-<team>`. */
function granted(teamId: string, more: object = {}): void {
  const token = tokenOf(teamId);
  slack.granted.set(token, { teamId, botUserId: `UBOT${teamId}`, revoked: false });
  slack.codes.set(`code-${teamId}`, {
    ok: true,
    access_token: token,
    token_type: 'bot',
    bot_user_id: `UBOT${teamId}`,
    team: { id: teamId, name: `Cơ quan ${teamId}` },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U1' },
    ...more,
  });
}

async function begin(): Promise<{ state: string; cookie: string; leadsTo: URL }> {
  const response = await fetch(`${at.address}/slack/install`, { redirect: 'manual' });
  const leadsTo = new URL(response.headers.get('location') ?? '');
  const cookie = response.headers.get('set-cookie') ?? '';
  return { state: leadsTo.searchParams.get('state') ?? '', cookie, leadsTo };
}

async function comeBack(query: Record<string, string>, cookie: string): Promise<[number, string]> {
  const response = await fetch(`${at.address}/slack/oauth_redirect?${new URLSearchParams(query)}`, {
    headers: { cookie: cookie.split(';')[0] ?? '' },
  });
  return [response.status, await response.text()];
}

async function install(teamId: string, more: object = {}): Promise<[number, string]> {
  granted(teamId, more);
  const { state, cookie } = await begin();
  return await comeBack({ code: `code-${teamId}`, state }, cookie);
}

const rows = () => at.db.selectFrom('slack_installation').selectAll().orderBy('team_id').execute();
const failure = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof PlatformError) return error.failure;
    throw error;
  }
  throw new Error('it did not fail');
};

describe('installing', () => {
  it('leads to Slack with the scopes and a state of its own, and keeps the token sealed', async () => {
    const { leadsTo, cookie } = await begin();
    expect(leadsTo.pathname).toBe('/oauth/v2/authorize');
    expect(leadsTo.searchParams.get('client_id')).toBe('1.2');
    expect(leadsTo.searchParams.get('scope')?.split(',')).toEqual(
      expect.arrayContaining(['commands', 'chat:write', 'files:write', 'users:read.email']),
    );
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const [status, page] = await install('T1');
    expect([status, page]).toEqual([200, expect.stringContaining('Cơ quan T1')]);
    const [row] = await rows();
    expect(row).toMatchObject({ team_id: 'T1', bot_user_id: 'UBOTT1', installed_by: 'U1', ended_at: null });
    expect(JSON.stringify(row)).not.toContain(tokenOf('T1'));
    expect(at.reached).toEqual([['T1/', 'not_installed']]);
    expect(at.errors).toEqual([]);
  });

  it('names the way back when the bot has an address of its own, over a secure cookie', async () => {
    await at.stop();
    await start(oauth({ publicUrl: 'https://daumoi.vidu.vn' }));
    const { leadsTo, cookie } = await begin();
    expect(leadsTo.searchParams.get('redirect_uri')).toBe('https://daumoi.vidu.vn/slack/oauth_redirect');
    expect(cookie).toMatch(/Secure/i);
  });

  it('goes by the bot’s own server over Socket Mode too', async () => {
    await at.stop();
    at = await startAdapter('socket', { slack, databaseUrl }, oauth());
    expect((await install('T1'))[0]).toBe(200);
    await slack.until(() => slack.socket.open > 0);
    await createPerson('U1', at.send, slack, 'T1').command('/viec');
    expect((await slack.until(() => at.heard[0])).sender.userId).toBe('T1/U1');
  });

  it('shows a name as it is written, whatever stands in it', async () => {
    const [, page] = await install('T1', { team: { id: 'T1', name: '<script>alert(1)</script>' } });
    expect(page).not.toContain('<script>');
  });

  it('is refused when it was not begun in this browser or comes twice', async () => {
    granted('T1');
    const mine = await begin();
    const other = await begin();
    const code = 'code-T1';
    expect((await comeBack({ code, state: mine.state }, ''))[0]).toBe(400);
    expect((await comeBack({ code, state: mine.state }, other.cookie))[0]).toBe(400);
    expect((await comeBack({ code, state: `${mine.state}x` }, mine.cookie))[0]).toBe(400);
    expect((await comeBack({ code, state: '' }, 'slack_install='))[0]).toBe(400);
    expect(await rows()).toEqual([]);
    expect((await comeBack({ code, state: mine.state }, mine.cookie))[0]).toBe(200);
    expect((await comeBack({ code, state: mine.state }, mine.cookie))[0]).toBe(400);
  });

  it('ends without an installation when Slack gives none', async () => {
    const refusals: [Record<string, string>, number][] = [
      [{ error: 'access_denied' }, 400],
      [{ code: 'unknown' }, 502],
    ];
    for (const [query, status] of refusals) {
      const { state, cookie } = await begin();
      expect((await comeBack({ ...query, state }, cookie))[0]).toBe(status);
    }
    expect((await install('T1', { is_enterprise_install: true, team: null }))[0]).toBe(400);
    expect((await install('T2', { expires_in: 43_200 }))[0]).toBe(502);
    expect((await install('T3', { token_type: 'user' }))[0]).toBe(502);
    expect(await rows()).toEqual([]);
    expect(at.errors.splice(0).join()).not.toContain('rat-bi-mat');
  });

  it('is for the workspaces of the list when there is one; the token of another is given back', async () => {
    await at.stop();
    await start(oauth({ teams: ['T1'] }));
    expect((await install('T1'))[0]).toBe(200);
    expect((await install('T2'))[0]).toBe(403);
    expect((await rows()).map((row) => row.team_id)).toEqual(['T1']);
    expect(slack.granted.get(tokenOf('T2'))).toMatchObject({ revoked: true });
    at.errors.length = 0;
  });
});

describe('two workspaces', () => {
  const card = { title: 'NV-1', tone: 'neutral' as const, blocks: [], buttons: [] };
  const room = (chatId: string): Address => ({ kind: 'room', platform: 'slack', chatId, threadId: '' });
  beforeEach(async () => {
    await install('T1');
    await install('T2');
  });

  it('have people and conversations of their own, though their numbers are the same', async () => {
    at.replies(() => showCard(card));
    for (const teamId of ['T1', 'T2']) {
      await createPerson('U1', at.send, slack, teamId).command('/viec', 'C1');
    }
    await slack.until(() => at.shown.length === 2);
    expect(at.heard.map(({ sender, place }) => [sender.userId, place.chatId]).sort()).toEqual([
      ['T1/U1', 'T1/C1'],
      ['T2/U1', 'T2/C1'],
    ]);
    expect(slack.messages.map(({ teamId, channel }) => [teamId, channel]).sort()).toEqual([
      ['T1', 'C1'],
      ['T2', 'C1'],
    ]);
    expect(at.shown.map(({ chatId }) => chatId).sort()).toEqual(['T1/C1', 'T2/C1']);
  });

  it('are each sent what is theirs: cards, changes, files and private messages', async () => {
    const sent = await at.platform.send(room('T2/C1'), card, 'k1');
    expect(sent.chatId).toBe('T2/C1');
    await at.platform.edit(sent, { ...card, title: 'NV-1 xong' });
    await at.platform.sendFile(
      room('T2/C1'),
      { name: 'a.txt', mime: 'text/plain', content: new Uint8Array([97]) },
      sent,
      'f1',
    );
    const privately = await at.platform.send(
      { kind: 'person', platform: 'slack', userId: 'T1/U5' },
      card,
      'k2',
    );
    expect(privately.chatId).toBe('T1/D5');
    expect(slack.messages.map(({ teamId, channel, text }) => [teamId, channel, text])).toEqual([
      ['T2', 'C1', 'NV-1 xong'],
      ['T1', 'D5', 'NV-1'],
    ]);
    expect(slack.uploads[0]?.shared).toEqual([{ channel: 'C1', threadTs: sent.messageId }]);
    const tokens = new Set(
      slack.calls.filter(({ method }) => method.startsWith('files.')).map(({ token }) => token),
    );
    expect([...tokens]).toEqual([tokenOf('T2')]);
  });

  it('name the messages that are pressed and answered under as the core knows them', async () => {
    const person = createPerson('U1', at.send, slack, 'T2');
    await person.presses(
      { channel: 'C1', ts: '7.7' },
      { text: 'Nhận', action_id: 'task.accept', value: '1' },
    );
    await person.says('Đã gửi', { channel: 'C1', thread_ts: '7.7', parent_user_id: 'UBOTT2' });
    await slack.until(() => at.heard.length === 2);
    const answered = { chatId: 'T2/C1', messageId: '7.7' };
    expect(at.heard.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'press', message: expect.objectContaining(answered) }),
        expect.objectContaining({ kind: 'message', replyTo: expect.objectContaining(answered) }),
      ]),
    );
  });

  it('know somebody from another workspace in a shared channel by that workspace', async () => {
    const person = createPerson('U1', at.send, slack, 'T1');
    await person.says('<@UBOTT1> việc', { channel: 'C1', user_team: 'T7', ts: '5.5' });
    expect((await slack.until(() => at.heard[0])).sender.userId).toBe('T7/U1');
  });

  it('have paces of their own', () => {
    const { overallOf } = at.platform.pacing;
    expect([overallOf?.('T1/C1'), overallOf?.('T1/U1'), overallOf?.('T2/C1'), overallOf?.('C1')]).toEqual([
      'T1/',
      'T1/',
      'T2/',
      '',
    ]);
  });

  it('a third that has not installed the app is not heard and not sent to', async () => {
    await createPerson('U1', at.send, slack, 'T3').command('/viec');
    await slack.until(() => at.errors.length > 0);
    expect(at.errors.splice(0).join()).toContain('not_installed');
    expect(at.heard).toEqual([]);
    for (const chatId of ['T3/C1', 'C1']) {
      expect(await failure(at.platform.send(room(chatId), card, chatId))).toMatchObject({
        code: 'not_installed',
        kind: 'lasting',
      });
    }
  });

  const event = (type: string, inner: object = {}) =>
    at.send('events_api', {
      type: 'event_callback',
      team_id: 'T1',
      event_id: 'Ev1',
      event: { type, ...inner },
      authorizations: [],
    });

  it.each([
    ['app_uninstalled', {}],
    ['tokens_revoked', { tokens: { oauth: [], bot: ['UBOTT1'] } }],
  ])('one that has taken the app away (%s) is left at once, and its token forgotten', async (type, inner) => {
    const revoked = slack.granted.get(tokenOf('T1'));
    if (revoked) revoked.revoked = true;
    await event(type, inner);
    await slack.until(() => at.errors.some((error) => error.includes('taken the app away')));
    at.errors.length = 0;
    expect(await failure(at.platform.send(room('T1/C1'), card, 'gone'))).toMatchObject({
      code: 'not_installed',
      kind: 'lasting',
    });
    expect((await rows()).map((row) => [row.team_id, row.bot_token === null])).toEqual([
      ['T1', true],
      ['T2', false],
    ]);
    await at.platform.send(room('T2/C1'), card, 'still');
    // And comes back by installing again.
    await install('T1');
    await at.platform.send(room('T1/C1'), card, 'back');
  });

  it('one whose token turns out to be revoked when something is sent is left as well', async () => {
    const revoked = slack.granted.get(tokenOf('T1'));
    if (revoked) revoked.revoked = true;
    expect(await failure(at.platform.send(room('T1/C1'), card, 'revoked'))).toMatchObject({
      code: 'not_installed',
      kind: 'lasting',
    });
    expect((await rows())[0]).toMatchObject({ bot_token: null, ended_reason: 'token_revoked' });
    at.errors.length = 0;
  });

  it('word of an end that comes after a new installation changes nothing', async () => {
    await event('app_uninstalled');
    await slack.until(() => slack.calls.at(-1)?.method === 'auth.test');
    await at.platform.send(room('T1/C1'), card, 'stays');
    expect((await rows())[0]?.ended_at).toBeNull();
  });

  it('an address of Slack that refuses every token costs no installation', async () => {
    slack.fail('chat.postMessage', { kind: 'error', error: 'invalid_auth' });
    expect(await failure(at.platform.send(room('T1/C1'), card, 'auth'))).toMatchObject({ kind: 'passing' });
    expect((await rows())[0]?.ended_at).toBeNull();
    at.errors.length = 0;
  });

  it('go on with a new key in front, and then without the old one', async () => {
    await at.stop();
    await start(oauth({ encryptionKeys: [newKey, oldKey] }));
    await at.platform.send(room('T1/C1'), card, 'both');
    await at.stop();
    await start(oauth({ encryptionKeys: [newKey] }));
    await at.platform.send(room('T1/C1'), card, 'new');
    expect(slack.messages).toHaveLength(2);
  });

  it('tokens that were exchanged in the database open for nobody', async () => {
    const [one, other] = await rows();
    await at.db
      .updateTable('slack_installation')
      .set({ bot_token: other?.bot_token ?? '' })
      .where('team_id', '=', one?.team_id ?? '')
      .execute();
    await expect(at.platform.send(room('T1/C1'), card, 'moved')).rejects.toThrow('no key');
    expect(slack.messages).toEqual([]);
  });

  it('are asked about addresses only where their word is taken', async () => {
    await at.stop();
    await start(oauth({ teams: ['T2'] }));
    for (const teamId of ['T1', 'T2']) await createPerson('U8', at.send, slack, teamId).command('/viec');
    await slack.until(() => at.heard.length === 2);
    expect(at.asked).toEqual(['T2/U8']);
  });
});
