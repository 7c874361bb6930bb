/** What people say: which command it calls, or what it is else. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { morning, seedOrganisation, webAccount } from '../people/organisation.ts';
import { testDatabase } from '../support/database.ts';
import { roomPlace, someMessage, type Talk, talkTo, textOf } from './talk.ts';
import { feature } from './trial.ts';

const database = testDatabase();
let head: Account;
let talk: Talk;

beforeAll(async () => {
  await seedOrganisation(database.db);
  head = await webAccount(database.db, 'Trưởng phòng Tổng hợp');
});

beforeEach(() => {
  talk = talkTo(database.db, [feature], morning);
});

describe('a command is called', () => {
  it.each([
    ['/lamviec a b', 'vi:lamviec:a b'],
    ['/LamViec  a', 'vi:LamViec:a'],
    ['lamviec a', 'vi:lamviec:a'],
    ['Làm việc: a', 'vi:Làm việc::a'],
    ['làm-việc a', 'vi:làm-việc:a'],
    ['/làm_viêc a', 'vi:làm_viêc:a'],
    ['/work a', 'vi:work:a'],
    ['daumoi work a', 'vi:work:a'],
    ['Đầu Mối làm việc a', 'vi:làm việc:a'],
    ['/daumoi làm việc a', 'vi:làm việc:a'],
    ['/lamviec\na\nb', 'vi:lamviec:a\nb'],
  ])('%j', async (line, title) => {
    expect(textOf(await talk.says(head, line))).toBe(title);
  });

  it('as a slash command of the platform', async () => {
    expect(textOf(await talk.commands(head, 'lamviec', ' a '))).toBe('vi:lamviec:a');
    expect(textOf(await talk.commands(head, 'daumoi', 'làm việc a'))).toBe('vi:làm việc:a');
    expect(textOf(await talk.commands(head, 'làm', 'việc a'))).toBe('vi:làm việc:a');
  });
});

it('answers in the language of the asker', async () => {
  const { db } = database;
  const official = await webAccount(db, 'Chuyên viên Thư ký Trung tâm');
  await db.updateTable('person').set({ language: 'en' }).where('name', '=', official.displayName).execute();
  expect(textOf(await talk.says(official, '/lamviec a'))).toBe('en:lamviec:a');
  expect(textOf(await talk.says(official, '/xyzzy'))).toContain('There is no command /xyzzy.');
});

describe('a mistyped command', () => {
  it.each([
    ['/lamviecc a b', '/lamviec a b'],
    ['/lmaviec a', '/lamviec a'],
    ['/trogipu', '/trogiup'],
    ['/wrok a', '/work a'],
  ])('%s is answered with the nearest one', async (line, meant) => {
    const reply = await talk.says(head, line);
    expect(textOf(reply)).toContain(`Gõ lại: ${meant}`);
    expect(textOf(reply)).toContain('[Chạy /');
  });

  it('runs as it was meant by the button', async () => {
    const reply = await talk.says(head, '/lamviecc a b');
    const button = reply?.kind === 'card' ? reply.card.buttons[0]?.[0] : undefined;
    expect(textOf(await talk.presses(head, button?.action ?? '', button?.id ?? ''))).toBe('vi:lamviec:a b');
  });

  it('is shown whole where a button cannot hold it', async () => {
    const reply = await talk.says(head, `/lamviecc ${'phòng '.repeat(20)}`);
    expect(reply?.kind === 'card' && reply.card.buttons).toEqual([]);
    expect(textOf(reply)).toContain('phòng phòng');
  });

  it('that is near to nothing is answered with where to look', async () => {
    expect(textOf(await talk.says(head, '/abracadabra'))).toBe(
      'Không có lệnh /abracadabra.\nGõ /trogiup để xem các lệnh.',
    );
  });
});

it('shows the help for a slash, a name or nothing', async () => {
  for (const text of ['/', '', 'đầu mối', 'daumoi', '/daumoi']) {
    expect(textOf(await talk.says(head, text))).toContain('Đầu Mối làm được gì');
  }
  expect(textOf(await talk.commands(head, 'daumoi', ''))).toContain('Đầu Mối làm được gì');
});

describe('a message that is no command', () => {
  it('is a sentence when it is addressed to the bot', async () => {
    expect(textOf(await talk.says(head, 'bao giờ xong?'))).toBe('sentence: bao giờ xong?');
  });

  it('is nobody’s business in a room', async () => {
    const what = {
      kind: 'message',
      text: '/lamviec a',
      addressed: false,
      replyTo: null,
      message: someMessage,
      files: [],
    } as const;
    expect(await talk.receives(head, { ...what, files: [] }, { place: roomPlace('r') })).toBeNull();
    expect(talk.commits).toBe(0);
  });

  it('is a comment under a card, even when it looks like a command', async () => {
    const reply = (messageId: string) =>
      talk.receives(head, {
        kind: 'message',
        text: 'làm việc rồi',
        addressed: true,
        replyTo: { ...someMessage, messageId },
        message: someMessage,
        files: [],
      });
    expect(textOf((await reply('card'))?.reply ?? null)).toBe('comment: làm việc rồi');
    expect(textOf((await reply('other'))?.reply ?? null)).toBe('vi:làm việc:rồi');
  });
});

it('refuses what is too long, saying the limit', async () => {
  const long = 'x'.repeat(10_000);
  const words =
    'Tin nhắn dài 10.000 ký tự, vượt mức 8.000 ký tự.\nXin tách thành nhiều tin ngắn hơn rồi gửi lại.';
  expect(textOf(await talk.says(head, long))).toBe(words);
  expect(textOf(await talk.submits(head, 'test.do', '1', { date: long }))).toContain('8.000');
});

it('takes out what no database stores', async () => {
  expect(textOf(await talk.says(head, '/lamviec a\u0000b\ud800'))).toBe('vi:lamviec:ab\ufffd');
  expect(textOf(await talk.submits(head, 'test.do', '1', { a: 'x\u0000' }))).toBe('sent {"a":["x"]}');
});
