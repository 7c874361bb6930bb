/** What people do in Slack, as the core hears it; and who is kept out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { What } from '../../../src/chat/incoming.ts';
import { createPerson, nowMs, type Person, signedHeaders } from '../../../src/demo/slack/slackPeople.ts';
import { type AdapterUnderTest, startAdapter } from './platformAt.ts';

let at: AdapterUnderTest;
let person: Person;
beforeAll(async () => {
  at = await startAdapter();
  person = createPerson('U0000002', at.send, at.slack);
});
beforeEach(() => {
  at.heard.length = 0;
  at.replies(() => null);
});
afterAll(() => at.stop());

const heardOne = () => at.slack.until(() => at.heard[0]);

describe('a request', () => {
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${at.address}/slack/events`, { method: 'POST', body, headers });
  const seconds = () => Math.floor(nowMs() / 1000);

  it('that proves the address is answered with its challenge', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const response = await post(body, signedHeaders(body, 'application/json; charset=utf-8'));
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });

  it.each([
    ['without a signature', () => ({ 'content-type': 'application/json' })],
    ['signed for another body', () => signedHeaders('{}x', 'application/json')],
    ['older than five minutes', () => signedHeaders('{}', 'application/json', seconds() - 301)],
    ['from the future', () => signedHeaders('{}', 'application/json', seconds() + 301)],
  ])('%s is refused', async (_, headers) => {
    expect((await post('{}', headers())).status).toBe(401);
    expect(at.heard).toEqual([]);
  });

  it('that is no JSON is refused', async () => {
    expect((await post('{', signedHeaders('{', 'application/json'))).status).toBe(400);
  });
});

describe('a command', () => {
  it('is acknowledged while the core is still at it', async () => {
    const { promise, resolve } = Promise.withResolvers<null>();
    at.replies(() => promise);
    expect(await person.command('/giao P. TH dự thảo &lt;b&gt; &amp; trình, hạn 15/4', 'C1')).toBe('');
    resolve(null);
    expect((await heardOne()).what).toMatchObject({
      kind: 'command',
      word: 'giao',
      line: 'P. TH dự thảo <b> & trình, hạn 15/4',
    });
  });

  it('by /daumoi carries the words of both languages', async () => {
    await person.command('/daumoi status this month');
    expect((await heardOne()).what).toMatchObject({ word: 'daumoi', line: 'status this month' });
  });
});

describe('a message', () => {
  it.each(['message', 'app_mention'] as const)(
    'that mentions the bot is heard (%s), under one id',
    async (type) => {
      await person.mentions('tình hình P. TH?', 'C1', '10.1', type);
      expect(await heardOne()).toMatchObject({
        eventId: 'message:C1:10.1',
        place: { chatId: 'C1', private: false, title: 'phong-tong-hop' },
        what: { kind: 'message', text: 'tình hình P. TH?', addressed: true },
      });
    },
  );

  it('among others, from a bot, or an edit is not for the bot', async () => {
    await person.says('chào cả phòng', { channel: 'C1' });
    await person.says('việc', { bot_id: 'B7' });
    await person.says('việc', { subtype: 'message_changed' });
    await person.says('việc của tôi');
    expect(await heardOne()).toMatchObject({ what: { text: 'việc của tôi' } });
    expect(at.heard).toHaveLength(1);
  });

  it('under a card of the bot is a reply to it', async () => {
    await person.says('Đã gửi', { channel: 'C1', thread_ts: '9.9', parent_user_id: 'U0BOT' });
    expect((await heardOne()).what).toMatchObject({
      addressed: true,
      replyTo: { chatId: 'C1', messageId: '9.9' },
    });
  });

  it('brings its files, fetched with the token of the bot', async () => {
    const address = at.slack.putFile('du-thao.docx', { content: 'nội dung', type: 'application/msword' });
    const file = {
      name: 'dự thảo.docx',
      mimetype: 'application/msword',
      size: 9,
      url_private_download: address,
    };
    await person.says('', { subtype: 'file_share', files: [file] });
    const { files } = filesOf((await heardOne()).what);
    expect(files[0]).toMatchObject({ name: 'dự thảo.docx', mime: 'application/msword', sizeBytes: 9 });
    expect(Buffer.from((await files[0]?.read()) ?? []).toString()).toBe('nội dung');
  });

  it('whose file leads to a login page or to somebody else’s server brings nothing', async () => {
    const address = at.slack.putFile('mat.docx', { content: '<html>', type: 'text/html' });
    const files = [address, 'https://slack.com.evil.vn/x'].map((url) => ({
      name: 'x.docx',
      mimetype: 'application/msword',
      url_private: url,
    }));
    await person.says('', { files });
    const heard = filesOf((await heardOne()).what);
    await expect(heard.files[0]?.read()).rejects.toThrow('file_login_page');
    await expect(heard.files[1]?.read()).rejects.toThrow('file_address_untrusted');
  });
});

function filesOf(what: What) {
  if (what.kind !== 'message') throw new Error(`heard a ${what.kind}`);
  return what;
}

describe('a shortcut', () => {
  it('on a message gives from it, with who wrote it and where it stands', async () => {
    await person.shortcut(
      'task_from_message',
      { ts: '5.5', text: 'P. TH trình &lt;gấp&gt; 15/4', user: 'U0000007' },
      'C1',
    );
    expect((await heardOne()).what).toMatchObject({
      kind: 'command',
      word: 'giao',
      quoted: {
        text: 'P. TH trình <gấp> 15/4',
        by: 'Người U0000007',
        link: 'https://vidu.slack.com/archives/C1/p1',
      },
    });
  });

  it('from anywhere speaks in the private conversation', async () => {
    await person.shortcut('task_new');
    expect(await heardOne()).toMatchObject({
      place: { chatId: 'D0000002', private: true },
      what: { word: 'giao', line: '', quoted: null },
    });
  });
});
