/** A run of tokens: indexes into the row that `tokenize` gives, `end` exclusive. */
import type { Word } from '../matching/words.ts';
import type { Span } from './assignmentReading.ts';

export type TokenSpan = { start: number; end: number };

/** The place of the run in the source. */
export function sourceSpan(tokens: readonly Word[], { start, end }: TokenSpan): Span {
  const from = tokens[start]?.from ?? 0;
  return { from, to: tokens[end - 1]?.to ?? from };
}

/** The tokens that a span of the source touches. Logarithmic in the number of tokens. */
export function tokenSpan(tokens: readonly Word[], { from, to }: Span): TokenSpan {
  const start = firstWhere(tokens, (token) => token.to > from);
  const end = firstWhere(tokens, (token) => token.from >= to);
  return { start, end: Math.max(start, end) };
}

/** Binary search: `test` is false up to some token and true from there on. */
function firstWhere(tokens: readonly Word[], test: (token: Word) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token && test(token)) high = middle;
    else low = middle + 1;
  }
  return low;
}
