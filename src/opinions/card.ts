/** The card of a round, drawn for whoever will see it: a leader who is asked, those who wait for the opinions, everybody at the end.
 *  Pure. */
import { type Block, type Card, cardLimits, type Field, type ListItem, type Tone } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import { dueText } from '../tasks/card.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { roundButtons } from './buttons.ts';
import { optionLabel, outcomeText } from './labels.ts';
import {
  hasAnswered,
  holderOf,
  maySeeOpinion,
  type RoundView,
  type SeatView,
  seatsOf,
  type VersionView,
} from './round.ts';
import type { OpenPart, RoundViewer } from './viewer.ts';

/** `title`: of a message that tells of one fact; without it the question stands there. */
export function roundCard(
  round: RoundView,
  viewer: RoundViewer,
  parts: readonly OpenPart[],
  title: string | null = null,
): Card {
  const { t } = viewer;
  const words = t.opinions.card;
  const usual = words.title[round.status](t.opinions.code(round.id), round.question);
  const saysAll = title === null && usual.length <= cardLimits.title;
  return {
    title: shorten(title ?? usual, cardLimits.title),
    tone: toneFor(round, viewer),
    blocks: [
      ...endBlocks(round, t),
      ...(saysAll ? [] : [{ kind: 'text' as const, text: round.question, style: 'strong' as const }]),
      { kind: 'fields', fields: fieldsOf(round, t) },
      ...draftWords(round.version, t),
      ...ownBlocks(round, viewer),
      ...seatBlocks(round, viewer),
    ],
    buttons: roundButtons(round, viewer, parts),
  };
}

function toneFor(round: RoundView, { personId }: RoundViewer): Tone {
  if (round.status === 'closed') return round.outcome?.result === 'concluded' ? 'good' : 'neutral';
  if (round.status === 'cancelled') return 'neutral';
  const own = seatsOf(round, personId);
  if (own.length === 0) return 'neutral';
  return own.every(hasAnswered) ? 'good' : 'warning';
}

function endBlocks(round: RoundView, t: Locale): Block[] {
  const words = t.opinions.card;
  const at = round.closedAt ? t.dates.shortMoment(round.closedAt) : '';
  switch (round.status) {
    case 'open':
      return round.task?.open === false ? [{ kind: 'text', text: words.taskEnded, style: 'strong' }] : [];
    case 'cancelled':
      return [{ kind: 'text', text: words.cancelled(at, round.closedBy?.name ?? ''), style: 'strong' }];
    case 'closed':
      return [
        { kind: 'text', text: outcomeText(round, t), style: 'strong' },
        { kind: 'text', text: words.closed(at, round.closedBy?.name ?? null), style: 'small' },
      ];
  }
}

function fieldsOf(round: RoundView, t: Locale): Field[] {
  const words = t.opinions.card;
  const { task, programme, version, due } = round;
  const own = round.options.some((option) => option.agrees === null);
  return [
    ...(task ? [{ label: words.task, value: `${t.common.taskCode(task.id)} · ${task.title}` }] : []),
    ...(programme && !task ? [{ label: words.programme, value: programme.title }] : []),
    ...(version ? [{ label: words.draft, value: versionText(version, t) }] : []),
    ...(own
      ? [
          {
            label: words.options,
            value: round.options.map((option, place) => `${place + 1}. ${option.label}`).join('\n'),
          },
        ]
      : []),
    { label: words.due, value: dueText(due, t) },
    { label: words.openedBy, value: round.openedBy.name },
    { label: words.rule, value: t.opinions.rules[round.rule](round.leadAgency?.name ?? '') },
  ];
}

/** "bản 2 · noi-dung.docx · Trưởng phòng Tổng hợp (TTTT), 09:00 6/4/2016" */
export function versionText({ number, file, by, agencyCode, handedInAt }: VersionView, t: Locale): string {
  return t.opinions.card.version(number, file?.name ?? null, by, agencyCode, t.dates.shortMoment(handedInAt));
}

function draftWords(version: VersionView | null, t: Locale): Block[] {
  if (version?.text == null) return [];
  return [
    {
      kind: 'quote',
      text: shorten(version.text, cardLimits.text),
      by: t.opinions.card.versionName(version.number),
    },
  ];
}

/** What the viewer has said, or has still to say. */
function ownBlocks(round: RoundView, { personId, t }: RoundViewer): Block[] {
  if (round.status !== 'open') return [];
  const words = t.opinions.card;
  const lines = round.seats.flatMap((seat): string[] => {
    if (seat.person.id === personId && seat.deputy) {
      return [words.delegatedTo(seat.deputy.name, t.dates.shortMoment(seat.deputy.since))];
    }
    if (holderOf(seat).id !== personId) return [];
    const forWhom = seat.deputy ? words.insteadOf(seat.person.name) : null;
    if (!seat.opinion) return [words.yourTurn(forWhom, dueText(round.due, t))];
    if (!hasAnswered(seat)) return [words.confirm(forWhom, round.version?.number ?? 0)];
    const label = optionLabel(round, seat.opinion.optionKey, t);
    return [words.given(forWhom, label, t.dates.shortMoment(seat.opinion.at))];
  });
  return lines.map((text): Block => ({ kind: 'text', text, style: 'strong' }));
}

function seatBlocks(round: RoundView, viewer: RoundViewer): Block[] {
  const { t } = viewer;
  const words = t.opinions.card;
  const answered = round.seats.filter(hasAnswered).length;
  const shown = round.seats.slice(0, cardLimits.items);
  const hides =
    round.status !== 'closed' &&
    round.seats.some((seat) => seat.opinion !== null && !maySeeOpinion(round, seat, viewer));
  return [
    { kind: 'text', text: words.answered(answered, round.seats.length), style: 'strong' },
    { kind: 'list', items: shown.map((seat) => seatItem(round, seat, viewer)) },
    ...(hides ? [{ kind: 'text', text: words.hidden, style: 'small' } satisfies Block] : []),
  ];
}

function seatItem(round: RoundView, seat: SeatView, viewer: RoundViewer): ListItem {
  const { t } = viewer;
  const words = t.opinions.card;
  const deputy = seat.deputy ? words.throughDeputy(seat.deputy.name) : '';
  const text = `${words.seat(seat.person.name, seat.agency.code)}${deputy}`;
  const { opinion } = seat;
  if (!opinion) return { text, detail: words.none, ...(round.status === 'open' ? { tone: 'warning' } : {}) };
  const waits = hasAnswered(seat) ? [] : [words.unconfirmed];
  if (!maySeeOpinion(round, seat, viewer)) {
    return {
      text,
      detail: [words.givenAt(t.dates.shortMoment(opinion.at)), ...waits].join('; '),
      tone: 'good',
    };
  }
  const option = round.options.find((each) => each.key === opinion.optionKey);
  const by = opinion.by.id === seat.person.id ? [] : [words.by(opinion.by.name)];
  const said = [optionLabel(round, opinion.optionKey, t), ...by, ...waits].join('; ');
  const file = opinion.file ? `\n${words.withFile(opinion.file.name)}` : '';
  const quoted = opinion.words ? `\n“${shorten(opinion.words, wordsShown)}”` : '';
  return { text, detail: `${said}${quoted}${file}`, tone: option?.agrees === false ? 'bad' : 'good' };
}

/** So much of an opinion's words stands on the card; the whole in the summary. */
const wordsShown = 300;
