/** Theo dõi and Thôi theo dõi: a person watches a task, owes nothing. */
import type { Context } from '../../chat/context.ts';
import type { Action } from '../../chat/feature.ts';
import type { Reply } from '../../chat/reply.ts';
import { touchLiveCards } from '../../delivery/liveCards.ts';
import { recordEvent } from '../../history/recordEvent.ts';
import { planFollowing } from '../../reminders/replan.ts';
import { remark } from '../answer.ts';
import { openTask } from '../locked.ts';
import { deletePersonFollower, insertFollower } from './taskStore.ts';

export const followActions: readonly Action[] = [
  { name: 'task.follow', press: (id, context) => follow(id, true, context) },
  { name: 'task.unfollow', press: (id, context) => follow(id, false, context) },
];

async function follow(id: string, follows: boolean, context: Context): Promise<Reply> {
  const { trx, now, who, account, t } = context;
  const { id: taskId, agency_id: agencyId } = await openTask(id, 'follow', context);
  const { personId } = who;
  const changed = follows
    ? await insertFollower(trx, now, { taskId, personId, addedBy: personId })
    : await deletePersonFollower(trx, taskId, personId);
  const code = t.common.taskCode(taskId);
  const { done } = t.giving;
  if (!changed) return remark(context, follows ? done.followsAlready(code) : done.followsNot(code));
  await recordEvent(trx, {
    at: now,
    kind: follows ? 'task.followed' : 'task.unfollowed',
    personId,
    platform: account.platform,
    agencyId,
    taskId,
  });
  if (follows) await planFollowing(trx, now, taskId);
  await touchLiveCards(trx, now, [taskId]);
  return remark(context, follows ? done.followed(code) : done.unfollowed(code));
}
