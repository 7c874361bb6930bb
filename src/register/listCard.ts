/** A page of the register as a card: kinds as tabs with their counts, owner and agency in each row. Pure. */
import type { Block, Button, Card, ListItem } from '../chat/card.ts';
import { cardLimits } from '../chat/card.ts';
import type { RegisterKind } from '../database/codes.ts';
import type { Locale } from '../locale/locale.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { type ItemView, kinds } from './item.ts';
import { itemTitle, mayDecide, requestsFor } from './itemCard.ts';
import { type ListRequest, writeRequest } from './listRequest.ts';
import type { MatterViewer } from './matterViewer.ts';

export const pageSize = 8;

export function listCard(
  page: {
    request: ListRequest;
    items: readonly ItemView[];
    counts: ReadonlyMap<RegisterKind, number>;
    mayAdd: boolean;
  },
  viewer: MatterViewer,
): Card {
  const { request, items, counts, mayAdd } = page;
  const { t } = viewer;
  const words = t.register.list;
  const all = kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  const total = request.kind ? (counts.get(request.kind) ?? 0) : all;
  const waits = items.some((each) => waiting(each, viewer) > 0);
  return {
    title: titleOf(request, t),
    tone: waits ? 'warning' : 'neutral',
    blocks: [
      ...(total > 0 ? [{ kind: 'list' as const, items: items.map((each) => row(each, viewer)) }] : []),
      ...(total === 0 ? emptyBlocks(request, t) : []),
      ...(total > items.length && items.length > 0
        ? [small(words.shown(request.offset + 1, request.offset + items.length, total))]
        : []),
      ...(writeRequest(request) === null ? [small(words.tooLong)] : []),
    ],
    buttons: [
      tabs(request, counts, all, t),
      paging(request, items.length, total, t),
      mayAdd ? [{ label: t.register.buttons.add, action: 'matter.new', id: 'new' }] : [],
    ].filter((each) => each.length > 0),
  };
}

function titleOf({ kind, words }: ListRequest, t: Locale): string {
  const { title, ofKind, search } = t.register.list;
  const base = kind ? ofKind(t.register.kinds[kind]) : title;
  return shorten(words.length > 0 ? search(base, words.join(' ')) : base, cardLimits.title);
}

function emptyBlocks({ words, kind }: ListRequest, t: Locale): Block[] {
  const { nothingFound, nothingFoundMend, empty, emptyMend } = t.register.list;
  if (words.length > 0) return [{ kind: 'text', text: nothingFound }, small(nothingFoundMend)];
  return [{ kind: 'text', text: kind ? empty(t.register.kinds[kind]) : empty(null) }, small(emptyMend)];
}

function row(item: ItemView, viewer: MatterViewer): ListItem {
  const { t, homeIds } = viewer;
  const { kind, agency, department, visibility } = item;
  const open = waiting(item, viewer);
  const words = t.register.list;
  const owner = department ? words.owner(department.name, agency.code) : agency.code;
  const accepted = requestsFor(item, viewer).some((each) => each.status === 'accepted');
  const detail = [
    t.register.kinds[kind],
    owner,
    homeIds.includes(agency.id) ? t.register.visibility.short[visibility] : '',
    open > 0 ? words.waiting(open) : accepted ? words.agreed : '',
  ];
  return {
    text: itemTitle(item, t),
    detail: detail.filter((each) => each !== '').join(' · '),
    tone: open > 0 ? 'warning' : accepted ? 'good' : 'neutral',
    button: {
      label: t.register.buttons.open(t.register.code(item.id)),
      action: 'matter.open',
      id: `${item.id}`,
    },
  };
}

/** Proposals that wait for the viewer's side, or that the viewer's side waits for. */
function waiting(item: ItemView, viewer: MatterViewer): number {
  const open = requestsFor(item, viewer).filter((each) => each.status === 'asked');
  const own = viewer.homeIds.includes(item.agency.id);
  return own && !mayDecide(item, viewer) ? 0 : open.length;
}

function tabs(
  request: ListRequest,
  counts: ReadonlyMap<RegisterKind, number>,
  all: number,
  t: Locale,
): Button[] {
  const tab = (kind: RegisterKind | null, label: string): Button[] => {
    const id = writeRequest({ ...request, kind, offset: 0 });
    if (id === null) return [];
    return [
      {
        label,
        action: 'matter.list',
        id,
        on: kind === request.kind,
        ...(kind === request.kind ? { style: 'primary' as const } : {}),
      },
    ];
  };
  const words = t.register.list;
  return [
    ...tab(null, words.tab(words.allKinds, all)),
    ...kinds.flatMap((kind) => tab(kind, words.tab(t.register.tabs[kind], counts.get(kind) ?? 0))),
  ];
}

function paging(request: ListRequest, shown: number, total: number, t: Locale): Button[] {
  const { offset } = request;
  const to = (label: string, at: number): Button[] => {
    const id = writeRequest({ ...request, offset: at });
    return id === null ? [] : [{ label, action: 'matter.list', id }];
  };
  return [
    ...(offset > 0 ? to(t.register.buttons.previous, Math.max(0, offset - pageSize)) : []),
    ...(offset + shown < total ? to(t.register.buttons.next, offset + pageSize) : []),
  ];
}

function small(text: string): Block {
  return { kind: 'text', text, style: 'small' };
}
