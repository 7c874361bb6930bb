/** "Chỉ là trao đổi": what a leader wrote under a card was talk. The direction goes, the words stay as a comment, and those who
 *  were told hear it. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { replaceCard } from '../chat/reply.ts';
import { notify } from '../delivery/notify.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { openButton } from '../tasks/answer.ts';
import { listeners, recordComment } from '../tasks/comment.ts';
import { recipientName } from '../tasks/tell.ts';
import { endUndo } from '../tasks/undo.ts';
import { openDirection } from './openDirection.ts';
import { withdrawDirection } from './withdraw.ts';

export const asCommentAction: Action = {
  name: 'direction.asComment',
  async press(id, context) {
    const { trx, now, who, account, t } = context;
    const { task, direction } = await openDirection(id, context);
    const { refusals, asComment } = t.directions;
    if (direction.person.id !== who.personId) throw new UserError(refusals.notYours, refusals.notYoursMend);
    if (direction.taskIds.length > 0) throw new UserError(refusals.becameTask, refusals.becameTaskMend);
    await withdrawDirection(trx, now, direction.id);
    await recordEvent(trx, {
      at: now,
      kind: 'direction.withdrawn',
      personId: who.personId,
      platform: account.platform,
      agencyId: direction.agency.id,
      taskId: task.id,
      data: { directionId: direction.id },
    });
    const given = await givenEvent(direction.id, task.id, context);
    await endUndo(trx, given, now);
    const eventId = await recordComment(task, direction.text, context);
    for (const to of await listeners(task, context)) {
      if ('personId' in to && to.personId === who.personId) continue;
      await notify(trx, now, {
        key: `directions.comment:${eventId}:${recipientName(to)}`,
        to,
        kind: 'directions.comment',
        facts: { eventId, key: `directions.given:${given}:${recipientName(to)}` },
        at: now,
        about: [{ taskId: task.id, assignmentId: null }],
      });
    }
    return replaceCard({
      title: asComment.done(t.common.taskCode(task.id)),
      tone: 'good',
      blocks: [{ kind: 'text', text: asComment.text }],
      buttons: [[openButton(task.id, context)]],
    });
  },
};

/** The line of the history with which it was given: its messages and its undo are named after it. */
async function givenEvent(directionId: number, taskId: number, { trx }: Context): Promise<number> {
  const rows = await trx
    .selectFrom('event')
    .select(['id', 'data'])
    .where('task_id', '=', taskId)
    .where('kind', '=', 'direction.given')
    .execute();
  const found = rows.find(({ data }) => 'directionId' in data && data.directionId === directionId);
  if (!found) throw new Error(`direction ${directionId} was never given`);
  return found.id;
}
