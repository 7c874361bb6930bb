/** The card of an item: what it is, whose, who sees it, what the other side proposes, and what the reader may press. Pure. */
import type { Block, Button, Card, Field } from '../chat/card.ts';
import { cardLimits } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import type { ItemView, RequestView } from './item.ts';
import type { MatterViewer } from './matterViewer.ts';

/** So many proposals stand on the card, the latest. */
const requestsShown = 4;
/** So many that wait are offered to be answered at once. */
const decisionsMax = 3;
const wordsShown = 400;

/** `note`: what has just been done. */
export function itemCard(item: ItemView, viewer: MatterViewer, note: string | null = null): Card {
  const { t } = viewer;
  const words = t.register.card;
  const requests = requestsFor(item, viewer);
  const decides = mayDecide(item, viewer);
  const [waiting] = requests.filter((each) => each.status === 'asked');
  const title = itemTitle(item, t);
  return {
    title: waiting && decides ? shorten(words.asked(waiting.agency.code, title), cardLimits.title) : title,
    tone: item.closedAt ? 'neutral' : waiting && decides ? 'warning' : toneOf(requests),
    blocks: [
      ...(note === null ? [] : [{ kind: 'text' as const, text: note }]),
      ...(item.title.length <= titleShown
        ? []
        : [{ kind: 'text' as const, text: item.title, style: 'strong' as const }]),
      ...(item.description === '' ? [] : [{ kind: 'text' as const, text: item.description }]),
      { kind: 'fields', fields: fields(item, viewer) },
      ...requests.slice(-requestsShown).flatMap((each) => requestBlocks(each, t)),
    ],
    buttons: rows(item, viewer, requests, decides),
  };
}

const titleShown = 110;

/** "VD-3 · Cơ sở dữ liệu dùng chung" */
export function itemTitle({ id, title }: { id: number; title: string }, t: Locale): string {
  return t.register.titled(t.register.code(id), shorten(title, titleShown));
}

/** The side that brings it sees all proposals, another side its own. */
export function requestsFor(
  { agency, requests }: ItemView,
  { homeIds }: Pick<MatterViewer, 'homeIds'>,
): RequestView[] {
  const own = homeIds.includes(agency.id);
  return requests.filter((each) => own || homeIds.includes(each.agency.id));
}

export function mayDecide(
  { agency, department }: ItemView,
  { givesFor, departmentIds }: Pick<MatterViewer, 'givesFor' | 'departmentIds'>,
): boolean {
  return givesFor.includes(agency.id) || (department !== null && departmentIds.includes(department.id));
}

function toneOf(requests: readonly RequestView[]): Card['tone'] {
  return requests.some((each) => each.status === 'accepted') ? 'good' : 'neutral';
}

function fields(item: ItemView, { t, homeIds }: MatterViewer): Field[] {
  const { labels, closed } = t.register.card;
  const { kind, agency, department, programme, visibility, partners, changedAt, closedAt } = item;
  const own = homeIds.includes(agency.id);
  return [
    { label: labels.kind, value: t.register.kinds[kind] },
    { label: labels.agency, value: agency.name },
    ...(department ? [{ label: labels.department, value: department.name }] : []),
    ...(own ? [{ label: labels.visibility, value: visibleTo(visibility, partners, t) }] : []),
    ...(programme ? [{ label: labels.programme, value: programme.title }] : []),
    { label: labels.changed, value: t.dates.shortMoment(changedAt) },
    ...(closedAt ? [{ label: labels.closed, value: closed(t.dates.shortMoment(closedAt)) }] : []),
  ];
}

export function visibleTo(
  visibility: ItemView['visibility'],
  partners: ItemView['partners'],
  t: Locale,
): string {
  const words = t.register.visibility;
  if (visibility === 'own') return words.own;
  const codes = partners.map((each) => each.code).join(', ');
  return codes === '' ? words.partnersNone : words.partners(codes);
}

function requestBlocks(request: RequestView, t: Locale): Block[] {
  const { agency, asker, askedAt, words, taskIds, content } = request;
  const said = t.register.card;
  const by = said.askedBy(asker.name, agency.code, t.dates.shortMoment(askedAt));
  const became = [
    ...taskIds.map((id) => t.common.taskCode(id)),
    ...(content ? [said.content(shorten(content.title, 80))] : []),
  ];
  return [
    { kind: 'quote', text: words === null ? said.askedWithout : shorten(words, wordsShown), by },
    {
      kind: 'text',
      text: [standing(request, t), ...(became.length > 0 ? [said.became(became.join(', '))] : [])].join(
        ' · ',
      ),
      style: 'small',
    },
  ];
}

/** "Đã đồng ý: Chuyên viên …, 09:10 6/4/2016" */
export function standing({ status, decided }: RequestView, t: Locale): string {
  const state = t.register.card.status[status];
  if (!decided) return state;
  const by = t.register.card.decidedBy(state, decided.by.name, t.dates.shortMoment(decided.at));
  return decided.note === null ? by : t.register.card.noted(by, decided.note);
}

function rows(
  item: ItemView,
  viewer: MatterViewer,
  requests: readonly RequestView[],
  decides: boolean,
): Button[][] {
  const { t } = viewer;
  const waiting = requests.filter((each) => each.status === 'asked');
  const all = [
    ...(decides
      ? waiting.slice(0, decisionsMax).map((each) => decisionRow(each, waiting.length > 1, t))
      : []),
    ...(decides ? requests.map((each) => becomeButtons(each, item, viewer)) : []),
    [...proposeButtons(item, viewer, requests), ...(decides ? ownButtons(item, waiting, t) : [])],
  ];
  return all.filter((row) => row.length > 0);
}

function decisionRow({ id, agency }: RequestView, named: boolean, t: Locale): Button[] {
  const words = t.register.buttons;
  const label = (text: string) => (named ? words.of(text, agency.code) : text);
  return [
    { label: label(words.accept), action: 'matter.accept', id: `${id}`, style: 'primary' },
    { label: label(words.refuse), action: 'matter.refuse', id: `${id}` },
  ];
}

/** What an accepted proposal can become, while it has become nothing: for those who give tasks and shape programmes. */
export function becomeButtons(
  request: RequestView,
  item: ItemView,
  { givesFor, t }: Pick<MatterViewer, 'givesFor' | 't'>,
): Button[] {
  if (request.status !== 'accepted' || !isPending(request) || !givesFor.includes(item.agency.id)) return [];
  const id = `${request.id}`;
  const words = t.register.buttons;
  return [
    { label: words.asTask, action: 'matter.task', id, style: 'primary' },
    ...(request.programmes.length > 0 ? [{ label: words.asContent, action: 'matter.content', id }] : []),
  ];
}

/** It waits for an answer, or was agreed to and has become nothing yet: the same side does not ask once more. */
export function isPending({ status, taskIds, content }: RequestView): boolean {
  return status === 'asked' || (status === 'accepted' && taskIds.length === 0 && content === null);
}

function proposeButtons(item: ItemView, viewer: MatterViewer, requests: readonly RequestView[]): Button[] {
  const { t, givesFor, homeIds } = viewer;
  const words = t.register.buttons;
  if (homeIds.includes(item.agency.id)) return [];
  const mine = requests.filter((each) => isPending(each) && givesFor.includes(each.agency.id));
  if (mine.length > 0) {
    const waiting = mine.filter((each) => each.status === 'asked');
    return waiting.map((each) => ({
      label: words.withdraw,
      action: 'matter.withdraw',
      id: `${each.id}`,
      confirm: t.register.confirmWithdraw,
    }));
  }
  const partner = item.partners.some((each) => givesFor.includes(each.id));
  if (!partner || item.closedAt !== null || item.visibility !== 'partners') return [];
  return [{ label: words.propose, action: 'matter.propose', id: `${item.id}`, style: 'primary' }];
}

function ownButtons(item: ItemView, waiting: readonly RequestView[], t: Locale): Button[] {
  const words = t.register.buttons;
  const id = `${item.id}`;
  if (item.closedAt) return [{ label: words.reopen, action: 'matter.reopen', id }];
  const share: Button =
    item.visibility === 'own'
      ? { label: words.share, action: 'matter.share', id }
      : { label: words.hide, action: 'matter.hide', id };
  return [
    { label: words.edit, action: 'matter.edit', id },
    // Neither while somebody waits for an answer about it.
    ...(waiting.length > 0 ? [] : [share, { label: words.close, action: 'matter.close', id }]),
  ];
}
