/** The entries of a record as a list with pages, and one entry with what can be done with it. Pure. */
import { type Button, type Card, cardLimits } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import type { Locale } from '../locale/locale.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { itemLine } from './card.ts';
import { may } from './locked.ts';
import { type Item, itemKinds, type Meeting } from './meeting.ts';

const pageSize = 10;

/** `page` from 1; one that does not exist shows the nearest. */
export function itemsCard(meeting: Meeting, page: number, t: Locale): Card {
  const { items: words } = t.meetings;
  const pages = Math.max(1, Math.ceil(meeting.items.length / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  const items = meeting.items.slice((shown - 1) * pageSize, shown * pageSize);
  const turn = (label: string, to: number): Button[] =>
    to < 1 || to > pages ? [] : [{ label, action: 'meeting.items', id: `${meeting.id}.${to}` }];
  const turns = [...turn(words.previous, shown - 1), ...turn(words.next, shown + 1)];
  return {
    title: shorten(words.title(meeting.title), cardLimits.title),
    tone: 'neutral',
    blocks: [
      items.length === 0
        ? { kind: 'text', text: words.none }
        : {
            kind: 'list',
            items: items.map((item) => ({
              ...itemLine(item, t),
              button: { label: words.open, action: 'meeting.item', id: `${item.id}` },
            })),
          },
      ...(pages > 1
        ? [{ kind: 'text' as const, text: words.page(shown, pages), style: 'small' as const }]
        : []),
    ],
    buttons: [turns, meeting.status === 'closed' ? addButtons(meeting, t) : []].filter(
      (row) => row.length > 0,
    ),
  };
}

/** A closed record takes entries for its next minutes; while it is kept, its own card has these buttons. */
function addButtons({ id }: Meeting, t: Locale): Button[] {
  const { buttons } = t.meetings.card;
  return [
    { label: buttons.note, action: 'meeting.note', id: `${id}` },
    { label: buttons.conclusion, action: 'meeting.conclude', id: `${id}` },
    { label: buttons.task, action: 'meeting.task', id: `${id}` },
  ];
}

/** `inList`: with the way back to the list, in whose place it stands. */
export function itemCard(
  item: Item,
  meeting: Meeting,
  {
    title,
    isDropped,
    inList,
    context,
  }: { title: string; isDropped: boolean; inList: boolean; context: Pick<Context, 'who' | 'place' | 't'> },
): Card {
  const { t } = context;
  const { items: words, kinds, card } = t.meetings;
  const given = item.taskIds.map((id) => t.common.taskCode(id)).join(', ');
  const kind = given === '' ? kinds[item.kind] : `${kinds[item.kind]}, ${card.given(given)}`;
  const by = words.recordedBy(item.recordedBy.name, t.dates.shortMoment(item.recordedAt));
  const isLate = meeting.status === 'closed' && may(context.who, 'close', meeting, context.place);
  const back: Button[] = inList
    ? [{ label: words.back, action: 'meeting.items', id: `${meeting.id}.${pageOf(item, meeting)}` }]
    : [];
  return {
    title,
    tone: isDropped ? 'neutral' : 'good',
    blocks: [
      item.saidBy === ''
        ? { kind: 'text', text: item.text }
        : { kind: 'quote', text: item.text, by: item.saidBy },
      { kind: 'text', text: card.itemDetail(kind, by), style: 'small' },
      ...(isLate ? [{ kind: 'text' as const, text: words.nextMinutes, style: 'small' as const }] : []),
    ],
    buttons: [
      ...(mayChange(item, meeting, context) ? changeButtons(item, isDropped, t) : []),
      ...(isLate ? [[{ label: card.buttons.redo, action: 'meeting.redo', id: `${meeting.id}` }]] : []),
      ...(back.length > 0 ? [back] : []),
    ],
  };
}

/** Whoever recorded it while the record is kept; beside them the people of the agency, and of a closed record those who may
 *  close it. */
export function mayChange(
  item: Item,
  meeting: Meeting,
  { who, place }: Pick<Context, 'who' | 'place'>,
): boolean {
  if (meeting.status === 'closed') return may(who, 'close', meeting, place);
  if (meeting.status !== 'open') return false;
  if (may(who, 'record', meeting, place)) return true;
  return item.recordedBy.id === who.personId;
}

function changeButtons(item: Item, isDropped: boolean, t: Locale): Button[][] {
  const { items: words } = t.meetings;
  const id = `${item.id}`;
  if (isDropped) return [[{ label: words.restore, action: 'meeting.restoreItem', id }]];
  if (item.taskIds.length > 0) return [];
  return [
    [
      { label: words.edit, action: 'meeting.editItem', id },
      { label: words.drop, action: 'meeting.dropItem', id },
      ...itemKinds
        .filter((kind) => kind !== item.kind)
        .map((kind) => ({ label: words.moveTo[kind], action: 'meeting.moveItem', id: `${id}.${kind}` })),
    ],
  ];
}

function pageOf(item: Item, { items }: Meeting): number {
  return (
    Math.floor(
      Math.max(
        0,
        items.findIndex(({ id }) => id === item.id),
      ) / pageSize,
    ) + 1
  );
}
