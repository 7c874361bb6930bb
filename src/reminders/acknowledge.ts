/** Đã biết: the department has read the reminder. It stops nothing; the one who gave the task sees who read it, and when. */
import type { Action } from '../chat/feature.ts';
import { replaceCard } from '../chat/reply.ts';
import { markAnswered } from '../delivery/answered.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { digestCard } from './digestCard.ts';
import { pressedDigest } from './pressedDigest.ts';

export const acknowledge: Action = {
  name: 'reminder.ack',
  async press(key, context) {
    const { trx, now, who, account, t } = context;
    const digest = await pressedDigest(key, context);
    const answered = await markAnswered(trx, now, key, who.personId);
    if (!answered) throw new Error(`the notification ${key} is gone`);
    if (answered.personId !== who.personId || !answered.at.equals(now)) {
      return {
        kind: 'toast',
        text: t.reminders.acknowledged(answered.by, t.dates.shortMoment(answered.at)),
      };
    }
    for (const { item, state } of digest.lines) {
      await recordEvent(trx, {
        at: now,
        kind: 'reminder.acknowledged',
        personId: who.personId,
        platform: account.platform,
        agencyId: state.agency.id,
        taskId: state.taskId,
        assignmentId: state.assignmentId,
        data: { reminder: item.kind, plannedAt: item.plannedAt },
      });
    }
    return replaceCard(digestCard({ ...digest, acknowledged: answered }, t));
  },
};
