import { beforeAll, expect, it } from 'vitest';
import { versionsOfTask } from '../../src/drafts/load.ts';
import { testDatabase } from '../support/database.ts';
import { makeOffice, type Office, saidIn, undoOf } from '../tasks/office.ts';
import { author, giveJointly, textFile, versionOf } from './people.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (personId: number) => author(database.db, personId);

const outcome = (given: Promise<Parameters<typeof saidIn>[0]>) =>
  given.then(saidIn, (error: unknown) => (error instanceof Error ? error.message : 'odd'));

it('two versions handed in at once get two numbers, and each says what it was compared with', async () => {
  const { db } = database;
  for (let round = 0; round < 4; round += 1) {
    const given = await giveJointly(db, office);
    const code = `NV-${given.taskId}`;
    await as(office.khHead).says('nop', code, { files: [textFile('Điều 1.')] });
    const said = await Promise.all([
      outcome(as(office.thHead).says('nop', code, { files: [textFile('Điều 1.\nĐiều 2.')] })),
      outcome(as(office.ptudHead).says('nop', code, { files: [textFile('Điều 1.\nĐiều 3.')] })),
    ]);
    expect(said.sort()).toEqual([`Đã nộp bản 2 dự thảo ${code}.`, `Đã nộp bản 3 dự thảo ${code}.`]);
    const versions = await versionsOfTask(db, given.taskId);
    expect(versions.map((each) => [each.number, each.changes?.against ?? null])).toEqual([
      [1, null],
      [2, 1],
      [3, 2],
    ]);
  }
});

it('the same file sent twice at once is one version', async () => {
  const { db } = database;
  for (let round = 0; round < 4; round += 1) {
    const given = await giveJointly(db, office);
    const code = `NV-${given.taskId}`;
    const send = (person: number) => outcome(as(person).says('nop', code, { files: [textFile('Điều 1.')] }));
    const said = await Promise.all([send(office.thHead), send(office.thMember)]);
    expect(said.sort()).toEqual([`Tệp này giống hệt bản 1.`, `Đã nộp bản 1 dự thảo ${code}.`].sort());
    expect(await versionsOfTask(db, given.taskId)).toHaveLength(1);
  }
});

it('an agreement while a new version comes in counts for the old one, or is told of the new', async () => {
  const { db } = database;
  for (let round = 0; round < 4; round += 1) {
    const given = await giveJointly(db, office);
    const code = `NV-${given.taskId}`;
    await as(office.thHead).says('nop', `${code} một`);
    const first = await versionOf(db, given, 1);
    const [agreed] = await Promise.all([
      outcome(as(office.ptudHead).presses('draft.agree', first.id)),
      outcome(as(office.khHead).says('nop', `${code} hai`)),
    ]);
    const counted = (await versionOf(db, given, 1)).agreements.length === 1;
    expect(agreed).toBe(
      counted
        ? `Phòng Phát triển ứng dụng đã đồng thuận bản 1 dự thảo ${code}.`
        : 'Đã có bản 2; xin xem bản ấy thay cho bản 1.',
    );
    expect((await versionOf(db, given, 2)).agreements).toEqual([]);
  }
});

it('a version is taken back or agreed to, never both', async () => {
  const { db } = database;
  for (let round = 0; round < 4; round += 1) {
    const given = await giveJointly(db, office);
    const reply = await as(office.thHead).says('nop', `NV-${given.taskId} một`);
    const { id } = await versionOf(db, given, 1);
    await Promise.all([
      outcome(as(office.thHead).presses('undo.take', undoOf(reply))),
      outcome(as(office.ptudHead).presses('draft.agree', id)),
    ]);
    const version = await versionOf(db, given, 1);
    expect(version.agreements.length === 1).toBe(version.withdrawnAt === null);
  }
});

it('two members of a department agree at once: it is said once', async () => {
  const { db } = database;
  const given = await giveJointly(db, office);
  await as(office.ptudHead).says('nop', `NV-${given.taskId} một`);
  const { id } = await versionOf(db, given, 1);
  await Promise.all([
    outcome(as(office.thHead).presses('draft.agree', id)),
    outcome(as(office.thMember).presses('draft.agree', id)),
  ]);
  expect((await versionOf(db, given, 1)).agreements).toHaveLength(1);
  const events = await db
    .selectFrom('event')
    .select('id')
    .where('kind', '=', 'draft.agreed')
    .where('task_id', '=', given.taskId)
    .execute();
  expect(events).toHaveLength(1);
});
