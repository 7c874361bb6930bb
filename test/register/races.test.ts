import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { minutesLater, saidIn } from '../tasks/office.ts';
import { addItem, as, makeRegisterOffice, propose, type RegisterOffice } from './office.ts';

const database = testDatabase();
let office: RegisterOffice;
beforeAll(async () => {
  office = await makeRegisterOffice(database.db);
});

const who = (person: number) => as(database.db, person);

async function eventsOf(itemId: number): Promise<string[]> {
  const rows = await database.db
    .selectFrom('event')
    .select('kind')
    .where('subject_kind', '=', 'matter')
    .where('subject_id', '=', itemId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.kind).filter((kind) => kind !== 'register.added' && kind !== 'register.shown');
}

async function statusOf(requestId: number) {
  const row = await database.db
    .selectFrom('register_request')
    .select('status')
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  return row.status;
}

it('two agree at once: one does, the other hears who and when', async () => {
  for (let round = 0; round < 5; round += 1) {
    const item = await addItem(database.db, office);
    const request = await propose(database.db, office, item);
    const said = await Promise.all([
      who(office.otherOfficial).presses('matter.accept', request),
      who(office.ptudHead).presses('matter.accept', request),
    ]);
    const words = said.map(saidIn);
    expect(words).toContain(`Đã đồng ý phối hợp VD-${item} với TTTT`);
    expect(words.join()).toMatch(
      /Đã đồng ý: (Chuyên viên Cục|Trưởng phòng Phát triển ứng dụng), 16:41 5\/4\/2016/,
    );
    expect(await eventsOf(item)).toEqual(['register.asked', 'register.accepted']);
  }
});

it('agreed to while another refuses: one answer counts, and is told once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const item = await addItem(database.db, office);
    const request = await propose(database.db, office, item);
    await Promise.all([
      who(office.otherOfficial).presses('matter.accept', request),
      who(office.otherLeader).sends('matter.refuse', request, { words: ['bận'] }),
    ]);
    const events = await eventsOf(item);
    expect(events).toHaveLength(2);
    expect(events[1]).toBe(`register.${await statusOf(request)}`);
  }
});

it('taken back while it is agreed to: it ends in one of the two, and both know which', async () => {
  for (let round = 0; round < 5; round += 1) {
    const item = await addItem(database.db, office);
    const request = await propose(database.db, office, item);
    const said = await Promise.all([
      who(office.otherOfficial).presses('matter.accept', request),
      who(office.official).presses('matter.withdraw', request),
    ]);
    const status = await statusOf(request);
    expect(['accepted', 'withdrawn']).toContain(status);
    expect(await eventsOf(item)).toEqual(['register.asked', `register.${status}`]);
    expect(said.map(saidIn).join()).toMatch(
      status === 'accepted' ? /Đã đồng ý: Chuyên viên Cục/ : /Đã rút lại: Chuyên viên giao việc/,
    );
  }
});

it('two of one agency propose at once: one proposal waits', async () => {
  for (let round = 0; round < 5; round += 1) {
    const item = await addItem(database.db, office);
    const values = { words: ['cùng làm'], department: ['0'] };
    const answers = await Promise.allSettled([
      who(office.official).sends('matter.propose', item, values),
      who(office.leader).sends('matter.propose', item, values),
    ]);
    expect(answers.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find((each) => each.status === 'rejected');
    expect(lost?.reason).toMatchObject({ name: 'UserError' });
    expect(await eventsOf(item)).toEqual(['register.asked']);
  }
});

it('proposed while it is closed, or kept to the own agency: nobody is left waiting', async () => {
  for (const name of ['matter.close', 'matter.hide']) {
    for (let round = 0; round < 3; round += 1) {
      const item = await addItem(database.db, office);
      const answers = await Promise.allSettled([
        who(office.official).sends('matter.propose', item, { words: ['cùng làm'], department: ['0'] }),
        who(office.ptudHead).presses(name, item),
      ]);
      expect(answers.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    }
  }
});

it('edited by two at once: the second is told, and nothing is lost silently', async () => {
  const item = await addItem(database.db, office);
  const form = await who(office.ptudHead).presses('matter.edit', item);
  const id = form.kind === 'form' ? form.form.id : '';
  expect(id).toMatch(/^\d+\.\d+$/);
  const values = (title: string) => ({
    kind: ['matter'],
    title: [title],
    department: [`${office.ptud}`],
    visibility: ['partners'],
  });
  const send = (person: number, title: string) => who(person).sends('matter.edit', id, values(title));
  const answers = await Promise.allSettled([
    send(office.ptudHead, 'Tên thứ nhất'),
    send(office.otherOfficial, 'Tên thứ hai'),
  ]);
  expect(answers.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(answers.find((each) => each.status === 'rejected')?.reason.message).toBe(
    `VD-${item} vừa có người khác sửa.`,
  );
});

it('an answer is taken back within ten minutes, not later, and not when a new proposal waits', async () => {
  const { db } = database;
  const refuse = async () => {
    const request = await propose(db, office, await addItem(db, office));
    await who(office.otherLeader).sends('matter.refuse', request, { words: ['bận'] });
    return request;
  };
  const late = await refuse();
  expect(
    saidIn(await who(office.otherLeader).presses('matter.reconsider', late, minutesLater(11))),
  ).toContain('quá 10 phút');
  const again = await refuse();
  const { item_id: item } = await db
    .selectFrom('register_request')
    .select('item_id')
    .where('id', '=', again)
    .executeTakeFirstOrThrow();
  await propose(db, office, item);
  expect(
    saidIn(await who(office.otherLeader).presses('matter.reconsider', again, minutesLater(1))),
  ).toContain('TTTT đã gửi đề nghị mới');
  const fresh = await refuse();
  await who(office.otherLeader).presses('matter.reconsider', fresh, minutesLater(9));
  expect(await statusOf(fresh)).toBe('asked');
  expect(saidIn(await who(office.otherLeader).presses('matter.reconsider', fresh, minutesLater(9)))).toBe(
    'Chờ trả lời',
  );
});
