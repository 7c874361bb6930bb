/** What the doctor says of the Slack workspaces that installed the app: which they are, and whether their tokens can be opened. */

import { listInstallations } from '../../adapters/slack/installations.ts';
import { createSealing } from '../../adapters/slack/sealing.ts';
import type { SlackTables } from '../../adapters/slack/tables.ts';
import type { AtWork } from './database.ts';
import type { Finding } from './doctor.ts';

/** Nothing where the bot has one token, or does not speak Slack. */
export async function slackWorkspaces({ db, config }: AtWork): Promise<Finding[]> {
  const access = config.slack?.access ?? null;
  const keys = access && 'encryptionKeys' in access ? access.encryptionKeys : [];
  const sealing = keys.length > 0 ? createSealing(keys) : null;
  const all = await listInstallations(db.$extendTables<SlackTables>(), sealing);
  if (sealing === null && all.length === 0) return [];
  const name = ({ teamId, teamName }: (typeof all)[number]) => `${teamName || teamId} (${teamId})`;
  const amiss = all
    .filter((each) => !each.readable)
    .map((each) => `${name(each)}: no key of SLACK_ENCRYPTION_KEY opens its token`);
  const here = all.filter((each) => !each.ended).map(name);
  const gone = all.flatMap((each) =>
    each.ended ? [`${name(each)} took the app away ${String(each.ended.at)} (${each.ended.reason})`] : [],
  );
  const good = [here.length === 0 ? 'none has installed the app yet' : here.join(', '), ...gone].join('; ');
  const mend =
    'put the key they were sealed with behind the first one, or install there again at /slack/install';
  return [{ what: 'Slack workspaces', good, amiss, mend }];
}
