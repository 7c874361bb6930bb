/** Draws a task's card for whoever will see it. */
import type { Card } from '../chat/card.ts';
import type { Context, Viewer } from '../chat/context.ts';
import { loadActorOf } from '../people/identify.ts';
import { allowedTasks } from '../people/permissions.ts';
import { taskCard } from './card.ts';
import { type CardViewer, viewerInPlace, viewerOfMessage, viewerOfPerson } from './cardViewer.ts';
import { loadTasks } from './load.ts';
import type { TaskView } from './task.ts';

/** For an answer that everybody in the place will see; the asker's right to see it is the caller's business. */
export async function drawCard(task: TaskView, context: Context): Promise<Card> {
  return taskCard(task, await viewerInPlace(context));
}

/** For an answer that only the asker sees, in a room too. */
export function drawOwnCard(task: TaskView, context: Context): Card {
  return taskCard(task, viewerOfPerson(context));
}

/** `Feature.liveCards`. Null: no such task, or one that this room or person has no part in any more. */
export async function drawLiveCard(taskId: number, viewer: Viewer): Promise<Card | null> {
  const task = (await loadTasks(viewer.db, [taskId])).get(taskId);
  if (!task) return null;
  const seen = await viewerOfMessage(viewer);
  return (await maySee(task, viewer, seen)) ? taskCard(task, seen) : null;
}

async function maySee(task: TaskView, { db }: Viewer, { personId, roomId }: CardViewer): Promise<boolean> {
  if (personId !== null) {
    const actor = await loadActorOf(db, personId);
    return actor !== null && (await allowedTasks(db, actor, 'see', [task.id])).has(task.id);
  }
  return roomId !== null && roomSees(db, task, roomId);
}

/** Whether the task is this room's business: of the giving agency, of one with a part, or of a department that follows. */
export async function roomSees(db: Viewer['db'], task: TaskView, roomId: number): Promise<boolean> {
  const room = await db
    .selectFrom('room')
    .select(['agency_id', 'department_id'])
    .where('id', '=', roomId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!room) return false;
  const agencyIds = [task.agency.id, ...task.assignments.map((each) => each.agency.id)];
  const follows = task.followers.some(
    (each) => each.departmentId !== null && each.departmentId === room.department_id,
  );
  return follows || agencyIds.includes(room.agency_id);
}
