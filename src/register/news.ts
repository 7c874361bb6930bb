/** Draws what people are told about proposals, and the item's living card. */
import { z } from 'zod';
import type { Block, Card, Tone } from '../chat/card.ts';
import type { LiveCard, Renderer } from '../chat/feature.ts';
import type { Locale } from '../locale/locale.ts';
import type { ItemView, RequestView } from './item.ts';
import { itemCard, itemTitle } from './itemCard.ts';
import { loadItem } from './load.ts';
import { viewerOfMatter } from './matterViewer.ts';
import { allNews, type MatterNews } from './tell.ts';

/** `Feature.liveCards`. Null: no such item, or one that the viewer may not see any more. */
export const drawLiveItem: LiveCard = async (id, viewer) => {
  const item = await loadItem(viewer.db, id);
  const seen = item && (await viewerOfMatter(viewer));
  if (!item || !seen) return null;
  const shared = item.visibility === 'partners' ? item.partners.map((each) => each.id) : [];
  const sees = [item.agency.id, ...shared].some((each) => seen.homeIds.includes(each));
  return sees ? itemCard(item, seen) : null;
};

const askedFacts = z.object({ subject: z.object({ id: z.number() }), requestId: z.number() });

/** The living card itself; not drawn for a proposal that was taken back or answered before it was sent. */
const drawAsked: Renderer = async (facts, viewer) => {
  const { subject, requestId } = askedFacts.parse(facts);
  const item = await loadItem(viewer.db, subject.id);
  const request = item?.requests.find((each) => each.id === requestId);
  return request?.status === 'asked' ? drawLiveItem(subject.id, viewer) : null;
};

const newsFacts = z.object({ itemId: z.number(), requestId: z.number() });

function drawNews(what: Exclude<MatterNews, 'asked'>): Renderer {
  return async (facts, { db, t }) => {
    const { itemId, requestId } = newsFacts.parse(facts);
    const item = await loadItem(db, itemId);
    const request = item?.requests.find((each) => each.id === requestId);
    return item && request && isStillSo(what, request) ? newsCard(what, item, request, t) : null;
  };
}

/** What was thought over again before it was sent is not said. */
function isStillSo(what: Exclude<MatterNews, 'asked'>, { status }: RequestView): boolean {
  switch (what) {
    case 'accepted':
    case 'becameContent':
      return status === 'accepted';
    case 'refused':
    case 'withdrawn':
      return status === what;
    case 'reconsidered':
      return status === 'asked';
  }
}

const tones: Readonly<Record<Exclude<MatterNews, 'asked'>, Tone>> = {
  accepted: 'good',
  refused: 'warning',
  withdrawn: 'neutral',
  reconsidered: 'neutral',
  becameContent: 'good',
};

function newsCard(what: Exclude<MatterNews, 'asked'>, item: ItemView, request: RequestView, t: Locale): Card {
  const words = t.register.news;
  const code = t.register.code(item.id);
  const { decided, content } = request;
  const side = what === 'withdrawn' ? request.agency.code : item.agency.code;
  const detail: Block[] = [
    ...(what === 'refused' && decided?.note
      ? [{ kind: 'quote' as const, text: decided.note, by: decided.by.name }]
      : []),
    ...(what === 'accepted' ? [{ kind: 'text' as const, text: words.acceptedNext }] : []),
    ...(what === 'becameContent' && content
      ? [{ kind: 'text' as const, text: words.content(content.title) }]
      : []),
  ];
  return {
    title: words[what](side, code),
    tone: tones[what],
    blocks: [
      { kind: 'text', text: itemTitle(item, t), style: 'strong' },
      ...detail,
      ...(decided
        ? [
            {
              kind: 'text' as const,
              text: t.tasks.news.by(decided.by.name, t.dates.shortMoment(decided.at)),
              style: 'small' as const,
            },
          ]
        : []),
    ],
    buttons: [[{ label: t.register.buttons.open(code), action: 'matter.open', id: `${item.id}` }]],
  };
}

/** By the kind of the notification: `register.<what>`. */
export const matterRenderers: Readonly<Record<string, Renderer>> = Object.fromEntries(
  allNews.map((what) => [`register.${what}`, what === 'asked' ? drawAsked : drawNews(what)]),
);
