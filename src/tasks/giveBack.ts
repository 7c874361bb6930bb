/** /tralai NV-12 lý do: the giving side returns what was handed in; a department declines what it was given. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { taskOfMessage } from '../delivery/liveCards.ts';
import { mayGiveFor } from '../people/permissions.ts';
import { decline, declineAction } from './decline.ts';
import { returnResult, returnResultAction } from './result.ts';
import { whichAssignment } from './which.ts';
import { checkLength, splitCode } from './words.ts';

export const returnCommand: Command = {
  name: 'tralai',
  words: { vi: ['tralai', 'trả lại', 'trả-lại'], en: ['return'] },
  guests: false,
  help: (t) => t.tasks.help.return,
  async handle(line, context) {
    const { t } = context;
    const asGiver = await decidesOnSubmitted(line, context);
    const wanted = asGiver
      ? ({ command: 'tralai', action: 'result.return', statuses: ['submitted'], side: 'giver' } as const)
      : ({
          command: 'tralai',
          action: 'task.decline',
          statuses: ['assigned', 'accepted', 'returned'],
          side: 'department',
        } as const);
    const meant = await whichAssignment(line, wanted, context);
    if (meant.kind === 'several') return meant.reply;
    const id = `${meant.assignmentId}`;
    const reason = checkLength(meant.rest, t, null);
    if (reason !== '') return asGiver ? returnResult(id, reason, context) : decline(id, reason, context);
    return askReason(asGiver, id, context);
  },
};

async function askReason(asGiver: boolean, id: string, context: Context): Promise<Reply> {
  const { press } = asGiver ? returnResultAction : declineAction;
  const { reasonMissing, reasonMend } = context.t.tasks.refusals;
  if (!press) throw new UserError(reasonMissing, reasonMend);
  return press(id, context);
}

/** Somebody who is both, giver and member, means the submitted work when there is any. */
async function decidesOnSubmitted(
  line: Parameters<Command['handle']>[0],
  context: Context,
): Promise<boolean> {
  const { trx, who, place } = context;
  const { taskId: typed } = splitCode(line.text);
  const taskId = typed ?? (line.replyTo ? await taskOfMessage(trx, place.platform, line.replyTo) : null);
  if (taskId === null) {
    const given = await trx
      .selectFrom('assignment as a')
      .innerJoin('task as t', 't.id', 'a.task_id')
      .select('a.id')
      .where('t.given_by', '=', who.personId)
      .where('t.status', '=', 'open')
      .where('a.status', '=', 'submitted')
      .limit(1)
      .executeTakeFirst();
    return given !== undefined;
  }
  const task = await trx
    .selectFrom('task')
    .select(['agency_id', 'given_by'])
    .where('id', '=', taskId)
    .executeTakeFirst();
  if (!task || !(task.given_by === who.personId || mayGiveFor(who, task.agency_id))) return false;
  const parts = await trx
    .selectFrom('assignment')
    .select(['status', 'department_id'])
    .where('task_id', '=', taskId)
    .execute();
  const member = parts.some((part) => who.memberOf.some((each) => each.departmentId === part.department_id));
  return !member || parts.some((part) => part.status === 'submitted');
}
