/** Tells the departments what was changed in their task, and those that were taken off it. */
import { z } from 'zod';
import type { Card } from '../../chat/card.ts';
import type { Context, Viewer } from '../../chat/context.ts';
import type { Renderer } from '../../chat/feature.ts';
import { notify } from '../../delivery/notify.ts';
import type { Recipient } from '../../people/reach.ts';
import { openButton } from '../answer.ts';
import { taskTitle } from '../card.ts';
import { closedStatuses, type TaskView } from '../task.ts';
import { departmentsOf, followersOf, recipientName } from '../tell.ts';
import type { Told } from '../undo.ts';
import { editLines } from './editFacts.ts';
import type { TaskEdit } from './editForm.ts';
import { loadOrganisation } from './organisation.ts';

/** New departments get the card of the task; those that stay hear of what concerns them: content, date, urgency, source. Who
 *  is taken off is told so. `task` as it was before. Nobody hears of what they did themselves. */
export async function tellOfEdit(
  context: Context,
  task: TaskView,
  edit: TaskEdit,
  eventId: number,
): Promise<Told[]> {
  const { trx } = context;
  const removed = edit.remove.filter((each) => each.status !== 'proposed').map((each) => each.department.id);
  const told = await send(context, task, 'giving.removed', eventId, await departmentsOf(trx, removed));
  if (!edit.title && !edit.due && !edit.urgency && !edit.source) return told;
  const stay = task.assignments.filter(
    (each) =>
      !closedStatuses.includes(each.status) &&
      each.status !== 'proposed' &&
      !edit.remove.some((gone) => gone.id === each.id),
  );
  const departments = await departmentsOf(
    trx,
    stay.map((each) => each.department.id),
  );
  const recipients = [...departments, ...(await followersOf(trx, task.id))];
  return [...told, ...(await send(context, task, 'giving.changed', eventId, recipients))];
}

async function send(
  { trx, now, who }: Context,
  task: TaskView,
  kind: 'giving.changed' | 'giving.removed',
  eventId: number,
  recipients: readonly Recipient[],
): Promise<Told[]> {
  const told = new Map<string, Told>();
  for (const to of recipients) {
    if ('personId' in to && to.personId === who.personId) continue;
    const key = `${kind}:${eventId}:${recipientName(to)}`;
    const about = [{ taskId: task.id, assignmentId: null }];
    await notify(trx, now, { key, to, kind, facts: { eventId }, at: now, about });
    told.set(key, { key, to });
  }
  return [...told.values()];
}

const facts = z.object({ eventId: z.number() });

export const drawChanged: Renderer = async (given, viewer) => {
  const event = await loadEdit(given, viewer);
  if (!event) return null;
  const { t } = viewer;
  const { departments } = await loadOrganisation(viewer.db);
  const lines = editLines(event.data, departments, t);
  return news(event, t.giving.changed.title(t.common.taskCode(event.taskId), event.by), lines, viewer);
};

export const drawRemoved: Renderer = async (given, viewer) => {
  const event = await loadEdit(given, viewer);
  if (!event) return null;
  const { changed } = viewer.t.giving;
  const title = changed.removed(viewer.t.common.taskCode(event.taskId), event.by);
  return news(event, title, [changed.removedText], viewer);
};

type Edit = { taskId: number; title: string; by: string; data: object };

async function loadEdit(given: object, { db, t }: Viewer): Promise<Edit | null> {
  const { eventId } = facts.parse(given);
  const row = await db
    .selectFrom('event as e')
    .innerJoin('task as k', 'k.id', 'e.task_id')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select(['k.id', 'k.title', 'p.name', 'e.data'])
    .where('e.id', '=', eventId)
    .executeTakeFirst();
  return row
    ? { taskId: row.id, title: row.title, by: row.name ?? t.giving.error.theBot, data: row.data }
    : null;
}

function news({ taskId, title }: Edit, headline: string, lines: readonly string[], { t }: Viewer): Card {
  return {
    title: headline,
    tone: 'warning',
    blocks: [
      { kind: 'text', text: taskTitle({ id: taskId, title }, t), style: 'strong' },
      { kind: 'text', text: lines.join('\n') },
    ],
    buttons: [[openButton(taskId, { t })]],
  };
}
