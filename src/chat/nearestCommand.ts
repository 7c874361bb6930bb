/** What a mistyped command was meant to be. Pure. */
import { distance } from 'fastest-levenshtein';
import { type AnyCommand, wordKey, wordsOf } from './commandIndex.ts';

/** The word nearest to the one typed, when it is near enough to be meant. */
export function nearestCommand(typed: string, commands: readonly AnyCommand[]): string | null {
  const key = wordKey(typed).slice(0, wordLengthMax);
  const near = commands
    .flatMap(wordsOf)
    .map((word) => ({ word, slips: distance(key, wordKey(word)) }))
    .filter(({ slips }) => slips <= slipsAllowed(key.length))
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.word ?? null;
}

const wordLengthMax = 40;

/** Two letters changing places count as two slips. */
function slipsAllowed(length: number): number {
  if (length < 4) return 1;
  return length < 9 ? 2 : 3;
}
