import { expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { recordEvent } from '../../src/history/recordEvent.ts';
import { drawFollowing } from '../../src/reminders/followingCard.ts';
import { mondayTick } from '../../src/reminders/mondayTick.ts';
import { planFollowing } from '../../src/reminders/replan.ts';
import { textOf } from './conversation.ts';
import { at, viewer } from './office.ts';
import { officeForEachTest } from './opening.ts';
import { change, giveTask } from './work.ts';

const { database, office } = officeForEachTest();

type Who = { personId: number } | { departmentId: number };

async function follows(taskId: number, who: Who): Promise<void> {
  await inTransaction(database.db, async (trx) => {
    await trx
      .insertInto('follower')
      .values({
        task_id: taskId,
        person_id: 'personId' in who ? who.personId : null,
        department_id: 'departmentId' in who ? who.departmentId : null,
        added_by: office.official,
        added_at: at('2016-04-05T16:41'),
      })
      .execute();
    await planFollowing(trx, at('2016-04-05T16:41'), taskId);
  });
}

const give = (title: string, due: string, department = office.general) =>
  giveTask(database.db, { office, department, title, assigned: '2016-04-05T16:41', due });

const happened = (kind: string, when: string, of: { taskId: number; assignmentId?: number }) =>
  inTransaction(database.db, (trx) =>
    recordEvent(trx, { at: at(when), kind, personId: office.generalHead, platform: 'web', ...of }),
  );

const told = () =>
  database.db
    .selectFrom('notification')
    .select(['person_id as person', 'room_id as room', 'facts'])
    .where('kind', '=', 'reminders.following')
    .orderBy('id')
    .execute();

const monday = '2016-04-11T08:30';
const tick = (when = monday) => mondayTick.run(database.db, at(when));

async function cardFor(
  row: { person: number | null; room: number | null; facts: object } | undefined,
  when = monday,
) {
  if (!row) throw new Error('nobody was told');
  const eyes = row.person === null ? { roomId: row.room ?? 0 } : { personId: row.person };
  const card = await drawFollowing(row.facts, viewer(database.db, at(when), eyes));
  return card && textOf(card);
}

test('whoever follows hears once what is late, what falls due this week, and what happened last week', async () => {
  const late = await give('Báo cáo quý I', '2016-04-08');
  const soon = await give('Dự thảo chương trình', '2016-04-15');
  const quiet = await give('Tổng kết năm', '2016-12-15');
  for (const each of [late, soon, quiet]) await follows(each.taskId, { personId: office.generalMember });
  await happened('assignment.progressed', '2016-04-07T10:00', soon);
  await happened('task.commented', '2016-04-08T09:00', { taskId: quiet.taskId });
  await happened('task.followed', '2016-04-08T10:00', { taskId: quiet.taskId });
  await tick();
  await tick();
  const rows = await told();
  expect(rows.map(({ person }) => person)).toEqual([office.generalMember]);
  expect(await cardFor(rows[0])).toBe(
    [
      'Nhiệm vụ đang theo dõi, tuần từ 11/4/2016',
      '3 nhiệm vụ đang mở · 1 phần việc quá hạn · 1 phần việc đến hạn trong tuần',
      'Quá hạn',
      'NV-1 · Báo cáo quý I | Phòng Tổng hợp · quá hạn 1 ngày làm việc · đang thực hiện',
      'Đến hạn trong tuần',
      'NV-2 · Dự thảo chương trình | Phòng Tổng hợp · còn 4 ngày làm việc · đang thực hiện',
      'Có tin trong tuần qua',
      'NV-3 · Tổng kết năm | 09:00 8/4/2016 – trao đổi',
      'NV-2 · Dự thảo chương trình | 10:00 7/4/2016 – Phòng Tổng hợp: cập nhật tiến độ',
      'Gửi mỗi đầu tuần tới người và đơn vị theo dõi. Mở một nhiệm vụ để thôi theo dõi.',
    ].join('\n'),
  );
});

test('a department of an agency that only watches hears it in its room, but not of tasks in which it works itself', async () => {
  const watched = await give('Dự thảo chương trình', '2016-04-15');
  const own = await give('Cung cấp số liệu', '2016-04-15', office.software);
  for (const each of [watched, own]) await follows(each.taskId, { departmentId: office.software });
  await tick();
  const [row] = await told();
  expect(row?.room).toBe(office.softwareRoom);
  const text = await cardFor(row);
  expect(text).toContain('Dự thảo chương trình');
  expect(text).not.toContain('Cung cấp số liệu');
});

test('nobody is told that all is quiet, or of a task that has ended or may not be seen any more', async () => {
  const quiet = await give('Tổng kết năm', '2016-12-15');
  const ended = await give('Báo cáo quý I', '2016-04-08');
  const hidden = await give('Dự thảo', '2016-04-12');
  await follows(quiet.taskId, { personId: office.generalMember });
  await follows(ended.taskId, { departmentId: office.planning });
  await follows(hidden.taskId, { personId: office.itLeader });
  await tick();
  const rows = await told();
  const of = (person: number) => rows.find((row) => row.person === person);
  expect(await cardFor(of(office.generalMember))).toBeNull();
  expect(await cardFor(of(office.itLeader))).not.toBeNull();
  await database.db.deleteFrom('follower').where('person_id', '=', office.itLeader).execute();
  expect(await cardFor(of(office.itLeader))).toBeNull();
  await change(database.db, at('2016-04-11T08:00'), ended.assignmentId, { status: 'completed' });
  await database.db
    .updateTable('task')
    .set({ status: 'completed', closed_at: at('2016-04-11T08:00') })
    .where('id', '=', ended.taskId)
    .execute();
  for (const row of rows.filter(({ person }) => person !== office.itLeader))
    expect(await cardFor(row)).toBeNull();
});
