/** Slack when the bot starts: away, slow to come back, or no longer willing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackSlack, startSlack } from '../../../src/demo/slack/loopbackSlack.ts';
import { createPerson } from '../../../src/demo/slack/slackPeople.ts';
import { operatorMessage } from '../../../src/operatorMessage.ts';
import { cloneTemplate, dropClone } from '../../support/database.ts';
import { type AdapterUnderTest, startAdapter } from './platformAt.ts';

let slack: LoopbackSlack;
let databaseUrl: string;
let at: AdapterUnderTest | null = null;
beforeEach(async () => {
  slack = await startSlack();
  databaseUrl = await cloneTemplate();
  at = null;
});
afterEach(async () => {
  await at?.stop();
  await slack.close();
  await dropClone(databaseUrl);
});

const away = [
  { kind: 'cutBefore' },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
] as const;

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  it('Slack that cannot be reached does not keep the bot from starting, and is heard as soon as it answers', async () => {
    slack.fail('auth.test', ...away);
    at = await startAdapter(mode, { slack, databaseUrl });
    const { heard, send } = at;
    const said = createPerson('U2', send, slack);
    if (mode === 'http') await expect(said.command('/viec')).rejects.toThrow('503');
    await slack.until(() => at?.errors.length === 3);
    const begun = mode === 'http' ? () => slack.calls.length > 0 : () => slack.socket.open === 2;
    await slack.until(begun);
    for (let arrived = false; !arrived; ) {
      arrived = await said.command('/viec').then(
        () => true,
        () => false,
      );
    }
    await slack.until(() => heard.length === 1);
  });

  it('the bot can stop while it still waits for Slack', async () => {
    slack.fail('auth.test', ...Array.from({ length: 50 }, () => ({ kind: 'status', status: 500 }) as const));
    at = await startAdapter(mode, { slack, databaseUrl });
    await at.platform.stop();
  });

  it.each(['invalid_auth', 'account_inactive', 'missing_scope'])(
    'a token that is refused as %s ends the start with one clear line',
    async (error) => {
      slack.fail('auth.test', { kind: 'error', error });
      const refusal = await startAdapter(mode, { slack, databaseUrl }).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(refusal).toMatchObject({ failure: { code: error, kind: 'lasting' } });
      expect(operatorMessage(refusal)).toMatch(
        new RegExp(`^[^\\n]*slack \\(${error}\\)[^\\n]*token[^\\n]*$`),
      );
    },
  );
});

it('an app token that is refused ends the start too', async () => {
  const refused = { kind: 'error', error: 'invalid_auth' } as const;
  slack.fail('apps.connections.open', refused, refused);
  await expect(startAdapter('socket', { slack, databaseUrl })).rejects.toMatchObject({
    failure: { code: 'invalid_auth', kind: 'lasting' },
  });
});

it('connections that do not open at once are tried until they do', async () => {
  slack.fail('apps.connections.open', ...away, ...away);
  at = await startAdapter('socket', { slack, databaseUrl });
  const { heard, send } = at;
  await slack.until(() => slack.socket.open === 2);
  await createPerson('U2', send, slack).command('/viec');
  await slack.until(() => heard.length === 1);
});
