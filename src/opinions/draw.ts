/** Draws rounds as messages: the living cards, and what tells of one fact. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import type { Context, Viewer } from '../chat/context.ts';
import type { LiveCard, Renderer } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import type { Database } from '../database/tables.ts';
import { fileRefs } from '../files/readFile.ts';
import { dueText } from '../tasks/card.ts';
import { roundCard } from './card.ts';
import { loadRounds } from './load.ts';
import { holderOf, type RoundView } from './round.ts';
import { openParts, viewerInPlace, viewerOfMessage, viewerOfPerson } from './viewer.ts';

/** `Feature.liveCards`. Null: no such round, or one that this room or person has no part in any more. */
export const drawLiveRound: LiveCard = async (roundId, viewer) => {
  const round = await loadRound(viewer.db, roundId);
  return round && drawFor(round, viewer);
};

/** For the answer to somebody who acted or asked: living from now on. In a room only they see it. */
export async function showRound(round: RoundView, context: Context): Promise<Reply> {
  const { trx, who, place } = context;
  const card = roundCard(round, viewerOfPerson(round, who, context), await openParts(trx, round));
  const to = place.private ? ('place' as const) : ('asker' as const);
  return { kind: 'card', card, to, replaces: false, live: { kind: 'round', id: round.id } };
}

/** In the place of the pressed card, for everybody who is there. */
export async function replaceByRound(round: RoundView, context: Context): Promise<Reply> {
  const card = roundCard(round, await viewerInPlace(round, context), await openParts(context.trx, round));
  return { kind: 'card', card, to: 'place', replaces: true, live: { kind: 'round', id: round.id } };
}

export const roundRenderers: Readonly<Record<string, Renderer>> = {
  'opinions.card': async (facts, viewer) => {
    const round = await roundOf(facts, viewer);
    // A deputy may have lost the seat before the message went out.
    return round && isAsked(round, viewer) ? withDraft(await drawFor(round, viewer), round) : null;
  },
  'opinions.newVersion': async (facts, viewer) => {
    const round = await roundOf(facts, viewer);
    if (round?.status !== 'open' || !isAsked(round, viewer)) return null;
    const words = viewer.t.opinions.news;
    const back = await movedBack(facts, viewer);
    const title = (back ? words.backToVersion : words.newVersion)(
      viewer.t.opinions.code(round.id),
      round.version?.number ?? 0,
    );
    return withDraft(await drawFor(round, viewer, title), round);
  },
  'opinions.status': async (facts, viewer) => {
    const round = await roundOf(facts, viewer);
    return round && drawFor(round, viewer);
  },
  'opinions.result': async (facts, viewer) => {
    const round = await roundOf(facts, viewer);
    // Opened again meanwhile: there will be another result.
    if (round?.status !== 'closed' || round.summaryFileId === null) return null;
    const card = await drawFor(round, viewer);
    const seen = await viewerOfMessage(round, viewer);
    const file = seen.reads
      ? (await fileRefs(viewer.db, [round.summaryFileId])).get(round.summaryFileId)
      : undefined;
    return card && { ...card, files: file ? [file] : [] };
  },
  'opinions.extended': async (facts, viewer) => {
    const round = await roundOf(facts, viewer);
    if (round?.status !== 'open') return null;
    const { t } = viewer;
    const title = t.opinions.news.extended(t.opinions.code(round.id), dueText(round.due, t));
    return newsCard(round, title, viewer);
  },
  'opinions.cancelled': async (facts, viewer) => {
    const round = await roundOf(facts, viewer);
    if (round?.status !== 'cancelled') return null;
    const reason = await reasonOf(facts, viewer);
    const { news, code } = viewer.t.opinions;
    const card = newsCard(round, news.cancelled(code(round.id), round.closedBy?.name ?? ''), viewer);
    return reason === null
      ? card
      : { ...card, blocks: [...card.blocks, { kind: 'text', text: viewer.t.tasks.news.reason(reason) }] };
  },
  'opinions.urged': async (facts, viewer) => {
    const round = await roundOf(facts, viewer);
    if (round?.status !== 'open') return null;
    const { t } = viewer;
    const title = t.opinions.news.urged(t.opinions.code(round.id), dueText(round.due, t));
    const card = await drawFor(round, viewer, title);
    return card && { ...card, tone: 'warning' };
  },
};

export async function loadRound(db: Kysely<Database>, roundId: number): Promise<RoundView | null> {
  return (await loadRounds(db, [roundId])).get(roundId) ?? null;
}

async function drawFor(round: RoundView, viewer: Viewer, title: string | null = null): Promise<Card | null> {
  const seen = await viewerOfMessage(round, viewer);
  return seen.sees ? roundCard(round, seen, await openParts(viewer.db, round), title) : null;
}

export function openRoundButton(roundId: number, t: Context['t']) {
  return {
    label: t.opinions.buttons.open(t.opinions.code(roundId)),
    action: 'opinion.open',
    id: `${roundId}`,
  };
}

const factsShape = z.object({
  subject: z.object({ kind: z.literal('round'), id: z.int() }),
  eventId: z.int(),
});

/** Which round a message of this feature speaks of; null when it is none. */
export function roundInFacts(facts: object): number | null {
  return factsShape.safeParse(facts).data?.subject.id ?? null;
}

async function roundOf(facts: object, { db }: Viewer): Promise<RoundView | null> {
  return loadRound(db, factsShape.parse(facts).subject.id);
}

/** The newest version was taken back. */
async function movedBack(facts: object, { db }: Viewer): Promise<boolean> {
  const event = await db
    .selectFrom('event')
    .select('data')
    .where('id', '=', factsShape.parse(facts).eventId)
    .executeTakeFirst();
  const moved = z.object({ from: z.int().nullable(), to: z.int() }).safeParse(event?.data).data;
  return (moved?.from ?? 0) > (moved?.to ?? 0);
}

async function reasonOf(facts: object, { db }: Viewer): Promise<string | null> {
  const event = await db
    .selectFrom('event')
    .select('data')
    .where('id', '=', factsShape.parse(facts).eventId)
    .executeTakeFirst();
  return z.object({ reason: z.string().nullable() }).safeParse(event?.data).data?.reason ?? null;
}

function isAsked(round: RoundView, { personId }: Viewer): boolean {
  return round.seats.some((seat) => holderOf(seat).id === personId);
}

function withDraft(card: Card | null, { version }: RoundView): Card | null {
  return card && version?.file ? { ...card, files: [version.file] } : card;
}

function newsCard(round: RoundView, title: string, { t }: Viewer): Card {
  return {
    title,
    tone: 'neutral',
    blocks: [{ kind: 'text', text: round.question, style: 'strong' }],
    buttons: [[openRoundButton(round.id, t)]],
  };
}
