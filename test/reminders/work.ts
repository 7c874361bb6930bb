/** Tasks given and changed in tests of the reminders, as features give and change them: with the plan, in one transaction. */
import type { Kysely } from 'kysely';
import { lastMoment } from '../../src/calendar/deadlineMoment.ts';
import type { AssignmentStatus } from '../../src/database/codes.ts';
import type { Database } from '../../src/database/tables.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { replan } from '../../src/reminders/replan.ts';
import { at, type Office, timeZone } from './office.ts';

export type GivenTask = {
  office: Office;
  department: number;
  agency?: number;
  title?: string;
  status?: AssignmentStatus;
  assigned: string;
  due?: string;
  time?: string;
  givenBy?: number;
  givingAgency?: number;
};

/** A task with one assignment, planned. Gives both ids. */
export function giveTask(
  db: Kysely<Database>,
  given: GivenTask,
): Promise<{ taskId: number; assignmentId: number }> {
  const { office, department, assigned, status = 'accepted', title = 'Dự thảo nội dung phối hợp' } = given;
  const dueOn = given.due ? Temporal.PlainDate.from(given.due) : null;
  const dueTime = given.time ? Temporal.PlainTime.from(given.time) : null;
  const due = {
    due_on: dueOn,
    due_time: dueTime,
    due_at: dueOn ? lastMoment(dueOn, dueTime, timeZone) : null,
  };
  const assignedAt = at(assigned);
  return inTransaction(db, async (trx) => {
    const task = await trx
      .insertInto('task')
      .values({
        title,
        title_folded: title.toLowerCase(),
        agency_id: given.givingAgency ?? office.centre,
        given_by: given.givenBy ?? office.official,
        given_at: assignedAt,
        due_words: null,
        ...due,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const assignment = await trx
      .insertInto('assignment')
      .values({
        task_id: task.id,
        department_id: department,
        agency_id: given.agency ?? (department === office.software ? office.it : office.centre),
        part: 'lead',
        status,
        assigned_at: assignedAt,
        accepted_at: status === 'accepted' ? assignedAt : null,
        submitted_at: status === 'submitted' ? assignedAt : null,
        ...due,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await replan(trx, assignedAt, [assignment.id]);
    return { taskId: task.id, assignmentId: assignment.id };
  });
}

/** Changes an assignment and plans it anew, in one transaction, as a feature does. */
export function change(
  db: Kysely<Database>,
  now: Temporal.Instant,
  assignmentId: number,
  set: { status?: AssignmentStatus; due?: string; progressAt?: Temporal.Instant },
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const dueOn = set.due ? Temporal.PlainDate.from(set.due) : null;
    await trx
      .updateTable('assignment')
      .set((eb) => ({
        version: eb('version', '+', 1),
        ...(set.status ? { status: set.status } : {}),
        ...(set.status === 'completed' || set.status === 'cancelled' ? { closed_at: now } : {}),
        ...(set.status === 'submitted' ? { submitted_at: now } : {}),
        ...(set.status === 'accepted' ? { accepted_at: now } : {}),
        ...(set.progressAt ? { progress_at: set.progressAt } : {}),
        ...(dueOn ? { due_on: dueOn, due_time: null, due_at: lastMoment(dueOn, null, timeZone) } : {}),
      }))
      .where('id', '=', assignmentId)
      .execute();
    await replan(trx, now, [assignmentId]);
  });
}
