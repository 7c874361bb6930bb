/** Who hears of a draft: the giver, the departments at work on the task, and those who follow it. */
import type { Context } from '../chat/context.ts';
import type { Recipient } from '../people/reach.ts';
import { roomAt } from '../people/rooms.ts';
import type { LockedTask } from '../tasks/locked.ts';
import { departmentsOf, followersOf, giverOf, tellAll } from '../tasks/tell.ts';
import type { Told } from '../tasks/undo.ts';
import { worksOn } from './draft.ts';
import type { DraftNews } from './facts.ts';

/** Not the room in which it was done: there it can be read. */
export async function concerned(task: LockedTask, { trx, place }: Context): Promise<Recipient[]> {
  const departmentIds = task.assignments.filter(worksOn).map((each) => each.department_id);
  const all = [
    ...(await giverOf(trx, task)),
    ...(await departmentsOf(trx, departmentIds)),
    ...(await followersOf(trx, task.id)),
  ];
  const here = place.private ? null : await roomAt(trx, place);
  return all.filter((to) => !('roomId' in to) || to.roomId !== here?.id);
}

/** `departmentId`: that agreed; null when the news is of no single department. */
export function tellDraft(
  context: Context,
  news: { what: DraftNews; eventId: number; taskId: number; versionId: number; departmentId?: number },
  recipients: readonly Recipient[],
): Promise<Told[]> {
  const { what, eventId, taskId, versionId, departmentId = null } = news;
  const facts = { versionId, departmentId };
  const about = [{ taskId, assignmentId: null }];
  return tellAll(context, { kind: `drafts.${what}`, eventId, facts, about }, recipients);
}
