/** Somebody says something about a task: a reply under its card, under an answer or news about it, or the button. It is carried to the others, whatever their
 *  platform, and stands on the card. */
import type { Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, SaidUnder } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import { type Reply, showCard, tellAsker } from '../chat/reply.ts';
import { taskOfMessage, touchLiveCards } from '../delivery/liveCards.ts';
import { recordEvent } from '../history/recordEvent.ts';
import type { Recipient } from '../people/reach.ts';
import { roomAt } from '../people/rooms.ts';
import { openButton } from './answer.ts';
import { openAssignments } from './change.ts';
import { type LockedTask, openTask } from './locked.ts';
import { showLife } from './signOfLife.ts';
import { insertComment } from './store.ts';
import { departmentsOf, followersOf, giverOf, tell } from './tell.ts';
import { checkLength, textForm } from './words.ts';

export const commentAction: Action = {
  name: 'task.comment',
  async press(id, context) {
    const { t } = context;
    const task = await openTask(id, 'comment', context);
    const { title, text } = t.tasks.uses.comment;
    const form = { action: 'task.comment', id: task.id, title: title(t.common.taskCode(task.id)) };
    return { kind: 'form', form: textForm(t, { ...form, label: text, required: true }) };
  },
  async submit(id, values, context) {
    const { textMissing, textMend } = context.t.tasks.refusals;
    const text = fieldValue(values, 'words');
    if (text === '') throw new UserError(textMissing, textMend, 'words');
    return comment(id, checkLength(text, context.t, 'words'), context);
  },
};

/** `Feature.onReply`. Null when the message has no words, or is not about one task. */
export async function commentByReply({ to, text }: SaidUnder, context: Context): Promise<Reply | null> {
  if (text === '') return null;
  const taskId = await taskOfMessage(context.trx, context.place.platform, to);
  return taskId === null ? null : comment(`${taskId}`, checkLength(text, context.t, null), context);
}

/** Words about a task, wherever they were said. @throws UserError */
export async function comment(id: string, text: string, context: Context): Promise<Reply> {
  const task = await openTask(id, 'comment', context);
  const eventId = await recordComment(task, text, context);
  await tell(context, { what: 'comment', eventId, taskId: task.id }, await listeners(task, context));
  const { place } = context;
  const card = commentedCard(task.id, context);
  const about = { kind: 'task' as const, id: task.id };
  return { ...(place.private ? showCard(card) : tellAsker(card)), about };
}

function commentedCard(taskId: number, context: Context): Card {
  const { t } = context;
  return {
    title: t.tasks.uses.comment.done(t.common.taskCode(taskId)),
    tone: 'good',
    blocks: [],
    buttons: [[openButton(taskId, context)]],
  };
}

/** Keeps the words and shows them on the task's cards; telling of it is the caller's. Gives the event. */
export async function recordComment(task: LockedTask, text: string, context: Context): Promise<number> {
  const { trx, now, who, account } = context;
  const commentId = await insertComment(trx, {
    task_id: task.id,
    person_id: who.personId,
    said_at: now,
    platform: account.platform,
    text,
  });
  const eventId = await recordEvent(trx, {
    at: now,
    kind: 'task.commented',
    personId: who.personId,
    platform: account.platform,
    agencyId: who.agencyId,
    taskId: task.id,
    data: { commentId, text },
  });
  const own = openAssignments(task).filter((each) =>
    who.memberOf.some((membership) => membership.departmentId === each.department_id),
  );
  const ids = own.map((each) => each.id);
  await showLife(trx, now, ids);
  await touchLiveCards(trx, now, [task.id]);
  return eventId;
}

/** The giver, the departments at work and those who follow; not the room in which it was said: there it can be read. */
export async function listeners(task: LockedTask, { trx, place }: Context): Promise<Recipient[]> {
  const working = task.assignments.filter(
    (each) => each.status !== 'proposed' && each.status !== 'cancelled',
  );
  const departmentIds = working.map((each) => each.department_id);
  const all = [
    ...(await giverOf(trx, task)),
    ...(await departmentsOf(trx, departmentIds)),
    ...(await followersOf(trx, task.id)),
  ];
  const here = place.private ? null : await roomAt(trx, place);
  return all.filter((to) => !('roomId' in to) || to.roomId !== here?.id);
}
