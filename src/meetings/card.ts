/** A record of a meeting as a card: kept, closed, cancelled, or read from a line and not opened yet. Pure. */
import { type Block, type Button, type Card, cardLimits, type Field, type ListItem } from '../chat/card.ts';
import type { MeetingItemKind } from '../database/codes.ts';
import type { Locale } from '../locale/locale.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { type Item, itemsOf, type Meeting, sidesOf, ungiven } from './meeting.ts';

/** As many of the last entries as a card shows, and as much of each. */
const itemsShown = 5;
const itemLength = 200;
/** As many names of one side as one reads. */
const namesShown = 8;

/** `file`: the name of the minutes, when there are any. */
export function meetingCard(meeting: Meeting, { t, file }: { t: Locale; file: string | null }): Card {
  const { card: words } = t.meetings;
  const { status } = meeting;
  const title =
    status === 'draft'
      ? words.draftTitle
      : status === 'closed'
        ? words.closed(meeting.title)
        : status === 'cancelled'
          ? words.cancelled(meeting.title)
          : words.title(meeting.title);
  return {
    title: shorten(title, cardLimits.title),
    tone: status === 'closed' ? 'good' : 'neutral',
    blocks: [
      { kind: 'fields', fields: fieldsOf(meeting, t) },
      ...(status === 'draft'
        ? [small(words.draftHint)]
        : status === 'cancelled'
          ? []
          : [...contents(meeting, t), ...endings(meeting, file, t)]),
    ],
    buttons: buttonsOf(meeting, t),
  };
}

/** One entry as a line: its words, what it is, who said it, what became of it. */
export function itemLine(item: Item, t: Locale): ListItem {
  const { card: words, kinds } = t.meetings;
  const given = item.taskIds.map((id) => t.common.taskCode(id)).join(', ');
  const kind = given === '' ? kinds[item.kind] : `${kinds[item.kind]}, ${words.given(given)}`;
  return {
    text: shorten(item.text.replace(/\s+/gu, ' '), itemLength),
    detail: words.itemDetail(kind, item.saidBy),
    tone: item.kind === 'note' ? 'neutral' : 'good',
  };
}

/** When it was held, as it stands on cards and in the minutes. */
export function heldAt({ heldOn, startTime }: Pick<Meeting, 'heldOn' | 'startTime'>, t: Locale): string {
  return t.dates.due(heldOn, startTime);
}

function fieldsOf(meeting: Meeting, t: Locale): Field[] {
  const { card: words } = t.meetings;
  const { title, place, programme, status } = meeting;
  return [
    ...(status === 'draft' ? [{ label: words.name, value: title }] : []),
    { label: words.time, value: heldAt(meeting, t) },
    ...(place === '' ? [] : [{ label: words.place, value: place }]),
    ...(programme ? [{ label: words.programme, value: programme.title }] : []),
    ...sidesOf(meeting).map((side) => ({ label: side.name, value: namesOf(meeting, side.id, t) })),
  ];
}

function namesOf({ participants }: Meeting, agencyId: number, t: Locale): string {
  const { card: words } = t.meetings;
  const names = participants.flatMap(({ agency, name }) => (agency.id === agencyId ? [name] : []));
  if (names.length === 0) return words.nobody;
  const shown = names.slice(0, namesShown).join(', ');
  const left = names.length - namesShown;
  return left > 0 ? `${shown} ${words.others(left)}` : shown;
}

function contents(meeting: Meeting, t: Locale): Block[] {
  const { card: words } = t.meetings;
  const count = (kind: MeetingItemKind) => itemsOf(meeting, kind).length;
  const given = count('task') - ungiven(meeting).length;
  const last = meeting.items.slice(-itemsShown);
  return [
    { kind: 'text', text: words.counts(count('note'), count('conclusion'), count('task'), given) },
    ...(last.length > 0
      ? [{ kind: 'list', items: last.map((item) => itemLine(item, t)) } satisfies Block]
      : []),
  ];
}

function endings(meeting: Meeting, file: string | null, t: Locale): Block[] {
  const { card: words } = t.meetings;
  if (meeting.status === 'open') {
    return [small(words.hint), ...(meeting.platform === 'slack' ? [small(words.hintMarks)] : [])];
  }
  const waiting = ungiven(meeting).length;
  return [
    ...(file === null ? [] : [{ kind: 'text', text: words.file(file) } satisfies Block]),
    ...(meeting.closedAt ? [small(words.closedAt(t.dates.shortMoment(meeting.closedAt)))] : []),
    ...(waiting > 0 ? [small(words.notGiven(waiting))] : []),
  ];
}

function buttonsOf(meeting: Meeting, t: Locale): Button[][] {
  const { buttons: words } = t.meetings.card;
  const id = `${meeting.id}`;
  const button = (label: string, action: string): Button => ({ label, action, id });
  const waiting = ungiven(meeting).length;
  const give = waiting > 0 ? [button(words.give(waiting), 'meeting.give')] : [];
  switch (meeting.status) {
    case 'draft':
      return [
        [
          { ...button(words.open, 'meeting.open'), style: 'primary' },
          button(words.edit, 'meeting.edit'),
          button(words.drop, 'meeting.cancel'),
        ],
      ];
    case 'open':
      return [
        [
          button(words.note, 'meeting.note'),
          button(words.conclusion, 'meeting.conclude'),
          button(words.task, 'meeting.task'),
          button(words.items, 'meeting.items'),
        ],
        [button(words.people, 'meeting.people'), button(words.edit, 'meeting.edit'), ...give],
        [
          { ...button(words.close, 'meeting.close'), style: 'primary', confirm: words.closeConfirm },
          { ...button(words.cancel, 'meeting.cancel'), style: 'danger', confirm: words.cancelConfirm },
        ],
      ];
    case 'closed':
      return [
        [button(words.file, 'meeting.file'), button(words.items, 'meeting.items'), ...give],
        [
          button(words.reopen, 'meeting.reopen'),
          button(words.redo, 'meeting.redo'),
          button(words.people, 'meeting.people'),
          button(words.edit, 'meeting.edit'),
        ],
      ];
    case 'cancelled':
      return [];
  }
}

function small(text: string): Block {
  return { kind: 'text', text, style: 'small' };
}
