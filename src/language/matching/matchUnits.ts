/** Finds the units of the organisation that a text names: by name, alias, code or nearly so. Pure. */
import { distance } from 'fastest-levenshtein';
import { fold } from '../folding.ts';
import { namedAt } from './nameAt.ts';
import { qualified } from './qualifier.ts';
import type { UnitCandidate, UnitMatch, UnitMention } from './unit.ts';
import { buildUnitIndex, lettersOf, type UnitIndex } from './unitIndex.ts';
import { listJoint } from './unitPlace.ts';
import { type Word, wordsOf } from './words.ts';

export type { KnownUnit, UnitCandidate, UnitMatch, UnitMention } from './unit.ts';
export type { UnitIndex } from './unitIndex.ts';
export { buildUnitIndex };

/**
 * Every unit named, in order of place, without overlap. Short signs and names without their head count only where a unit is
 * expected ("giao TH", "các phòng Tổng hợp, Kế hoạch"): "tổng hợp báo cáo" names nobody. One name in two agencies: all are
 * candidates, the speaker's own agency first, and the mention is not sure, unless the words name the agency
 * ("P. TH của Cục CNTT", "TTTT/TH"). Linear in the text, whatever the number of units.
 */
export function findUnits(text: string, index: UnitIndex): UnitMention[] {
  const tokens = wordsOf(text);
  const mentions: UnitMention[] = [];
  let at = 0;
  /** Where a list of units would go on, or -1. */
  let listGoesOn = -1;
  while (at < tokens.length) {
    const named = namedAt(tokens, at, index, { expected: at === listGoesOn });
    if (!named) {
      at += 1;
      continue;
    }
    const full = qualified(tokens, at, named, index);
    mentions.push(mention(text, tokens, at, full, index));
    at += full.length;
    const joint = listJoint(tokens, at);
    listGoesOn = joint > 0 ? at + joint : -1;
  }
  return mentions;
}

/** What a name given alone means, for example in a form or after "/donvi". */
export function matchUnit(words: string, index: UnitIndex): UnitMatch {
  const tokens = wordsOf(words);
  const start = tokens[0]?.text === '@' ? 1 : 0;
  const named = namedAt(tokens, start, index, { expected: true, alone: true });
  if (named) {
    const full = qualified(tokens, start, named, index);
    if (start + full.length >= tokens.filter((token) => token.text !== '.').length) {
      const { candidates, sure } = mention(words, tokens, start, full, index);
      const [first] = candidates;
      if (first && sure) return { kind: 'one', unit: first.unit };
      return { kind: 'several', candidates };
    }
  }
  return { kind: 'none', nearest: nearestUnits(words, index) };
}

/** Units whose names, their heads put aside, look most like the words: at most three, none that shares less than half. */
export function nearestUnits(words: string, index: UnitIndex): UnitCandidate[] {
  const letters = lettersOf(fold(words.slice(0, NAME_LETTERS_MAX)).match(/[a-z0-9]+/g) ?? []);
  const best = new Map<number, UnitCandidate>();
  if (letters === '') return [];
  for (const [name, forms] of index.names) {
    const longer = Math.max(letters.length, name.length);
    // Names of very different length share less than half whatever their letters.
    if (Math.abs(letters.length - name.length) > longer / 2) continue;
    const score = 1 - distance(letters, name) / longer;
    if (score < 0.5) continue;
    for (const { unit } of forms) {
      const known = best.get(unit.id);
      if (!known || known.score < score) best.set(unit.id, { unit, score });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || likeliestFirst(index)(a, b)).slice(0, 3);
}

const NAME_LETTERS_MAX = 80;
/** More than a person can choose from. */
const CANDIDATES_MAX = 10;

function mention(
  text: string,
  tokens: readonly Word[],
  at: number,
  named: { length: number; candidates: UnitCandidate[]; exact: boolean },
  index: UnitIndex,
): UnitMention {
  const from = tokens[at]?.from ?? 0;
  const to = tokens[at + named.length - 1]?.to ?? from;
  const candidates = named.candidates.toSorted(likeliestFirst(index)).slice(0, CANDIDATES_MAX);
  const sure = named.exact && candidates.length === 1 && candidates[0]?.unit.closed !== true;
  return { from, to, text: text.slice(from, to), candidates, sure };
}

/** Open units before closed ones, the speaker's agency before others, then the better written. */
function likeliestFirst(index: UnitIndex): (a: UnitCandidate, b: UnitCandidate) => number {
  const rank = ({ unit, score }: UnitCandidate): number =>
    (unit.closed ? 0 : 4) + (unit.agencyId === index.home.agencyId ? 2 : 0) + score;
  return (a, b) => rank(b) - rank(a) || a.unit.id - b.unit.id;
}
