/** Draws reminders: one as a card of its own, several as a list. Pure. */
import { type Block, type Button, type Card, cardLimits, type ListItem, type Tone } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import type { DigestItem } from './digestFacts.ts';
import type { AssignmentState } from './digestState.ts';
import { type Audience, audienceOf } from './nextItem.ts';
import { closingButtons, singleButtons } from './reminderButtons.ts';

type DigestLine = { item: DigestItem; state: AssignmentState };

export type Digest = {
  /** Of the notification. */
  key: string;
  /** At least one. */
  lines: readonly DigestLine[];
  more: number;
  acknowledged: { by: string; at: Temporal.Instant } | null;
};

export function digestCard(digest: Digest, t: Locale): Card {
  const [only, ...others] = digest.lines;
  if (!only) throw new Error('a digest has at least one line');
  return others.length === 0 && digest.more === 0 ? singleCard(digest, only, t) : listCard(digest, t);
}

/** How it stands with the deadline: "còn 3 ngày làm việc", "quá hạn 2 ngày làm việc". */
export function deadlineState(state: AssignmentState, t: Locale): string {
  if (!state.due) return t.common.noDeadline;
  const words = t.reminders.state;
  if (state.isLate) return words.late(state.lateDays);
  if (state.leftDays > 0) return words.left(state.leftDays);
  return state.isDueToday ? words.dueToday : words.lastDay;
}

/** Everything about it in one line of facts. */
export function stateLine(state: AssignmentState, t: Locale): string {
  const words = t.reminders.state;
  const parts = [t.common.assignmentStatus[state.status]];
  if (state.progressPercent > 0) parts.push(words.progress(state.progressPercent));
  if (state.blocked) parts.push(words.blocked);
  if (state.extension) {
    parts.push(words.extensionAsked(t.dates.shortDue(state.extension.dueOn, state.extension.time)));
  }
  return parts.join(' · ');
}

export function stateTone(state: AssignmentState): Tone {
  if (state.isLate) return 'bad';
  return state.due && state.leftDays <= soonDays ? 'warning' : 'neutral';
}

/** Due within so many working days is soon (sắp đến hạn). */
const soonDays = 3;

/** What a single reminder says of its assignment, below its title. */
export function assignmentFields(state: AssignmentState, t: Locale): Block {
  const { field } = t.reminders;
  const due = state.due ? t.dates.due(state.due.dueOn, state.due.time) : t.common.noDeadline;
  return {
    kind: 'fields',
    fields: [
      { label: field.due, value: state.due ? `${due} (${deadlineState(state, t)})` : due },
      { label: field.state, value: stateLine(state, t) },
      { label: field.department, value: `${state.department}, ${state.agency.code}` },
      { label: field.giver, value: `${state.giver}, ${state.givingAgency.name}` },
    ],
  };
}

function singleCard(digest: Digest, { item, state }: DigestLine, t: Locale): Card {
  const intro = introOf(item, state, t);
  return {
    title: titleOf(item, state, t).slice(0, cardLimits.title),
    tone: stateTone(state),
    blocks: [
      { kind: 'text', text: state.title, style: 'strong' },
      ...(intro === '' ? [] : [{ kind: 'text' as const, text: intro }]),
      assignmentFields(state, t),
      ...acknowledgement(digest, t),
    ],
    buttons: singleButtons(item, state, closingButtons(digest, t), t),
  };
}

const sections: readonly Audience[] = ['department', 'consenting', 'head', 'leader', 'giver'];

function listCard(digest: Digest, t: Locale): Card {
  const shown = digest.lines.slice(0, cardLimits.items);
  const hidden = digest.lines.length - shown.length + digest.more;
  // Those who hear of several departments hear of one task more than once.
  const tasksOf = (lines: readonly DigestLine[]) => new Set(lines.map(({ state }) => state.taskId)).size;
  const total = tasksOf(digest.lines) + digest.more;
  const late = tasksOf(digest.lines.filter(({ state }) => state.isLate));
  const weekly = digest.lines.every(({ item }) => item.kind === 'weekly');
  const parts = sections.flatMap((audience) => {
    const lines = shown.filter(({ item }) => audienceOf[item.kind] === audience);
    return lines.length === 0 ? [] : [{ audience, lines }];
  });
  const blocks = parts.flatMap(({ audience, lines }): Block[] => [
    ...(parts.length === 1
      ? []
      : [{ kind: 'text' as const, text: t.reminders.section[audience], style: 'strong' as const }]),
    { kind: 'list', items: lines.map((line) => listItem(line, t)) },
  ]);
  return {
    title: weekly ? t.reminders.weekly.title(total) : t.reminders.title.digest(total, late),
    tone: late > 0 ? 'bad' : worstTone(shown),
    blocks: [
      ...blocks,
      ...(weekly ? [{ kind: 'text' as const, text: t.reminders.weekly.note, style: 'small' as const }] : []),
      ...(hidden > 0
        ? [{ kind: 'text' as const, text: t.reminders.more(hidden), style: 'small' as const }]
        : []),
      ...acknowledgement(digest, t),
    ],
    buttons: [...doneButtons(shown, t), closingButtons(digest, t)].filter((row) => row.length > 0),
  };
}

function listItem({ item, state }: DigestLine, t: Locale): ListItem {
  const code = t.common.taskCode(state.taskId);
  const due = state.due
    ? t.reminders.state.due(t.dates.shortDue(state.due.dueOn, state.due.time))
    : t.common.noDeadline;
  const ofOthers = audienceOf[item.kind] !== 'department';
  return {
    text: `${code} · ${state.title}`,
    detail: [
      ...(ofOthers ? [state.department] : []),
      due,
      ...(state.due ? [deadlineState(state, t)] : []),
      stateLine(state, t),
    ].join(' · '),
    tone: stateTone(state),
    button: { label: t.reminders.button.open(code), action: 'task.open', id: String(state.taskId) },
  };
}

/** With few things to do, each can be ended from the digest itself. */
function doneButtons(lines: readonly DigestLine[], t: Locale): Button[][] {
  const own = lines.filter(({ item }) => audienceOf[item.kind] === 'department');
  if (own.length === 0 || own.length > cardLimits.buttonsPerRow) return [];
  return [
    own.map(({ state }) => ({
      label: t.reminders.button.doneOf(t.common.taskCode(state.taskId)),
      action: 'task.done',
      id: String(state.assignmentId),
    })),
  ];
}

function worstTone(lines: readonly DigestLine[]): Tone {
  return lines.some(({ state }) => stateTone(state) === 'warning') ? 'warning' : 'neutral';
}

function acknowledgement({ acknowledged }: Digest, t: Locale): Block[] {
  if (!acknowledged) return [];
  const text = t.reminders.acknowledged(acknowledged.by, t.dates.shortMoment(acknowledged.at));
  return [{ kind: 'text', text, style: 'small' }];
}

function titleOf(item: DigestItem, state: AssignmentState, t: Locale): string {
  const words = t.reminders.title;
  const code = t.common.taskCode(state.taskId);
  switch (item.kind) {
    case 'notAccepted':
      return words.notAccepted(code);
    case 'noProgress':
      return words.noProgress(code);
    case 'escalatedToHead':
    case 'escalatedToLeader':
    case 'overdueTold':
      return words.escalated(code, state.department, deadlineState(state, t));
    case 'notAcceptedTold':
      return words.notAcceptedTold(code, state.department);
    case 'notConsentedTold':
      return words.notConsentedTold(code, state.agency.name);
    case 'notReviewed':
      return words.notReviewed(code, state.department);
    case 'extensionUndecided':
      return words.extensionUndecided(code, state.department);
    case 'nobodyLeft':
      return words.nobodyLeft(code);
    case 'notConsented':
      return words.notConsented(code);
    default:
      return words.owed(code, deadlineState(state, t));
  }
}

function introOf(item: DigestItem, state: AssignmentState, t: Locale): string {
  const words = t.reminders.intro;
  switch (item.kind) {
    case 'notAccepted':
      return words.notAccepted;
    case 'noProgress':
      return words.noProgress(t.dates.shortMoment(state.lastNewsAt));
    case 'escalatedToHead':
    case 'escalatedToLeader':
      return words.escalated;
    case 'overdueTold':
      return words.overdueTold;
    case 'notAcceptedTold':
      return words.notAcceptedTold;
    case 'notConsentedTold':
      return words.notConsentedTold;
    case 'notReviewed':
      return words.notReviewed;
    case 'extensionUndecided':
      return words.extensionUndecided;
    case 'nobodyLeft':
      return words.nobodyLeft;
    case 'notConsented':
      return words.notConsented;
    default:
      return state.status === 'assigned' ? words.notAccepted : '';
  }
}
