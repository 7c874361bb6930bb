/** Finds what is due. Index: reminder_due_idx (remind_at, assignment_id) – migrations/0004: only rows that are due are
 *  looked at, whatever is open or overdue besides. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import { planColumns, planLookups } from './planned.ts';

export type DueReminder = {
  assignmentId: number;
  remindAt: Temporal.Instant;
  departmentId: number;
  agencyId: number;
};

/** The first `limit` due at `now`, after the given one. */
export async function dueReminders(
  db: Kysely<Database>,
  now: Temporal.Instant,
  after: DueReminder | null,
  limit: number,
): Promise<DueReminder[]> {
  let query = db
    .selectFrom('reminder as r')
    .innerJoin('assignment as a', 'a.id', 'r.assignment_id')
    .select(['r.assignment_id as assignmentId', 'r.remind_at as remindAt'])
    .select(['a.department_id as departmentId', 'a.agency_id as agencyId'])
    .where('r.remind_at', '<=', now)
    .orderBy('r.remind_at')
    .orderBy('r.assignment_id')
    .limit(limit);
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('r.remind_at', 'r.assignment_id'), '>', tuple(after.remindAt, after.assignmentId)),
    );
  }
  return query.execute();
}

/** Those of these that are still due and that nobody else is changing, with all a plan needs; held until the transaction ends. Task
 *  and assignment are held too: the notifications refer to them, and asking for that later could end in a deadlock with
 *  somebody who changes them. */
export function takeDue(trx: Trx, now: Temporal.Instant, assignmentIds: readonly number[]) {
  return trx
    .selectFrom('reminder as r')
    .innerJoin('assignment as a', 'a.id', 'r.assignment_id')
    .innerJoin('task as t', 't.id', 'a.task_id')
    .select(planColumns)
    .select(planLookups)
    .select(['t.given_by', 't.agency_id as giving_agency_id'])
    .select(['r.remind_at', 'r.settled_through', 'r.snoozed_until', 'r.snoozed_by'])
    .where('r.assignment_id', 'in', [...assignmentIds])
    .where('r.remind_at', '<=', now)
    .orderBy('a.id')
    .modifyEnd(sql`for key share of t skip locked for share of a skip locked for update of r skip locked`)
    .execute();
}

export type TakenReminder = Awaited<ReturnType<typeof takeDue>>[number];

/** When the next reminder is due. */
export async function nextReminderAt(db: Kysely<Database>): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('reminder')
    .select('remind_at')
    .orderBy('remind_at')
    .limit(1)
    .executeTakeFirst();
  return row?.remind_at ?? null;
}
