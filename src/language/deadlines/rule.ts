/** A rule of the reader of deadlines: what it looks for, what that means, and its examples, which are its tests. Pure. */
import type { Meaning } from './meaning.ts';
import { type Pattern, pattern } from './pattern.ts';
import type { Caught } from './patternTree.ts';
import { slots } from './slots.ts';

export type Rule = {
  name: string;
  pattern: Pattern;
  /** Null: no date after all ("tháng 13"). */
  read: (caught: Caught) => Meaning | null;
  /** Gives way to every rule that overlaps, even a shorter one: "trong tháng" to "tháng 9". */
  yields: boolean;
  examples: readonly Example[];
  /** Sentences in which no rule at all may find a deadline. */
  silent: readonly string[];
};

/** Sentence, day on which it is written (09:00, a Vietnamese office), the words that are found, the deadline: a day, a day and
 *  a time (`2016-04-15T17:00`), a recurrence with its first day (`monthly:25 2016-04-25`), or null when no day can be worked out. */
export type Example = readonly [sentence: string, writtenOn: string, found: string, deadline: string | null];

/** Throws when the pattern is not well formed. */
export function rule(from: {
  name: string;
  pattern: string;
  read: (caught: Caught) => Meaning | null;
  yields?: boolean;
  examples: readonly Example[];
  silent?: readonly string[];
}): Rule {
  return {
    ...from,
    pattern: pattern(from.pattern, slots),
    yields: from.yields ?? false,
    silent: from.silent ?? [],
  };
}
