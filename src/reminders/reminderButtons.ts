/** The buttons under a reminder: what its reader can do about it. Pure. */
import type { Button } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import type { Digest } from './digestCard.ts';
import type { DigestItem } from './digestFacts.ts';
import type { AssignmentState } from './digestState.ts';
import { audienceOf } from './nextItem.ts';

/** Under a reminder of one assignment: what can be done, then what can be asked; `closing` as under every digest. */
export function singleButtons(
  item: DigestItem,
  state: AssignmentState,
  closing: readonly Button[],
  t: Locale,
): Button[][] {
  const { button } = t.reminders;
  const id = String(state.assignmentId);
  const open: Button = {
    label: button.open(t.common.taskCode(state.taskId)),
    action: 'task.open',
    id: String(state.taskId),
  };
  const urge: Button = { label: button.urge, action: 'task.urge', id, style: 'primary' };
  const rest = [open, ...closing];
  switch (audienceOf[item.kind]) {
    case 'department':
      return [departmentButtons(item, state, t), rest];
    case 'head':
    case 'leader':
      return [[urge, ...rest]];
    case 'consenting':
      return [
        [
          { label: button.consent, action: 'consent.give', id, style: 'primary' },
          { label: button.refuse, action: 'consent.refuse', id },
        ],
        rest,
      ];
    case 'giver':
      if (item.kind === 'notReviewed') {
        return [
          [
            { label: button.approve, action: 'result.accept', id, style: 'primary' },
            { label: button.return, action: 'result.return', id },
          ],
          rest,
        ];
      }
      if (item.kind === 'extensionUndecided' && state.extension) {
        const extensionId = String(state.extension.id);
        return [
          [
            { label: button.consent, action: 'extension.approve', id: extensionId, style: 'primary' },
            { label: button.refuse, action: 'extension.refuse', id: extensionId },
          ],
          rest,
        ];
      }
      if (item.kind === 'nobodyLeft') {
        const taskId = String(state.taskId);
        return [
          [
            { label: button.giveAgain, action: 'task.edit', id: taskId, style: 'primary' },
            { label: button.cancelTask, action: 'task.cancel', id: taskId },
          ],
          rest,
        ];
      }
      return item.kind === 'notConsentedTold' ? [rest] : [[urge, ...rest]];
  }
}

/** What the department can answer; news come first where news were asked for. */
export function departmentButtons(
  item: Pick<DigestItem, 'kind'>,
  state: Pick<AssignmentState, 'assignmentId' | 'status'>,
  t: Locale,
): Button[] {
  const { button } = t.reminders;
  const id = String(state.assignmentId);
  const asked = item.kind === 'noProgress';
  const accept: Button = { label: button.accept, action: 'task.accept', id, style: 'primary' };
  const done: Button = { label: button.done, action: 'task.done', id };
  const progress: Button = { label: button.progress, action: 'task.progress', id };
  const extend: Button = { label: button.extend, action: 'task.extend', id };
  const blocked: Button = { label: button.blocked, action: 'task.blocked', id };
  if (state.status === 'assigned') return [accept, done, progress, extend];
  return asked
    ? [{ ...progress, style: 'primary' }, done, blocked, extend]
    : [{ ...done, style: 'primary' }, progress, extend];
}

/** Under every digest. Only a department may put off; what somebody has acknowledged needs no second one. */
export function closingButtons({ key, lines, acknowledged }: Digest, t: Locale): Button[] {
  const { button } = t.reminders;
  const own = lines.some(({ item }) => audienceOf[item.kind] === 'department');
  return [
    ...(own ? [{ label: button.snooze, action: 'reminder.snooze', id: key }] : []),
    ...(acknowledged ? [] : [{ label: button.acknowledge, action: 'reminder.ack', id: key }]),
    { label: button.why, action: 'reminder.why', id: key },
  ];
}
