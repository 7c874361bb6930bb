/** Sends a direction to those concerned: departments with a part, the giver, the followers; never to the leader who gave it. */
import type { Context } from '../chat/context.ts';
import { notify } from '../delivery/notify.ts';
import { standingStatuses } from '../people/permissions.ts';
import type { Recipient } from '../people/reach.ts';
import type { LockedTask } from '../tasks/locked.ts';
import { departmentsOf, followersOf, giverOf, recipientName } from '../tasks/tell.ts';
import type { Told } from '../tasks/undo.ts';

export async function tellOfDirection(
  { trx, now, who }: Context,
  task: LockedTask,
  { directionId, eventId }: { directionId: number; eventId: number },
): Promise<Told[]> {
  const told = new Map<string, Told>();
  for (const to of await concerned(trx, task)) {
    if ('personId' in to && to.personId === who.personId) continue;
    const key = `directions.given:${eventId}:${recipientName(to)}`;
    if (told.has(key)) continue;
    const about = [{ taskId: task.id, assignmentId: null }];
    await notify(trx, now, { key, to, kind: 'directions.given', facts: { directionId }, at: now, about });
    told.set(key, { key, to });
  }
  return [...told.values()];
}

async function concerned(trx: Context['trx'], task: LockedTask): Promise<Recipient[]> {
  const parts = task.assignments.filter((each) => standingStatuses.includes(each.status));
  return [
    ...(await departmentsOf(
      trx,
      parts.map((each) => each.department_id),
    )),
    ...(await giverOf(trx, task)),
    ...(await followersOf(trx, task.id)),
  ];
}
