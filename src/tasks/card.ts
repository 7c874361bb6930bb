/** The card of a task: what it is, by when, who owes what, and what the reader may press. Pure; the living card, the answer
 *  to "open it", and the message that announces it are all drawn here. */
import type { Block, Card, Field, ListItem, Tone } from '../chat/card.ts';
import type { AssignmentStatus } from '../database/codes.ts';
import { directionBlocks } from '../directions/cardParts.ts';
import { draftBlocks } from '../drafts/cardParts.ts';
import { readRecurrence } from '../language/deadlines/recurrence.ts';
import type { Locale } from '../locale/locale.ts';
import { taskRoundBlocks } from '../opinions/taskRounds.ts';
import type { BelongingLabel } from '../programmes/find.ts';
import { cardButtons, urgeButton } from './cardButtons.ts';
import type { CardViewer } from './cardViewer.ts';
import { type AssignmentView, closedStatuses, type Due, type TaskView } from './task.ts';
import { type Timing, timingOf } from './timing.ts';

export function taskCard(task: TaskView, viewer: CardViewer): Card {
  return {
    title: taskTitle(task, viewer.t),
    tone: toneOf(task, viewer.now),
    blocks: [
      ...(shortTitle(task.title) === task.title ? [] : [{ kind: 'text' as const, text: task.title }]),
      ...standing(task, viewer),
      ...directionBlocks(task.directions, viewer.t),
      { kind: 'list', items: task.assignments.map((each) => partItem(each, task, viewer)) },
      ...task.assignments.flatMap((each) => workBlocks(each, viewer.t)),
      ...draftBlocks(task, viewer.t),
      ...taskRoundBlocks(task.rounds, viewer.t),
      { kind: 'fields', fields: fields(task, viewer.t) },
      ...task.comments.map(({ text, by, agencyCode, at }): Block => {
        const { commentBy } = viewer.t.tasks.card;
        return { kind: 'quote', text, by: commentBy(by, agencyCode, viewer.t.dates.shortMoment(at)) };
      }),
    ],
    buttons: cardButtons(task, viewer),
  };
}

/** "NV-12 · Dự thảo nội dung phối hợp"; a long title is cut, the card then shows it whole below. */
export function taskTitle(task: { id: number; title: string }, t: Locale): string {
  return t.tasks.card.title(t.common.taskCode(task.id), shortTitle(task.title));
}

/** Leaves room for the code in `cardLimits.title`. */
const titleLengthMax = 120;

function shortTitle(title: string): string {
  return title.length <= titleLengthMax ? title : `${title.slice(0, titleLengthMax - 1).trimEnd()}…`;
}

/** The whole task against its own deadline: an open task is as late as the day is. */
function taskTiming(task: TaskView, now: Temporal.Instant): Timing {
  const { due, calendar } = task;
  const lastSubmitted = task.assignments
    .flatMap((each) => (each.status === 'completed' && each.submittedAt ? [each.submittedAt] : []))
    .sort(Temporal.Instant.compare)
    .at(-1);
  if (task.status === 'completed') {
    return timingOf({ status: 'completed', due, calendar, submittedAt: lastSubmitted ?? task.closedAt }, now);
  }
  return timingOf(
    { status: task.status === 'open' ? 'assigned' : 'cancelled', due, calendar, submittedAt: null },
    now,
  );
}

function standing(task: TaskView, { now, t }: CardViewer): Block[] {
  const words = t.tasks.card;
  if (task.closedAt !== null) {
    const at = t.dates.moment(task.closedAt);
    const timing = words.timing(taskTiming(task, now));
    const text = task.status === 'completed' ? words.completed(at, timing) : words.cancelled(at);
    return [{ kind: 'text', text, style: 'strong' }, ...dueBlock(task, t, '', 'normal')];
  }
  const waiting = task.assignments.every((each) => closedStatuses.includes(each.status));
  return [
    ...dueBlock(task, t, asOf(task, now, t), 'strong'),
    ...(waiting ? [{ kind: 'text' as const, text: words.nobodyLeft, style: 'strong' as const }] : []),
  ];
}

/** How much time there is, and counted from which day. */
function asOf(task: TaskView, now: Temporal.Instant, t: Locale): string {
  const stands = t.tasks.card.timing(taskTiming(task, now));
  const today = now.toZonedDateTimeISO(task.calendar.timeZone).toPlainDate();
  return stands === '' ? '' : t.tasks.card.asOf(stands, t.dates.shortDay(today));
}

function dueBlock(task: TaskView, t: Locale, stands: string, style: 'strong' | 'normal'): Block[] {
  const words = t.tasks.card;
  const due = words.due(dueText(task.due, t));
  const text = stands === '' ? due : `${due} · ${stands}`;
  const said =
    task.dueWords === null
      ? []
      : [{ kind: 'text' as const, text: words.dueWords(task.dueWords), style: 'small' as const }];
  return [{ kind: 'text', text, style }, ...said];
}

/** "thứ Sáu, 15/4/2016", or that there is none. */
export function dueText(due: Pick<Due, 'dueOn' | 'time'> | null, t: Locale): string {
  return due ? t.dates.due(due.dueOn, due.time) : t.common.noDeadline;
}

/** One line per department: who, in which part, how far, and against which date when it is another than the task's. */
function partItem(assignment: AssignmentView, task: TaskView, viewer: CardViewer): ListItem {
  const { t, now } = viewer;
  const words = t.tasks.card;
  const { department, agency, part, status, due, note } = assignment;
  const timing = timingOf(assignment, now);
  // The task's own line says how much time there is; a part says it when it differs, or is over.
  const own = timing.kind !== 'inTime' && timing.kind !== 'dueSoon';
  const tells = own
    ? task.status === 'open' || done(status)
    : task.status === 'open' && !sameDue(due, task.due);
  const detail = [
    status === 'cancelled' && note !== null ? words.handedOver(note) : t.common.assignmentStatus[status],
    due && !sameDue(due, task.due) ? words.ownDue(t.dates.shortDue(due.dueOn, due.time)) : '',
    tells ? words.timing(timing) : '',
    noteText(assignment, t),
  ].filter((each) => each !== '');
  const gives = viewer.personId === task.giver.id || viewer.agencyIds.includes(task.agency.id);
  const owns = viewer.departmentIds.includes(department.id);
  const button = gives && !owns && task.status === 'open' ? urgeButton(assignment, viewer) : null;
  return {
    text: words.part(department.name, agency.code, t.common.parts[part]),
    detail: detail.join(' · '),
    tone: partTone(assignment, timing),
    ...(button ? { button } : {}),
  };
}

function noteText({ status, note }: AssignmentView, t: Locale): string {
  if (note === null) return '';
  if (status !== 'returned' && status !== 'declined' && status !== 'submitted') return '';
  const words = t.tasks.card;
  return words.noted(words.noteOf[status], note);
}

/** A bar and what stands in the way, for parts that are being worked on. */
function workBlocks(assignment: AssignmentView, t: Locale): Block[] {
  const { status, progress, blocked, extension, department } = assignment;
  if (closedStatuses.includes(status)) return [];
  const words = t.tasks.card;
  const blocks: Block[] = [];
  if (progress.percent > 0 && status !== 'submitted') {
    const label = words.progressOf(department.name, progress.percent);
    const text = progress.note === null ? label : words.progressNote(label, progress.note);
    blocks.push({ kind: 'progress', percent: progress.percent, label: text });
  }
  if (blocked) {
    const { note, helper } = blocked;
    const text = helper === null ? note : words.blockedHelp(note, helper);
    blocks.push({ kind: 'quote', text, by: words.blockedBy(department.name) });
  }
  if (extension) {
    const to = t.dates.due(extension.to.dueOn, extension.to.time);
    blocks.push({ kind: 'text', text: words.extensionAsked(department.name, to, extension.reason) });
  }
  return blocks;
}

function fields(task: TaskView, t: Locale): Field[] {
  const words = t.tasks.card;
  const { giver, agency, source, urgency, recurrence, followers, programme, meeting } = task;
  const repeats = recurrence === null ? null : readRecurrence(recurrence);
  const sourceDate = source?.date ? t.dates.shortDay(source.date) : null;
  return [
    {
      label: words.fields.giver,
      value: words.giver(giver.name, agency.code, t.dates.shortMoment(task.givenAt)),
    },
    ...(programme ? [{ label: words.fields.programme, value: belongingText(programme, t) }] : []),
    ...(meeting
      ? [
          {
            label: words.fields.meeting,
            value: words.meeting(meeting.title, t.dates.shortDay(meeting.heldOn)),
          },
        ]
      : []),
    ...(source ? [{ label: words.fields.source, value: words.source(source.number, sourceDate) }] : []),
    ...(urgency === 'normal' ? [] : [{ label: words.fields.urgency, value: t.common.urgency[urgency] }]),
    ...(repeats ? [{ label: words.fields.repeats, value: words.repeats(repeats) }] : []),
    ...(followers.length === 0
      ? []
      : [{ label: words.fields.followers, value: followers.map((each) => each.name).join(', ') }]),
  ];
}

/** "CT-1, nội dung 1.2: Chia sẻ dữ liệu" */
export function belongingText(
  { programmeId, title, number, contentTitle }: BelongingLabel,
  t: Locale,
): string {
  const code = t.programmes.code(programmeId);
  if (number === null) return t.programmes.belonging.whole(code, title);
  return t.programmes.belonging.content(code, number, contentTitle ?? '');
}

function toneOf(task: TaskView, now: Temporal.Instant): Tone {
  if (task.status === 'completed') return 'good';
  if (task.status === 'cancelled') return 'neutral';
  const tones = task.assignments.map((each) => partTone(each, timingOf(each, now)));
  if (tones.includes('bad')) return 'bad';
  return tones.includes('warning') ? 'warning' : 'neutral';
}

function partTone({ status, blocked, extension }: AssignmentView, timing: Timing): Tone {
  if (status === 'completed') return 'good';
  if (status === 'cancelled') return 'neutral';
  if (timing.kind === 'overdue') return 'bad';
  const waits = status === 'declined' || status === 'returned' || blocked !== null || extension !== null;
  return waits || timing.kind === 'dueSoon' ? 'warning' : 'neutral';
}

function sameDue(one: Due | null, other: Due | null): boolean {
  return one !== null && other !== null && one.at.equals(other.at);
}

function done(status: AssignmentStatus): boolean {
  return status === 'completed' || status === 'submitted';
}
