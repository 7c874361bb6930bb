/** A department takes an assignment on: /nhan, and the button. */
import type { Context } from '../chat/context.ts';
import type { Action, Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { answer } from './answer.ts';
import { dueText } from './card.ts';
import { finishChange, moveAssignment } from './change.ts';
import { alreadySo } from './happened.ts';
import { dueOf } from './load.ts';
import { openAssignment } from './locked.ts';
import { statusAfter } from './task.ts';
import { giverOf, tell } from './tell.ts';
import { type Meant, whichAssignment } from './which.ts';

export const acceptCommand: Command = {
  name: 'nhan',
  words: { vi: ['nhan', 'nhận'], en: ['accept'] },
  guests: false,
  help: (t) => t.tasks.help.accept,
  async handle(line, context) {
    const wanted = {
      command: 'nhan',
      action: 'task.accept',
      statuses: ['assigned'],
      side: 'department',
      onlyDepartmentFollows: true,
    } as const;
    const meant = await whichAssignment(line, wanted, context);
    if (meant.kind === 'several') return meant.reply;
    return accept(`${meant.assignmentId}`, context, chosenLine(meant, context));
  },
};

export const acceptAction: Action = {
  name: 'task.accept',
  press: (id, context) => accept(id, context, []),
};

/** Says which task was meant when nobody named it. */
export function chosenLine(meant: Extract<Meant, { kind: 'one' }>, { t }: Context): string[] {
  return meant.chosen ? [t.tasks.uses.chosenForYou(t.common.taskCode(meant.taskId))] : [];
}

async function accept(id: string, context: Context, lines: readonly string[]): Promise<Reply> {
  const { trx, t } = context;
  const { task, assignment } = await openAssignment(id, 'accept', context);
  if (statusAfter(assignment.status, 'accept') === null) return alreadySo(context, assignment);
  const eventId = await moveAssignment(context, assignment, 'accept');
  const news = { what: 'accepted', eventId, taskId: task.id, assignmentId: assignment.id } as const;
  const told = await tell(context, news, await giverOf(trx, task));
  const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
  const words = t.tasks.uses.accept;
  return answer(context, {
    title: words.done(t.common.taskCode(task.id), assignment.department),
    lines: [...lines, words.due(dueText(dueOf(assignment), t))],
    taskId: task.id,
    undo,
  });
}
