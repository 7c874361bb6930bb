/** A department hands its work in as done: /xong NV-12 [ghi chú], or the button. */
import type { Context } from '../chat/context.ts';
import type { Action, Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { chosenLine } from './accept.ts';
import { answer } from './answer.ts';
import { finishChange, moveAssignment } from './change.ts';
import { alreadySo } from './happened.ts';
import { openAssignment } from './locked.ts';
import { statusAfter } from './task.ts';
import { giverOf, tell } from './tell.ts';
import { whichAssignment } from './which.ts';
import { checkLength } from './words.ts';

export const doneCommand: Command = {
  name: 'xong',
  words: { vi: ['xong'], en: ['done'] },
  guests: false,
  help: (t) => t.tasks.help.done,
  async handle(line, context) {
    const statuses = ['assigned', 'accepted', 'returned'] as const;
    const wanted = { command: 'xong', action: 'task.done', statuses, side: 'department' } as const;
    const meant = await whichAssignment(line, wanted, context);
    if (meant.kind === 'several') return meant.reply;
    const note = meant.rest === '' ? null : checkLength(meant.rest, context.t, null);
    return handIn(`${meant.assignmentId}`, note, context, chosenLine(meant, context));
  },
};

export const doneAction: Action = {
  name: 'task.done',
  press: (id, context) => handIn(id, null, context, []),
};

async function handIn(
  id: string,
  note: string | null,
  context: Context,
  lines: readonly string[],
): Promise<Reply> {
  const { trx, t } = context;
  const { task, assignment } = await openAssignment(id, 'submit', context);
  if (statusAfter(assignment.status, 'submit') === null) return alreadySo(context, assignment);
  const eventId = await moveAssignment(context, assignment, 'submit', { change: { note }, data: { note } });
  const news = { what: 'submitted', eventId, taskId: task.id, assignmentId: assignment.id } as const;
  const told = await tell(context, news, await giverOf(trx, task));
  const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
  const title = t.tasks.uses.submit.done(t.common.taskCode(task.id));
  return answer(context, { title, lines, taskId: task.id, undo });
}
