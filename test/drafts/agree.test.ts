import { beforeAll, expect, it } from 'vitest';
import { localeFor } from '../../src/locale/locale.ts';
import { taskCard } from '../../src/tasks/card.ts';
import { testDatabase } from '../support/database.ts';
import { makeOffice, minutesLater, type Office, saidIn, taskOf, undoOf } from '../tasks/office.ts';
import { viewer } from '../tasks/sampleTask.ts';
import { messagesOf, sendAll } from '../tasks/told.ts';
import { author, giveJointly, versionOf } from './people.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (personId: number, options: Parameters<typeof author>[2] = {}) =>
  author(database.db, personId, options);

/** NV with a first version of P. Tổng hợp, and its id. */
async function handedIn() {
  const given = await giveJointly(database.db, office);
  await as(office.thHead).says('nop', `NV-${given.taskId} Kính gửi lãnh đạo hai cơ quan`);
  return { given, versionId: (await versionOf(database.db, given, 1)).id };
}

it('stands on the card with the department, and is told to the others and the giver', async () => {
  const { db } = database;
  const { given, versionId } = await handedIn();
  const reply = await as(office.khHead).presses('draft.agree', versionId, minutesLater(3));
  expect(saidIn(reply)).toBe(`Phòng Kế hoạch đã đồng thuận bản 1 dự thảo NV-${given.taskId}.`);
  const card = taskCard(await taskOf(db, given.taskId), viewer({ departmentIds: [office.ptud] }));
  expect(JSON.stringify(card.blocks)).toContain('Đã đồng thuận: Phòng Kế hoạch (TTTT)');
  expect(JSON.stringify(card.blocks)).not.toContain('Các đơn vị chủ trì đều đã đồng thuận');
  expect(card.buttons.flat().filter((each) => each.action.startsWith('draft.'))).toMatchObject([
    { action: 'draft.get' },
    { action: 'draft.agree', id: `${versionId}` },
    { action: 'draft.list' },
  ]);
  const told = (await messagesOf(db, given.taskId, minutesLater(4), ['drafts'])).filter(
    (each) => each.kind === 'drafts.agreed',
  );
  expect(told.map((each) => each.to)).toContain(`person ${office.official}`);
  expect(told).toHaveLength(4);
  expect(told[0]?.card?.title).toBe(`Phòng Kế hoạch (TTTT) đồng thuận bản 1 dự thảo NV-${given.taskId}`);
});

it('of all leads is told to the giver once, instead of the single one', async () => {
  const { db } = database;
  const { given, versionId } = await handedIn();
  await as(office.ptudHead).presses('draft.agree', versionId);
  const told = await messagesOf(db, given.taskId, minutesLater(1), ['drafts']);
  const toGiver = told.filter((each) => each.to === `person ${office.official}`).map((each) => each.kind);
  expect(toGiver).toEqual(['drafts.handedIn', 'drafts.allAgreed']);
  const [last, ...more] = told.filter((each) => each.kind === 'drafts.allAgreed');
  expect(more).toEqual([]);
  expect(last?.card?.buttons.flat()).toContainEqual(
    expect.objectContaining({ action: 'opinion.ask', id: `${versionId}` }),
  );
  const card = taskCard(await taskOf(db, given.taskId), viewer());
  expect(JSON.stringify(card.blocks)).toContain('Các đơn vị chủ trì đều đã đồng thuận.');
  // One that only takes part comes later: that is told, but no news that the leads agree.
  await as(office.khHead).presses('draft.agree', versionId, minutesLater(2));
  const later = await messagesOf(db, given.taskId, minutesLater(3), ['drafts']);
  expect(later.filter((each) => each.kind === 'drafts.allAgreed')).toHaveLength(1);
});

it('has to be given again for a new version', async () => {
  const { db } = database;
  const { given, versionId } = await handedIn();
  await as(office.ptudHead).presses('draft.agree', versionId);
  await as(office.khHead).says('nop', `NV-${given.taskId} Kính gửi lãnh đạo hai bên`);
  const task = await taskOf(db, given.taskId);
  expect(task.draft).toMatchObject({ number: 2, agreements: [], changes: { changed: 1 } });
  expect(saidIn(await as(office.ptudHead).presses('draft.agree', versionId))).toBe(
    'Đã có bản 2; xin xem bản ấy thay cho bản 1.',
  );
  const second = await versionOf(db, given, 2);
  expect(saidIn(await as(office.khHead).presses('draft.agree', second.id))).toBe(
    'Đơn vị nộp bản này nên đã đứng tên trong đó.',
  );
});

it('is said once; who presses again hears when and by whom', async () => {
  const { versionId } = await handedIn();
  await as(office.ptudHead).presses('draft.agree', versionId, minutesLater(1));
  expect(saidIn(await as(office.ptudHead).presses('draft.agree', versionId, minutesLater(2)))).toBe(
    'Phòng Phát triển ứng dụng đã đồng thuận lúc 16:42 5/4/2016 (Trưởng phòng Phát triển ứng dụng).',
  );
});

it('can be taken back, until the next version', async () => {
  const { db } = database;
  const { given, versionId } = await handedIn();
  const reply = await as(office.ptudHead).presses('draft.agree', versionId);
  await sendAll(db, minutesLater(1));
  await as(office.ptudHead).presses('undo.take', undoOf(reply), minutesLater(1));
  expect((await taskOf(db, given.taskId)).draft?.agreements).toEqual([]);
  const told = await messagesOf(db, given.taskId, minutesLater(2));
  expect(JSON.stringify(told.filter((each) => each.kind === 'tasks.undone'))).toContain('đồng thuận bản 1');
  const again = await as(office.ptudHead).presses('draft.agree', versionId, minutesLater(2));
  await as(office.thHead).says('nop', `NV-${given.taskId} bản khác`, minutesLater(3));
  expect(saidIn(await as(office.ptudHead).presses('undo.take', undoOf(again), minutesLater(4)))).toContain(
    'Không hoàn tác được',
  );
});

it('of a version that was taken back, or of a task that has ended, says so', async () => {
  const { db } = database;
  const given = await giveJointly(db, office);
  const reply = await as(office.thHead).says('nop', `NV-${given.taskId} một`);
  const { id } = await versionOf(db, given, 1);
  await as(office.thHead).presses('undo.take', undoOf(reply));
  expect(saidIn(await as(office.ptudHead).presses('draft.agree', id))).toBe('Bản 1 đã được rút lại.');
  await as(office.thHead).says('nop', `NV-${given.taskId} hai`);
  await as(office.official).sends('task.cancel', given.taskId, { words: ['thôi'] });
  const second = await versionOf(db, given, 2);
  expect(saidIn(await as(office.ptudHead).presses('draft.agree', second.id))).toContain('đã huỷ');
  const late = await as(office.thHead).says('nop', `NV-${given.taskId} ba`);
  expect(JSON.stringify(late)).toContain('đã huỷ');
});

it('speaks the language of the reader', async () => {
  const { versionId } = await handedIn();
  const got = JSON.stringify(await as(office.thHead, { language: 'en' }).presses('draft.get', versionId));
  expect(got).toContain('version 1');
  expect(got).not.toMatch(/bản|Dự thảo/);
  expect(localeFor('en', 'Asia/Ho_Chi_Minh').drafts.buttons.agree).toBe('Agree');
});
