/** Somebody of two departments says behind the code for which one they speak. */
import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type Given, giveNow, makeOffice, type Office, saidIn, speaker, statusOf } from './office.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
  // The head of one is a member of the other.
  await database.db
    .insertInto('person_role')
    .values({ person_id: office.thHead, role: 'member', agency_id: office.tttt, department_id: office.kh })
    .execute();
});

const head = (room?: number) =>
  speaker(database.db, office.thHead, { ...(room === undefined ? {} : { room }) });
const give = () => giveNow(database.db, office, { lead: [office.th], coordinating: [office.kh, office.vp] });
const standing = async (given: Given) => [
  await statusOf(database.db, given, office.th),
  await statusOf(database.db, given, office.kh),
];

it.each(['P. Kế hoạch', 'KH', 'phong ke hoach', 'Phòng Kế hoạch'])(
  '/nhan NV-1 %s takes that part, in the room of the other department too',
  async (name) => {
    const given = await give();
    await head(office.th).says('nhan', `NV-${given.taskId} ${name}`);
    expect(await standing(given)).toEqual(['assigned', 'accepted']);
  },
);

it('the other commands read it where there is a choice, and keep the words behind it', async () => {
  const given = await give();
  const code = `NV-${given.taskId}`;
  await head().says('nhan', `${code} TH`);
  await head().says('nhan', `${code} KH`);
  await head().says('tiendo', `${code} P. KH 60% đã gom xong số liệu`);
  const parts = await database.db
    .selectFrom('assignment')
    .select(['department_id', 'progress_percent', 'progress_note'])
    .where('task_id', '=', given.taskId)
    .orderBy('id')
    .execute();
  expect(parts.slice(0, 2)).toEqual([
    { department_id: office.th, progress_percent: 0, progress_note: null },
    { department_id: office.kh, progress_percent: 60, progress_note: 'đã gom xong số liệu' },
  ]);
});

it('without a name several are shown to choose from; of a stranger’s department nothing is taken on', async () => {
  const given = await give();
  const code = `NV-${given.taskId}`;
  expect(saidIn(await head().says('nhan', code))).toContain('đơn vị');
  await expect(head().says('nhan', `${code} Văn phòng`)).rejects.toThrow('Văn phòng không có phần việc nào');
  const alone = speaker(database.db, office.vpHead);
  await expect(alone.says('nhan', `${code} P. Kế hoạch`)).rejects.toThrow('Phòng Kế hoạch');
  expect(await standing(given)).toEqual(['assigned', 'assigned']);
  await alone.says('nhan', `${code} VP`);
  expect(await statusOf(database.db, given, office.vp)).toBe('accepted');
});

it('a reason that begins with the name of another department stays a reason', async () => {
  const given = await give();
  const alone = speaker(database.db, office.vpHead);
  await alone.says('tralai', `NV-${given.taskId} Phòng Kế hoạch phù hợp hơn`);
  const { note } = await database.db
    .selectFrom('assignment')
    .select('note')
    .where('id', '=', given.partOf(office.vp))
    .executeTakeFirstOrThrow();
  expect(note).toBe('Phòng Kế hoạch phù hợp hơn');
});
