/** The direction that a button names, with its task locked. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import { type LockedTask, openTask, readId } from '../tasks/locked.ts';
import type { DirectionView } from './direction.ts';
import { loadDirections } from './loadDirections.ts';

/** @throws UserError in the same words for one that does not exist, was taken back, or is of a task the actor may not see */
export async function openDirection(
  id: string,
  context: Context,
): Promise<{ task: LockedTask; direction: DirectionView }> {
  const { trx, t } = context;
  const { gone } = t.directions.refusals;
  const found = await trx
    .selectFrom('direction')
    .select('task_id')
    .where('id', '=', readId(id))
    .executeTakeFirst();
  if (!found) throw new UserError(gone, t.common.listYours);
  const task = await openTask(`${found.task_id}`, 'see', context).catch((error: unknown) => {
    throw error instanceof UserError ? new UserError(gone, t.common.listYours) : error;
  });
  const direction = (await loadDirections(trx, [readId(id)])).get(readId(id));
  if (!direction) throw new UserError(gone, t.common.listYours);
  return { task, direction };
}
