/** How an event is handled: once, in one transaction, with an answer whatever happens. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { createRouter } from '../../src/chat/router.ts';
import { sendFilesAfter } from '../../src/delivery/fileNotice.ts';
import { lastEventOf, rememberLiveCard } from '../../src/delivery/liveCards.ts';
import { rememberShown } from '../../src/delivery/shownMessages.ts';
import { agencyId, departmentId, morning, seedOrganisation, webAccount } from '../people/organisation.ts';
import { testDatabase } from '../support/database.ts';
import { privatePlace, roomPlace, someMessage, type Talk, talkTo, textOf } from './talk.ts';
import { countWork, feature } from './trial.ts';

const database = testDatabase();
let head: Account;
const stranger: Account = { platform: 'web', userId: 'nobody', displayName: 'Khách' };
let talk: Talk;

beforeAll(async () => {
  await seedOrganisation(database.db);
  head = await webAccount(database.db, 'Trưởng phòng Tổng hợp');
});

beforeEach(() => {
  talk = talkTo(database.db, [feature], morning);
});

describe('the same event', () => {
  it('is handled once, and answered once', async () => {
    const before = await countWork(database.db);
    const eventId = randomUUID();
    expect(textOf(await talk.says(head, '/lamviec a', { eventId }))).toBe('vi:lamviec:a');
    expect(await talk.says(head, '/lamviec a', { eventId })).toBeNull();
    expect(await countWork(database.db)).toBe(before + 1);
  });

  it('at the same moment too', async () => {
    const before = await countWork(database.db);
    const eventId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => talk.says(head, '/lamviec a', { eventId })));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    expect(await countWork(database.db)).toBe(before + 1);
  });

  it('counts as handled after a mistake', async () => {
    const eventId = randomUUID();
    expect(textOf(await talk.says(head, '/lamviec mistake', { eventId }))).toContain('Chưa rõ hạn.');
    expect(await talk.says(head, '/lamviec mistake', { eventId })).toBeNull();
  });

  it('may come again after a bug', async () => {
    const eventId = randomUUID();
    await talk.says(head, '/lamviec bug', { eventId });
    expect(await talk.says(head, '/lamviec bug', { eventId })).not.toBeNull();
  });
});

describe('a mistake of the user', () => {
  it('is answered with what it is and how to mend it, and leaves nothing', async () => {
    const before = await countWork(database.db);
    const reply = await talk.says(head, '/lamviec mistake');
    expect(textOf(reply)).toBe('Chưa rõ hạn.\nXin ghi ngày, ví dụ 15/4.');
    expect(await countWork(database.db)).toBe(before);
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
    const before = await countWork(database.db);
    const text = textOf(await talk.says(head, '/lamviec bug'));
    const reference = /mã tham chiếu ([0-9a-f]{8})/u.exec(text)?.[1];
    expect(text).not.toContain('secret');
    expect(talk.errors).toHaveLength(1);
    expect(talk.errors[0]?.fields).toMatchObject({
      reference,
      err: new Error('secret detail'),
      kind: 'message',
    });
    expect(await countWork(database.db)).toBe(before);
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
      shownReplies: { lastEventOf, rememberLiveCard, rememberShown, sendFilesAfter },
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
