/** Asks the page of rights about drafts, with the rows as they stand at this moment. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { TaskStatus } from '../database/codes.ts';
import { allowedTasks, mayHandIn } from '../people/permissions.ts';
import { worksOn } from './draft.ts';

/** Gives the status of the task: of one that has ended it is said that it has.
 *  @throws UserError: not theirs; in the same words for a task that does not exist and one they may not see */
export async function requireHandIn({ trx, who, t }: Context, taskId: number): Promise<TaskStatus> {
  const code = t.common.taskCode(taskId);
  const task = await trx
    .selectFrom('task')
    .select(['agency_id', 'given_by', 'status'])
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
    // The end of a task ends its parts, too: their departments hear of it.
    workingDepartmentIds: parts
      .filter((part) => task.status !== 'open' || worksOn(part))
      .map((part) => part.department_id),
  };
  if (mayHandIn(who, facts)) return task.status;
  throw new UserError(t.drafts.refusals.notYours(code), t.drafts.refusals.notYoursMend);
}
