/** A part goes to another department of the same agency: the old assignment ends, a new one begins. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { announceAssignments } from './announce.ts';
import { answer } from './answer.ts';
import { finishChange, moveAssignment, recordChange } from './change.ts';
import { alreadySo } from './happened.ts';
import { type LockedAssignment, type LockedTask, openAssignment, readId } from './locked.ts';
import { insertAssignment } from './store.ts';
import { closedStatuses } from './task.ts';
import { departmentsOf, giverOf, tell } from './tell.ts';

/** A choice holds no more on the strictest platform. */
const optionsMax = 100;

export const handOverAction: Action = {
  name: 'task.handover',
  async press(id, context) {
    const { t } = context;
    const { task, assignment } = await openAssignment(id, 'handOver', context);
    if (!canBeHandedOver(assignment)) return alreadySo(context, assignment);
    const departments = await otherDepartments(task, assignment, context);
    if (departments.length === 0) {
      throw new UserError(t.tasks.refusals.noOtherDepartment, t.tasks.refusals.seeCard);
    }
    const words = t.tasks.uses.handOver;
    const options = departments.map((each) => ({ value: `${each.id}`, label: each.name }));
    const form = {
      action: 'task.handover',
      id: `${assignment.id}`,
      title: words.title(t.common.taskCode(task.id)),
      intro: words.intro(assignment.department),
      fields: [{ name: 'to', label: words.to, required: true, input: { kind: 'choice' as const, options } }],
      submit: t.tasks.uses.send,
    };
    return { kind: 'form', form };
  },
  submit: (id, values, context) => handOver(id, readId(fieldValue(values, 'to')), context),
};

async function handOver(id: string, departmentId: number, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const { task, assignment } = await openAssignment(id, 'handOver', context);
  if (!canBeHandedOver(assignment)) return alreadySo(context, assignment);
  const to = (await otherDepartments(task, assignment, context)).find((each) => each.id === departmentId);
  if (!to) throw new UserError(t.tasks.refusals.chooseDepartment, t.tasks.refusals.seeCard, 'to');
  const words = t.tasks.uses.handOver;
  const eventId = await moveAssignment(context, assignment, 'cancel', {
    // Of a part that is cancelled, the note is the department that has it now.
    change: { note: to.name },
    data: { toDepartmentId: to.id, toDepartment: to.name },
    kind: 'assignment.handedOver',
  });
  const newId = await beginPart(task, assignment, to.id, context);
  const announced = await announceAssignments(trx, context.now, [newId]);
  const recipients = [
    ...(await departmentsOf(trx, [assignment.department_id])),
    ...(await giverOf(trx, task)),
  ];
  const news = { what: 'handedOver', eventId, taskId: task.id, assignmentId: assignment.id } as const;
  const told = [...announced, ...(await tell(context, news, recipients))];
  const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id, newId], told });
  return answer(context, {
    title: words.done(t.common.taskCode(task.id), assignment.department, to.name),
    taskId: task.id,
    undo,
  });
}

/** The same part and date for the other department; one that had a part before and ended it gets that one anew. */
async function beginPart(
  task: LockedTask,
  { part, due_on, due_time, due_at, agency_id, id }: LockedAssignment,
  departmentId: number,
  context: Context,
): Promise<number> {
  const due = { due_on, due_time, due_at };
  const data = { departmentId, part, status: 'assigned', handedOverFrom: id };
  const ended = task.assignments.find((each) => each.department_id === departmentId);
  if (ended) {
    await moveAssignment(context, ended, 'reassign', { change: { part, ...due }, data });
    return ended.id;
  }
  const newId = await insertAssignment(context.trx, {
    task_id: task.id,
    department_id: departmentId,
    agency_id,
    part,
    status: 'assigned',
    ...due,
    assigned_at: context.now,
  });
  const made = { id: newId, agency_id, task_id: task.id };
  await recordChange(context, made, 'assignment.assigned', { to: 'assigned', ...data });
  return newId;
}

/** Departments of the same agency that have no part in the task now. */
function otherDepartments(task: LockedTask, { agency_id }: LockedAssignment, { trx }: Context) {
  const taken = task.assignments.filter(
    (each) => !closedStatuses.includes(each.status) || each.status === 'completed',
  );
  return trx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('agency_id', '=', agency_id)
    .where('closed_at', 'is', null)
    .where(
      'id',
      'not in',
      taken.map((each) => each.department_id),
    )
    .orderBy('id')
    .limit(optionsMax)
    .execute();
}

function canBeHandedOver({ status }: LockedAssignment): boolean {
  return status === 'assigned' || status === 'accepted' || status === 'returned';
}
