import { beforeAll, describe, expect, it } from 'vitest';
import type { FileIn } from '../../src/chat/incoming.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { lastEventOf, rememberLiveCard } from '../../src/delivery/liveCards.ts';
import { settleSigningLevel } from '../../src/programmes/signing.ts';
import { yearlyTick } from '../../src/programmes/yearly.ts';
import { testDatabase } from '../support/database.ts';
import { giveNow, makeOffice, type Office, saidIn, speaker, storyTime } from '../tasks/office.ts';
import { asOf, buttonOf, openNow, programmeOf, signNow } from './office.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (person: number) => asOf(database.db)(person);

const alone = testDatabase();

/** Offices without any programme. */
async function makeOfficeAlone() {
  return { db: alone.db, office: await makeOffice(alone.db) };
}

async function notified(id: number, kind: string) {
  const rows = await database.db
    .selectFrom('notification')
    .select(['room_id', 'person_id', 'facts'])
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
  return rows.filter((row) => 'programmeId' in row.facts && row.facts.programmeId === id);
}

describe('opening', () => {
  it('tells the own focal departments, and asks the other agency’s officials before its departments hear', async () => {
    const id = await openNow(database.db, office, { agreed: false });
    const rooms = async () => (await notified(id, 'programmes.card')).length;
    expect(await rooms()).toBe(1);
    expect((await notified(id, 'programmes.consent')).map((row) => row.person_id)).toEqual([
      office.otherOfficial,
    ]);
    await as(office.otherOfficial).presses('programme.agree', `${id}.${office.cntt}`);
    expect(await rooms()).toBe(2);
    expect((await notified(id, 'programmes.news')).map((row) => row.person_id)).toEqual([office.official]);
  });

  it('an agency that refused is asked again by those who opened it', async () => {
    const id = await openNow(database.db, office, { agreed: false });
    const pair = `${id}.${office.cntt}`;
    await as(office.otherOfficial).sends('programme.disagree', pair, { words: ['chưa đủ người'] });
    const refused = await programmeOf(database.db, id);
    expect(refused.agencies[1]).toMatchObject({ status: 'refused', note: 'chưa đủ người' });
    await expect(as(office.otherOfficial).says('chuongtrinh', `CT-${id}`)).rejects.toThrow('Không thấy');
    await as(office.official).presses('programme.askAgain', pair);
    expect(await notified(id, 'programmes.consent')).toHaveLength(2);
    await as(office.otherOfficial).presses('programme.agree', pair);
    expect((await programmeOf(database.db, id)).agencies[1]?.status).toBe('agreed');
  });

  it('says which programme of the same title is there already', async () => {
    const id = await openNow(database.db, office, { years: '2019–2020' });
    const again = await as(office.official).says(
      'chuongtrinh',
      'chuong trinh phoi hop 2019–2020 giua TTTT va CNTT',
    );
    expect(JSON.stringify(again)).toContain(`CT-${id}`);
  });
});

describe('words without a code', () => {
  it('that describe a programme open one, others show one that is there', async () => {
    const fresh = await makeOfficeAlone();
    const said = async (text: string, person = fresh.office.official) =>
      saidIn(await asOf(fresh.db)(person).says('chuongtrinh', text));
    expect(await said('phối hợp thế nào?')).toBe('Xem lại trước khi lập chương trình');
    expect(await said('phối hợp thế nào?', fresh.office.thHead)).toBe('Chưa có chương trình phối hợp');
    const first = await openNow(fresh.db, fresh.office);
    // Who may open one may have meant a new one: the list offers both.
    expect(await said('phối hợp thế nào?')).toBe('1 chương trình phối hợp');
    expect(await said('phối hợp thế nào?', fresh.office.ptudHead)).toContain(`CT-${first} ·`);
    await openNow(fresh.db, fresh.office, { years: '2018–2019' });
    expect(await said('phối hợp thế nào?')).toBe('2 chương trình phối hợp');
    expect(await said('phoi hop 2016–2020 giua')).toBe('Xem lại trước khi lập chương trình');
    expect(await said('giữa TTTT và')).toBe('Xem lại trước khi lập chương trình');
    expect(await said('phối hợp 2018')).toContain('2018–2019');
    const preview = await asOf(fresh.db)(fresh.office.official).says(
      'chuongtrinh',
      'phối hợp 2020–2021 với CNTT',
    );
    expect(JSON.stringify(preview)).toContain('Chương trình phối hợp 2020–2021 với CNTT');
  });
});

describe('contents', () => {
  it('keep their numbers when one is dropped, and only three levels stand below each other', async () => {
    const id = await openNow(database.db, office);
    const official = as(office.official);
    await official.says('chuongtrinh', `CT-${id} thêm nội dung Một; Hai; Ba`);
    await official.says('chuongtrinh', `CT-${id} thêm nội dung vào nội dung 2: Hai một`);
    await official.says('chuongtrinh', `CT-${id} thêm nội dung vào nội dung 2.1: Hai một một`);
    await expect(
      official.says('chuongtrinh', `CT-${id} thêm nội dung vào nội dung 2.1.1: Quá sâu`),
    ).rejects.toMatchObject({ name: 'UserError' });
    await official.says('chuongtrinh', `CT-${id} bỏ nội dung 2`);
    await official.says('chuongtrinh', `CT-${id} thêm nội dung Bốn`);
    const { contents } = await programmeOf(database.db, id);
    expect(contents.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Một', '3 Ba', '4 Bốn']);
    await official.says('chuongtrinh', `CT-${id} sửa nội dung 3: Ba mới`);
    expect((await programmeOf(database.db, id)).contents[1]?.title).toBe('Ba mới');
  });

  it.each([
    ['', 'Chưa có nội dung nào.'],
    [Array.from({ length: 31 }, (_, at) => `Nội dung ${at}`).join('\n'), '31 nội dung một lần là nhiều'],
    ['x'.repeat(501), 'dài hơn 500 chữ'],
  ])('refuses %#', async (titles, said) => {
    const id = await openNow(database.db, office);
    await expect(as(office.official).sends('programme.addContent', id, { titles: [titles] })).rejects.toThrow(
      said,
    );
  });

  it('a content of another programme is no parent here', async () => {
    const one = await openNow(database.db, office);
    const other = await openNow(database.db, office);
    await as(office.official).sends('programme.addContent', one, { titles: ['Một'] });
    const parent = `${(await programmeOf(database.db, one)).contents[0]?.id}`;
    await expect(
      as(office.official).sends('programme.addContent', other, { titles: ['Hai'], parent: [parent] }),
    ).rejects.toMatchObject({ name: 'UserError', field: 'parent' });
  });
});

describe('status', () => {
  it('goes one step on or back, and asks for all of a signature', async () => {
    const id = await openNow(database.db, office);
    const official = as(office.official);
    const send = async (values: Record<string, string[]>) => {
      const { version } = await programmeOf(database.db, id);
      return official.sends('programme.status', `${id}.${version}`, values);
    };
    await expect(send({ status: ['signed'] })).rejects.toMatchObject({ field: 'status' });
    await send({ status: ['drafting'] });
    await send({ status: ['proposed'] });
    await send({ status: ['drafting'] });
    await send({ status: ['consulting'] });
    const form = await official.presses('programme.status', id);
    expect(JSON.stringify(form)).toContain('signedOn');
    const whole = {
      status: ['signed'],
      number: ['05/CTr'],
      signedOn: ['2016-04-05'],
      signedBy: ['Cục trưởng'],
      level: ['cấp Cục'],
    };
    for (const field of ['number', 'signedOn', 'signedBy', 'level'] as const) {
      await expect(send({ ...whole, [field]: [''] }), field).rejects.toMatchObject({ field });
    }
    await expect(send({ ...whole, signedOn: ['2016-04-06'] })).rejects.toMatchObject({ field: 'signedOn' });
    expect(saidIn(await send(whole))).toBe(`CT-${id}: đã ký`);
    expect(await programmeOf(database.db, id)).toMatchObject({
      status: 'signed',
      signingLevel: 'cấp Cục',
      signed: { number: '05/CTr', by: 'Cục trưởng' },
    });
  });

  it('nobody signs for an agency that has not agreed', async () => {
    const id = await openNow(database.db, office, { agreed: false });
    await expect(signNow(database.db, office, id)).rejects.toThrow(
      'Cục Công nghệ thông tin chưa đồng ý tham gia',
    );
  });

  it('a status typed that is too many steps away is answered with the steps there are', async () => {
    const id = await openNow(database.db, office);
    const official = as(office.official);
    await official.says('chuongtrinh', `CT-${id} chuyển sang dự thảo`);
    for (const status of ['đã ký', 'tổng kết']) {
      await expect(official.says('chuongtrinh', `CT-${id} chuyển sang ${status}`)).rejects.toMatchObject({
        message: 'Từ “dự thảo” chưa chuyển tới trạng thái này được.',
        mend: 'Chuyển được sang: “xin ý kiến” hoặc “đề xuất”.',
      });
    }
  });

  it('a change of status is taken back with one press, unless somebody has changed it since', async () => {
    const id = await openNow(database.db, office);
    const official = as(office.official);
    const first = buttonOf(
      await official.says('chuongtrinh', `CT-${id} chuyển sang dự thảo`),
      'programme.statusBack',
    );
    await official.presses('programme.statusBack', first.id);
    expect((await programmeOf(database.db, id)).status).toBe('proposed');
    await expect(official.presses('programme.statusBack', first.id)).rejects.toThrow('vừa thay đổi');
    await signNow(database.db, office, id);
    const { version } = await programmeOf(database.db, id);
    const back = await official.sends('programme.status', `${id}.${version}`, { status: ['consulting'] });
    const card = await official.says('chuongtrinh', `CT-${id}`);
    expect(JSON.stringify(card)).not.toContain('05/CTr');
    // Signed again, it has the particulars it had.
    await official.presses('programme.statusBack', buttonOf(back, 'programme.statusBack').id);
    expect(await programmeOf(database.db, id)).toMatchObject({
      status: 'signed',
      signed: { number: '05/CTr-TTTT-CNTT' },
    });
  });

  it('the leaders’ conclusion settles who signs, once', async () => {
    const id = await openNow(database.db, office);
    const conclusion = { label: 'cấp Cục và Trung tâm ký', roundId: 7, by: null };
    for (const _ of [1, 2]) {
      await inTransaction(database.db, (trx) => settleSigningLevel(trx, storyTime, id, conclusion));
    }
    expect((await programmeOf(database.db, id)).signingLevel).toBe('cấp Cục và Trung tâm ký');
    const events = await database.db
      .selectFrom('event')
      .select('id')
      .where('kind', '=', 'programme.signingSettled')
      .where('subject_id', '=', id)
      .execute();
    expect(events).toHaveLength(1);
  });

  it('a concluded programme takes no more contents', async () => {
    const id = await openNow(database.db, office);
    await signNow(database.db, office, id);
    for (const status of ['running', 'concluded']) {
      const { version } = await programmeOf(database.db, id);
      await as(office.official).sends('programme.status', `${id}.${version}`, { status: [status] });
    }
    await expect(as(office.official).presses('programme.addContent', id)).rejects.toThrow('đã tổng kết');
  });
});

describe('documents', () => {
  const file = (name: string, content: string): FileIn => ({
    name,
    mime: 'text/plain',
    sizeBytes: content.length,
    read: async () => new TextEncoder().encode(content),
  });

  it('are kept with the command or under the card, told to both sides, and sent again with a button', async () => {
    const id = await openNow(database.db, office);
    const head = as(office.thHead);
    await head.says('chuongtrinh', `CT-${id}`, { files: [file('Dự thảo.txt', 'một')] });
    const to = { chatId: `private-${office.ptudHead}`, threadId: '', messageId: `card-${id}` };
    await inTransaction(database.db, (trx) =>
      rememberLiveCard(trx, storyTime, {
        subject: { kind: 'programme', id },
        platform: 'web',
        message: to,
        for: { personId: office.ptudHead },
      }),
    );
    const partner = as(office.ptudHead);
    const kept = await partner.replies(to, '', storyTime, [
      file('Phụ lục.txt', 'hai'),
      file('Bảng.txt', 'ba'),
    ]);
    expect(saidIn(kept)).toBe(`Đã lưu 2 tài liệu vào CT-${id}`);
    expect(await partner.replies(to, 'cảm ơn anh chị')).toBeNull();
    expect(saidIn(await partner.replies(to, 'thêm nội dung Đào tạo'))).toContain('Đã thêm 1 nội dung');
    const { documents } = await programmeOf(database.db, id);
    expect(documents.map((each) => each.name)).toEqual(['Dự thảo.txt', 'Phụ lục.txt', 'Bảng.txt']);
    const sent = await as(office.official).presses('programme.documents', id);
    expect(sent.kind === 'card' ? sent.card.files?.map((each) => each.name) : []).toEqual([
      'Bảng.txt',
      'Phụ lục.txt',
      'Dự thảo.txt',
    ]);
    expect(new Set((await notified(id, 'programmes.news')).map((row) => row.person_id))).toContain(
      office.otherOfficial,
    );
  });

  it('an empty one and one that is too big are refused, and none is kept', async () => {
    const id = await openNow(database.db, office);
    const big = { ...file('Lớn.txt', 'x'), sizeBytes: 21 * 1024 * 1024 };
    for (const bad of [file('Rỗng.txt', ''), big]) {
      await expect(
        as(office.thHead).says('chuongtrinh', `CT-${id}`, { files: [file('Tốt.txt', 'tốt'), bad] }),
      ).rejects.toMatchObject({ name: 'UserError' });
    }
    expect((await programmeOf(database.db, id)).documents).toEqual([]);
  });
});

describe('its living card', () => {
  it('on its way while a task moved is drawn once more', async () => {
    const { db } = database;
    const id = await openNow(db, office);
    const subject = { kind: 'programme' as const, id };
    const given = await giveNow(db, office, { lead: [office.th] });
    await db.updateTable('task').set({ programme_id: id }).where('id', '=', given.taskId).execute();
    const drawnAt = await lastEventOf(db, subject);
    await speaker(db, office.thHead).presses('task.accept', given.partOf(office.th));
    const remember = (messageId: string, at: number) =>
      inTransaction(db, (trx) =>
        rememberLiveCard(trx, storyTime, {
          subject,
          platform: 'web',
          message: { chatId: 'somewhere', threadId: '', messageId },
          for: { personId: office.official },
          drawnAt: at,
        }),
      );
    await remember(`late-${id}`, drawnAt);
    await remember(`fresh-${id}`, await lastEventOf(db, subject));
    const rows = await db
      .selectFrom('live_card')
      .select(['message_id', 'dirty_at'])
      .where('message_id', 'in', [`late-${id}`, `fresh-${id}`])
      .orderBy('id')
      .execute();
    expect(rows.map((row) => [row.message_id, row.dirty_at !== null])).toEqual([
      [`late-${id}`, true],
      [`fresh-${id}`, false],
    ]);
  });
});

describe('in a room', () => {
  it('of an agency without a part, and in one that is nobody’s, only the asker sees the card and the answers', async () => {
    const { db } = database;
    const id = await openNow(db, office, { agreed: false });
    const shown = async (room: number, line: string) => {
      const reply = await asOf(db)(office.official, { room }).says('chuongtrinh', `CT-${id} ${line}`);
      return reply.kind === 'card' ? reply.to : reply.kind;
    };
    expect(await shown(office.kh, '')).toBe('place');
    expect(await shown(office.kh, 'thêm nội dung Một')).toBe('place');
    // CNTT has not agreed yet.
    expect(await shown(office.tc, '')).toBe('asker');
    expect(await shown(office.tc, 'thêm nội dung Hai')).toBe('asker');
    expect(await shown(99_999, '')).toBe('asker');
  });
});

describe('a room', () => {
  it('hears of the programme from its binding on until it is let go', async () => {
    const { db } = database;
    const id = await openNow(db, office);
    const room = await db
      .selectFrom('room')
      .select('id')
      .where('department_id', '=', office.kh)
      .executeTakeFirstOrThrow();
    const heard = async () =>
      (await notified(id, 'programmes.news')).filter((row) => row.room_id === room.id).length;
    const here = asOf(db)(office.leader, { room: office.kh });
    const move = (status: string) =>
      as(office.official).says('chuongtrinh', `CT-${id} chuyển sang ${status}`);
    expect(saidIn(await here.says('chuongtrinh', `CT-${id} gắn nhóm này`))).toContain('nhận tin');
    expect((await notified(id, 'programmes.card')).some((row) => row.room_id === room.id)).toBe(true);
    expect(saidIn(await here.says('chuongtrinh', `CT-${id} gắn nhóm này`))).toContain('đã nhận tin');
    await move('dự thảo');
    expect(await heard()).toBe(1);
    await here.says('chuongtrinh', `CT-${id} bỏ gắn nhóm này`);
    await move('xin ý kiến');
    expect(await heard()).toBe(1);
    await expect(here.says('chuongtrinh', `CT-${id} bỏ gắn nhóm này`)).rejects.toThrow('không gắn với');
  });

  it('is not bound in private, by a member, or to a programme its agency has no part in', async () => {
    const id = await openNow(database.db, office);
    await expect(as(office.leader).says('chuongtrinh', `CT-${id} gắn nhóm này`)).rejects.toThrow(
      'trong một nhóm',
    );
    const member = asOf(database.db)(office.khHead, { room: office.kh });
    await expect(member.says('chuongtrinh', `CT-${id} gắn nhóm này`)).rejects.toThrow('quyền');
    const asked = await openNow(database.db, office, { agreed: false });
    const elsewhere = asOf(database.db)(office.official, { room: office.tc });
    await expect(elsewhere.says('chuongtrinh', `CT-${asked} gắn nhóm này`)).rejects.toThrow('không tham gia');
  });
});

describe('the yearly tasks', () => {
  const at = (moment: string) => Temporal.Instant.from(`${moment}+07:00`);
  const tasksOf = async (id: number) =>
    database.db
      .selectFrom('task')
      .select(['id', 'title', 'due_on', 'given_by'])
      .where('programme_id', '=', id)
      .orderBy('id')
      .execute();

  it('open once each, led by the focal departments of both sides, in the name of whoever changed the status', async () => {
    const { db } = database;
    const id = await openNow(db, office);
    await signNow(db, office, id);
    await yearlyTick.run(db, at('2016-10-31T09:00'));
    expect(await tasksOf(id)).toEqual([]);
    // Two instances tick at the same moment.
    await Promise.all([
      yearlyTick.run(db, at('2016-11-01T08:30')),
      yearlyTick.run(db, at('2016-11-01T08:30')),
    ]);
    await yearlyTick.run(db, at('2016-11-01T08:31'));
    const [report, ...others] = await tasksOf(id);
    expect(others).toEqual([]);
    expect(report).toMatchObject({ given_by: office.official });
    expect(report?.title).toContain('Báo cáo kết quả phối hợp năm 2016');
    expect(report?.due_on?.toString()).toBe('2016-12-15');
    const parts = await db
      .selectFrom('assignment')
      .select(['department_id', 'part', 'status'])
      .where('task_id', '=', report?.id ?? 0)
      .orderBy('id')
      .execute();
    expect(parts).toEqual([
      { department_id: office.th, part: 'lead', status: 'assigned' },
      { department_id: office.ptud, part: 'lead', status: 'assigned' },
    ]);
    await yearlyTick.run(db, at('2017-01-03T08:30'));
    expect((await tasksOf(id)).map((task) => task.due_on?.toString())).toEqual(['2016-12-15', '2017-01-31']);
  });

  it('open none while the programme is not signed, or after it has gone back or is concluded', async () => {
    const { db } = database;
    const id = await openNow(db, office);
    await yearlyTick.run(db, at('2016-11-02T09:00'));
    await signNow(db, office, id);
    const { version } = await programmeOf(db, id);
    await as(office.official).sends('programme.status', `${id}.${version}`, { status: ['consulting'] });
    await yearlyTick.run(db, at('2016-11-02T09:00'));
    expect(await tasksOf(id)).toEqual([]);
  });

  it('without a focal department somebody hears that none could be opened, once', async () => {
    const { db } = database;
    const id = await openNow(db, office);
    await signNow(db, office, id);
    for (const [person, agency] of [
      [office.official, office.tttt],
      [office.otherOfficial, office.cntt],
    ] as const) {
      const { version, title, fromYear, toYear } = await programmeOf(db, id);
      await as(person).sends('programme.edit', `${id}.${version}`, {
        title: [title],
        fromYear: [`${fromYear}`],
        toYear: [`${toYear}`],
        [`side${agency}`]: [],
      });
    }
    await yearlyTick.run(db, at('2016-11-01T09:00'));
    await yearlyTick.run(db, at('2016-11-02T09:00'));
    expect(await tasksOf(id)).toEqual([]);
    expect((await notified(id, 'programmes.yearMissed')).map((row) => row.person_id)).toEqual([
      office.official,
    ]);
  });
});
