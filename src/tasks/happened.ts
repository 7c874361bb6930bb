/** Says what somebody else did meanwhile: "Phòng Kế hoạch đã nhận NV-12 lúc 09:12 …, bởi …". */
import type { Context } from '../chat/context.ts';
import type { Reply } from '../chat/reply.ts';
import { remark } from './answer.ts';
import type { LockedAssignment, LockedTask } from './locked.ts';

/** The answer to a press that no longer fits how the assignment stands. */
export async function alreadySo(context: Context, assignment: LockedAssignment): Promise<Reply> {
  const { trx, t } = context;
  const last = await trx
    .selectFrom('event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.at', 'e.kind', 'e.data', 'p.name'])
    .where('e.task_id', '=', assignment.task_id)
    .where('e.assignment_id', '=', assignment.id)
    .orderBy('e.id', 'desc')
    .execute();
  const ledHere = last.filter((row) => 'to' in row.data && row.data.to === assignment.status);
  // Taking back leads to where another act had led before: that one is meant.
  const cause = ledHere.find((row) => row.kind !== 'assignment.undone') ?? ledHere[0];
  const at = cause?.at ?? assignment.assigned_at;
  const code = t.common.taskCode(assignment.task_id);
  const { already, handedOver } = t.tasks.refusals;
  const by = cause?.name ?? null;
  const when = t.dates.shortMoment(at);
  const { department, status, note } = assignment;
  if (status === 'cancelled' && note !== null) {
    return remark(context, handedOver(department, code, note, when, by));
  }
  return remark(context, already(department, status, code, when, by));
}

/** Likewise for a whole task that is open no more. */
export function taskClosed(context: Context, task: LockedTask): Reply {
  const { t } = context;
  const at = task.closed_at === null ? '' : t.dates.shortMoment(task.closed_at);
  const code = t.common.taskCode(task.id);
  return remark(context, t.tasks.refusals.taskClosed(code, t.common.taskStatus[task.status], at));
}
