/** Who may do what with a direction: each button in the wrong hands changes nothing. */
import { beforeAll, expect, it } from 'vitest';
import { directionsFeature } from '../../src/directions/feature.ts';
import { testDatabase } from '../support/database.ts';
import { type Given, giveNow, makeOffice, type Office, saidIn, speaker } from '../tasks/office.ts';

const database = testDatabase();
let office: Office & { otherLeader: number };
let given: Given;
let directionId = 0;

const as = (person: number) => speaker(database.db, person, { feature: directionsFeature });

async function leaderOf(agencyId: number, name: string): Promise<number> {
  const { db } = database;
  const row = { agency_id: agencyId, name, created_at: Temporal.Instant.from('2016-04-05T08:00:00+07:00') };
  const { id } = await db.insertInto('person').values(row).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('person_role').values({ person_id: id, role: 'leader', agency_id: agencyId }).execute();
  return id;
}

beforeAll(async () => {
  const { db } = database;
  const made = await makeOffice(db);
  office = { ...made, otherLeader: await leaderOf(made.cntt, 'Cục trưởng') };
  given = await giveNow(db, office, { lead: [office.th], coordinating: [office.ptud] });
  await as(office.leader).says('chidao', `NV-${given.taskId} lùi hạn đến 20/4`);
  const row = await db.selectFrom('direction').select('id').executeTakeFirstOrThrow();
  directionId = row.id;
});

async function allRows() {
  const { db } = database;
  return JSON.stringify([
    await db.selectFrom('direction').selectAll().orderBy('id').execute(),
    await db.selectFrom('direction_reader').selectAll().orderBy('department_id').execute(),
    await db.selectFrom('task').selectAll().orderBy('id').execute(),
    await db.selectFrom('task_preview').select('id').execute(),
    await db.selectFrom('comment').select('id').execute(),
    await db.selectFrom('extension').select('id').execute(),
    await db.selectFrom('event').select('id').orderBy('id').execute(),
    await db.selectFrom('notification').select('id').orderBy('id').execute(),
  ]);
}

const names = directionsFeature.actions.map((each) => each.name);

async function refused(person: number, name: string): Promise<void> {
  const before = await allRows();
  const id = name === 'direction.new' ? given.taskId : directionId;
  await expect(as(person).presses(name, id), name).rejects.toMatchObject({ name: 'UserError' });
  if (name === 'direction.new') {
    const values = { words: ['làm ngay'] };
    await expect(as(person).sends(name, id, values)).rejects.toMatchObject({ name: 'UserError' });
  }
  expect(await allRows()).toBe(before);
}

it.each(names)('%s: somebody of an agency without a part sees and changes nothing', async (name) => {
  await refused(office.stranger, name);
  const line = `NV-${given.taskId} làm ngay`;
  await expect(as(office.stranger).says('chidao', line)).rejects.toThrow(
    `Không thấy nhiệm vụ NV-${given.taskId}`,
  );
});

const wrongHands: [string, keyof Omit<Office, 'th'>][] = [
  ['direction.new', 'official'],
  ['direction.new', 'thHead'],
  ['direction.new', 'otherOfficial'],
  ['direction.read', 'leader'],
  ['direction.read', 'khHead'],
  ['direction.read', 'otherOfficial'],
  // The department of the other agency has not been agreed to: it has no part that stands.
  ['direction.read', 'ptudHead'],
  ['direction.asComment', 'official'],
  ['direction.setDue', 'thHead'],
  ['direction.setDue', 'otherOfficial'],
  ['direction.askDue', 'thHead'],
  ['direction.askDue', 'otherOfficial'],
  ['direction.assign', 'thHead'],
  ['direction.assign', 'ptudHead'],
];

it.each(wrongHands)('%s is not for %s', async (name, role) => {
  await refused(office[role], name);
});

it('a leader whose agency has not consented yet directs nobody; once it has, the words go out', async () => {
  const other = as(office.otherLeader);
  await refused(office.otherLeader, 'direction.new');
  for (const name of ['direction.setDue', 'direction.asComment', 'direction.askDue']) {
    await refused(office.otherLeader, name);
  }
  await speaker(database.db, office.otherOfficial).presses('consent.give', given.partOf(office.ptud));
  expect(saidIn(await other.says('chidao', `NV-${given.taskId} phối hợp chặt chẽ`))).toContain(
    'Đã ghi ý kiến',
  );
  await refused(office.otherLeader, 'direction.asComment');
  await refused(office.otherLeader, 'direction.setDue');
});

it.each(['0', '-1', '999999999', '1e3', '', 'abc', '99999999999999999999', '1; drop table direction'])(
  'the id “%s” acts on nothing',
  async (id) => {
    for (const name of names) {
      await expect(as(office.leader).presses(name, id), name).rejects.toMatchObject({ name: 'UserError' });
    }
  },
);

it('an unknown task and one that the leader may not see get the same words', async () => {
  const own = await giveNow(database.db, office, { lead: [office.kh] });
  const says = (id: number) =>
    as(office.otherLeader)
      .says('chidao', `NV-${id} làm ngay`)
      .then(saidIn, (error: Error) => error.message.replace(`NV-${id}`, 'NV-?'));
  expect(await says(own.taskId)).toBe(await says(999_999));
});

it('nothing is said about a task that has ended', async () => {
  const { db } = database;
  const ended = await giveNow(db, office, { lead: [office.kh] });
  await speaker(db, office.official).sends('task.cancel', ended.taskId, { words: ['thôi'] });
  await expect(as(office.leader).says('chidao', `NV-${ended.taskId} làm ngay`)).rejects.toThrow(
    'đã khép lại',
  );
});

it.each([
  ['', 'form'],
  ['NV-12x làm ngay', 'Chưa rõ là nhiệm vụ nào.'],
  ['làm ngay đi', 'Chưa rõ là nhiệm vụ nào.'],
])('the line “%s”', async (line, answer) => {
  const said = await as(office.leader)
    .says('chidao', line)
    .then(
      (reply) => reply.kind,
      (error: Error) => error.message,
    );
  expect(said).toBe(answer);
});
