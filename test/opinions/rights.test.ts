/** Every refusal: what each kind of person may not do with a round. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormValues } from '../../src/chat/form.ts';
import { opinionByReply } from '../../src/opinions/say.ts';
import { testDatabase } from '../support/database.ts';
import { storyTime } from '../tasks/office.ts';
import { insertDraft } from './draft.ts';
import { makeOpinionOffice, type OpinionOffice, openRound, roundOf, sharedTask, speaker } from './office.ts';

const database = testDatabase();
let office: OpinionOffice;
let round: Awaited<ReturnType<typeof openRound>>;
beforeAll(async () => {
  office = await makeOpinionOffice(database.db);
  round = await openRound(database.db, office);
});

type Person = keyof OpinionOffice;
const as = (person: Person) => speaker(database.db, office[person]);

const unseen = /Không thấy vòng xin ý kiến này/u;
const denied = /Việc này cần quyền khác/u;

describe('opening one', () => {
  it.each<[Person, RegExp]>([
    ['stranger', /Không thấy nhiệm vụ/u],
    ['khHead', /dành cho bên giao và đơn vị chủ trì/u],
    ['ptudHead', /dành cho bên giao và đơn vị chủ trì/u],
    ['chief', /dành cho bên giao và đơn vị chủ trì/u],
    ['otherOfficial', /dành cho bên giao và đơn vị chủ trì/u],
  ])('%s may not', async (person, refusal) => {
    await expect(as(person).says('xinykien', `NV-${round.taskId} về phạm vi, hạn 15/4`)).rejects.toThrow(
      refusal,
    );
    await expect(as(person).presses('opinion.ask', `t${round.taskId}`)).rejects.toThrow(refusal);
  });

  it.each<Person>(['official', 'leader', 'thHead', 'thMember'])('%s may', async (person) => {
    const reply = await as(person).says('xinykien', `NV-${round.taskId} về phạm vi, hạn 15/4`);
    expect(JSON.stringify(reply)).toContain('Gửi xin ý kiến');
  });

  it('somebody else’s preview is not sent, changed or dropped', async () => {
    await as('official').says('xinykien', `NV-${round.taskId} về phạm vi, hạn 15/4`);
    const { id } = await database.db
      .selectFrom('opinion_preview')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    for (const action of ['opinion.send', 'opinion.edit', 'opinion.drop']) {
      await expect(as('thHead').presses(action, id)).rejects.toThrow(/của người khác/u);
    }
  });

  it('leaders of an agency that has not consented are not asked', async () => {
    const { db } = database;
    const taskId = await sharedTask(db, office);
    await db
      .updateTable('assignment')
      .set({ status: 'proposed' })
      .where('task_id', '=', taskId)
      .where('agency_id', '=', office.cntt)
      .execute();
    const reply = await as('official').says(
      'xinykien',
      `NV-${taskId} lãnh đạo 2 cơ quan về phạm vi, hạn 15/4`,
    );
    const text = JSON.stringify(reply);
    expect(text).toContain('Giám đốc Trung tâm (TTTT)');
    expect(text).not.toContain('Cục trưởng');
    expect(text).toContain('cơ quan bạn chưa đồng ý tham gia');
  });

  it('a programme or draft that is not there is refused like one that may not be seen', async () => {
    await expect(as('official').says('xinykien', 'CT-99 ai ký, hạn 15/4')).rejects.toThrow(
      /Không thấy chương trình CT-99/u,
    );
    await expect(as('official').presses('opinion.askSigning', 99)).rejects.toThrow(
      /Không thấy chương trình/u,
    );
    await expect(as('official').presses('opinion.ask', 99_999)).rejects.toThrow(/Nút này đã cũ/u);
  });
});

describe('about a programme', () => {
  let programmeId = 0;
  beforeAll(async () => {
    programmeId = await makeProgramme(office);
  });

  it.each<Person>(['official', 'leader', 'otherOfficial', 'chief', 'vpHead'])(
    '%s may ask',
    async (person) => {
      expect(JSON.stringify(await as(person).presses('opinion.askSigning', programmeId))).toContain(
        'ghi vào cấp ký của',
      );
    },
  );

  it.each<[Person, RegExp]>([
    ['khHead', /dành cho bên giao và đơn vị chủ trì/u],
    ['stranger', /Không thấy chương trình/u],
  ])('%s may not', async (person, refusal) => {
    await expect(as(person).presses('opinion.askSigning', programmeId)).rejects.toThrow(refusal);
    await expect(as(person).says('xinykien', `CT-${programmeId} ai ký, hạn 15/4`)).rejects.toThrow(refusal);
  });

  it('a partner that has not agreed to the programme is not asked, and may not ask', async () => {
    const { db } = database;
    await db
      .updateTable('programme_agency')
      .set({ status: 'asked', decided_at: null, decided_by: null })
      .where('programme_id', '=', programmeId)
      .where('agency_id', '=', office.cntt)
      .execute();
    const reply = JSON.stringify(await as('official').presses('opinion.askSigning', programmeId));
    expect(reply).toContain('Giám đốc Trung tâm');
    expect(reply).not.toContain('Cục trưởng');
    await expect(as('otherOfficial').presses('opinion.askSigning', programmeId)).rejects.toThrow(
      /Không thấy chương trình/u,
    );
  });
});

describe('answering', () => {
  it.each<[Person, RegExp]>([
    ['stranger', unseen],
    // A leader of the other agency, of the own, the official who asked, a member.
    ['chief', /Phần này dành cho Giám đốc Trung tâm/u],
    ['deputyLeader', /Phần này dành cho Giám đốc Trung tâm/u],
    ['official', /Phần này dành cho Giám đốc Trung tâm/u],
    ['thHead', /Phần này dành cho Giám đốc Trung tâm/u],
  ])('%s may not answer for the director', async (person, refusal) => {
    const seat = await round.seatOf(office.leader);
    for (const [action, id] of [
      ['opinion.give', `${seat}.agree`],
      ['opinion.words', `${seat}`],
      ['opinion.confirm', `${seat}.1`],
      ['opinion.delegate', `${seat}`],
      ['opinion.takeBack', `${seat}`],
    ] as const) {
      await expect(as(person).presses(action, id)).rejects.toThrow(refusal);
    }
    await expect(as(person).sends('opinion.words', seat, { option: ['agree'] })).rejects.toThrow(refusal);
    await expect(
      as(person).sends('opinion.delegate', seat, { deputy: [`${office.thHead}`] }),
    ).rejects.toThrow(refusal);
  });

  it('an option or a seat that is not there is refused', async () => {
    const seat = await round.seatOf(office.leader);
    await expect(as('leader').presses('opinion.give', `${seat}.maybe`)).rejects.toThrow(
      /Không có lựa chọn này/u,
    );
    await expect(as('leader').presses('opinion.give', '99999.agree')).rejects.toThrow(unseen);
    await expect(as('leader').presses('opinion.give', 'x')).rejects.toThrow(unseen);
  });

  it('words kept for one leader are no use to another', async () => {
    await as('leader').says('ykien', `YK-${round.roundId} đề nghị xem lại mục 2`);
    const { id } = await database.db.selectFrom('opinion_words').select('id').executeTakeFirstOrThrow();
    await expect(as('chief').presses('opinion.say', `${id}.agree`)).rejects.toThrow(/Nút này đã cũ/u);
  });

  it('who is not asked is told so', async () => {
    await expect(as('official').says('ykien', `YK-${round.roundId} đồng ý`)).rejects.toThrow(
      /không hỏi ý kiến/u,
    );
    await expect(as('stranger').says('ykien', `YK-${round.roundId} đồng ý`)).rejects.toThrow(unseen);
    await expect(as('stranger').says('ykien', 'YK-9999')).rejects.toThrow(unseen);
  });

  it('what a leader says in a room is answered to them alone, and a reply there is no opinion', async () => {
    const { db } = database;
    const fresh = await openRound(db, office);
    const inRoom = speaker(db, office.leader, { room: office.th });
    const reply = await inRoom.says('ykien', `YK-${fresh.roundId} đồng ý, nhưng thiếu kinh phí`);
    expect(reply).toMatchObject({ kind: 'card', to: 'asker' });
    expect(await inRoom.says('ykien', `YK-${fresh.roundId}`)).toMatchObject({ kind: 'card', to: 'asker' });
    const said = {
      to: { chatId: `room-${office.th}`, threadId: '', messageId: '1' },
      text: 'không',
      files: [],
    };
    expect(await inRoom.acts((context) => opinionByReply(said, context))).toBeNull();
  });

  it('a deputy belongs to the own agency', async () => {
    const seat = await round.seatOf(office.leader);
    for (const outsider of [office.chief, office.stranger, office.leader, 99_999]) {
      await expect(as('leader').sends('opinion.delegate', seat, { deputy: [`${outsider}`] })).rejects.toThrow(
        /Chưa rõ uỷ quyền cho ai/u,
      );
    }
  });
});

describe('running it', () => {
  const acts: [string, FormValues?][] = [
    ['opinion.close'],
    ['opinion.extend', { to: ['20/4'] }],
    ['opinion.cancel', {}],
  ];
  it.each<[Person, RegExp]>([
    ['stranger', unseen],
    ['thHead', denied],
    ['khHead', denied],
    ['chief', denied],
    ['otherOfficial', denied],
  ])('%s may not end it, prolong it or call it off', async (person, refusal) => {
    for (const [action, values] of acts) {
      const done = values
        ? as(person).sends(action, round.roundId, values)
        : as(person).presses(action, round.roundId);
      await expect(done).rejects.toThrow(refusal);
    }
  });

  it.each<[Person, RegExp]>([
    ['stranger', unseen],
    ['khHead', denied],
    ['ptudHead', denied],
    ['chief', denied],
  ])('%s may not urge', async (person, refusal) => {
    await expect(as(person).presses('opinion.urge', round.roundId)).rejects.toThrow(refusal);
  });

  it('a member who opened a round runs it', async () => {
    const { db } = database;
    const reply = await as('thMember').says('xinykien', `NV-${round.taskId} về phạm vi, hạn 15/4`);
    const send = JSON.stringify(reply).match(/"action":"opinion.send","id":"(\d+)"/u)?.[1] ?? '';
    await as('thMember').presses('opinion.send', send);
    const { id } = await db
      .selectFrom('opinion_round')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    await expect(as('thHead').presses('opinion.close', id)).rejects.toThrow(denied);
    expect(await as('thMember').presses('opinion.close', id)).toMatchObject({ kind: 'toast' });
    expect((await roundOf(db, id)).status).toBe('closed');
  });

  it('the summary and the opinions as tasks are for those who may read the opinions', async () => {
    for (const action of ['opinion.summary', 'opinion.tasks']) {
      await expect(as('khHead').presses(action, round.roundId)).rejects.toThrow(denied);
      await expect(as('stranger').presses(action, round.roundId)).rejects.toThrow(unseen);
    }
    for (const action of ['opinion.open', 'opinion.draft']) {
      await expect(as('stranger').presses(action, round.roundId)).rejects.toThrow(unseen);
    }
  });
});

it('a draft that is newer than the preview has to be looked at before it goes to leaders', async () => {
  const { db } = database;
  const taskId = await sharedTask(db, office);
  await insertDraft(db, storyTime, { taskId, number: 1, by: 'Trưởng phòng Tổng hợp', text: 'Bản một' });
  const reply = await as('official').says('xinykien', `NV-${taskId}`);
  const send = JSON.stringify(reply).match(/"action":"opinion.send","id":"(\d+)"/u)?.[1] ?? '';
  await insertDraft(db, storyTime, { taskId, number: 2, by: 'Trưởng phòng Tổng hợp', text: 'Bản hai' });
  await expect(as('official').presses('opinion.send', send)).rejects.toThrow(/Dự thảo đã thay đổi/u);
});

/** Of TTTT with CNTT, both agreed; VP is a focal department. */
async function makeProgramme({ tttt, cntt, vp, official }: OpinionOffice): Promise<number> {
  const { db } = database;
  const { id } = await db
    .insertInto('programme')
    .values({
      title: 'Chương trình phối hợp',
      title_folded: 'chuong trinh phoi hop',
      agency_id: tttt,
      from_year: 2016,
      to_year: 2020,
      created_by: official,
      created_at: storyTime,
      status_by: official,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const agreed = { programme_id: id, status: 'agreed' as const, decided_at: storyTime, decided_by: official };
  await db
    .insertInto('programme_agency')
    .values([tttt, cntt].map((agencyId) => ({ ...agreed, agency_id: agencyId, asked_at: storyTime })))
    .execute();
  await db
    .insertInto('programme_department')
    .values({ programme_id: id, department_id: vp, agency_id: tttt })
    .execute();
  return id;
}
