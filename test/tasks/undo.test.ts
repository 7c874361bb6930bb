import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import {
  giveNow,
  makeOffice,
  minutesLater,
  type Office,
  saidIn,
  speaker,
  statusOf,
  taskOf,
  undoOf,
} from './office.ts';
import { messagesOf, sendAll } from './told.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (person: number) => speaker(database.db, person);
const words = (text: string) => ({ words: [text] });

/** The rows of a task but for their versions. */
async function rowsOf(taskId: number) {
  const task = await database.db.selectFrom('task').selectAll().where('id', '=', taskId).execute();
  const parts = await database.db
    .selectFrom('assignment')
    .selectAll()
    .where('task_id', '=', taskId)
    .orderBy('id')
    .execute();
  const extensions = await database.db
    .selectFrom('extension as e')
    .innerJoin('assignment as a', 'a.id', 'e.assignment_id')
    .selectAll('e')
    .where('a.task_id', '=', taskId)
    .execute();
  return JSON.stringify([task, parts, extensions].map((rows) => rows.map((row) => ({ ...row, version: 0 }))));
}

it('every action of a department and of the giver can be taken back, and leaves the rows as they were', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const th = as(office.thHead);
  const official = as(office.official);
  const part = given.partOf(office.th);
  const extension = async () => (await taskOf(database.db, given.taskId)).assignments[0]?.extension?.id ?? 0;
  const steps: [string, () => Promise<Awaited<ReturnType<typeof th.presses>>>, typeof th][] = [
    ['accept', () => th.presses('task.accept', part), th],
    ['progress', () => th.says('tiendo', `${given.taskId} 40%`), th],
    ['blocked', () => th.sends('task.blocked', part, words('thiếu số liệu')), th],
    ['extend', () => th.says('giahan', `NV-${given.taskId} 20/4 vì bận`), th],
    ['approve', async () => official.presses('extension.approve', await extension()), official],
    ['done', () => th.presses('task.done', part), th],
    ['return', () => official.sends('result.return', part, words('thiếu')), official],
    ['done again', () => th.presses('task.done', part), th],
    ['complete', () => official.presses('result.accept', part), official],
  ];
  for (const [name, act, who] of steps) {
    const before = await rowsOf(given.taskId);
    const undo = undoOf(await act());
    expect(await rowsOf(given.taskId), name).not.toBe(before);
    await who.presses('undo.take', undo);
    if (name !== 'extend') expect(await rowsOf(given.taskId), name).toBe(before);
    await act();
  }
});

it('a department that takes its refusal back has its part again', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const before = await rowsOf(given.taskId);
  const declined = await as(office.thHead).sends('task.decline', given.partOf(office.th), words('bận'));
  await as(office.thHead).presses('undo.take', undoOf(declined));
  expect(await rowsOf(given.taskId)).toBe(before);
});

it('a request for a later date that is taken back counts as withdrawn', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  await as(office.thHead).says('giahan', `NV-${given.taskId} 20/4 vì bận`);
  await as(office.thHead).says('hoantac', '');
  expect((await taskOf(database.db, given.taskId)).assignments[0]?.extension).toBeNull();
});

it('giving is taken back by calling the task off', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th], coordinating: [office.kh] });
  const reply = await as(office.official).presses('undo.take', given.undoId);
  expect(saidIn(reply)).toBe(`Đã rút lại việc giao NV-${given.taskId}.`);
  const task = await taskOf(database.db, given.taskId);
  expect([task.status, ...task.assignments.map((each) => each.status)]).toEqual([
    'cancelled',
    'cancelled',
    'cancelled',
  ]);
});

it('handing over is taken back: the part returns, the other department’s ends', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const part = given.partOf(office.th);
  await as(office.thHead).presses('task.accept', part);
  const reply = await as(office.thHead).sends('task.handover', part, { to: [`${office.kh}`] });
  await as(office.thHead).presses('undo.take', undoOf(reply));
  expect(await statusOf(database.db, given, office.th)).toBe('accepted');
  expect(await statusOf(database.db, given, office.kh)).toBe('cancelled');
});

it('what was sent is followed by a word, what was not sent never is', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const part = given.partOf(office.th);
  const accepted = await as(office.thHead).presses('task.accept', part);
  await sendAll(database.db, minutesLater(1));
  await as(office.thHead).presses('undo.take', undoOf(accepted), minutesLater(2));
  const done = await as(office.thHead).presses('task.done', part, minutesLater(3));
  await as(office.thHead).presses('undo.take', undoOf(done), minutesLater(4));
  const messages = await messagesOf(database.db, given.taskId, minutesLater(5));
  const later = messages.slice(2).map((each) => [each.kind, each.card?.title ?? null]);
  expect(later).toEqual([
    ['tasks.undone', `Trưởng phòng Tổng hợp đã hoàn tác một thao tác trên NV-${given.taskId}`],
    ['tasks.submitted', null],
    ['tasks.undone', null],
  ]);
  expect(JSON.stringify(messages[2]?.card)).toContain(`Phòng Tổng hợp đã nhận NV-${given.taskId}`);
});

it('is refused to others, after ten minutes, twice, and when somebody has acted on it', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const part = given.partOf(office.th);
  const accepted = undoOf(await as(office.thHead).presses('task.accept', part));
  await expect(as(office.thMember).presses('undo.take', accepted)).rejects.toThrow(
    'Chỉ người đã thao tác mới hoàn tác được.',
  );
  expect(saidIn(await as(office.thHead).presses('undo.take', accepted, minutesLater(11)))).toContain(
    '10 phút',
  );
  await as(office.thMember).says('tiendo', `NV-${given.taskId} 30%`, minutesLater(1));
  // Changes nothing, so it is not what stands in the way.
  await as(office.official).sends('task.comment', given.taskId, words('xin gửi sớm'), minutesLater(2));
  expect(saidIn(await as(office.thHead).presses('undo.take', accepted, minutesLater(2)))).toMatch(
    /sau đó đã có thay đổi khác \(cập nhật tiến độ, Chuyên viên Tổng hợp, 16:42 5\/4\/2016\)/,
  );
  const done = undoOf(await as(office.thHead).presses('task.done', part, minutesLater(3)));
  await as(office.thHead).presses('undo.take', done, minutesLater(4));
  expect(saidIn(await as(office.thHead).presses('undo.take', done, minutesLater(4)))).toContain(
    'Đã hoàn tác lúc 16:45 5/4/2016',
  );
  await expect(as(office.stranger).says('hoantac', '')).rejects.toThrow('Không có thao tác nào');
});

it('/hoantac takes back the latest, then the one before it', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const th = as(office.thHead);
  await th.presses('task.accept', given.partOf(office.th));
  await th.says('tiendo', `NV-${given.taskId} 30%`, minutesLater(1));
  await th.says('hoantac', '', minutesLater(2));
  expect((await taskOf(database.db, given.taskId)).assignments[0]?.progress.percent).toBe(0);
  expect(await statusOf(database.db, given, office.th)).toBe('accepted');
  expect(saidIn(await th.says('hoantac', '', minutesLater(2)))).toBe(
    `Đã hoàn tác thao tác trên NV-${given.taskId}: nhận việc.`,
  );
  expect(await statusOf(database.db, given, office.th)).toBe('assigned');
});

it('what was taken back counts as never done: later answers name who really brought it about', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const part = given.partOf(office.th);
  const official = as(office.official);
  await as(office.thHead).presses('task.accept', part, minutesLater(1));
  await as(office.thHead).presses('task.done', part, minutesLater(2));
  const accepted = undoOf(await official.presses('result.accept', part, minutesLater(3)));
  await official.presses('undo.take', accepted, minutesLater(4));
  expect(saidIn(await as(office.thMember).presses('task.done', part, minutesLater(5)))).toMatch(
    /đã báo xong lúc 16:43 5\/4\/2016 bởi Trưởng phòng Tổng hợp/,
  );
  expect(saidIn(await official.says('hoantac', '', minutesLater(5)))).toMatch(
    /sau đó đã có thay đổi khác \(báo xong, Trưởng phòng Tổng hợp, 16:43 5\/4\/2016\)/,
  );
});
