/** The preview of a round: every part as understood; nothing is sent before its button is pressed. Pure. */
import { lastMoment } from '../calendar/deadlineMoment.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { Block, Button, Card, Field } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import type { AskContent, AskPreview } from './askPreview.ts';
import type { Target } from './askTarget.ts';
import { versionText } from './card.ts';

export type AskView = {
  preview: AskPreview;
  target: Target;
  now: Temporal.Instant;
  calendar: WorkCalendar;
  t: Locale;
};

export function askCard(view: AskView): Card {
  const { preview, t } = view;
  const words = t.opinions.preview;
  const open = missing(view);
  const id = `${preview.id}`;
  const edit: Button = {
    label: words.edit,
    action: 'opinion.edit',
    id,
    ...(open.length > 0 ? { style: 'primary' } : {}),
  };
  const send: Button = { label: words.send, action: 'opinion.send', id, style: 'primary' };
  return {
    title: words.title,
    tone: open.length > 0 ? 'warning' : 'neutral',
    blocks: [
      { kind: 'text', text: preview.ask.question || words.noQuestion, style: 'strong' },
      { kind: 'fields', fields: fieldsOf(view) },
      ...notes(view).map((text): Block => ({ kind: 'text', text, style: 'small' })),
      ...open.map((text): Block => ({ kind: 'text', text, style: 'strong' })),
    ],
    buttons: [[...(open.length > 0 ? [] : [send]), edit, { label: words.drop, action: 'opinion.drop', id }]],
  };
}

/** The moment its date is over; null when it names none. */
export function askDueAt({ due }: AskContent, calendar: WorkCalendar): Temporal.Instant | null {
  return due?.dueOn ? lastMoment(due.dueOn, due.time, calendar.timeZone) : null;
}

/** What has still to be said before it can be sent. */
function missing({ preview: { ask }, now, calendar, t }: AskView): string[] {
  const words = t.opinions.preview;
  const at = askDueAt(ask, calendar);
  return [
    ...(ask.question === '' ? [words.needsQuestion] : []),
    ...(ask.leaderIds.length === 0 ? [words.needsLeaders] : []),
    ...(at === null ? [words.needsDate] : []),
    ...(at !== null && Temporal.Instant.compare(at, now) <= 0 ? [words.datePast] : []),
  ];
}

function fieldsOf({ preview: { ask }, target, t }: AskView): Field[] {
  const words = t.opinions.preview;
  const card = t.opinions.card;
  const { about, programme, version } = target;
  const usual = Object.values(t.opinions.options);
  return [
    about.taskId === null
      ? { label: card.programme, value: target.title }
      : { label: card.task, value: `${t.common.taskCode(about.taskId)} · ${target.title}` },
    { label: card.draft, value: ask.versionId !== null && version ? versionText(version, t) : words.noDraft },
    { label: words.leaders, value: leaderNames(ask, target, t) || words.nobody },
    {
      label: card.options,
      value: (ask.options ?? usual).map((label, place) => `${place + 1}. ${label}`).join('\n'),
    },
    { label: card.due, value: dueValue(ask, t) },
    { label: card.rule, value: t.opinions.rules[ask.rule](agencyName(ask.leadAgencyId, target)) },
    { label: words.hidden, value: ask.hidden ? words.isHidden : words.isOpen },
    ...(ask.purpose === 'signingLevel' && programme
      ? [{ label: words.purpose, value: words.signing(programme.title) }]
      : []),
  ];
}

function agencyName(agencyId: number | null, { candidates }: Target): string {
  return candidates.find((each) => each.agencyId === agencyId)?.agencyName ?? '';
}

function leaderNames({ leaderIds }: AskContent, { candidates }: Target, t: Locale): string {
  return candidates
    .filter((each) => leaderIds.includes(each.personId))
    .map((each) => t.opinions.card.seat(each.name, each.agencyCode))
    .join(', ');
}

/** The full date beside the words it was given in. */
function dueValue({ due }: AskContent, t: Locale): string {
  if (!due) return t.common.noDeadline;
  if (due.dueOn === null) return `“${due.words}”?`;
  const written = t.dates.due(due.dueOn, due.time);
  const plain = ['', written, t.dates.shortDue(due.dueOn, due.time)];
  return plain.includes(due.words) ? written : t.giving.preview.dueFrom(written, due.words);
}

function notes({ preview: { ask }, target, calendar, t }: AskView): string[] {
  const words = t.opinions.preview;
  const texts = t.giving.preview;
  const { due } = ask;
  const off = due?.dueOn ? calendar.dayOff(due.dueOn) : null;
  const agencies = new Set(target.candidates.map((each) => each.agencyId));
  return [
    ...(due?.dueOn && due.convention
      ? [texts.byConvention(t.giving.convention(due.convention, due.dueOn, due.time, t.dates))]
      : []),
    ...(due?.dueOn && off
      ? [
          texts.dayOff(
            t.dates.day(due.dueOn),
            off.kind === 'weekend' ? texts.weekend : (off.name ?? texts.holiday),
          ),
        ]
      : []),
    ...(ask.allAgencies && agencies.size < 2 ? [words.oneAgency] : []),
    words.nothingSent,
  ];
}
