/** One bot, two agencies, each in a Slack workspace of its own that installed the app itself. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type LoopbackSlack, startSlack } from '../../src/demo/slack/loopbackSlack.ts';
import {
  buttonsIn,
  createPerson,
  overHttp,
  type Person,
  signingSecret,
} from '../../src/demo/slack/slackPeople.ts';
import { cloneTemplate, dropClone } from '../support/database.ts';

// The same numbers in both: only the workspace tells them apart.
const organisation = `
agencies:
  - code: TTTT
    name: Trung tâm Thông tin – Ủy ban Dân tộc
    people:
      - { name: Chuyên viên Thư ký Trung tâm, roles: [official, admin], slack: T1/U1 }
  - code: CNTT
    name: Cục Công nghệ thông tin
    aliases: [Cục CNTT]
    departments:
      - { code: PTUD, name: Phòng Phát triển ứng dụng, aliases: [P. PTUD] }
    people:
      - { name: Cục trưởng, roles: [leader], slack: T2/U1 }
      - { name: Trưởng phòng Phát triển ứng dụng, roles: [member], departments: [PTUD], head: true, slack: T2/U2 }
rooms:
  - { department: CNTT/PTUD, slack: T2/C1 }
`;

let slack: LoopbackSlack;
let app: App;
let url: string;
let folder: string;
const errors: string[] = [];
const quiet = () => {};

beforeAll(async () => {
  slack = await startSlack();
  url = await cloneTemplate();
  folder = await mkdtemp(join(tmpdir(), 'daumoi-workspaces-'));
  await writeFile(join(folder, 'organisation.yaml'), organisation);
  app = await createApp({
    config: readConfig({
      DATABASE_URL: url,
      DATA_DIR: folder,
      PORT: '0',
      HOST: '127.0.0.1',
      ADMIN_CODE: 'quan-tri-thu-nghiem',
      ORG_FILE: join(folder, 'organisation.yaml'),
      REHEARSAL_CLOCK: '2016-04-05T16:41+07:00',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'bi-mat-ung-dung',
      SLACK_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
    }),
    log: {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error: (fields, message) => errors.push(`${message}: ${'err' in fields ? String(fields.err) : ''}`),
    },
    listens: true,
  });
  // Before that nobody can be reached: the word to the admin that the room takes no test card is given up.
  await slack.until(() => errors.length > 0);
  for (const teamId of ['T1', 'T2']) await install(teamId);
  errors.length = 0;
});
afterAll(async () => {
  await app.stop();
  await slack.close();
  await dropClone(url);
  await rm(folder, { recursive: true });
});

const address = () => `http://127.0.0.1:${app.port}`;

async function install(teamId: string): Promise<void> {
  const token = `xoxb-${teamId}-1`;
  slack.granted.set(token, { teamId, botUserId: `UBOT${teamId}`, revoked: false });
  slack.codes.set(`code-${teamId}`, {
    ok: true,
    access_token: token,
    token_type: 'bot',
    bot_user_id: `UBOT${teamId}`,
    team: { id: teamId, name: teamId },
    authed_user: { id: 'U1' },
  });
  const begun = await fetch(`${address()}/slack/install`, { redirect: 'manual' });
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';');
  const query = new URLSearchParams({ code: `code-${teamId}`, state });
  const done = await fetch(`${address()}/slack/oauth_redirect?${query}`, { headers: { cookie } });
  if (done.status !== 200) throw new Error(await done.text());
}

const person = (teamId: string, userId: string): Person =>
  createPerson(userId, overHttp(address()), slack, teamId);

const cardWith = (teamId: string, channel: string, label: string) =>
  slack.until(() =>
    slack.messages.find(
      (message) =>
        message.teamId === teamId &&
        message.channel === channel &&
        buttonsIn(message.blocks).some(({ text }) => text === label),
    ),
  );
const press = async (who: Person, teamId: string, channel: string, label: string) => {
  const message = await cardWith(teamId, channel, label);
  const button = buttonsIn(message.blocks).find(({ text }) => text === label);
  if (!button) throw new Error(`no button ${label}`);
  await who.presses(message, button);
  return message;
};

it('a workspace that has installed the app gets what waited for it', async () => {
  await press(person('T2', 'U2'), 'T2', 'C1', 'Đã thấy');
  expect(errors).toEqual([]);
});

it('a task goes from one workspace to the other, with its consent, its card and its comments', async () => {
  const official = person('T1', 'U1');
  const leader = person('T2', 'U1');
  const head = person('T2', 'U2');
  await official.command('/giao P. PTUD Cục CNTT dự thảo nội dung phối hợp 5 năm, hạn 15/4');
  await press(official, 'T1', official.privately, 'Giao việc');
  await press(leader, 'T2', leader.privately, 'Đồng ý');
  const card = await press(head, 'T2', 'C1', 'Nhận việc');
  await head.says('Đã gửi đề cương', { channel: 'C1', thread_ts: card.ts, parent_user_id: 'UBOTT2' });
  await slack.until(() =>
    slack.messages.some(
      ({ teamId, channel, blocks }) =>
        teamId === 'T1' &&
        channel === official.privately &&
        JSON.stringify(blocks).includes('Đã gửi đề cương'),
    ),
  );
  // The same person's number in the other workspace is somebody else.
  await person('T1', 'U2').command('/viec');
  await slack.until(() =>
    slack.messages.some(
      ({ teamId, channel, blocks }) =>
        teamId === 'T1' && channel === 'D2' && JSON.stringify(blocks).includes('/thamgia'),
    ),
  );
  expect(errors).toEqual([]);
});

it('when one workspace takes the app away, its people are unreachable and the admin is told', async () => {
  const official = person('T1', 'U1');
  const granted = slack.granted.get('xoxb-T2-1');
  if (granted) granted.revoked = true;
  await overHttp(address())('events_api', {
    type: 'event_callback',
    team_id: 'T2',
    event_id: 'EvGone',
    event: { type: 'app_uninstalled' },
    authorizations: [],
  });
  await slack.until(() => errors.some((error) => error.includes('taken the app away')));
  await official.command('/thamgia quan-tri-thu-nghiem');
  await official.command('/nhac NV-1');
  await slack.until(() =>
    slack.messages.find(
      ({ teamId, blocks }) => teamId === 'T1' && JSON.stringify(blocks).includes('not_installed'),
    ),
  );
});
