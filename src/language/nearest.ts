/** The known word that a mistyped one was meant to be. Pure. */
import { fold } from './folding.ts';
import { lettersApart } from './lettersApart.ts';

/**
 * The nearest of `words` when it is near enough to be offered, else null: "giaoo" gives "giao", "xyz" nothing. Case and
 * diacritics do not count. About one letter in three may be wrong; of equally near words the first wins.
 */
export function nearestWord(word: string, words: readonly string[]): string | null {
  const typed = letters(word);
  let best: { word: string; slips: number } | null = null;
  for (const each of words) {
    const known = letters(each);
    const slips = lettersApart(typed, known);
    const allowed = Math.floor(Math.max(typed.length, known.length) / 3);
    if (slips <= allowed && (!best || slips < best.slips)) best = { word: each, slips };
  }
  return best?.word ?? null;
}

/** Commands are short: what is longer than this is no slip of one. */
const LETTERS_MAX = 60;

function letters(word: string): string {
  return fold(word.slice(0, LETTERS_MAX)).replace(/[^a-z0-9]/g, '');
}
