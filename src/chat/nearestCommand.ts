/** What a mistyped command was meant to be. Pure. */
import { nearestWord } from '../language/nearest.ts';
import { type AnyCommand, wordKey, wordsOf } from './commandIndex.ts';

/** The word nearest to the one typed, when it is near enough to be meant; two letters that changed places are one slip. */
export function nearestCommand(typed: string, commands: readonly AnyCommand[]): string | null {
  const words = commands.flatMap(wordsOf);
  const near = nearestWord(typed, words);
  if (near !== null) return near;
  const swapped = new Set(withTwoSwapped(wordKey(typed).slice(0, wordLengthMax)));
  return words.find((word) => swapped.has(wordKey(word))) ?? null;
}

const wordLengthMax = 20;

function withTwoSwapped(word: string): string[] {
  return Array.from({ length: Math.max(word.length - 1, 0) }, (_, at) => {
    const pair = `${word.charAt(at + 1)}${word.charAt(at)}`;
    return word.slice(0, at) + pair + word.slice(at + 2);
  });
}
