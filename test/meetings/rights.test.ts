/** Who may do what with a record, button by button; and two people at once. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { moveMeetings } from '../../src/meetings/moveMeetings.ts';
import { testDatabase } from '../support/database.ts';
import { makeOffice, type Office } from '../tasks/giving/office.ts';
import { group, newPerson, refusal, titleOf, type Voice, voice } from './room.ts';

const database = testDatabase();
let office: Office;
/** `member` keeps the record; `official` and `leader` are of the same agency, `guest` of the other, `outsider` too, but not here. */
let member: Voice;
let official: Voice;
let leader: Voice;
let guest: Voice;
let outsider: Voice;

const notFound = 'Không thấy biên bản này.';
const mayNotChange = 'Việc này do người của cơ quan mở biên bản làm.';
const mayNotClose = /^Kết thúc, huỷ hay mở lại biên bản/u;

beforeAll(async () => {
  office = await makeOffice(database.db);
  const elsewhere = { ...group, chatId: 'private-1', private: true };
  member = voice(database.db, office.member);
  official = voice(database.db, office.official);
  leader = voice(database.db, office.leader);
  guest = voice(database.db, office.otherOfficial);
  outsider = voice(database.db, office.otherOfficial, elsewhere);
});

let meetingId: number;
let noteId: number;
let guestNoteId: number;

/** A record with a note of its keeper and one of the guest. */
beforeEach(async () => {
  const { db } = database;
  await db.deleteFrom('meeting_item').execute();
  await db.deleteFrom('meeting_participant').execute();
  await db.deleteFrom('meeting_agency').execute();
  await db.deleteFrom('meeting').execute();
  await member.sends('meeting.new', 'new', { title: ['Họp chung'], day: ['2016-04-05'] });
  const { id } = await db.selectFrom('meeting').select('id').executeTakeFirstOrThrow();
  meetingId = id;
  await member.says('ghi Ý của chủ nhà');
  await guest.says('ghi Ý của khách');
  const items = await db.selectFrom('meeting_item').select('id').orderBy('id').execute();
  [noteId = 0, guestNoteId = 0] = items.map((item) => item.id);
});

describe('somebody of the other agency who is not in the conversation', () => {
  it.each([
    'meeting.open',
    'meeting.edit',
    'meeting.people',
    'meeting.note',
    'meeting.conclude',
    'meeting.task',
    'meeting.items',
    'meeting.give',
    'meeting.close',
    'meeting.cancel',
    'meeting.reopen',
    'meeting.redo',
    'meeting.file',
    'meeting.show',
  ])('%s: sees nothing of it, as if it did not exist', async (action) => {
    const stranger = voice(database.db, await newPerson(database.db, office.cntt), {
      ...group,
      chatId: 'private-9',
      private: true,
    });
    expect(await refusal(stranger.presses(action, meetingId))).toBe(notFound);
    expect(await refusal(stranger.presses(action, 999_999))).toBe(notFound);
  });

  it.each(['meeting.item', 'meeting.editItem', 'meeting.dropItem', 'meeting.restoreItem'])(
    '%s: likewise',
    async (action) => {
      const stranger = voice(database.db, await newPerson(database.db, office.cntt), {
        ...group,
        chatId: 'private-9',
        private: true,
      });
      expect(await refusal(stranger.presses(action, noteId))).toBe(notFound);
      expect(await refusal(stranger.presses(action, 'x'))).toBe(notFound);
    },
  );
});

describe('a guest in the conversation', () => {
  it('adds notes, changes and drops their own, from anywhere', async () => {
    await guest.sends('meeting.editItem', guestNoteId, { text: ['Ý của khách, rõ hơn'] });
    expect(titleOf(await outsider.presses('meeting.dropItem', guestNoteId))).toBe('Đã bỏ khỏi biên bản');
    expect(titleOf(await outsider.presses('meeting.restoreItem', guestNoteId))).toBe(
      'Đã đưa lại vào biên bản',
    );
  });

  it.each(['conclude', 'task'])('writes no %s', async (what) => {
    const words = 'Kết luận và nhiệm vụ do người của cơ quan mở biên bản ghi.';
    expect(await refusal(guest.presses(`meeting.${what}`, meetingId))).toBe(words);
    expect(await refusal(guest.sends(`meeting.${what}`, meetingId, { text: ['x'] }))).toBe(words);
    expect(await refusal(guest.says(what === 'task' ? 'nhiệm vụ x' : 'kết luận x'))).toBe(words);
    expect(await refusal(guest.marks('m1', what === 'task' ? 'task' : 'conclusion', 'x'))).toBe(words);
    expect(await refusal(guest.presses('meeting.moveItem', `${guestNoteId}.conclusion`))).toBe(words);
  });

  it.each(['meeting.edit', 'meeting.people', 'meeting.give'])('%s: is refused', async (action) => {
    expect(await refusal(guest.presses(action, meetingId))).toBe(mayNotChange);
  });

  it.each(['meeting.editItem', 'meeting.dropItem'])('%s: leaves what others wrote', async (action) => {
    expect(await refusal(guest.presses(action, noteId))).toBe(mayNotChange);
  });

  it.each(['meeting.close', 'meeting.cancel', 'meeting.reopen', 'meeting.redo'])(
    '%s: is refused',
    async (action) => {
      expect(await refusal(guest.presses(action, meetingId))).toMatch(mayNotClose);
    },
  );

  it('opens no record in a room of the other agency', async () => {
    const room = { ...group, chatId: `room-${office.th}` };
    expect(await refusal(voice(database.db, office.otherOfficial, room).says(''))).toBe(
      'Nhóm này là của Trung tâm Thông tin – Ủy ban Dân tộc.',
    );
  });
});

describe('people of the agency', () => {
  it('a member who did not open it writes in it and changes it, but does not end it', async () => {
    const other = voice(database.db, await newPerson(database.db, office.tttt));
    expect(titleOf(await other.says('kết luận Đồng ý'))).toBe('Đã ghi kết luận vào biên bản');
    await other.presses('meeting.dropItem', guestNoteId);
    for (const action of ['meeting.close', 'meeting.cancel']) {
      expect(await refusal(other.presses(action, meetingId))).toMatch(mayNotClose);
    }
  });

  it.each([
    ['who opened it', () => member],
    ['an official', () => official],
    ['a leader', () => leader],
  ])('%s ends it, and reopens it for ten minutes', async (_, who) => {
    expect(titleOf(await who().presses('meeting.close', meetingId))).toBe('Đã lập biên bản: Họp chung');
    expect(await refusal(guest.says('ghi muộn'))).toBe('Ở đây chưa có biên bản nào đang ghi.');
    expect(titleOf(await who().presses('meeting.reopen', meetingId))).toBe('Biên bản: Họp chung');
  });

  it('changes a closed record only if they may close it', async () => {
    await member.presses('meeting.close', meetingId);
    const other = voice(database.db, await newPerson(database.db, office.tttt));
    expect(await refusal(other.presses('meeting.editItem', noteId))).toBe(mayNotChange);
    expect(await refusal(other.presses('meeting.edit', meetingId))).toMatch(mayNotClose);
    expect(await refusal(guest.presses('meeting.dropItem', guestNoteId))).toBe(mayNotChange);
    await official.sends('meeting.editItem', noteId, { text: ['Ý đã sửa'] });
    expect(titleOf(await official.presses('meeting.redo', meetingId))).toBe('Đã lập biên bản: Họp chung');
  });

  it('who may not give tasks learns whom to ask', async () => {
    await member.says('nhiệm vụ P. Tổng hợp lập danh mục, hạn 20/4');
    expect(await refusal(member.presses('meeting.give', meetingId))).toContain('cán bộ giao việc');
    expect(titleOf(await official.presses('meeting.give', meetingId))).toBe('Xem lại trước khi giao');
  });
});

describe('what was read from words, before it is opened', () => {
  async function draft(): Promise<number> {
    await member.presses('meeting.cancel', meetingId);
    await member.says('Họp tổ biên tập, 9h ngày 6/4');
    const row = await database.db
      .selectFrom('meeting')
      .select('id')
      .where('status', '=', 'draft')
      .executeTakeFirstOrThrow();
    return row.id;
  }

  it('is opened by people of the agency only, once', async () => {
    const id = await draft();
    for (const action of ['meeting.open', 'meeting.edit', 'meeting.cancel']) {
      expect(await refusal(guest.presses(action, id))).toBe(mayNotChange);
    }
    expect(await refusal(member.presses('meeting.note', id))).toBe('Biên bản này chưa mở.');
    expect(titleOf(await official.presses('meeting.open', id))).toBe('Biên bản: Họp tổ biên tập');
    expect(titleOf(await member.presses('meeting.open', id))).toBe('Biên bản: Họp tổ biên tập');
  });

  it('is put right before, or dropped', async () => {
    const id = await draft();
    const form = { title: ['Họp tổ biên tập'], day: ['7/4'], names: ['Khách mời\nCNTT: Cục trưởng'] };
    const changed = await member.sends('meeting.edit', id, form);
    expect(JSON.stringify(changed)).toContain('Cục trưởng');
    expect(changed).not.toHaveProperty('live');
    expect(titleOf(await member.presses('meeting.cancel', id))).toBe('Đã huỷ, chưa mở biên bản nào');
    expect(await refusal(member.presses('meeting.open', id))).toBe('Biên bản này đã mở hoặc đã huỷ.');
  });

  it('moves with its group to another id', async () => {
    await inTransaction(database.db, (trx) =>
      moveMeetings(trx, { platform: 'web', from: group.chatId, to: 'nhom-moi' }),
    );
    expect(titleOf(await voice(database.db, office.member, { ...group, chatId: 'nhom-moi' }).says(''))).toBe(
      'Biên bản: Họp chung',
    );
  });
});

describe('two at once', () => {
  it('open one record in a conversation', async () => {
    await member.presses('meeting.cancel', meetingId);
    const form = { title: ['Họp mới'], day: ['2016-04-05'] };
    const answers = await Promise.allSettled([
      member.sends('meeting.new', 'new', form),
      official.sends('meeting.new', 'new', form),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const open = await database.db.selectFrom('meeting').select('id').where('status', '=', 'open').execute();
    expect(open).toHaveLength(1);
  });

  it('mark one message: it is in the record once', async () => {
    await Promise.all([member.marks('m7', 'note', 'Một ý'), official.marks('m7', 'conclusion', 'Một ý')]);
    const items = await database.db
      .selectFrom('meeting_item')
      .select('id')
      .where('message_id', '=', 'm7')
      .execute();
    expect(items).toHaveLength(1);
  });

  it('close it: one set of minutes', async () => {
    await Promise.all([
      member.presses('meeting.close', meetingId),
      leader.presses('meeting.close', meetingId),
    ]);
    const closed = await database.db
      .selectFrom('event')
      .select('id')
      .where('kind', '=', 'meeting.closed')
      .where('subject_id', '=', meetingId)
      .execute();
    expect(closed).toHaveLength(1);
  });

  it('close it while somebody writes: the words are in the minutes, or the writer is told', async () => {
    const answers = await Promise.allSettled([
      member.presses('meeting.close', meetingId),
      guest.says('ghi Ý cuối'),
    ]);
    expect(answers[0]?.status).toBe('fulfilled');
    const items = await database.db
      .selectFrom('meeting_item')
      .select('recorded_at')
      .where('text', '=', 'Ý cuối')
      .execute();
    expect(items).toHaveLength(answers[1]?.status === 'fulfilled' ? 1 : 0);
  });
});

describe('a mark', () => {
  it('is taken away with its entry, unless something has happened to that since', async () => {
    await member.marks('m1', 'note', 'Ý thoáng qua');
    expect(titleOf(await member.marks('m1', 'note', null, false))).toBe('Đã bỏ khỏi biên bản');
    await member.marks('m2', 'note', 'Ý được sửa');
    const { id } = await database.db
      .selectFrom('meeting_item')
      .select('id')
      .where('message_id', '=', 'm2')
      .executeTakeFirstOrThrow();
    await official.sends('meeting.editItem', id, { text: ['Ý được sửa rõ'] });
    expect(titleOf(await member.marks('m2', 'note', null, false))).toContain('vẫn giữ trong biên bản');
    // Somebody else's entry, another mark, no entry at all.
    expect(await official.marks('m2', 'note', null, false)).toBeNull();
    expect(await member.marks('m2', 'task', null, false)).toBeNull();
    expect(await member.marks('m3', 'note', null, false)).toBeNull();
  });

  it('on a message that cannot be had says so; where no record is kept it means nothing', async () => {
    expect(await refusal(member.marks('m1', 'note', null))).toBe('Chưa đọc được tin vừa đánh dấu.');
    expect(await refusal(member.marks('m1', 'note', 'x'.repeat(2001)))).toContain('2001 ký tự');
    await member.presses('meeting.cancel', meetingId);
    expect(await member.marks('m1', 'note', 'Ý')).toBeNull();
  });
});
