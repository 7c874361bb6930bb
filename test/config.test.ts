import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, clockStands, readConfig, secretsOf } from '../src/config.ts';
import { variables } from '../src/configVariables.ts';

test('with nothing set, the playground runs on an embedded database, on this machine only', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    databaseUrl: null,
    dataDir: './data',
    port: 8080,
    host: '127.0.0.1',
    timeZone: 'Asia/Ho_Chi_Minh',
    language: 'vi',
    playground: true,
    slack: null,
    telegram: null,
  });
  expect(clockStands(config)).toBe(true);
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', PLAYGROUND: '' })).toEqual(readConfig({}));
});

test('with a platform there is no playground, and the bot listens to everybody', () => {
  const config = readConfig({ TELEGRAM_BOT_TOKEN: '1:x' });
  expect(config).toMatchObject({ playground: false, host: '0.0.0.0' });
  expect(clockStands(config)).toBe(false);
});

test('a playground that is reached from outside keeps the time of day', () => {
  expect(clockStands(readConfig({ PUBLIC_URL: 'https://daumoi.example' }))).toBe(false);
});

test('a desktop’s list of languages is not the bot’s language', () => {
  expect(readConfig({ LANGUAGE: 'en_US:en' }).language).toBe('vi');
  expect(readConfig({ LANGUAGE: 'en' }).language).toBe('en');
});

test('every wrong variable is named at once', () => {
  const wrong = {
    DATABASE_URL: 'mysql://x',
    PORT: '80a',
    TIME_ZONE: 'Hanoi',
    LANGUAGE: 'fr',
    LOG_LEVEL: 'loud',
    HEARTBEAT_URL: 'ftp://x',
    ADMIN_CODE: '123',
    ORG_FILE: '/nowhere/at/all.yaml',
    PLAYGROUND: 'yes',
    SLACK_APP_TOKEN: 'xapp-1',
    REHEARSAL_CLOCK: 'tomorrow',
  };
  const problems = problemsOf(wrong);
  for (const name of Object.keys(wrong)) {
    const beside = name === 'SLACK_APP_TOKEN' ? 'SLACK_BOT_TOKEN' : name;
    expect(problems.filter((problem) => problem.startsWith(`${beside} `))).toHaveLength(1);
  }
  expect(problems).toHaveLength(Object.keys(wrong).length);
});

describe('several Slack workspaces', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const several = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'bi-mat',
    SLACK_ENCRYPTION_KEY: `${key}, ${Buffer.alloc(32, 8).toString('base64')}`,
    SLACK_SIGNING_SECRET: 'chu-ky',
  };

  test('are set up by the client’s id and secret and a key, or several keys', () => {
    const config = readConfig({ ...several, SLACK_TEAMS: 'T1, T2', PUBLIC_URL: 'https://daumoi.example' });
    expect(config.playground).toBe(false);
    expect(config.slack?.access).toMatchObject({
      clientId: '1.2',
      teams: ['T1', 'T2'],
      encryptionKeys: [Buffer.alloc(32, 7), Buffer.alloc(32, 8)],
      publicUrl: 'https://daumoi.example',
    });
    expect(secretsOf(config)).toEqual(expect.arrayContaining(['bi-mat', key, 'chu-ky']));
  });

  test.each([
    ['a token beside them', { ...several, SLACK_BOT_TOKEN: 'xoxb-1' }, /one or the other/],
    ['no secret', { ...several, SLACK_CLIENT_SECRET: '' }, /^SLACK_CLIENT_SECRET missing/],
    ['no way to be called', { ...several, SLACK_SIGNING_SECRET: '' }, /^SLACK_CLIENT_ID needs/],
    ['a short key', { ...several, SLACK_ENCRYPTION_KEY: `${key},YWJj` }, /^SLACK_ENCRYPTION_KEY .*32 bytes/],
    ['names for ids', { ...several, SLACK_TEAMS: 'vidu' }, /^SLACK_TEAMS .*ids/],
    ['a list without them', { SLACK_TEAMS: 'T1' }, /^SLACK_TEAMS is for several/],
    [
      'a rehearsal with real ones',
      { ...several, REHEARSAL_CLOCK: '2016-04-05T16:41+07:00' },
      /SLACK_API_URL/,
    ],
  ])('with %s are refused', (_, given, problem) => {
    expect(problemsOf(given)).toEqual([expect.stringMatching(problem)]);
  });
});

describe('the rehearsal clock is refused where real people would be reached', () => {
  const at = { REHEARSAL_CLOCK: '2016-04-05T16:41+07:00' };
  test.each([
    ['Telegram itself', { TELEGRAM_BOT_TOKEN: '1:x' }, /TELEGRAM_API_ROOT/],
    [
      'Slack under another name',
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'https://10.0.0.1/' },
      /SLACK_API_URL/,
    ],
    [
      'a name that only begins like this machine',
      { TELEGRAM_BOT_TOKEN: '1:x', TELEGRAM_API_ROOT: 'http://127.0.0.1.example' },
      /TELEGRAM_API_ROOT/,
    ],
    ['a public address', { PUBLIC_URL: 'https://daumoi.example' }, /PUBLIC_URL/],
  ])('%s', (_what, given, problem) => {
    expect(problemsOf({ ...at, ...given })).toEqual([expect.stringMatching(problem)]);
  });

  test.each(['http://127.0.0.1:9', 'http://localhost:9', 'http://[::1]:9'])('but not for %s', (root) => {
    const config = readConfig({ ...at, TELEGRAM_BOT_TOKEN: '1:x', TELEGRAM_API_ROOT: root });
    expect(config.rehearsalClock?.toString()).toBe('2016-04-05T09:41:00Z');
  });
});

test.each([
  ['a bare % in the password', 'postgres://bot:50%off@host/name'],
  ['a bare % in the name', 'postgres://bot:word@host/na%me'],
])('%s is a wrong variable, not a bug', (_what, url) => {
  expect(problemsOf({ DATABASE_URL: url })).toEqual([expect.stringMatching(/^DATABASE_URL .*%25/)]);
});

test('secrets are known, so that they can be kept out of the log', () => {
  const given = {
    DATABASE_URL: 'postgres://bot:p%40ss@host/name',
    ADMIN_CODE: 'open-sesame',
    TELEGRAM_BOT_TOKEN: '1:token',
  };
  expect(secretsOf(readConfig(given))).toEqual(['p%40ss', 'p@ss', 'open-sesame', '1:token']);
});

test('.env.example speaks of every variable and of no other', () => {
  const names = readFileSync('.env.example', 'utf8').matchAll(/^(?<name>[A-Z_]+)=/gmu);
  expect([...names].map((match) => match.groups?.name).sort()).toEqual(Object.keys(variables.shape).sort());
});

function problemsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
