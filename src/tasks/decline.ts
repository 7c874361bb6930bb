/** A department says that it will not do it, with a reason: the button and its form, /tuchoi, and /tralai (giveBack.ts). */
import type { Context } from '../chat/context.ts';
import type { Action, Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { answer } from './answer.ts';
import { finishChange, moveAssignment, settleTask } from './change.ts';
import { alreadySo } from './happened.ts';
import { openAssignment } from './locked.ts';
import { statusAfter } from './task.ts';
import { giverOf, tell } from './tell.ts';
import { whichAssignment } from './which.ts';
import { checkLength, readReason, textForm } from './words.ts';

export const declineCommand: Command = {
  name: 'tuchoi',
  words: { vi: ['tuchoi', 'từ chối'], en: ['decline'] },
  unlisted: true,
  guests: false,
  help: (t) => t.tasks.help.decline,
  async handle(line, context) {
    const wanted = {
      command: 'tuchoi',
      action: 'task.decline',
      statuses: ['assigned', 'accepted', 'returned'],
      side: 'department',
    } as const;
    const meant = await whichAssignment(line, wanted, context);
    if (meant.kind === 'several') return meant.reply;
    const id = `${meant.assignmentId}`;
    const reason = checkLength(meant.rest, context.t, null);
    // Words without a code may be a question that only begins so: what nobody named is asked about first.
    const ask = reason === '' || meant.chosen;
    return ask ? askReason(id, reason, context) : decline(id, reason, context);
  },
};

export const declineAction: Action = {
  name: 'task.decline',
  press: (id, context) => askReason(id, '', context),
  submit: (id, values, context) => decline(id, readReason(values, context.t), context),
};

/** `said`: the reason as far as it was given. */
async function askReason(id: string, said: string, context: Context): Promise<Reply> {
  const { task, assignment } = await openAssignment(id, 'decline', context);
  if (statusAfter(assignment.status, 'decline') === null) return alreadySo(context, assignment);
  const { t } = context;
  const { decline, reason } = t.tasks.uses;
  const title = decline.title(t.common.taskCode(task.id));
  const form = { action: 'task.decline', id: assignment.id, title, intro: decline.intro };
  return { kind: 'form', form: textForm(t, { ...form, label: reason, required: true, initial: said }) };
}

export async function decline(id: string, reason: string, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const { task, assignment } = await openAssignment(id, 'decline', context);
  if (statusAfter(assignment.status, 'decline') === null) return alreadySo(context, assignment);
  const eventId = await moveAssignment(context, assignment, 'decline', {
    change: { note: reason },
    data: { reason },
  });
  await settleTask(context, task.id);
  const news = { what: 'declined', eventId, taskId: task.id, assignmentId: assignment.id } as const;
  const told = await tell(context, news, await giverOf(trx, task));
  const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
  return answer(context, {
    title: t.tasks.uses.decline.done(t.common.taskCode(task.id), assignment.department),
    tone: 'neutral',
    taskId: task.id,
    undo,
  });
}
