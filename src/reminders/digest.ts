/** A digest as it is drawn when it is sent, and again when one of its buttons is pressed. */
import type { Kysely } from 'kysely';
import type { Card } from '../chat/card.ts';
import type { Renderer } from '../chat/feature.ts';
import type { Database } from '../database/tables.ts';
import { type Digest, digestCard } from './digestCard.ts';
import { type DigestFacts, readDigestFacts } from './digestFacts.ts';
import { assignmentStates, stillHolds } from './digestState.ts';

/** From the present state: what has been done or moved meanwhile is left out, and a digest of nothing else is not sent. */
export const drawDigest: Renderer = async (facts, viewer): Promise<Card | null> => {
  const digest = await loadDigest(viewer.db, viewer.now, readDigestFacts(facts));
  return digest ? digestCard(digest, viewer.t) : null;
};

/** Null: none of its items holds any more. */
export async function loadDigest(
  db: Kysely<Database>,
  now: Temporal.Instant,
  { key, items, more }: DigestFacts,
): Promise<Digest | null> {
  const states = await assignmentStates(
    db,
    now,
    items.map((item) => item.assignmentId),
  );
  const lines = items.flatMap((item) => {
    const state = states.get(item.assignmentId);
    return state && stillHolds(item, state) ? [{ item, state }] : [];
  });
  if (lines.length === 0) return null;
  const answered = await db
    .selectFrom('notification as n')
    .innerJoin('person as p', 'p.id', 'n.answered_by')
    .select(['n.answered_at', 'p.name'])
    .where('n.key', '=', key)
    .executeTakeFirst();
  const acknowledged = answered?.answered_at ? { by: answered.name, at: answered.answered_at } : null;
  return { key, lines: [...lines].sort(byUrgency), more, acknowledged };
}

/** The longest overdue first, then the nearest deadline, then what has none. */
function byUrgency(a: Digest['lines'][number], b: Digest['lines'][number]): number {
  const [first, second] = [a.state.due?.at, b.state.due?.at];
  if (!first || !second) return first ? -1 : second ? 1 : a.state.assignmentId - b.state.assignmentId;
  return Temporal.Instant.compare(first, second) || a.state.assignmentId - b.state.assignmentId;
}
