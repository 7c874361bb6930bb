/** The card of a programme: who takes part, how far it is, its contents as a numbered tree, its documents, what happened last.
 *  Pure; the living card and the answer to "open it" are both drawn here. */
import { type Block, type Card, cardLimits, type Field, type ListItem, type Tone } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import type { CardViewer } from '../tasks/cardViewer.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { programmeButtons } from './cardButtons.ts';
import { type HistoryRow, historyLine } from './history.ts';
import {
  isSigned,
  type ProgrammeView,
  type Progress,
  percentOf,
  stateOf,
  type TakingPart,
} from './programme.ts';
import type { ContentNode } from './tree.ts';

/** So many contents stand on the card itself; the others behind a button. */
export const contentsShown = 10;
/** So many of the latest documents and lines of the history. */
const documentsShown = 3;
export const historyShown = 4;

export function programmeCard(
  programme: ProgrammeView,
  history: readonly HistoryRow[],
  viewer: CardViewer,
): Card {
  const { t } = viewer;
  return {
    title: programmeTitle(programme, t),
    tone: toneOf(programme),
    blocks: [
      ...(shortTitle(programme.title) === programme.title
        ? []
        : [{ kind: 'text' as const, text: programme.title }]),
      { kind: 'fields', fields: fields(programme, t) },
      ...progressBlock(programme.total, t),
      ...contentBlocks(programme, viewer),
      ...documentBlocks(programme, t),
      ...section(
        t.programmes.card.history,
        history.map((row) => historyLine(row, t)),
      ),
    ],
    buttons: programmeButtons(programme, viewer),
  };
}

/** "CT-1 · Chương trình phối hợp …"; a long title is cut. */
export function programmeTitle({ id, title }: { id: number; title: string }, t: Locale): string {
  return t.programmes.card.title(t.programmes.code(id), shortTitle(title));
}

/** Leaves room for the code in `cardLimits.title`. */
function shortTitle(title: string): string {
  return shorten(title, 120);
}

/** A living card has to stay one message, whatever its contents are called; their whole words are in the Word file. */
const titleShown = 150;

/** A line of the tree. `give`: with the button that makes a task of it. */
export function contentItem(content: ContentNode, give: boolean, t: Locale): ListItem {
  const { number, title, depth, progress, agencyCode } = content;
  const words = t.programmes.card;
  const state = stateOf(progress);
  const tones = { notGiven: 'neutral', underWay: 'neutral', overdue: 'bad', done: 'good' } as const;
  const label = shorten(words.giveContent(number), cardLimits.buttonLabel);
  return {
    text: t.programmes.history.numbered(number, shorten(title, titleShown)),
    detail: words.contentDetail(words.states[state](progress), agencyCode),
    tone: tones[state],
    depth,
    ...(give ? { button: { label, action: 'programme.give', id: `${content.id}` } } : {}),
  };
}

/** "TTTT: Phòng Tổng hợp"; who has not agreed yet is said. */
function departmentsText({ departments, status }: TakingPart, t: Locale): string {
  const words = t.programmes.card;
  const names = departments.map(({ name, closed }) => (closed ? words.closed(name) : name)).join(', ');
  if (status !== 'agreed') return words.notAgreed[status](names === '' ? null : names);
  return names === '' ? words.noDepartments : names;
}

function fields(programme: ProgrammeView, t: Locale): Field[] {
  const words = t.programmes.card.fields;
  const { agencies, fromYear, toYear, status, signingLevel, signed } = programme;
  return [
    { label: words.agencies, value: agencies.map((each) => each.name).join('; ') },
    { label: words.years, value: t.programmes.years(fromYear, toYear) },
    { label: words.status, value: t.programmes.status[status] },
    ...agencies.map((each) => ({
      label: words.departments(each.code),
      value: departmentsText(each, t),
    })),
    ...agencies.flatMap((each) =>
      each.status === 'refused' && each.note !== null
        ? [{ label: words.refusal(each.code), value: each.note }]
        : [],
    ),
    { label: words.signing, value: signingLevel ?? t.programmes.card.signingOpen },
    ...(signed && isSigned(status)
      ? [
          {
            label: words.signed,
            value: t.programmes.card.signed(signed.number, t.dates.shortDay(signed.on), signed.by),
          },
        ]
      : []),
  ];
}

function progressBlock(total: Progress, t: Locale): Block[] {
  if (total.parts === 0) return [];
  return [{ kind: 'progress', percent: percentOf(total), label: t.programmes.card.progress(total) }];
}

/** How far it is, content by content, for an answer that is no card of it. */
export function standingBlocks({ total, contents }: ProgrammeView, t: Locale): Block[] {
  const shown = contents.slice(0, contentsShown);
  const left = contents.length - shown.length;
  return [
    ...progressBlock(total, t),
    ...(shown.length === 0
      ? []
      : [{ kind: 'list' as const, items: shown.map((each) => contentItem(each, false, t)) }]),
    ...(left > 0 ? [{ kind: 'text' as const, text: t.common.andMore(left), style: 'small' as const }] : []),
  ];
}

function contentBlocks({ contents, general }: ProgrammeView, viewer: CardViewer): Block[] {
  const { t } = viewer;
  const words = t.programmes.card;
  const give = mayGive(viewer);
  const head: Block = { kind: 'text', text: words.contents(contents.length), style: 'strong' };
  if (contents.length === 0) return [head, { kind: 'text', text: words.noContents, style: 'small' }];
  const shown = contents.slice(0, contentsShown);
  const left = contents.length - shown.length;
  return [
    head,
    { kind: 'list', items: shown.map((each) => contentItem(each, give, t)) },
    ...(left > 0 ? [{ kind: 'text' as const, text: words.moreContents(left), style: 'small' as const }] : []),
    ...(general.parts > 0
      ? [{ kind: 'text' as const, text: words.general(general), style: 'small' as const }]
      : []),
  ];
}

/** Shows the button; the press is checked when it is taken. */
export function mayGive({ agencyIds }: CardViewer): boolean {
  return agencyIds.length > 0;
}

function documentBlocks({ documents }: ProgrammeView, t: Locale): Block[] {
  const words = t.programmes.card;
  const shown = documents.slice(-documentsShown).toReversed();
  const lines = shown.map(({ name, sizeBytes, by, at }) =>
    words.document(
      name,
      t.files.size(sizeBytes),
      by ?? t.programmes.history.bot,
      t.dates.shortDay(dayOf(at, t)),
    ),
  );
  return section(words.documents(documents.length), lines);
}

function dayOf(at: Temporal.Instant, { timeZone }: Locale): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate();
}

function section(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'text', text: title, style: 'strong' },
    { kind: 'text', text: lines.join('\n'), style: 'small' },
  ];
}

function toneOf({ total, agencies, status }: ProgrammeView): Tone {
  if (status === 'concluded') return 'good';
  if (total.overdue > 0) return 'bad';
  return agencies.some((each) => each.status !== 'agreed') ? 'warning' : 'neutral';
}
