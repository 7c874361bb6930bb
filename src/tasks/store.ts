/** Writes the tables of tasks once they are given. Each change of a row raises its version: that is how an undo, or an
 *  edit form that was open meanwhile, sees that somebody else was there. */
import { sql, type UpdateObject } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';

export type AssignmentChange = Omit<UpdateObject<Database, 'assignment'>, 'id' | 'version'>;
export type TaskChange = Omit<UpdateObject<Database, 'task'>, 'id' | 'version'>;

export async function updateAssignment(trx: Trx, id: number, change: AssignmentChange): Promise<void> {
  await trx
    .updateTable('assignment')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function updateTask(trx: Trx, id: number, change: TaskChange): Promise<void> {
  await trx
    .updateTable('task')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

type NewAssignment = {
  task_id: number;
  department_id: number;
  agency_id: number;
  part: 'lead' | 'coordinating';
  status: 'assigned' | 'proposed';
  due_on: Temporal.PlainDate | null;
  due_time: Temporal.PlainTime | null;
  due_at: Temporal.Instant | null;
  assigned_at: Temporal.Instant;
};

export async function insertAssignment(trx: Trx, row: NewAssignment): Promise<number> {
  const { id } = await trx.insertInto('assignment').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

type NewExtension = {
  assignment_id: number;
  asked_by: number;
  asked_at: Temporal.Instant;
  from_due_on: Temporal.PlainDate | null;
  from_due_time: Temporal.PlainTime | null;
  to_due_on: Temporal.PlainDate;
  to_due_time: Temporal.PlainTime | null;
  to_words: string;
  reason: string;
};

export async function insertExtension(trx: Trx, row: NewExtension): Promise<number> {
  const { id } = await trx.insertInto('extension').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function decideExtension(
  trx: Trx,
  id: number,
  decision: {
    status: 'approved' | 'refused' | 'withdrawn';
    decided_by: number;
    decided_at: Temporal.Instant;
    decision_note: string | null;
  },
): Promise<void> {
  await trx.updateTable('extension').set(decision).where('id', '=', id).execute();
}

export async function insertComment(
  trx: Trx,
  row: {
    task_id: number;
    person_id: number;
    said_at: Temporal.Instant;
    platform: 'slack' | 'telegram' | 'web';
    text: string;
  },
): Promise<number> {
  const { id } = await trx.insertInto('comment').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Puts the columns of an assignment back as a snapshot has them. */
export async function restoreAssignment(trx: Trx, id: number, before: object): Promise<void> {
  await sql`update assignment set
      (part, status, due_on, due_time, due_at, assigned_at, accepted_at, submitted_at, closed_at, progress_percent,
       progress_note, progress_at, note, blocked_at, blocked_note, blocked_helper)
      = (select part, status, due_on, due_time, due_at, assigned_at, accepted_at, submitted_at, closed_at, progress_percent,
       progress_note, progress_at, note, blocked_at, blocked_note, blocked_helper
       from jsonb_populate_record(null::assignment, ${JSON.stringify(before)}::jsonb)),
      version = version + 1
    where id = ${id}`.execute(trx);
}

/** Likewise of a task; what a series has opened meanwhile stays as it is. */
export async function restoreTask(trx: Trx, id: number, before: object): Promise<void> {
  await sql`update task set
      (title, title_folded, due_on, due_time, due_at, due_words, due_convention, urgency, source_number, source_date,
       recurrence, status, closed_at)
      = (select title, title_folded, due_on, due_time, due_at, due_words, due_convention, urgency, source_number,
       source_date, recurrence, status, closed_at
       from jsonb_populate_record(null::task, ${JSON.stringify(before)}::jsonb)),
      version = version + 1
    where id = ${id}`.execute(trx);
}

export async function restoreExtension(trx: Trx, id: number, before: object): Promise<void> {
  await sql`update extension set (status, decided_by, decided_at, decision_note)
      = (select status, decided_by, decided_at, decision_note
       from jsonb_populate_record(null::extension, ${JSON.stringify(before)}::jsonb))
    where id = ${id}`.execute(trx);
}

export async function markUndone(trx: Trx, stepId: number, at: Temporal.Instant): Promise<void> {
  await trx.updateTable('undo_step').set({ undone_at: at }).where('id', '=', stepId).execute();
}

/** Words of the department show that it is at work. No change of the assignment: nobody's undo or form is overtaken by it. */
export async function noteSignOfLife(trx: Trx, ids: readonly number[], at: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('assignment')
    .set({ progress_at: at })
    .where('id', 'in', [...ids])
    .execute();
}
