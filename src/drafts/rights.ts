/** Asks the page of rights about drafts, with the rows as they stand at this moment. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import { allowedTasks, mayHandIn } from '../people/permissions.ts';
import { worksOn } from './draft.ts';

/** @throws UserError: not theirs; in the same words for a task that does not exist and one they may not see */
export async function requireHandIn({ trx, who, t }: Context, taskId: number): Promise<void> {
  const code = t.common.taskCode(taskId);
  const task = await trx
    .selectFrom('task')
    .select(['agency_id', 'given_by'])
    .where('id', '=', taskId)
    .executeTakeFirst();
  if (!task || !(await allowedTasks(trx, who, 'see', [taskId])).has(taskId)) {
    throw new UserError(t.common.taskNotFound(code), t.common.listYours);
  }
  const parts = await trx
    .selectFrom('assignment')
    .select(['department_id', 'status'])
    .where('task_id', '=', taskId)
    .execute();
  const facts = {
    givingAgencyId: task.agency_id,
    givenBy: task.given_by,
    workingDepartmentIds: parts.filter(worksOn).map((part) => part.department_id),
  };
  if (mayHandIn(who, facts)) return;
  throw new UserError(t.drafts.refusals.notYours(code), t.drafts.refusals.notYoursMend);
}
