/** What leaders are reminded of: the opinions they have not given yet, one or several in one message. */
import { z } from 'zod';
import type { Card, ListItem } from '../chat/card.ts';
import type { Renderer } from '../chat/feature.ts';
import { dueText } from '../tasks/card.ts';
import { roundCard } from './card.ts';
import { openRoundButton } from './draw.ts';
import { loadRounds } from './load.ts';
import { hasAnswered, type RoundView, seatsOf } from './round.ts';
import { openParts, viewerOfMessage } from './viewer.ts';

const factsShape = z.object({
  items: z.array(z.object({ seatId: z.int(), roundId: z.int(), kind: z.enum(['before', 'onTheDay']) })),
});

/** Null when all of them have been given, or ended, meanwhile. One alone brings its buttons along. */
export const drawReminder: Renderer = async (facts, viewer): Promise<Card | null> => {
  const { items } = factsShape.parse(facts);
  const rounds = await loadRounds(
    viewer.db,
    items.map((item) => item.roundId),
  );
  const waiting = items.flatMap((item) => {
    const round = rounds.get(item.roundId);
    const owes = round?.status === 'open' && owedBy(round, viewer.personId);
    return round && owes ? [{ ...item, round }] : [];
  });
  const [first] = waiting;
  if (!first) return null;
  const { t } = viewer;
  const words = t.opinions.reminder;
  if (waiting.length === 1) {
    const { round } = first;
    const seen = await viewerOfMessage(round, viewer);
    const title = words.one(t.opinions.code(round.id), dueText(round.due, t), first.kind === 'onTheDay');
    const card = roundCard(round, seen, await openParts(viewer.db, round), title);
    return { ...card, tone: 'warning' };
  }
  const lines = waiting.map(
    ({ round }): ListItem => ({
      text: words.line(t.opinions.code(round.id), round.question),
      detail: words.due(dueText(round.due, t)),
      button: openRoundButton(round.id, t),
    }),
  );
  return {
    title: words.several(waiting.length),
    tone: 'warning',
    blocks: [{ kind: 'list', items: lines }],
    buttons: [],
  };
};

/** The rounds a reminder speaks of. */
export function roundsInReminder(facts: object): number[] {
  return factsShape.safeParse(facts).data?.items.map((item) => item.roundId) ?? [];
}

function owedBy(round: RoundView, personId: number | null): boolean {
  return seatsOf(round, personId).some((seat) => !hasAnswered(seat));
}
