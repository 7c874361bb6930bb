import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type Given, giveNow, makeOffice, minutesLater, type Office, saidIn } from '../tasks/office.ts';
import { author, giveJointly, textFile, versionOf } from './people.ts';

const database = testDatabase();
let office: Office;
let given: Given;
let versionId: number;

beforeAll(async () => {
  office = await makeOffice(database.db);
  given = await giveJointly(database.db, office);
  await author(database.db, office.thHead).says('nop', `NV-${given.taskId}`, {
    files: [textFile('Điều 1.')],
  });
  versionId = (await versionOf(database.db, given, 1)).id;
});

const as = (personId: number) => author(database.db, personId);

async function allRows() {
  const { db } = database;
  return JSON.stringify([
    await db.selectFrom('draft_version').selectAll().orderBy('id').execute(),
    await db.selectFrom('draft_agreement').selectAll().execute(),
    await db.selectFrom('draft_upload').selectAll().execute(),
    await db.selectFrom('event').select('id').orderBy('id').execute(),
    await db.selectFrom('notification').select('id').orderBy('id').execute(),
  ]);
}

type Deed = (person: number) => Promise<unknown>;
const deeds: Readonly<Record<string, Deed>> = {
  'hand in by command': (person) =>
    as(person).says('nop', `NV-${given.taskId}`, { files: [textFile(`của ${person}`)] }),
  'hand in words': (person) => as(person).says('nop', `NV-${given.taskId} lời của ${person}`),
  'open the form': (person) => as(person).presses('draft.submit', given.taskId),
  'open the form of a part': (person) => as(person).presses('task.submit', given.partOf(office.th)),
  'send the form': (person) =>
    as(person).sends('draft.submit', given.taskId, { words: [`lời của ${person}`] }),
  'get it': (person) => as(person).presses('draft.get', versionId),
  'list the versions': (person) => as(person).presses('draft.list', given.taskId),
  agree: (person) => as(person).presses('draft.agree', versionId),
};

const refused: [string, keyof Office, string][] = [
  // Somebody of an agency without a part: as if it did not exist.
  ['hand in by command', 'stranger', 'Không thấy nhiệm vụ'],
  ['hand in words', 'stranger', 'Không thấy nhiệm vụ'],
  ['open the form', 'stranger', 'Không thấy nhiệm vụ'],
  ['open the form of a part', 'stranger', 'Không thấy nhiệm vụ'],
  ['send the form', 'stranger', 'Không thấy nhiệm vụ'],
  ['get it', 'stranger', 'Không thấy bản dự thảo này.'],
  ['list the versions', 'stranger', 'Không thấy nhiệm vụ'],
  ['agree', 'stranger', 'Không thấy bản dự thảo này.'],
  // Of the agencies concerned, but of a department without a part.
  ['hand in by command', 'vpHead', 'đơn vị mình chưa có phần việc trong đó'],
  ['hand in words', 'tcHead', 'đơn vị mình chưa có phần việc trong đó'],
  ['open the form', 'tcHead', 'đơn vị mình chưa có phần việc trong đó'],
  ['open the form of a part', 'khHead', 'Việc này cần quyền khác'],
  ['agree', 'vpHead', 'Đồng thuận dành cho thành viên'],
  // Who gives over there does not give here.
  ['hand in by command', 'otherOfficial', 'đơn vị mình chưa có phần việc trong đó'],
  ['send the form', 'otherOfficial', 'đơn vị mình chưa có phần việc trong đó'],
  // The giving side decides, but is no focal department.
  ['agree', 'official', 'Đồng thuận dành cho thành viên'],
  ['agree', 'leader', 'Đồng thuận dành cho thành viên'],
  ['agree', 'otherOfficial', 'Đồng thuận dành cho thành viên'],
];

it.each(refused)('to %s is not for %s', async (deed, role, words) => {
  const before = await allRows();
  await expect(deeds[deed]?.(office[role])).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining(words),
  });
  expect(await allRows()).toBe(before);
});

it.each<[string, keyof Office]>([
  ['get it', 'vpHead'],
  ['get it', 'otherOfficial'],
  ['list the versions', 'tcHead'],
  ['open the form', 'official'],
  ['open the form', 'leader'],
  ['open the form', 'khHead'],
])('to %s is for %s', async (deed, role) => {
  await expect(deeds[deed]?.(office[role])).resolves.toBeDefined();
});

describe('a department whose part is not there (any more)', () => {
  it.each([
    ['proposed', 'ptudHead'],
    ['declined', 'khHead'],
  ] as const)('%s: neither hands in nor agrees', async (status, role) => {
    const { db } = database;
    const other = await giveNow(db, office, { lead: [office.th], coordinating: [office.kh, office.ptud] });
    if (status === 'declined') {
      await as(office.khHead).sends('task.decline', other.partOf(office.kh), { words: ['bận'] });
    }
    await as(office.thHead).says('nop', `NV-${other.taskId} một`);
    const { id } = await versionOf(db, other, 1);
    await expect(as(office[role]).says('nop', `NV-${other.taskId} hai`)).rejects.toThrow('chưa có phần việc');
    await expect(as(office[role]).presses('draft.agree', id)).rejects.toThrow('Đồng thuận dành cho');
  });
});

it.each(['0', '-1', '999999999', '', 'abc', 'x.1', '1; drop table task', '99999999999999999999'])(
  'the id “%s” acts on nothing',
  async (id) => {
    for (const action of [
      'draft.get',
      'draft.list',
      'draft.agree',
      'draft.take',
      'draft.submit',
      'task.submit',
    ]) {
      await expect(as(office.thHead).presses(action, id), action).rejects.toMatchObject({
        name: 'UserError',
      });
    }
  },
);

it('the giving side hands in as itself, not as a department', async () => {
  await as(office.leader).says('nop', `NV-${given.taskId} lãnh đạo sửa`);
  expect(await versionOf(database.db, given, 2)).toMatchObject({
    department: null,
    agency: { code: 'TTTT' },
  });
  expect(
    saidIn(await as(office.thHead).presses('draft.agree', (await versionOf(database.db, given, 2)).id)),
  ).toContain('Phòng Tổng hợp đã đồng thuận bản 2');
});

it('a room that has nothing to do with the task does not get the draft', async () => {
  const { db } = database;
  const { id: agencyId } = await db
    .selectFrom('agency')
    .select('id')
    .where('code', '=', 'KHAC')
    .executeTakeFirstOrThrow();
  const { id: room } = await db
    .insertInto('department')
    .values({ agency_id: agencyId, code: 'P', name: 'Phòng khác', created_at: minutesLater(0) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('room')
    .values({
      platform: 'web',
      chat_id: `room-${room}`,
      agency_id: agencyId,
      department_id: room,
      bound_at: minutesLater(0),
    })
    .execute();
  const there = await author(db, office.official, { room }).presses('draft.get', versionId);
  expect(there).toMatchObject({ kind: 'card', to: 'asker' });
  const athome = await author(db, office.thHead, { room: office.th }).presses('draft.get', versionId);
  expect(athome).toMatchObject({ kind: 'card', to: 'place' });
});
