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
} from './office.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (person: number) => speaker(database.db, person);

/** Both at once, each in a transaction of its own. */
function together<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  return Promise.all([one, other]);
}

async function eventsOf(taskId: number, kind: string) {
  return database.db
    .selectFrom('event')
    .select('id')
    .where('task_id', '=', taskId)
    .where('kind', '=', kind)
    .execute();
}

it('two members accept at once: one does, the other hears who and when', async () => {
  for (let round = 0; round < 5; round += 1) {
    const given = await giveNow(database.db, office, { lead: [office.th] });
    const part = given.partOf(office.th);
    const said = (
      await together(
        as(office.thHead).presses('task.accept', part),
        as(office.thMember).presses('task.accept', part),
      )
    ).map(saidIn);
    const code = `NV-${given.taskId}`;
    expect(said).toContain(`Phòng Tổng hợp đã nhận ${code}.`);
    expect(said.join()).toMatch(
      new RegExp(
        `Phòng Tổng hợp: ${code} đã nhận lúc 16:41 5/4/2016 bởi (Trưởng phòng|Chuyên viên) Tổng hợp`,
      ),
    );
    expect(await eventsOf(given.taskId, 'assignment.accepted')).toHaveLength(1);
  }
});

it('one accepts while another declines: the task ends in one of the two, and both know which', async () => {
  for (let round = 0; round < 5; round += 1) {
    const given = await giveNow(database.db, office, { lead: [office.th] });
    const part = given.partOf(office.th);
    await together(
      as(office.thHead).presses('task.accept', part),
      as(office.thMember).sends('task.decline', part, { words: ['bận'] }),
    );
    const accepted = await eventsOf(given.taskId, 'assignment.accepted');
    const declined = await eventsOf(given.taskId, 'assignment.declined');
    // A department that has accepted may still decline; what it declined it cannot accept.
    expect(declined).toHaveLength(1);
    expect(accepted.length).toBeLessThanOrEqual(1);
    expect(await statusOf(database.db, given, office.th)).toBe('declined');
  }
});

it('one official approves while a leader returns: one decision counts', async () => {
  for (let round = 0; round < 5; round += 1) {
    const given = await giveNow(database.db, office, { lead: [office.th] });
    const part = given.partOf(office.th);
    await as(office.thHead).presses('task.done', part);
    const said = await together(
      as(office.official).presses('result.accept', part),
      as(office.leader).sends('result.return', part, { words: ['thiếu phụ lục'] }),
    );
    const status = await statusOf(database.db, given, office.th);
    const task = await taskOf(database.db, given.taskId);
    expect(task.status).toBe(status === 'completed' ? 'completed' : 'open');
    expect(said.map(saidIn).join()).toMatch(
      /đã được duyệt lúc .* bởi Chuyên viên giao việc|được trả lại lúc .* bởi Giám đốc/,
    );
  }
});

it('two departments hand in and the giver approves both at once: the task is completed, once', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th], coordinating: [office.kh] });
  await together(
    as(office.thHead).presses('task.done', given.partOf(office.th)),
    as(office.khHead).presses('task.done', given.partOf(office.kh)),
  );
  await together(
    as(office.official).presses('result.accept', given.partOf(office.th)),
    as(office.leader).presses('result.accept', given.partOf(office.kh)),
  );
  expect((await taskOf(database.db, given.taskId)).status).toBe('completed');
  expect(await eventsOf(given.taskId, 'task.completed')).toHaveLength(1);
});

it('a double press of undo takes back once; an undo against a new step leaves one of the two', async () => {
  const given = await giveNow(database.db, office, { lead: [office.th] });
  const part = given.partOf(office.th);
  await as(office.thHead).presses('task.accept', part);
  await together(
    as(office.thHead).says('hoantac', '', minutesLater(1)),
    as(office.thMember).says('tiendo', `NV-${given.taskId} 50%`, minutesLater(1)),
  );
  const [assignment] = (await taskOf(database.db, given.taskId)).assignments;
  expect([assignment?.status, assignment?.progress.percent]).toEqual(['accepted', 50]);
});
