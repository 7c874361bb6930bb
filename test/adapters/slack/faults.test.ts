/** What goes wrong between the bot and Slack, and what delivery is told of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { PlatformError } from '../../../src/chat/errors.ts';
import type { Address } from '../../../src/chat/place.ts';
import { closedChannel } from '../../../src/demo/slack/loopbackMethods.ts';
import { type AdapterUnderTest, startAdapter } from './platformAt.ts';

const card: Card = {
  title: 'NV-1',
  tone: 'neutral',
  blocks: [{ kind: 'text', text: 'Dự thảo' }],
  buttons: [],
};
const to: Address = { kind: 'room', platform: 'slack', chatId: 'C1', threadId: '' };

let at: AdapterUnderTest;
beforeAll(async () => {
  at = await startAdapter();
});
afterAll(() => at.stop());

async function failure(work: Promise<unknown>): Promise<object> {
  try {
    await work;
  } catch (error) {
    if (error instanceof PlatformError) return error.failure;
    throw error;
  }
  throw new Error('it did not fail');
}

const posted = (key: string) =>
  at.slack.messages.filter(({ metadata }) => JSON.stringify(metadata).includes(`"${key}"`));
const attempts = () => at.slack.calls.filter(({ method }) => method === 'chat.postMessage').length;

describe('sending', () => {
  it('to a person opens the private conversation once', async () => {
    const person: Address = { kind: 'person', platform: 'slack', userId: 'U5' };
    expect(await at.platform.send(person, card, 'p1')).toMatchObject({ chatId: 'D5' });
    await at.platform.send(person, card, 'p2');
    expect(at.slack.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(1);
  });

  it('that is answered with 429 tells how long to wait, and is not repeated by the SDK', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 429, headers: { 'retry-after': '7' } });
    const before = attempts();
    expect(await failure(at.platform.send(to, card, 'slow'))).toEqual({
      platform: 'slack',
      code: 'ratelimited',
      kind: 'passing',
      retryAfterMs: 7000,
    });
    expect(attempts()).toBe(before);
  });

  it('that is answered with 500 is tried again later, and looked up before', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 500 });
    expect(await failure(at.platform.send(to, card, 'five'))).toMatchObject({
      kind: 'passing',
      code: 'http_500',
    });
    await at.platform.send(to, card, 'five');
    expect(posted('five')).toHaveLength(1);
    expect(at.slack.calls.some(({ method }) => method === 'conversations.history')).toBe(true);
  });

  it('that was cut before Slack took it is posted the next time', async () => {
    at.slack.fail('chat.postMessage', { kind: 'cutBefore' });
    expect(await failure(at.platform.send(to, card, 'before'))).toMatchObject({ kind: 'passing' });
    await at.platform.send(to, card, 'before');
    expect(posted('before')).toHaveLength(1);
  });

  it('that was cut after Slack took it is found, not posted twice', async () => {
    at.slack.fail('chat.postMessage', { kind: 'cutAfter' });
    expect(await failure(at.platform.send(to, card, 'after'))).toMatchObject({ kind: 'passing' });
    const { messageId } = await at.platform.send(to, card, 'after');
    expect(posted('after').map(({ ts }) => ts)).toEqual([messageId]);
  });

  it('that is never answered ends by itself, and is found the next time', async () => {
    at.slack.fail('chat.postMessage', { kind: 'silent' });
    expect(await failure(at.platform.send(to, card, 'silent'))).toMatchObject({
      kind: 'passing',
      code: 'no_answer',
    });
    await at.platform.send(to, card, 'silent');
    expect(posted('silent')).toHaveLength(1);
  });

  it('in a channel without the bot is a lasting failure', async () => {
    expect(await failure(at.platform.send({ ...to, chatId: closedChannel }, card, 'closed'))).toMatchObject({
      kind: 'lasting',
      code: 'not_in_channel',
    });
  });

  it.each([
    ['user_not_found', 'lasting'],
    ['is_archived', 'lasting'],
    ['token_revoked', 'passing'],
    ['internal_error', 'passing'],
    ['something_new', 'passing'],
  ])('refused as %s is %s', async (error, kind) => {
    at.slack.fail('chat.postMessage', { kind: 'error', error });
    expect(await failure(at.platform.send(to, card, `refused-${error}`))).toMatchObject({
      code: error,
      kind,
    });
  });

  it('blocks that Slack does not take leaves at least the words', async () => {
    at.slack.fail('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    await at.platform.send(to, card, 'words');
    expect(posted('words')).toMatchObject([{ text: 'NV-1', blocks: [] }]);
    expect(at.errors.splice(0).join()).toContain('words went alone');
  });
});

describe('changing', () => {
  it('a message shows the new card in its place', async () => {
    const message = await at.platform.send(to, card, 'edited');
    await at.platform.edit(message, { ...card, title: 'NV-1 xong' });
    expect(posted('edited')).toMatchObject([{ text: 'NV-1 xong' }]);
  });

  it('a message that was deleted says that it is gone', async () => {
    expect(
      await failure(at.platform.edit({ chatId: 'C1', threadId: '', messageId: '1.1' }, card)),
    ).toMatchObject({
      kind: 'gone',
    });
  });

  it('stays below what Slack allows a minute', async () => {
    const message = await at.platform.send(to, card, 'often');
    const edits = Array.from({ length: 45 }, () =>
      at.platform.edit(message, card).then(
        () => null,
        (error) => error,
      ),
    );
    const refused = (await Promise.all(edits)).filter((error) => error !== null);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused[0].failure).toMatchObject({ code: 'edit_pace', kind: 'passing' });
    expect(refused[0].failure.retryAfterMs).toBeGreaterThan(0);
  });
});
