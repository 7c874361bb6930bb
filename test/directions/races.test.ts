import { beforeAll, expect, it } from 'vitest';
import { directionsFeature } from '../../src/directions/feature.ts';
import { unreadTick } from '../../src/directions/unread.ts';
import { testDatabase } from '../support/database.ts';
import { giveNow, makeOffice, minutesLater, type Office, speaker } from '../tasks/office.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (person: number) => speaker(database.db, person, { feature: directionsFeature });

async function directed() {
  const { db } = database;
  const given = await giveNow(db, office, { lead: [office.th] });
  await as(office.leader).says('chidao', `NV-${given.taskId} làm rõ cấp ký`);
  const { id } = await db
    .selectFrom('direction')
    .select('id')
    .where('task_id', '=', given.taskId)
    .executeTakeFirstOrThrow();
  return { taskId: given.taskId, id };
}

function eventsOf(taskId: number, kind: string) {
  const query = database.db.selectFrom('event').select('id').where('task_id', '=', taskId);
  return query.where('kind', '=', kind).execute();
}

it('two members press “Đã đọc” at once: it is noted once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { taskId, id } = await directed();
    await Promise.all([
      as(office.thHead).presses('direction.read', id),
      as(office.thMember).presses('direction.read', id),
    ]);
    expect(await eventsOf(taskId, 'direction.read')).toHaveLength(1);
  }
});

it('read while it is taken back: one comes first, and nobody is asked any more', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await directed();
    const answers = await Promise.allSettled([
      as(office.thHead).presses('direction.read', id),
      as(office.leader).presses('direction.asComment', id),
    ]);
    expect(answers[1].status).toBe('fulfilled');
    if (answers[0].status === 'rejected') expect(answers[0].reason).toMatchObject({ name: 'UserError' });
    const rows = await database.db
      .selectFrom('direction_reader')
      .select('ask_at')
      .where('direction_id', '=', id)
      .execute();
    expect(rows.every((each) => each.ask_at === null)).toBe(true);
  }
});

it('two ticks and a reader at once: the department is asked at most once', async () => {
  const tomorrow = minutesLater(60 * 41); // Thursday, 9:41
  for (let round = 0; round < 3; round += 1) {
    const { taskId, id } = await directed();
    await Promise.all([
      unreadTick.run(database.db, tomorrow),
      unreadTick.run(database.db, tomorrow),
      as(office.thHead).presses('direction.read', id, tomorrow),
    ]);
    expect((await eventsOf(taskId, 'direction.askedAgain')).length).toBeLessThanOrEqual(1);
    expect(await eventsOf(taskId, 'direction.read')).toHaveLength(1);
  }
});

it('the tick knows when it has something to do next, and waits for office hours', async () => {
  const { db } = database;
  await unreadTick.run(db, minutesLater(60 * 24 * 30));
  expect(await unreadTick.nextAt(db)).toBeNull();
  const { taskId, id } = await directed();
  const at = await unreadTick.nextAt(db);
  expect(at?.toString()).toBe('2016-04-07T01:30:00Z');
  // Nobody ran the tick until night: what is late waits for the morning.
  await unreadTick.run(db, Temporal.Instant.from('2016-04-07T22:00:00+07:00'));
  expect(await eventsOf(taskId, 'direction.askedAgain')).toEqual([]);
  expect((await unreadTick.nextAt(db))?.toString()).toBe('2016-04-08T01:00:00Z');
  await unreadTick.run(db, Temporal.Instant.from('2016-04-08T08:00:00+07:00'));
  expect(await eventsOf(taskId, 'direction.askedAgain')).toHaveLength(1);
  await as(office.thHead).presses('direction.read', id);
});
