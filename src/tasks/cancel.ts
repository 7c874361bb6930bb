/** The giving side calls a task off, with a reason: the button and its form, and /huy, which always asks before. */
import type { Context } from '../chat/context.ts';
import type { Action, Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { answer } from './answer.ts';
import { finishChange, moveAssignment, settleTask } from './change.ts';
import { taskClosed } from './happened.ts';
import { openTask } from './locked.ts';
import { statusAfter } from './task.ts';
import { departmentsOf, followersOf, giverOf, tell } from './tell.ts';
import { whichTask } from './whichTask.ts';
import { checkLength, readReason, textForm } from './words.ts';

export const cancelCommand: Command = {
  name: 'huy',
  words: { vi: ['huy', 'huỷ', 'hủy'], en: ['cancel'] },
  unlisted: true,
  guests: false,
  help: (t) => t.tasks.help.cancel,
  async handle(line, context) {
    const meant = await whichTask(line, { command: 'huy', action: 'task.cancel' }, context);
    if (meant.kind === 'several') return meant.reply;
    return askReason(meant.taskId, checkLength(meant.rest, context.t, null), context);
  },
};

export const cancelAction: Action = {
  name: 'task.cancel',
  press: (id, context) => askReason(id, '', context),
  submit: (id, values, context) => cancel(id, readReason(values, context.t), context),
};

/** `reason`: as far as it was said already. */
async function askReason(id: string, reason: string, context: Context): Promise<Reply> {
  const { t } = context;
  const task = await openTask(id, 'cancel', context);
  if (task.status !== 'open') return taskClosed(context, task);
  const { title, intro } = t.tasks.uses.cancel;
  const form = { action: 'task.cancel', id: task.id, title: title(t.common.taskCode(task.id)), intro };
  const asked = { ...form, label: t.tasks.uses.reason, required: true, initial: reason };
  return { kind: 'form', form: textForm(t, asked) };
}

async function cancel(id: string, reason: string, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const task = await openTask(id, 'cancel', context);
  if (task.status !== 'open') return taskClosed(context, task);
  const ended = task.assignments.filter((each) => statusAfter(each.status, 'cancel') !== null);
  for (const each of ended) await moveAssignment(context, each, 'cancel', { data: { reason } });
  const settled = await settleTask(context, task.id, { reason });
  if (!settled) throw new Error(`task ${task.id} is still open after all its parts ended`);
  const concerned = ended.filter((each) => each.status !== 'proposed' && each.status !== 'declined');
  const recipients = [
    ...(await departmentsOf(
      trx,
      concerned.map((each) => each.department_id),
    )),
    ...(await followersOf(trx, task.id)),
    ...(await giverOf(trx, task)),
  ];
  const news = { what: 'cancelled', eventId: settled.eventId, taskId: task.id } as const;
  const told = await tell(context, news, recipients);
  const assignmentIds = ended.map((each) => each.id);
  const undo = await finishChange(context, task, { eventId: settled.eventId, assignmentIds, told });
  const words = t.tasks.uses.cancel;
  const code = t.common.taskCode(task.id);
  const title = settled.status === 'completed' ? words.partlyDone(code) : words.done(code);
  return answer(context, { title, tone: 'neutral', taskId: task.id, undo });
}
