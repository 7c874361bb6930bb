/** Names with slips of the keyboard: "Phòng Tỏng hơpj", "phong tonghop". Edit distance on syllables without diacritics. Pure. */
import { lettersApart } from '../lettersApart.ts';
import type { UnitCandidate } from './unit.ts';
import { headOf } from './unitHeads.ts';
import type { Core, UnitIndex } from './unitIndex.ts';
import type { Word } from './words.ts';

/** A name that is nearly written at `at`; `length` counts tokens, its head included. */
export type SlipMatch = { length: number; candidates: UnitCandidate[] };

/**
 * The name that the words from `at` on nearly are, the longest first; null when none is near. Without a head word before it
 * ("Phòng", "P.") a name counts only where `expected` says that a unit stands there.
 */
export function nearlyNamed(
  tokens: readonly Word[],
  at: number,
  index: UnitIndex,
  expected: boolean,
): SlipMatch | null {
  const window = tokens
    .slice(at, at + WINDOW_TOKENS)
    .filter((token) => token.text !== '.' && token.text !== ':');
  const words = window.map((token) => token.folded);
  const found = headOf(words);
  if (!found && !expected) return null;
  const core = words.slice(found?.length ?? 0);
  for (let length = Math.min(core.length, CORE_WORDS_MAX); length >= 1; length -= 1) {
    const typed = core.slice(0, length);
    const candidates = nearCores(typed, index).flatMap(({ core: near, slips }) =>
      near.heads
        .filter((head) => !found || head.name === found.head.name)
        .map((head) => ({ unit: head.form.unit, score: head.form.score - 0.1 * slips - 0.05 })),
    );
    const last = window[(found?.length ?? 0) + length - 1];
    if (candidates.length > 0 && last) return { length: tokens.indexOf(last, at) - at + 1, candidates };
  }
  return null;
}

const CORE_WORDS_MAX = 8;
const WINDOW_TOKENS = 14;
/** A word shared by more names than this says nothing; the others find the name. */
const SHARED_NAMES_MAX = 64;

function nearCores(typed: readonly string[], index: UnitIndex): { core: Core; slips: number }[] {
  const together = index.coresByLetters.get(typed.join('')) ?? [];
  const seen = new Set(together);
  const near = together.map((core) => ({ core, slips: core.words.length === typed.length ? 0 : 1 }));
  for (const [place, word] of typed.entries()) {
    const sharing = index.coresByWord.get(`${place}:${word}:${typed.length}`) ?? [];
    if (sharing.length > SHARED_NAMES_MAX) continue;
    for (const core of sharing) {
      if (seen.has(core)) continue;
      seen.add(core);
      const slips = slipsBetween(typed, core.words);
      if (slips !== null) near.push({ core, slips });
    }
  }
  const least = Math.min(...near.map(({ slips }) => slips));
  return near.filter(({ slips }) => slips === least);
}

/** Letters to change, at most one for a short syllable and two for a long one and for the whole; null when they are more. */
function slipsBetween(typed: readonly string[], known: readonly string[]): number | null {
  let sum = 0;
  for (const [place, word] of typed.entries()) {
    const other = known[place] ?? '';
    const slips = word === other ? 0 : lettersApart(word, other);
    if (slips > (Math.max(word.length, other.length) > 4 ? 2 : 1)) return null;
    // Two letters alone are too little to see a slip in.
    if (slips > 0 && Math.min(word.length, other.length) < 3) return null;
    sum += slips;
  }
  return sum <= 2 ? sum : null;
}
