/** A task taken for change: its rows locked, in a fixed order (the task, then its assignments by id), so that two people who
 *  press at once come one after the other and each sees what the other did. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Trx } from '../database/transaction.ts';
import {
  type AssignmentAction,
  allowedTasks,
  mayOnAssignment,
  type TaskAction,
} from '../people/permissions.ts';
import { type TaskSnapshot, takeSnapshot } from './snapshot.ts';

export type LockedTask = NonNullable<Awaited<ReturnType<typeof lockTaskRow>>> & {
  assignments: LockedAssignment[];
  /** Its rows before the change. */
  snapshot: TaskSnapshot;
};

export type LockedAssignment = Awaited<ReturnType<typeof lockAssignmentRows>>[number];

/** Null: there is no such task. */
export async function lockTask(trx: Trx, taskId: number): Promise<LockedTask | null> {
  const task = await lockTaskRow(trx, taskId);
  if (!task) return null;
  const assignments = await lockAssignmentRows(trx, taskId);
  return { ...task, assignments, snapshot: await takeSnapshot(trx, taskId) };
}

/** The task that a button or command names, when the actor may do this with it.
 *  @throws UserError in the same words for a task that does not exist and one the actor may not see */
export async function openTask(
  id: string,
  action: TaskAction,
  { trx, who, t }: Context,
): Promise<LockedTask> {
  const taskId = readId(id);
  const task = await lockTask(trx, taskId);
  if (!task || !(await allowedTasks(trx, who, 'see', [taskId])).has(taskId)) throw notFound(taskId, t);
  if (!(await allowedTasks(trx, who, action, [taskId])).has(taskId)) throw notAllowed(t);
  return task;
}

/** Likewise the assignment that a button names, with its task. */
export async function openAssignment(
  id: string,
  action: AssignmentAction,
  context: Context,
): Promise<{ task: LockedTask; assignment: LockedAssignment }> {
  const { trx, who, t } = context;
  const row = await trx
    .selectFrom('assignment')
    .select('task_id')
    .where('id', '=', readId(id))
    .executeTakeFirst();
  if (!row) throw new UserError(t.tasks.refusals.gone, t.common.listYours);
  const task = await openTask(`${row.task_id}`, 'see', context);
  const assignment = task.assignments.find((each) => each.id === readId(id));
  if (!assignment) throw new UserError(t.tasks.refusals.gone, t.common.listYours);
  const facts = {
    departmentId: assignment.department_id,
    agencyId: assignment.agency_id,
    givingAgencyId: task.agency_id,
    givenBy: task.given_by,
  };
  if (!mayOnAssignment(who, action, facts)) throw notAllowed(t);
  return { task, assignment };
}

/** The id a button carries; 0, which nothing has, for anything that is no id. */
export function readId(text: string): number {
  return /^[1-9]\d{0,14}$/u.test(text) ? Number(text) : 0;
}

function notFound(taskId: number, t: Context['t']): UserError {
  return new UserError(t.common.taskNotFound(t.common.taskCode(taskId)), t.common.listYours);
}

function notAllowed(t: Context['t']): UserError {
  return new UserError(t.common.notAllowed, t.common.askWhoMay);
}

function lockTaskRow(trx: Trx, taskId: number) {
  return trx
    .selectFrom('task')
    .select([
      'id',
      'title',
      'agency_id',
      'given_by',
      'status',
      'due_on',
      'due_time',
      'due_at',
      'closed_at',
      'version',
    ])
    .where('id', '=', taskId)
    .forUpdate()
    .executeTakeFirst();
}

function lockAssignmentRows(trx: Trx, taskId: number) {
  return trx
    .selectFrom('assignment as a')
    .innerJoin('department as d', 'd.id', 'a.department_id')
    .innerJoin('agency as g', 'g.id', 'a.agency_id')
    .selectAll('a')
    .select(['d.name as department', 'g.code as agencyCode'])
    .where('a.task_id', '=', taskId)
    .orderBy('a.id')
    .forUpdate('a')
    .execute();
}
