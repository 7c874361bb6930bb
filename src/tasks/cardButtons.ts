/** Which buttons a card of a task shows to whom: the department its work, the giving side its decisions. Pure. Showing is no
 *  right: each press is checked when it is taken. */
import type { Button } from '../chat/card.ts';
import { readButtons } from '../directions/cardParts.ts';
import { draftButtons } from '../drafts/cardParts.ts';
import { taskRoundButtons } from '../opinions/taskRounds.ts';
import { standingStatuses } from '../people/permissions.ts';
import type { CardViewer } from './cardViewer.ts';
import { type AssignmentView, closedStatuses, type TaskView } from './task.ts';

/** Rows in the order of their importance, at most five buttons in each. */
export function cardButtons(task: TaskView, viewer: CardViewer): Button[][] {
  const rounds = taskRoundButtons(task.rounds, viewer.t);
  if (task.status !== 'open') return [draftButtons(task, viewer), rounds].filter((row) => row.length > 0);
  const gives = viewer.personId === task.giver.id || viewer.agencyIds.includes(task.agency.id);
  const owns = task.assignments.filter((each) => viewer.departmentIds.includes(each.department.id));
  const rows = [
    readButtons(task.directions, viewer.departmentIds, viewer.t),
    ...task.assignments.flatMap((each) => consentRow(each, task, viewer)).slice(0, decisionsMax),
    ...owns.flatMap((each) => workRows(each, labeller(owns, viewer), viewer)),
    ...(gives ? decisionRows(task, viewer) : directRows(task, viewer)),
    draftButtons(task, viewer),
    rounds,
    [...talkRow(task, viewer, gives), ...directRow(task, viewer), ...(gives ? givingRow(task, viewer) : [])],
  ];
  return rows.filter((row) => row.length > 0);
}

type Label = (label: string, assignment: AssignmentView) => string;

/** The department is named only where the same button stands there for two. */
function labeller(among: readonly AssignmentView[], { t }: Pick<CardViewer, 't'>): Label {
  return (label, { department }) =>
    among.length > 1 ? t.tasks.card.buttons.of(label, department.code) : label;
}

function workRows(assignment: AssignmentView, label: Label, { t }: CardViewer): Button[][] {
  const words = t.tasks.card.buttons;
  const id = `${assignment.id}`;
  const named = (text: string) => label(text, assignment);
  const accept: Button = { label: named(words.accept), action: 'task.accept', id, style: 'primary' };
  const decline: Button = { label: named(words.decline), action: 'task.decline', id };
  const progress: Button = { label: named(words.progress), action: 'task.progress', id };
  const submit: Button = { label: named(t.drafts.buttons.submit), action: 'task.submit', id };
  const done: Button = { label: named(words.done), action: 'task.done', id };
  const extend: Button = { label: named(words.extend), action: 'task.extend', id };
  const block: Button = assignment.blocked
    ? { label: named(words.unblocked), action: 'task.unblocked', id }
    : { label: named(words.blocked), action: 'task.blocked', id };
  const handOver: Button = { label: named(words.handOver), action: 'task.handover', id };
  switch (assignment.status) {
    case 'assigned':
      return [
        [accept, progress, submit, done, decline],
        [...(assignment.due ? [extend] : []), block, handOver],
      ];
    case 'accepted':
    case 'returned':
      return [
        [{ ...progress, style: 'primary' }, submit, done],
        [...(assignment.due ? [extend] : []), block, handOver],
      ];
    default:
      return [];
  }
}

/** The rest of a long list comes up as these are decided. */
const decisionsMax = 4;

function decisionRows(task: TaskView, viewer: CardViewer): Button[][] {
  const rows = task.assignments.flatMap((each) => decisionRow(each, task, viewer));
  return rows.filter((row) => row.length > 0).slice(0, decisionsMax);
}

function decisionRow(assignment: AssignmentView, task: TaskView, { t }: CardViewer): Button[][] {
  const words = t.tasks.card.buttons;
  const label = labeller(
    task.assignments.filter((each) => each.status === 'submitted' || each.extension),
    { t },
  );
  const row: Button[] = [];
  if (assignment.status === 'submitted') {
    row.push(
      {
        label: label(words.acceptResult, assignment),
        action: 'result.accept',
        id: `${assignment.id}`,
        style: 'primary',
      },
      { label: label(words.returnResult, assignment), action: 'result.return', id: `${assignment.id}` },
    );
  }
  if (assignment.extension) {
    const id = `${assignment.extension.id}`;
    row.push(
      { label: label(words.agree, assignment), action: 'extension.approve', id, style: 'primary' },
      { label: label(words.disagree, assignment), action: 'extension.refuse', id },
    );
  }
  return [row];
}

function consentRow(assignment: AssignmentView, task: TaskView, { agencyIds, t }: CardViewer): Button[][] {
  const asks = (each: AssignmentView) => each.status === 'proposed' && agencyIds.includes(each.agency.id);
  if (!asks(assignment)) return [];
  const label = labeller(task.assignments.filter(asks), { t });
  const words = t.tasks.card.buttons;
  const id = `${assignment.id}`;
  return [
    [
      { label: label(words.agree, assignment), action: 'consent.give', id, style: 'primary' },
      { label: label(words.disagree, assignment), action: 'consent.refuse', id },
    ],
  ];
}

/** Those who give tasks in the department's own agency may pass its part on within the agency. */
function directRows(task: TaskView, { agencyIds, departmentIds, personId, t }: CardViewer): Button[][] {
  if (personId === null) return [];
  const parts = task.assignments.filter(
    (each) =>
      agencyIds.includes(each.agency.id) &&
      !departmentIds.includes(each.department.id) &&
      (each.status === 'assigned' || each.status === 'accepted' || each.status === 'returned'),
  );
  const label = labeller(parts, { t });
  const row = parts.slice(0, decisionsMax).map((each) => ({
    label: label(t.tasks.card.buttons.handOver, each),
    action: 'task.handover',
    id: `${each.id}`,
  }));
  return [row];
}

/** Everybody may talk; who watches without a part of their own may follow. */
function talkRow(task: TaskView, { personId, t }: CardViewer, gives: boolean): Button[] {
  const words = t.tasks.card.buttons;
  const id = `${task.id}`;
  const comment: Button = { label: words.comment, action: 'task.comment', id };
  if (personId === null || gives) return [comment];
  const follows = task.followers.some((each) => each.personId === personId);
  return [
    comment,
    follows
      ? { label: words.unfollow, action: 'task.unfollow', id }
      : { label: words.follow, action: 'task.follow', id },
  ];
}

/** A leader of an agency whose work it is may give a direction. */
function directRow(task: TaskView, { leaderOf, t }: CardViewer): Button[] {
  const agencyIds = [
    task.agency.id,
    ...task.assignments.flatMap((each) => (standingStatuses.includes(each.status) ? each.agency.id : [])),
  ];
  if (!leaderOf.some((id) => agencyIds.includes(id))) return [];
  return [{ label: t.directions.buttons.direct, action: 'direction.new', id: `${task.id}` }];
}

function givingRow(task: TaskView, { t }: CardViewer): Button[] {
  const words = t.tasks.card.buttons;
  const id = `${task.id}`;
  return [
    { label: words.edit, action: 'task.edit', id },
    ...(task.recurrence === null ? [] : [{ label: words.stopSeries, action: 'task.stopSeries', id }]),
    { label: words.cancel, action: 'task.cancel', id, style: 'danger' },
  ];
}

/** Beside the line of a part that keeps the giving side waiting. */
export function urgeButton(assignment: AssignmentView, { t }: CardViewer): Button | null {
  if (closedStatuses.includes(assignment.status) || assignment.status === 'proposed') return null;
  if (assignment.status === 'submitted') return null;
  return { label: t.tasks.card.buttons.urge, action: 'task.urge', id: `${assignment.id}` };
}
