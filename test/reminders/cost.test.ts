/** What a tick costs follows what is due, not what is open or overdue: shown by the rows that Postgres visits, not by a clock. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { connectDatabase } from '../../src/database/connection.ts';
import { dueReminders } from '../../src/reminders/dueReminders.ts';
import { remindersTick } from '../../src/reminders/tick.ts';
import { testDatabase } from '../support/database.ts';
import { at, type Office, openOffice } from './office.ts';

const database = testDatabase();
let office: Office;

/** Overdue since January, in the list of the week; and one that is due now. */
beforeAll(async () => {
  office = await openOffice(database.db);
  const given = at('2016-01-04T10:00');
  await sql`insert into task (title, title_folded, agency_id, given_by, given_at, due_on, due_at)
    select 'Việc ' || n, 'viec', ${office.centre}, ${office.official}, ${given}, '2016-01-11', '2016-01-11 17:00Z'
    from generate_series(1, 20000) n`.execute(database.db);
  await sql`insert into assignment (task_id, department_id, agency_id, part, status, assigned_at, accepted_at, due_on, due_at)
    select id, ${office.general}, agency_id, 'lead', 'accepted', given_at, given_at, due_on, due_at from task`.execute(
    database.db,
  );
  await sql`insert into reminder (assignment_id, remind_at, kind, settled_through, facts)
    select id, (case when id = 7 then ${at('2016-04-11T08:30')} else ${at('2016-04-18T08:30')} end)::timestamptz, 'weekly',
      ${at('2016-04-05T08:30')},
      '{"plannedAt": "2016-04-11T01:30:00Z", "offset": 0, "status": "accepted", "dueAt": "2016-01-11T17:00:00Z"}'
    from assignment`.execute(database.db);
  await sql`analyze`.execute(database.db);
});

const plan = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.unknown() })) }));

test('of 20,000 overdue the search for what is due touches one row, by its index', async () => {
  const now = at('2016-04-11T08:30');
  const due = await dueReminders(database.db, now, null, 1000);
  expect(due.map((each) => each.assignmentId)).toEqual([7]);
  const { rows } = await sql`explain (analyze, format json)
    select assignment_id from reminder where remind_at <= ${now} order by remind_at, assignment_id limit 1000`.execute(
    database.db,
  );
  const text = JSON.stringify(plan.parse(rows));
  expect(text).toContain('reminder_due_idx');
  expect(text).not.toContain('Seq Scan');
});

test('a whole tick reads a few rows of the large tables', async () => {
  // One connection: a session counts for itself, and hands its counts over when it is told to.
  const { db, close } = await connectDatabase({
    url: database.url,
    log: () => {},
    waitMs: 10_000,
    poolMax: 1,
  });
  try {
    const rowsRead = async () => {
      await sql`select pg_stat_force_next_flush()`.execute(db);
      const { rows } = await sql<{ read: string }>`
        select sum(seq_tup_read) + sum(coalesce(idx_tup_fetch, 0)) as read from pg_stat_user_tables
        where relname in ('task', 'assignment', 'reminder', 'reminder_sent')`.execute(db);
      return Number(rows[0]?.read);
    };
    const before = await rowsRead();
    await remindersTick.run(db, at('2016-04-11T08:30'));
    const read = (await rowsRead()) - before;
    const sent = await db.selectFrom('reminder_sent').select('assignment_id').execute();
    expect(sent.map((row) => row.assignment_id)).toEqual([7]);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(100);
  } finally {
    await close();
  }
});
