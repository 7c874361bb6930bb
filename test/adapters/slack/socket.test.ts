/** Socket Mode: renewed, dropped and refused connections. */
import { afterEach, expect, it } from 'vitest';
import { createPerson } from '../../../src/demo/slack/slackPeople.ts';
import { type AdapterUnderTest, startAdapter } from './platformAt.ts';

let at: AdapterUnderTest;
afterEach(() => at.stop());

async function started(): Promise<AdapterUnderTest> {
  at = await startAdapter('socket');
  await at.slack.until(() => at.slack.socket.open === 2);
  return at;
}

it('holds two connections, so that one stays while Slack renews the other', async () => {
  const { slack, send, heard } = await started();
  slack.socket.renewOne();
  await slack.until(() => slack.socket.open === 1);
  await createPerson('U2', send, slack).command('/viec');
  await slack.until(() => heard.length === 1);
  await slack.until(() => slack.socket.opened === 3 && slack.socket.open === 2);
});

it('opens both again when the network dropped them', async () => {
  const { slack, send, heard } = await started();
  slack.socket.cutAll();
  await slack.until(() => slack.socket.opened >= 4 && slack.socket.open === 2);
  await createPerson('U2', send, slack).command('/viec');
  await slack.until(() => heard.length === 1);
});

it('is refused and cut off while it reopens, and neither ends the process nor gives up', async () => {
  const { slack, errors } = await started();
  const rejections: unknown[] = [];
  const note = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', note);
  slack.fail(
    'apps.connections.open',
    { kind: 'error', error: 'invalid_auth' },
    { kind: 'error', error: 'account_inactive' },
    { kind: 'status', status: 500 },
    { kind: 'cutBefore' },
    { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  );
  slack.socket.cutAll();
  await slack.until(() => slack.socket.opened >= 4 && slack.socket.open === 2);
  process.off('unhandledRejection', note);
  expect(rejections).toEqual([]);
  expect(errors.length).toBeGreaterThanOrEqual(5);
});

it('does an event once that Slack delivers on both connections: the core knows it by its id', async () => {
  const { slack, send, heard } = await started();
  const person = createPerson('U2', send, slack);
  const said = { ts: '1.5', channel: 'D2' };
  await person.says('tình hình?', said);
  await person.says('tình hình?', said);
  await slack.until(() => heard.length === 2);
  expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(1);
});
