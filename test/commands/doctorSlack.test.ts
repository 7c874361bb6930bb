import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createInstallations } from '../../adapters/slack/installations.ts';
import { createSealing } from '../../adapters/slack/sealing.ts';
import type { SlackTables } from '../../adapters/slack/tables.ts';
import { morning } from '../people/organisation.ts';
import { testDatabase } from '../support/database.ts';
import { daumoi } from './run.ts';

const database = testDatabase();
const key = randomBytes(32);
const other = randomBytes(32);
const environmentWith = (...keys: Uint8Array[]) => ({
  DATABASE_URL: database.url,
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'bi-mat',
  SLACK_SIGNING_SECRET: 'chu-ky',
  SLACK_ENCRYPTION_KEY: keys.map((each) => Buffer.from(each).toString('base64')).join(','),
});
const doctor = async (environment: NodeJS.ProcessEnv) => (await daumoi(['doctor'], { environment })).out;

test('the doctor lists the workspaces and tries their tokens; the export leaves these out', async () => {
  expect(await doctor({ DATABASE_URL: database.url })).not.toContain('Slack workspaces');
  expect(await doctor(environmentWith(key))).toContain('none has installed the app yet');

  const installations = createInstallations(database.db.$extendTables<SlackTables>(), createSealing([key]));
  const row = { botUserId: 'UBOT', botId: 'B1', installedBy: 'U1' };
  for (const teamId of ['T1', 'T2']) {
    const token = { teamId, teamName: `Cơ quan ${teamId}`, botToken: `xoxb-${teamId}-rat-bi-mat` };
    await installations.save({ ...row, ...token }, morning);
  }
  await installations.end('T2', 'xoxb-T2-rat-bi-mat', 'app_uninstalled', morning);

  const good = await doctor(environmentWith(other, key));
  expect(good).toContain('✓ Slack workspaces: Cơ quan T1 (T1); Cơ quan T2 (T2) took the app away');
  const amiss = await doctor(environmentWith(other));
  expect(amiss).toContain('✗ Slack workspaces');
  expect(amiss).toContain('Cơ quan T1 (T1): no key of SLACK_ENCRYPTION_KEY opens its token');
  expect(amiss).not.toContain('Cơ quan T2 (T2): no key');

  const { out } = await daumoi(['export'], { environment: environmentWith(key) });
  expect(out).toContain('"slack_installation"');
  expect(out).not.toContain('bot_token');
  expect(good + amiss + out).not.toContain('rat-bi-mat');
});
