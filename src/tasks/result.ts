/** The giving side looks at what was handed in: approves it, or returns it with a reason. */
import type { Context } from '../chat/context.ts';
import type { Action } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { answer } from './answer.ts';
import { finishChange, moveAssignment, openAssignments, settleTask } from './change.ts';
import { alreadySo } from './happened.ts';
import { type LockedAssignment, type LockedTask, openAssignment } from './locked.ts';
import { statusAfter } from './task.ts';
import { agencyRoomsOf, departmentsOf, followersOf, giverOf, tell } from './tell.ts';
import type { Told } from './undo.ts';
import { readReason, textForm } from './words.ts';

export const acceptResultAction: Action = {
  name: 'result.accept',
  async press(id, context) {
    const { t } = context;
    const { task, assignment } = await openAssignment(id, 'decideResult', context);
    if (statusAfter(assignment.status, 'complete') === null) return alreadySo(context, assignment);
    const eventId = await moveAssignment(context, assignment, 'complete');
    const settled = await settleTask(context, task.id);
    const told =
      settled?.status === 'completed'
        ? await tellCompleted(context, task, { eventId: settled.eventId, actionId: eventId })
        : await tellDepartment(context, assignment, 'resultAccepted', eventId);
    const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
    const code = t.common.taskCode(task.id);
    const words = t.tasks.uses.result;
    const open = openAssignments(task).filter((each) => each.id !== assignment.id);
    return answer(context, {
      title: words.accepted(code, assignment.department),
      lines: [
        settled?.status === 'completed'
          ? words.taskDone(code)
          : words.stillOpen(open.map((each) => each.department).join(', ')),
      ],
      taskId: task.id,
      undo,
    });
  },
};

export const returnResultAction: Action = {
  name: 'result.return',
  async press(id, context) {
    const { t } = context;
    const { task, assignment } = await openAssignment(id, 'decideResult', context);
    if (statusAfter(assignment.status, 'return') === null) return alreadySo(context, assignment);
    const title = t.tasks.uses.result.returnTitle(t.common.taskCode(task.id));
    const form = { action: 'result.return', id: assignment.id, title, label: t.tasks.uses.reason };
    return { kind: 'form', form: textForm(t, { ...form, required: true }) };
  },
  submit: (id, values, context) => returnResult(id, readReason(values, context.t), context),
};

export async function returnResult(id: string, reason: string, context: Context): Promise<Reply> {
  const { t } = context;
  const { task, assignment } = await openAssignment(id, 'decideResult', context);
  if (statusAfter(assignment.status, 'return') === null) return alreadySo(context, assignment);
  const eventId = await moveAssignment(context, assignment, 'return', {
    change: { note: reason },
    data: { reason },
  });
  const told = await tellDepartment(context, assignment, 'returned', eventId);
  const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
  return answer(context, {
    title: t.tasks.uses.result.returned(t.common.taskCode(task.id), assignment.department),
    tone: 'neutral',
    taskId: task.id,
    undo,
  });
}

async function tellDepartment(
  context: Context,
  { id, task_id: taskId, department_id: departmentId }: LockedAssignment,
  what: 'resultAccepted' | 'returned',
  eventId: number,
): Promise<Told[]> {
  const recipients = await departmentsOf(context.trx, [departmentId]);
  return tell(context, { what, eventId, taskId, assignmentId: id }, recipients);
}

/** The whole task is done: its departments, the giver and the giving agency, and all who follow it hear of it once. */
async function tellCompleted(
  context: Context,
  task: LockedTask,
  ids: { eventId: number; actionId: number },
): Promise<Told[]> {
  const { trx } = context;
  const worked = task.assignments.filter(
    (each) => each.status === 'submitted' || each.status === 'completed',
  );
  const recipients = [
    ...(await departmentsOf(
      trx,
      worked.map((each) => each.department_id),
    )),
    ...(await giverOf(trx, task)),
    ...(await agencyRoomsOf(trx, task.agency_id)),
    ...(await followersOf(trx, task.id)),
  ];
  return tell(context, { what: 'completed', ...ids, taskId: task.id }, recipients);
}
