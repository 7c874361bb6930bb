/** The rights asked for sets of ids, on rows of the database. */
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/people/actor.ts';
import { loadActorOf } from '../../src/people/identify.ts';
import { allowedAssignments, allowedTasks } from '../../src/people/permissions.ts';
import { testDatabase } from '../support/database.ts';
import { agencyId, departmentId, morning, personId, seedOrganisation } from './organisation.ts';

const database = testDatabase();
/** Given by TTTT: one task to its own TH, one to TH and CNTT's VP. */
let ownTask = 0;
let sharedTask = 0;
let assignments: number[] = [];

beforeAll(async () => {
  const { db } = database;
  await seedOrganisation(db);
  const [tttt, cntt] = [await agencyId(db, 'TTTT'), await agencyId(db, 'CNTT')];
  const [th, vp] = [await departmentId(db, 'TTTT/TH'), await departmentId(db, 'CNTT/VP')];
  const giver = await personId(db, 'Chuyên viên Thư ký Trung tâm');
  const task = { agency_id: tttt, given_by: giver, given_at: morning };
  const due = { due_on: null, due_time: null, due_at: null };
  const rows = await db
    .insertInto('task')
    .values([
      { ...task, ...due, due_words: null, title: 'Nội bộ', title_folded: 'noi bo' },
      { ...task, ...due, due_words: null, title: 'Phối hợp', title_folded: 'phoi hop' },
    ])
    .returning('id')
    .execute();
  [ownTask = 0, sharedTask = 0] = rows.map((row) => row.id);
  const given = { ...due, status: 'assigned', part: 'lead', assigned_at: morning } as const;
  const parts = await db
    .insertInto('assignment')
    .values([
      { ...given, task_id: ownTask, department_id: th, agency_id: tttt },
      { ...given, task_id: sharedTask, department_id: th, agency_id: tttt },
      { ...given, task_id: sharedTask, department_id: vp, agency_id: cntt },
    ])
    .returning('id')
    .execute();
  assignments = parts.map((row) => row.id);
});

async function actor(name: string): Promise<Actor> {
  const found = await loadActorOf(database.db, await personId(database.db, name));
  if (!found) throw new Error(`${name} is not there`);
  return found;
}

const nowhere = 999_999;

it.each([
  ['Chuyên viên Phòng Tổng hợp', 2],
  ['Giám đốc Trung tâm', 2],
  ['Cục trưởng', 1],
  ['Chuyên viên Văn phòng Cục', 1],
])('%s sees the tasks of the own agency and those it takes part in', async (name, count) => {
  const seen = await allowedTasks(database.db, await actor(name), 'see', [ownTask, sharedTask, nowhere]);
  expect([...seen].sort()).toEqual([ownTask, sharedTask].slice(2 - count));
});

it('a follower sees one more', async () => {
  const { db } = database;
  const person = await personId(db, 'Cục trưởng');
  await db
    .insertInto('follower')
    .values({ task_id: ownTask, person_id: person, department_id: null, added_by: person, added_at: morning })
    .execute();
  const seen = await allowedTasks(db, await actor('Cục trưởng'), 'see', [ownTask, sharedTask]);
  expect(seen.size).toBe(2);
});

it.each([
  ['Chuyên viên Phòng Tổng hợp', [0, 1]],
  ['Chuyên viên Văn phòng Cục', [2]],
  ['Trưởng phòng Kế hoạch', []],
  ['Chuyên viên Thư ký Trung tâm', []],
])('%s accepts for the own department only', async (name, places) => {
  const may = await allowedAssignments(database.db, await actor(name), 'accept', [...assignments, nowhere]);
  expect([...may]).toEqual(places.map((place) => assignments[place]));
});

it('asks nothing for no ids', async () => {
  const someone = await actor('Cục trưởng');
  expect(await allowedTasks(database.db, someone, 'see', [])).toEqual(new Set());
  expect(await allowedAssignments(database.db, someone, 'see', [])).toEqual(new Set());
});
