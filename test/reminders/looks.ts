/** What the ticks have left in the database, as the tests of reminders look at it. */
import { remindersTick } from '../../src/reminders/tick.ts';
import type { TestDatabase } from '../support/database.ts';
import { at, wall } from './office.ts';
import { officeForEachTest } from './opening.ts';

/** An office new before each test, the minute's tick, and a look at what it has left. */
export function remindersAtWork() {
  const { database, office } = officeForEachTest();
  return {
    database,
    office,
    tick: (when: string) => remindersTick.run(database.db, at(when)),
    told: () => told(database),
    planned: (id: number) => planned(database, id),
    sentCount: () => sentCount(database),
  };
}

/** What has been written since the last look: to whom, about what. */
async function told(database: TestDatabase): Promise<string[]> {
  const rows = await database.db
    .selectFrom('notification as n')
    .leftJoin('room as r', 'r.id', 'n.room_id')
    .leftJoin('person as p', 'p.id', 'n.person_id')
    .select(['n.facts', 'n.send_at', 'r.chat_id', 'p.name'])
    .where('n.kind', '=', 'reminders.digest')
    .orderBy('n.id')
    .execute();
  return rows.map((row) => {
    const items = 'items' in row.facts && Array.isArray(row.facts.items) ? row.facts.items : [];
    return `${row.chat_id ?? row.name}: ${items.map((item: { kind: string }) => item.kind).join(' ')}`;
  });
}

/** The next reminder of an assignment: when, and which. */
async function planned(database: TestDatabase, assignmentId: number): Promise<string | null> {
  const row = await database.db
    .selectFrom('reminder')
    .select(['remind_at', 'kind'])
    .where('assignment_id', '=', assignmentId)
    .executeTakeFirst();
  return row ? `${wall(row.remind_at)} ${row.kind}` : null;
}

async function sentCount(database: TestDatabase): Promise<number> {
  return (await database.db.selectFrom('reminder_sent').select('kind').execute()).length;
}
