/** What a digest notification carries: which items of whose plans it speaks of. Everything else is looked up when it is drawn. */
import { z } from 'zod';
import type { PlannedReminder } from './plan.ts';
import { reminderKind } from './planned.ts';

/** More items than this are counted, not carried: a card shows a few of them, and the lists have them all. */
export const digestItemsMax = 200;

const itemShape = z.object({
  assignmentId: z.int().positive(),
  kind: reminderKind,
  offset: z.int(),
  plannedAt: z.string(),
  /** The deadline it was planned for: when that has moved, another reminder is planned and this one is unsaid. */
  dueAt: z.string().nullable(),
});

const factsShape = z.object({
  /** Of the notification; what its buttons act on. */
  key: z.string(),
  items: z.array(itemShape),
  /** How many more there were. */
  more: z.int().nonnegative(),
});

export type DigestItem = z.infer<typeof itemShape>;
export type DigestFacts = z.infer<typeof factsShape>;

export function readDigestFacts(facts: object): DigestFacts {
  return factsShape.parse(facts);
}

export function digestItem(
  assignmentId: number,
  item: PlannedReminder,
  dueAt: Temporal.Instant | null,
): DigestItem {
  return {
    assignmentId,
    kind: item.kind,
    offset: item.offset,
    plannedAt: item.at.toString(),
    dueAt: dueAt?.toString() ?? null,
  };
}
