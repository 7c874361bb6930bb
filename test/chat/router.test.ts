import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Command, Feature, GuestCommand } from '../../src/chat/feature.ts';
import type { Account } from '../../src/chat/place.ts';
import { type Reply, showCard } from '../../src/chat/reply.ts';
import { createRouter } from '../../src/chat/router.ts';
import { lastEventOf, rememberLiveCard } from '../../src/delivery/liveCards.ts';
import { recordEvent } from '../../src/history/recordEvent.ts';
import { agencyId, departmentId, morning, seedOrganisation, webAccount } from '../people/organisation.ts';
import { testDatabase } from '../support/database.ts';
import { privatePlace, roomPlace, someMessage, type Talk, talkTo, textOf } from './talk.ts';

const database = testDatabase();
let head: Account;
const stranger: Account = { platform: 'web', userId: 'nobody', displayName: 'Khách' };

beforeAll(async () => {
  await seedOrganisation(database.db);
  head = await webAccount(database.db, 'Trưởng phòng Tổng hợp');
});

const help = { summary: 'x', usage: 'x', examples: ['x', 'y'] as const };
const say = (title: string) => showCard({ title, tone: 'neutral', blocks: [], buttons: [] });

/** /lamviec does what its line says. */
const work: Command = {
  name: 'lamviec',
  words: { vi: ['lamviec', 'làm-việc'], en: ['work'] },
  guests: false,
  help: () => help,
  handle: async ({ text, word }, { trx, now, who, t }) => {
    await recordEvent(trx, {
      at: now,
      kind: 'test.work',
      personId: who.personId,
      platform: 'web',
      data: { text },
    });
    if (text === 'mistake') throw new UserError('Chưa rõ hạn.', 'Xin ghi ngày, ví dụ 15/4.');
    if (text === 'bug') throw new Error('secret detail');
    return say(`${t.language}:${word}:${text}`);
  },
};

const open: GuestCommand = {
  ...work,
  name: 'mo',
  words: { vi: ['mo'], en: ['open'] },
  guests: true,
  handle: async ({ text }, { who }) => say(`${who?.name ?? 'guest'}:${text}`),
};

const feature: Feature = {
  commands: [work, open],
  actions: [
    {
      name: 'test.do',
      press: async (id) => ({ kind: 'toast', text: `pressed ${id}` }),
      submit: async (id, values) => {
        if (id === 'bug') throw new Error('secret detail');
        if (values.date?.[0] === 'x') throw new UserError('Chưa rõ ngày.', 'Ví dụ 15/4.', 'date');
        return say(`sent ${JSON.stringify(values)}`);
      },
    },
    { name: 'test.live', press: async (id) => liveReply(Number(id)) },
  ],
  renderers: {},
  ticks: [],
  onReply: async ({ to, text }) => (to.messageId === 'card' ? say(`comment: ${text}`) : null),
  onSentence: async (text) => say(`sentence: ${text}`),
};

function liveReply(taskId: number): Reply {
  const card: Card = { title: 'task', tone: 'neutral', blocks: [], buttons: [] };
  return { kind: 'card', card, to: 'place', replaces: false, live: { taskId } };
}

let talk: Talk;
beforeEach(() => {
  talk = talkTo(database.db, [feature], morning);
  eventIds += 1;
});
let eventIds = 0;

async function workEvents(): Promise<number> {
  const row = await database.db
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', 'test.work')
    .executeTakeFirstOrThrow();
  return row.count;
}

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

describe('the same event', () => {
  it('is handled once, and answered once', async () => {
    const before = await workEvents();
    const eventId = `once-${eventIds}`;
    expect(textOf(await talk.says(head, '/lamviec a', { eventId }))).toBe('vi:lamviec:a');
    expect(await talk.says(head, '/lamviec a', { eventId })).toBeNull();
    expect(await workEvents()).toBe(before + 1);
  });

  it('at the same moment too', async () => {
    const before = await workEvents();
    const eventId = `at-once-${eventIds}`;
    const answers = await Promise.all([1, 2, 3].map(() => talk.says(head, '/lamviec a', { eventId })));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    expect(await workEvents()).toBe(before + 1);
  });

  it('counts as handled after a mistake', async () => {
    const eventId = `mistake-${eventIds}`;
    expect(textOf(await talk.says(head, '/lamviec mistake', { eventId }))).toContain('Chưa rõ hạn.');
    expect(await talk.says(head, '/lamviec mistake', { eventId })).toBeNull();
  });

  it('may come again after a bug', async () => {
    const eventId = `bug-${eventIds}`;
    await talk.says(head, '/lamviec bug', { eventId });
    expect(await talk.says(head, '/lamviec bug', { eventId })).not.toBeNull();
  });
});

describe('a mistake of the user', () => {
  it('is answered with what it is and how to mend it, and leaves nothing', async () => {
    const before = await workEvents();
    const reply = await talk.says(head, '/lamviec mistake');
    expect(textOf(reply)).toBe('Chưa rõ hạn.\nXin ghi ngày, ví dụ 15/4.');
    expect(await workEvents()).toBe(before);
    expect(talk.errors).toEqual([]);
  });

  it('is told to the asker alone in a room', async () => {
    const reply = await talk.says(head, '/lamviec mistake', { place: roomPlace('r') });
    expect(reply).toMatchObject({ kind: 'card', to: 'asker' });
  });

  it('in a form stands at its field', async () => {
    const reply = await talk.submits(head, 'test.do', '1', { date: 'x' });
    expect(reply).toEqual({ kind: 'formErrors', errors: { date: 'Chưa rõ ngày. Ví dụ 15/4.' } });
  });
});

describe('a bug', () => {
  it('is answered with an apology and the reference under which it is logged', async () => {
    const before = await workEvents();
    const text = textOf(await talk.says(head, '/lamviec bug'));
    const reference = /mã tham chiếu ([0-9a-f]{8})/u.exec(text)?.[1];
    expect(text).not.toContain('secret');
    expect(talk.errors).toHaveLength(1);
    expect(talk.errors[0]?.fields).toMatchObject({
      reference,
      err: new Error('secret detail'),
      kind: 'message',
    });
    expect(await workEvents()).toBe(before);
  });

  it('in a form keeps what was typed', async () => {
    const reply = await talk.submits(head, 'test.do', 'bug', { date: '15/4' });
    expect(reply).toMatchObject({ kind: 'formErrors' });
    expect(textOf(reply)).toContain('mã tham chiếu');
  });

  it('is answered even when the database is away', async () => {
    const receive = createRouter({
      db: database.db,
      clock: { now: () => morning },
      features: [feature],
      identify: () => Promise.reject(new Error('connection lost')),
      defaultLanguage: 'en',
      defaultTimeZone: 'Asia/Ho_Chi_Minh',
      log: { info: () => {}, error: () => {} },
      liveCards: { lastEventOf, rememberLiveCard },
      afterCommit: () => {},
    });
    const what = {
      kind: 'command',
      word: 'lamviec',
      line: '',
      replyTo: null,
      quoted: null,
      files: [],
    } as const;
    const answer = await receive({
      eventId: 'away',
      sender: head,
      place: privatePlace(head),
      what: { ...what, files: [] },
    });
    expect(textOf(answer?.reply ?? null)).toContain('Something went wrong');
  });
});

describe('a guest', () => {
  it('uses what is for guests', async () => {
    expect(textOf(await talk.says(stranger, '/mo a'))).toBe('guest:a');
    expect(textOf(await talk.says(head, '/mo a'))).toBe('Trưởng phòng Tổng hợp:a');
    expect(textOf(await talk.says(stranger, '/trogiup'))).toContain('Sau khi tham gia');
  });

  it.each(['/lamviec a', 'bao giờ xong?'])('is told how to join on %j', async (line) => {
    const text = textOf(await talk.says(stranger, line));
    expect(text).toContain('Tài khoản này chưa được gắn với cán bộ nào.');
    expect(text).toContain('/thamgia');
  });

  it('may press nothing', async () => {
    expect(textOf(await talk.presses(stranger, 'test.do', '1'))).toContain('chưa được gắn');
  });
});

describe('a button', () => {
  it('is known by its whole name', async () => {
    expect(textOf(await talk.presses(head, 'test.do', '1'))).toBe('pressed 1');
    for (const action of ['test.d', 'test.do_all', 'test', 'toString', '__proto__', '']) {
      expect(textOf(await talk.presses(head, action, '1'))).toContain('Nút này đã cũ');
    }
  });

  it('of a form that is no longer there is said at the form', async () => {
    expect(await talk.submits(head, 'test.gone', '1', {})).toMatchObject({ kind: 'formErrors' });
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

it('remembers the card that shows a task, for the room or for the person', async () => {
  const { db } = database;
  const agency = await agencyId(db, 'TTTT');
  const th = await departmentId(db, 'TTTT/TH');
  const { person_id: giver } = await db.selectFrom('account').select('person_id').executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('task')
    .values({
      title: 'Dự thảo',
      title_folded: 'du thao',
      agency_id: agency,
      given_by: giver,
      given_at: morning,
      due_on: null,
      due_time: null,
      due_at: null,
      due_words: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const press = { kind: 'press', action: 'test.live', id: String(id), message: null } as const;
  const inRoom = await talk.receives(head, press, { place: roomPlace(`room-dept-${th}`) });
  await inRoom?.shown({ ...someMessage, messageId: 'in room' });
  const inPrivate = await talk.receives(head, press);
  await inPrivate?.shown({ ...someMessage, messageId: 'in private' });
  const cards = await db
    .selectFrom('live_card as l')
    .leftJoin('room as r', 'r.id', 'l.room_id')
    .leftJoin('person as p', 'p.id', 'l.person_id')
    .select(['message_id', 'r.chat_id', 'p.name'])
    .orderBy('l.id')
    .execute();
  expect(cards).toEqual([
    { message_id: 'in room', chat_id: `room-dept-${th}`, name: null },
    { message_id: 'in private', chat_id: null, name: 'Trưởng phòng Tổng hợp' },
  ]);
});

it('clears what was unreachable when somebody speaks there', async () => {
  const { db } = database;
  const gone = { unreachable_at: morning, unreachable_reason: 'blocked' };
  await db.updateTable('account').set(gone).where('user_id', '=', head.userId).execute();
  await talk.says(head, '/lamviec a');
  const account = await db
    .selectFrom('account')
    .select('unreachable_at')
    .where('user_id', '=', head.userId)
    .executeTakeFirstOrThrow();
  expect(account.unreachable_at).toBeNull();
});

it('refuses features that claim the same', () => {
  const twin: Feature = {
    ...feature,
    commands: [{ ...work, name: 'khac', words: { vi: ['khac', 'LÀM VIỆC'], en: ['other'] } }],
  };
  expect(() => talkTo(database.db, [feature, twin], morning)).toThrow(
    'two commands are called by lamviec; action test.do is there twice; action test.live is there twice; two features have onReply; two features have onSentence',
  );
});
