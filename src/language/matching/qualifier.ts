/** The agency said beside a department's name: "P. TH của Cục CNTT", "TTTT/TH", "phòng Tổng hợp bên mình". Pure. */

import { type Named, namedAt } from './nameAt.ts';
import { saysPhrase } from './spelling.ts';
import type { UnitCandidate } from './unit.ts';
import type { UnitIndex } from './unitIndex.ts';
import type { Word } from './words.ts';

/** The name with the agency beside it taken in, its candidates narrowed to that agency. */
export function qualified(tokens: readonly Word[], at: number, named: Named, index: UnitIndex): Named {
  return agencyAfter(tokens, at, named, index) ?? agencyBefore(tokens, at, named, index) ?? named;
}

/** What may stand between a department and its agency; nothing at all may, too. */
const BETWEEN: readonly (readonly string[])[] = [
  ['của'],
  ['bên'],
  ['phía'],
  ['thuộc'],
  ['trực', 'thuộc'],
  ['tại'],
  ['of'],
  ['of', 'the'],
  ['at'],
  ['from'],
  ['-'],
  ['–'],
  ['/'],
  ['('],
  [],
];

const OWN: readonly (readonly string[])[] = [
  ['bên', 'mình'],
  ['bên', 'ta'],
  ['bên', 'tôi'],
  ['của', 'mình'],
  ['cơ', 'quan', 'mình'],
  ['nội', 'bộ'],
];

function agencyAfter(tokens: readonly Word[], at: number, named: Named, index: UnitIndex): Named | null {
  const end = at + named.length;
  if (!named.candidates.some(({ unit }) => unit.kind === 'department')) return null;
  const own = OWN.find((phrase) => saysPhrase(tokens, end, phrase));
  if (own) return narrowed(named, named.length + own.length, new Set([index.home.agencyId]));
  for (const phrase of BETWEEN) {
    if (!saysMarks(tokens, end, phrase)) continue;
    const start = end + phrase.length;
    const agency = namedAt(tokens, start, index, { expected: phrase.length > 0 });
    const ids = agencyIds(agency);
    if (!agency || ids.size === 0) continue;
    // Beside a bare mark or none at all, an agency that has no such department is the next of a list.
    const spoken = phrase.some((word) => /\p{L}/u.test(word));
    if (!spoken && !inside(named, ids).length) continue;
    const closing = phrase[0] === '(' && tokens[start + agency.length]?.text === ')' ? 1 : 0;
    return narrowed(named, start + agency.length + closing - at, ids);
  }
  return null;
}

/** "TTTT/TH", "TTTT-TH": the sign of the agency, a mark, the sign of the department. */
function agencyBefore(tokens: readonly Word[], at: number, named: Named, index: UnitIndex): Named | null {
  const end = at + named.length;
  const mark = tokens[end];
  const ids = agencyIds(named);
  if (ids.size === 0 || !mark || !/^[/\-–:]$/.test(mark.text) || mark.spaced) return null;
  const department = namedAt(tokens, end + 1, index, { expected: true });
  if (!department?.candidates.some(({ unit }) => unit.kind === 'department')) return null;
  if (!department.candidates.some(({ unit }) => ids.has(unit.agencyId))) return null;
  return narrowed(department, named.length + 1 + department.length, ids);
}

function agencyIds(named: Named | null): Set<number | null> {
  const agencies = named?.candidates.filter(({ unit }) => unit.kind === 'agency') ?? [];
  return new Set(agencies.map(({ unit }) => unit.agencyId));
}

/** Only the departments of these agencies; when there are none, all remain and somebody must be asked. */
function narrowed(named: Named, length: number, agencies: ReadonlySet<number | null>): Named {
  const candidates = inside(named, agencies);
  if (candidates.length === 0) return { length, candidates: named.candidates, exact: false };
  return { length, candidates, exact: named.exact };
}

function inside(named: Named, agencies: ReadonlySet<number | null>): UnitCandidate[] {
  return named.candidates.filter(({ unit }) => unit.kind === 'department' && agencies.has(unit.agencyId));
}

function saysMarks(tokens: readonly Word[], at: number, phrase: readonly string[]): boolean {
  return phrase.every(
    (word, index) => tokens[at + index]?.text === word || saysPhrase(tokens, at + index, [word]),
  );
}
