/** Files on their way to Slack: in the thread of their card, once, whatever happens between the three steps. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/chat/errors.ts';
import type { Address } from '../../../src/chat/place.ts';
import { closedChannel } from '../../../src/demo/slack/loopbackMethods.ts';
import { type AdapterUnderTest, startAdapter } from './platformAt.ts';

const to: Address = { kind: 'room', platform: 'slack', chatId: 'C1', threadId: '' };
const file = (name: string) => ({
  name,
  mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  content: new TextEncoder().encode(`nội dung của ${name}`),
});

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

const sharesOf = (name: string) =>
  at.slack.uploads.filter((each) => each.title === name).flatMap(({ shared }) => shared);

describe('a file', () => {
  it('arrives in the thread of the card it belongs to, whole and under its name', async () => {
    const under = await at.platform.send(
      to,
      { title: 'NV-1', tone: 'neutral', blocks: [], buttons: [] },
      'card',
    );
    const message = await at.platform.sendFile(to, file('Dự thảo lần 1.docx'), under, 'thread');
    const [upload] = at.slack.uploads;
    expect(upload).toMatchObject({
      name: 'Dự thảo lần 1.docx',
      title: 'Dự thảo lần 1.docx',
      shared: [{ channel: 'C1', threadTs: under.messageId }],
    });
    expect(upload?.content?.toString('utf8')).toBe('nội dung của Dự thảo lần 1.docx');
    expect(message).toEqual({
      chatId: 'C1',
      threadId: under.messageId,
      messageId: `file:${upload?.id}`,
    });
    // A further one stands in the same thread, not under the first file.
    await at.platform.sendFile(to, file('Phụ lục.xlsx'), message, 'thread-2');
    expect(sharesOf('Phụ lục.xlsx')).toEqual([{ channel: 'C1', threadTs: under.messageId }]);
    expect(
      await failure(at.platform.edit(message, { title: 'x', tone: 'neutral', blocks: [], buttons: [] })),
    ).toMatchObject({ kind: 'gone' });
  });

  it('for a card that stands in a thread goes into that thread', async () => {
    await at.platform.sendFile(to, file('c.docx'), { chatId: 'C1', threadId: '3.3', messageId: '4.4' }, 'c');
    expect(sharesOf('c.docx')).toEqual([{ channel: 'C1', threadTs: '3.3' }]);
  });

  it('for a person goes into the private conversation; a card elsewhere is no thread there', async () => {
    const person: Address = { kind: 'person', platform: 'slack', userId: 'U5' };
    await at.platform.sendFile(person, file('p.docx'), { chatId: 'C1', threadId: '', messageId: '4.4' }, 'p');
    expect(sharesOf('p.docx')).toEqual([{ channel: 'D5', threadTs: null }]);
  });

  it('waits as long as Slack asks, whichever step is refused', async () => {
    const slow = { kind: 'status', status: 429, headers: { 'retry-after': '7' } } as const;
    for (const step of ['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal']) {
      at.slack.fail(step, slow);
      expect(await failure(at.platform.sendFile(to, file('slow.docx'), null, 'slow'))).toMatchObject({
        kind: 'passing',
        retryAfterMs: 7000,
      });
    }
    await at.platform.sendFile(to, file('slow.docx'), null, 'slow');
    expect(sharesOf('slow.docx')).toHaveLength(1);
  });

  it.each(['cutAfter', 'silent'] as const)(
    'whose completion was taken and its answer lost (%s) is not shown twice',
    async (kind) => {
      at.slack.fail('files.completeUploadExternal', { kind });
      expect(await failure(at.platform.sendFile(to, file(kind), null, kind))).toMatchObject({
        code: 'no_answer',
        kind: 'passing',
      });
      await at.platform.sendFile(to, file(kind), null, kind);
      expect(sharesOf(kind)).toHaveLength(1);
    },
  );

  it('whose completion never reached Slack is completed the next time, without its bytes going twice', async () => {
    at.slack.fail('files.completeUploadExternal', { kind: 'cutBefore' });
    await failure(at.platform.sendFile(to, file('before'), null, 'before'));
    await at.platform.sendFile(to, file('before'), null, 'before');
    expect(at.slack.uploads.filter(({ name }) => name === 'before')).toHaveLength(1);
    expect(sharesOf('before')).toHaveLength(1);
  });

  it('whose bytes were cut off begins anew', async () => {
    at.slack.fail('upload', { kind: 'cutAfter' });
    expect(await failure(at.platform.sendFile(to, file('bytes'), null, 'bytes'))).toMatchObject({
      code: 'upload_no_answer',
      kind: 'passing',
    });
    await at.platform.sendFile(to, file('bytes'), null, 'bytes');
    expect(sharesOf('bytes')).toHaveLength(1);
  });

  it('asked for again while it is still under way is the same file', async () => {
    const [first, second] = await Promise.all([
      at.platform.sendFile(to, file('same'), null, 'same'),
      at.platform.sendFile(to, file('same'), null, 'same'),
    ]);
    expect(first).toEqual(second);
    expect(sharesOf('same')).toHaveLength(1);
  });

  it('without the scope, or in a channel without the bot, is a lasting failure', async () => {
    at.slack.fail('files.getUploadURLExternal', { kind: 'error', error: 'missing_scope' });
    expect(await failure(at.platform.sendFile(to, file('scope'), null, 'scope'))).toMatchObject({
      code: 'missing_scope',
      kind: 'lasting',
      onlyThis: true,
    });
    expect(at.errors.splice(0).join()).toContain('tokens and scopes');
    const closed = { ...to, chatId: closedChannel };
    expect(await failure(at.platform.sendFile(closed, file('closed'), null, 'closed'))).toMatchObject({
      code: 'not_in_channel',
      kind: 'lasting',
    });
    at.slack.fail('files.completeUploadExternal', { kind: 'error', error: 'file_uploads_disabled' });
    expect(await failure(at.platform.sendFile(to, file('none'), null, 'none'))).toMatchObject({
      kind: 'lasting',
      onlyThis: true,
    });
  });

  it('is not carried to somebody else’s server', async () => {
    at.slack.fail('files.getUploadURLExternal', {
      kind: 'status',
      status: 200,
      body: { ok: true, file_id: 'F1', upload_url: 'https://files.slack.com.evil.vn/upload' },
    });
    expect(await failure(at.platform.sendFile(to, file('evil'), null, 'evil'))).toMatchObject({
      code: 'upload_address_untrusted',
      kind: 'lasting',
    });
  });
});
