import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOfficeMoment } from '../../src/calendar/officeHours.ts';
import type { AssignmentStatus } from '../../src/database/codes.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { calendarOf } from '../../src/reminders/calendars.ts';
import { planDigest } from '../../src/reminders/digestsStore.ts';
import { nextReminders } from '../../src/reminders/nextReminders.ts';
import { defaultPolicy } from '../../src/reminders/policy.ts';
import { savePolicy } from '../../src/reminders/policyStore.ts';
import { replan } from '../../src/reminders/replan.ts';
import { replanAgency } from '../../src/reminders/replanAgency.ts';
import { replanTick } from '../../src/reminders/replanTick.ts';
import { remindersTick } from '../../src/reminders/tick.ts';
import { testDatabase } from '../support/database.ts';
import { at, emptyTables, type Office, openOffice, wall } from './office.ts';
import { change, giveTask } from './work.ts';

const database = testDatabase();
let office: Office;

beforeAll(async () => {
  office = await openOffice(database.db);
});

const rows = () => database.db.selectFrom('reminder').selectAll().orderBy('assignment_id').execute();
const give = (due: string) =>
  giveTask(database.db, { office, department: office.general, assigned: '2016-01-04T10:00', due });

test('any life of an assignment: planning twice is planning once, and what is planned lies in office hours', async () => {
  const calendar = await calendarOf(database.db, office.centre);
  const day = fc
    .integer({ min: 0, max: 150 })
    .map((days) => Temporal.PlainDate.from('2016-01-10').add({ days }).toString());
  const step = fc.record({
    minutes: fc.integer({ min: 1, max: 10 * 24 * 60 }),
    due: fc.option(day, { nil: undefined }),
    status: fc.option(fc.constantFrom<AssignmentStatus>('assigned', 'accepted', 'returned', 'submitted'), {
      nil: undefined,
    }),
    tick: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const { assignmentId } = await give('2016-02-15');
      const own = async () => (await rows()).filter((row) => row.assignment_id === assignmentId);
      let now = at('2016-01-29T08:00');
      for (const { minutes, due, status, tick } of steps) {
        now = now.add({ minutes });
        await change(database.db, now, assignmentId, {
          ...(due ? { due } : {}),
          ...(status ? { status } : {}),
        });
        const once = await own();
        await inTransaction(database.db, (trx) => replan(trx, now, [assignmentId, assignmentId]));
        expect(await own()).toEqual(once);
        if (!tick) continue;
        await remindersTick.run(database.db, now);
        const after = await own();
        await remindersTick.run(database.db, now);
        expect(await own()).toEqual(after);
        for (const row of after) {
          expect(Temporal.Instant.compare(row.remind_at, now)).toBe(1);
          expect(isOfficeMoment(calendar, defaultPolicy.hours, row.remind_at)).toBe(true);
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('a policy that changes moves what is planned, at once', async () => {
  await emptyTables(database.db);
  office = await openOffice(database.db);
  const { taskId } = await give('2016-04-15');
  const now = at('2016-04-05T09:00');
  await inTransaction(database.db, async (trx) => {
    const policy = { ...defaultPolicy, beforeDays: [4], atTime: Temporal.PlainTime.from('14:00') };
    await savePolicy(trx, now, office.centre, policy, office.director);
    await replanAgency(trx, now, office.centre);
  });
  const [next] = await nextReminders(database.db, [taskId]);
  expect(next && `${wall(next.at)} ${next.kind}`).toBe('2016-04-11T14:00 before');
});

test('what is left to the tick is planned by it, whatever had been planned before', async () => {
  const now = at('2016-04-05T09:00');
  await database.db
    .updateTable('reminder')
    .set({ remind_at: at('2016-12-01T08:30') })
    .execute();
  await inTransaction(database.db, (trx) => planDigest(trx, office.centre, 'replan', now));
  expect(await replanTick.nextAt(database.db)).toEqual(now);
  await replanTick.run(database.db, now);
  expect((await rows()).map((row) => wall(row.remind_at))).toEqual(['2016-04-11T14:00']);
  expect(await replanTick.nextAt(database.db)).toBeNull();
});

afterAll(() => emptyTables(database.db));
