import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import {
  type Given,
  giveNow,
  makeOffice,
  minutesLater,
  type Office,
  saidIn,
  speaker,
  taskOf,
} from './office.ts';
import { messagesOf } from './told.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (person: number) => speaker(database.db, person);

async function dues({ taskId }: Given) {
  const task = await taskOf(database.db, taskId);
  const day = (due: { dueOn: Temporal.PlainDate } | null) => due?.dueOn.toString() ?? null;
  return { task: day(task.due), parts: task.assignments.map((each) => day(each.due)) };
}

async function extensionOf(given: Given, departmentId: number): Promise<number> {
  const task = await taskOf(database.db, given.taskId);
  return task.assignments.find((each) => each.department.id === departmentId)?.extension?.id ?? 0;
}

it('an extension of the lead moves the task and every part that had the old date; the history keeps both', async () => {
  const given = await giveNow(database.db, office, {
    lead: [office.th],
    coordinating: [office.kh, office.vp],
  });
  await as(office.vpHead).says('giahan', `NV-${given.taskId} đến 18/4 vì bận họp`);
  await as(office.official).presses('extension.approve', await extensionOf(given, office.vp));
  expect(await dues(given)).toEqual({
    task: '2016-04-15',
    parts: ['2016-04-15', '2016-04-15', '2016-04-18'],
  });
  await as(office.thHead).says('giahan', `NV-${given.taskId} đến 20/4 vì chờ số liệu`);
  await as(office.official).presses('extension.approve', await extensionOf(given, office.th));
  expect(await dues(given)).toEqual({
    task: '2016-04-20',
    parts: ['2016-04-20', '2016-04-20', '2016-04-18'],
  });
  const events = await database.db
    .selectFrom('event')
    .select('data')
    .where('task_id', '=', given.taskId)
    .where('kind', '=', 'extension.approved')
    .orderBy('id')
    .execute();
  expect(events.map((each) => each.data)).toMatchObject([
    { from: '2016-04-15', to: '2016-04-18', movesTask: false },
    { from: '2016-04-15', to: '2016-04-20', movesTask: true },
  ]);
  const told = (await messagesOf(database.db, given.taskId, minutesLater(1))).filter(
    (each) => each.kind === 'tasks.extensionApproved',
  );
  expect(told.map((each) => each.to.split(' ')[0])).toEqual(['room', 'room', 'room']);
  expect(JSON.stringify(told.at(-1)?.card)).toContain('Hạn mới: thứ Tư, 20/4/2016');
});

it('a refused extension keeps the date, and the department may ask again', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const part = given.partOf(office.th);
  await as(office.thHead).sends('task.extend', part, { to: ['2016-04-25'], words: ['chờ số liệu'] });
  const extension = await extensionOf(given, office.th);
  expect(saidIn(await as(office.thHead).presses('task.extend', part))).toContain('đã xin gia hạn');
  await as(office.official).sends('extension.refuse', extension, { words: ['cần đúng hạn'] });
  expect((await dues(given)).parts).toEqual(['2016-04-15']);
  expect(saidIn(await as(office.leader).presses('extension.approve', extension))).toBe(
    `Đề nghị gia hạn NV-${given.taskId} không được đồng ý lúc 16:41 5/4/2016 bởi Chuyên viên giao việc.`,
  );
  await as(office.thHead).says('giahan', `NV-${given.taskId} 18/4 vì còn chờ ý kiến`);
  expect(await extensionOf(given, office.th)).not.toBe(0);
});

it.each([
  ['đến 31/4 vì chờ số liệu', 'Không có ngày nào như vậy'],
  ['đến 10/4 vì chờ số liệu', 'Hạn mới cần muộn hơn hạn hiện nay (thứ Sáu, 15/4/2016).'],
  ['đến 15/4/2016 vì chờ số liệu', 'Hạn mới cần muộn hơn hạn hiện nay'],
  ['đến 1/4/2016 vì chờ số liệu', 'đã qua'],
  ['vì chờ số liệu', 'Chưa hiểu “vì chờ số liệu” là ngày nào.'],
  ['đến 20/4', 'Chưa có lý do.'],
  ['thêm 0 ngày vì bận', 'Hạn mới cần muộn hơn hạn hiện nay'],
  ['thêm 999 tháng vì bận', 'Chưa hiểu “thêm 999 tháng” là ngày nào.'],
])('refuses “%s”', async (line, refusal) => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  await expect(as(office.thHead).says('giahan', `NV-${given.taskId} ${line}`)).rejects.toThrow(refusal);
});

it.each([
  ['đến 20/4 vì chờ số liệu', '2016-04-20', 'chờ số liệu'],
  ['20/4: chờ số liệu', '2016-04-20', 'chờ số liệu'],
  ['xin gia hạn đến thứ sáu tuần sau nữa do thiếu người', '2016-04-22', 'thiếu người'],
  ['cuối tháng vì ngày 25 mới có số liệu', '2016-04-30', 'ngày 25 mới có số liệu'],
  ['to 20 April because figures are missing', '2016-04-20', 'figures are missing'],
  // Counted from the deadline, Friday 15 April; Monday 18 April is a public holiday.
  ['thêm 5 ngày vì chờ số liệu', '2016-04-20', 'chờ số liệu'],
  ['xin gia hạn thêm 2 ngày làm việc do ngày 18 nghỉ', '2016-04-20', 'ngày 18 nghỉ'],
  ['them mot tuan, thieu nguoi', '2016-04-22', 'thieu nguoi'],
  ['lùi 1 tháng: chờ ý kiến', '2016-05-15', 'chờ ý kiến'],
  ['by 3 working days because of the holiday', '2016-04-21', 'the holiday'],
  ['another week for review', '2016-04-22', 'for review'],
])('understands “%s”', async (line, day, reason) => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  await as(office.thHead).says('giahan', `NV-${given.taskId} ${line}`);
  const [part] = (await taskOf(database.db, given.taskId)).assignments;
  expect(part?.extension?.to.dueOn.toString()).toBe(day);
  expect(part?.extension?.reason).toBe(reason);
});

it('a date in front is no code of a task', async () => {
  const db = database.db;
  // The only task of this department.
  const given = await giveNow(db, office, { lead: [office.kh] });
  const { closed } = await closeOthers(given);
  expect(closed).toBeGreaterThanOrEqual(0);
  const reply = await as(office.khHead).says('giahan', '25 tháng 4 vì chờ số liệu');
  expect(saidIn(reply)).toBe(`Đã gửi đề nghị gia hạn NV-${given.taskId} đến thứ Hai, 25/4/2016.`);
});

/** Takes the department's other open parts off it. */
async function closeOthers(given: Given): Promise<{ closed: number }> {
  const rows = await database.db
    .updateTable('assignment')
    .set({ status: 'cancelled', closed_at: minutesLater(0) })
    .where('department_id', '=', office.kh)
    .where('task_id', '<>', given.taskId)
    .where('closed_at', 'is', null)
    .returning('id')
    .execute();
  return { closed: rows.length };
}
