import { expect, test } from 'vitest';
import { drawMonday } from '../../src/reminders/mondayCard.ts';
import { mondayTick } from '../../src/reminders/mondayTick.ts';
import { textOf } from './conversation.ts';
import { at, viewer, wall } from './office.ts';
import { officeForEachTest } from './opening.ts';
import { giveTask } from './work.ts';

const { database, office } = officeForEachTest();

const tick = (when: string) => mondayTick.run(database.db, at(when));

const written = () =>
  database.db.selectFrom('notification').select(['person_id', 'facts', 'kind']).orderBy('id').execute();

async function nextAt(): Promise<string | null> {
  const next = await mondayTick.nextAt(database.db);
  return next && wall(next);
}

test('the leaders of both sides get their overview once, on the first working day of the week', async () => {
  await giveTask(database.db, {
    office,
    department: office.software,
    title: 'Cung cấp số liệu',
    assigned: '2016-04-05T16:41',
    due: '2016-04-15',
  });
  await giveTask(database.db, {
    office,
    department: office.general,
    title: 'Dự thảo chương trình',
    assigned: '2016-04-05T16:41',
    due: '2016-04-22',
    status: 'assigned',
  });
  expect(await nextAt()).toBe('2016-04-11T08:30');
  await tick('2016-04-11T08:29');
  expect(await written()).toEqual([]);
  await tick('2016-04-11T08:30');
  await tick('2016-04-11T08:30');
  expect((await written()).map((row) => row.person_id).sort()).toEqual(
    [office.director, office.itLeader].sort(),
  );
  // Monday the 18th is a day off.
  expect(await nextAt()).toBe('2016-04-19T08:30');

  await tick('2016-04-19T08:30');
  const toDirector = (await written()).filter((row) => row.person_id === office.director).at(-1);
  const card = await drawMonday(
    toDirector?.facts ?? {},
    viewer(database.db, at('2016-04-19T08:30'), { personId: office.director }),
  );
  expect(card && textOf(card)).toBe(
    [
      'Tình hình nhiệm vụ của Trung tâm Thông tin, tuần từ 19/4/2016',
      'Cơ quan đang thực hiện: 1 đang mở · 0 quá hạn · 1 đến hạn trong tuần · 1 chưa nhận · 0 chờ duyệt',
      'Cơ quan đã giao: 2 đang mở · 1 quá hạn · 1 đến hạn trong tuần · 1 chưa nhận · 0 chờ duyệt',
      'Quá hạn lâu nhất',
      'NV-1 · Cung cấp số liệu | Phòng Phần mềm · quá hạn 1 ngày làm việc · đang thực hiện',
      'Đến hạn trong tuần',
      'NV-2 · Dự thảo chương trình | Phòng Tổng hợp · còn 3 ngày làm việc · chưa nhận',
    ].join('\n'),
  );
});

test('late, with the office closed, it waits for the office to open', async () => {
  await giveTask(database.db, {
    office,
    department: office.general,
    assigned: '2016-04-05T16:41',
    due: '2016-04-15',
  });
  await tick('2016-04-11T20:00');
  expect(await written()).toEqual([]);
  expect(await nextAt()).toBe('2016-04-12T08:00');
});

test('an agency with nothing open gets nothing', async () => {
  await giveTask(database.db, {
    office,
    department: office.general,
    assigned: '2016-04-05T16:41',
    due: '2016-04-15',
    status: 'proposed',
  });
  const facts = { agencyId: office.it, day: '2016-04-11' };
  const eyes = viewer(database.db, at('2016-04-11T08:30'), { personId: office.itLeader });
  expect(await drawMonday(facts, eyes)).toBeNull();
});
