/** The message of a direction: whole, with what its reader may press. Pure. */
import type { Button, Card } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import { dueText, taskTitle } from '../tasks/card.ts';
import type { CardViewer } from '../tasks/cardViewer.ts';
import type { TaskView } from '../tasks/task.ts';
import { byLine, stateLine } from './cardParts.ts';
import type { DirectionView, SaidDue } from './direction.ts';

/** `again`: the department is asked once more. */
export function directionCard(
  direction: DirectionView,
  task: TaskView,
  viewer: CardViewer,
  { again = false }: { again?: boolean } = {},
): Card {
  const { t } = viewer;
  const words = t.directions.news;
  const code = t.common.taskCode(task.id);
  const state = stateLine(direction, t);
  const unread = isUnread(direction, viewer.departmentIds);
  const { due } = direction;
  return {
    title: again ? words.again(code) : words.title(code, direction.person.name),
    tone: unread ? 'warning' : 'neutral',
    blocks: [
      { kind: 'text', text: taskTitle(task, t), style: 'strong' },
      ...(again
        ? [{ kind: 'text' as const, text: words.againIntro(t.dates.shortMoment(direction.at)) }]
        : []),
      { kind: 'quote', text: direction.text, by: byLine(direction, t) },
      { kind: 'text', text: words.due(dueText(task.due, t)) },
      ...(due && !isDueNow(due, task)
        ? [{ kind: 'text' as const, text: words.dueSaid(dueText(due, t)) }]
        : []),
      ...(state === '' ? [] : [{ kind: 'text' as const, text: state, style: 'small' as const }]),
    ],
    buttons: buttons(direction, task, viewer, unread),
  };
}

function buttons(direction: DirectionView, task: TaskView, viewer: CardViewer, unread: boolean): Button[][] {
  const { t } = viewer;
  const words = t.directions.buttons;
  const id = `${direction.id}`;
  const read: Button = { label: words.read, action: 'direction.read', id, style: 'primary' };
  const rows = [
    [...(unread ? [read] : []), ...furtherButtons(direction, task, viewer)],
    [
      { label: t.tasks.card.buttons.comment, action: 'task.comment', id: `${task.id}` },
      {
        label: t.tasks.card.buttons.open(t.common.taskCode(task.id)),
        action: 'task.open',
        id: `${task.id}`,
      },
    ],
  ];
  return rows.filter((row) => row.length > 0);
}

/** What can be made of it: the new deadline, by the side that gave the task; a task, by whoever gives tasks. */
export function furtherButtons(
  { id, due }: DirectionView,
  task: TaskView,
  { agencyIds, personId, t }: Pick<CardViewer, 'agencyIds' | 'personId' | 't'>,
): Button[] {
  const words = t.directions.buttons;
  const gives = personId === task.giver.id || agencyIds.includes(task.agency.id);
  const moves = due !== null && gives && task.status === 'open' && !isDueNow(due, task);
  return [
    ...(moves ? [{ label: words.setDue(dueLabel(due, t)), action: 'direction.setDue', id: `${id}` }] : []),
    ...(agencyIds.length > 0 ? [{ label: words.assign, action: 'direction.assign', id: `${id}` }] : []),
  ];
}

export function dueLabel({ dueOn, time }: SaidDue, t: Locale): string {
  return t.dates.shortDue(dueOn, time);
}

/** Whether the task has this deadline already. */
export function isDueNow({ dueOn, time }: SaidDue, { due }: Pick<TaskView, 'due'>): boolean {
  if (!due?.dueOn.equals(dueOn)) return false;
  return time === null || due.time === null ? time === due.time : due.time.equals(time);
}

function isUnread({ readers }: DirectionView, departmentIds: readonly number[]): boolean {
  return readers.some((each) => each.read === null && departmentIds.includes(each.department.id));
}
