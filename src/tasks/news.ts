/** Draws what people are told about a task: what happened, who did it, and the buttons for the answer it asks for. */
import type { Block, Button, Card, Tone } from '../chat/card.ts';
import type { Renderer } from '../chat/feature.ts';
import type { Locale } from '../locale/locale.ts';
import { dueText, taskTitle } from './card.ts';
import { newsFacts } from './facts.ts';
import { isUndone, loadNewsEvent, type NewsEvent } from './newsEvent.ts';
import type { Due } from './task.ts';
import { allNews, type News } from './tell.ts';

/** By the kind of the notification: `tasks.<what>`. */
export const newsRenderers: Readonly<Record<string, Renderer>> = Object.fromEntries(
  allNews.map((what) => [`tasks.${what}`, drawNews(what)]),
);

function drawNews(what: News): Renderer {
  return async (facts, { db, t }) => {
    const { eventId, actionId } = newsFacts.parse(facts);
    if (await isUndone(db, actionId)) return null;
    const event = await loadNewsEvent(db, eventId);
    return event && isStillSo(what, event) ? newsCard(what, event, t) : null;
  };
}

/** A question that somebody has answered meanwhile is not asked. */
function isStillSo(what: News, { assignment, data }: NewsEvent): boolean {
  if (what === 'submitted') return assignment?.status === 'submitted';
  if (what === 'extensionAsked') return assignment?.extension?.id === data.extensionId;
  return true;
}

function newsCard(what: News, event: NewsEvent, t: Locale): Card {
  const { task, person, at } = event;
  const { by } = t.tasks.news;
  const detail = details(what, event, t);
  return {
    title: headline(what, event, t),
    tone: tones[what],
    blocks: [
      { kind: 'text', text: taskTitle(task, t), style: 'strong' },
      ...detail,
      { kind: 'text', text: by(person ?? '', t.dates.shortMoment(at)), style: 'small' },
    ],
    buttons: buttons(what, event, t),
  };
}

const tones: Readonly<Record<News, Tone>> = {
  accepted: 'good',
  declined: 'warning',
  blocked: 'warning',
  unblocked: 'good',
  submitted: 'warning',
  resultAccepted: 'good',
  returned: 'warning',
  extensionAsked: 'warning',
  extensionApproved: 'good',
  extensionRefused: 'neutral',
  consented: 'good',
  consentRefused: 'warning',
  cancelled: 'neutral',
  handedOver: 'neutral',
  completed: 'good',
  comment: 'neutral',
};

/** One line that says it all. */
export function headline(what: News, { task, assignment, person, kind, data }: NewsEvent, t: Locale): string {
  const words = t.tasks.news;
  const code = t.common.taskCode(task.id);
  const department = assignment?.department.name ?? '';
  switch (what) {
    case 'extensionApproved':
    case 'extensionRefused':
    case 'completed':
      return words[what](code);
    case 'cancelled':
      return kind === 'task.completed' ? t.tasks.uses.cancel.partlyDone(code) : words.cancelled(code);
    case 'consented':
    case 'consentRefused':
      return words[what](code, assignment?.agency.name ?? '', department);
    case 'handedOver':
      return words.handedOver(code, department, data.toDepartment ?? '');
    case 'comment':
      return words.comment(code, person ?? '');
    default:
      return words[what](code, department);
  }
}

function details(what: News, { task, assignment, data, person }: NewsEvent, t: Locale): Block[] {
  const words = t.tasks.news;
  const text = (line: string): Block => ({ kind: 'text', text: line });
  const reason = data.reason ? [text(words.reason(data.reason))] : [];
  const note = data.note ? [text(words.note(data.note))] : [];
  const due = assignment?.due ?? null;
  switch (what) {
    case 'comment':
      return data.text ? [{ kind: 'quote', text: data.text, by: person ?? '' }] : [];
    case 'blocked':
      return [
        ...(data.note ? [text(data.note)] : []),
        ...(data.helper ? [text(words.blockedHelp(data.helper))] : []),
      ];
    case 'declined':
      return [...reason, { kind: 'text', text: words.declinedNext, style: 'small' }];
    case 'extensionAsked':
      return [text(words.extensionDates(dueText(due, t), dayText(data.to, data.toTime, t))), ...reason];
    case 'extensionApproved':
      return [text(words.newDue(dayText(data.to, data.toTime, t), dayText(data.from, data.fromTime, t)))];
    case 'extensionRefused':
      return [text(words.keptDue(dueText(due, t))), ...note];
    case 'accepted':
    case 'consented':
    case 'returned':
      return [...reason, text(words.due(dueText(due ?? task.due, t)))];
    case 'unblocked':
      return [];
    default:
      return [...reason, ...note];
  }
}

/** "2016-04-20" and "17:00:00", as an event keeps them. */
function dayText(
  day: string | number | null | undefined,
  time: string | null | undefined,
  t: Locale,
): string {
  if (typeof day !== 'string') return dueText(null, t);
  const due: Omit<Due, 'at'> = {
    dueOn: Temporal.PlainDate.from(day),
    time: time ? Temporal.PlainTime.from(time) : null,
  };
  return dueText(due, t);
}

function buttons(what: News, { task, assignment }: NewsEvent, t: Locale): Button[][] {
  const words = t.tasks.card.buttons;
  const open: Button = {
    label: words.open(t.common.taskCode(task.id)),
    action: 'task.open',
    id: `${task.id}`,
  };
  const comment: Button = { label: words.comment, action: 'task.comment', id: `${task.id}` };
  const part = `${assignment?.id ?? 0}`;
  switch (what) {
    case 'submitted':
      return [
        [
          { label: words.acceptResult, action: 'result.accept', id: part, style: 'primary' },
          { label: words.returnResult, action: 'result.return', id: part },
          open,
        ],
      ];
    case 'extensionAsked': {
      const id = `${assignment?.extension?.id ?? 0}`;
      return [
        [
          { label: words.agree, action: 'extension.approve', id, style: 'primary' },
          { label: words.disagree, action: 'extension.refuse', id },
          open,
        ],
      ];
    }
    case 'returned':
      return [
        [
          { label: words.progress, action: 'task.progress', id: part },
          { label: words.done, action: 'task.done', id: part },
          open,
        ],
      ];
    case 'declined':
    case 'consentRefused':
      return [[{ label: words.edit, action: 'task.edit', id: `${task.id}` }, open]];
    case 'blocked':
    case 'comment':
      return [[comment, open]];
    default:
      return [[open]];
  }
}
