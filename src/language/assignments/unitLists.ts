/** Lists of units in a line: "các phòng Tổng hợp, Kế hoạch và VP" is one list of three. Pure. */

import { actionAtStart, startsCapital } from '../matching/actionAt.ts';
import { phraseAt, phraseBefore } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { UnitMention } from '../matching/unit.ts';
import { listJoint } from '../matching/unitPlace.ts';
import type { Word } from '../matching/words.ts';
import { officeLength } from './officeSpan.ts';
import {
  COORDINATING_AFTER,
  COORDINATING_BEFORE,
  EXCLUDED_BEFORE,
  FILLERS,
  GIVING_NOTHING,
  HEADS,
  LEAD_AFTER,
  LEAD_AT_START,
  LEAD_BEFORE,
} from './roleWords.ts';
import { type TokenSpan, tokenSpan } from './tokenSpan.ts';

/** A unit of a list; `mention` is null when the words stand where a unit stands but name none that is known. */
export type ListedUnit = TokenSpan & { mention: UnitMention | null };

/** `start` takes in words such as "các" and "đ/c Trưởng" before the first unit. */
export type UnitList = TokenSpan & { units: ListedUnit[] };

/** All lists, in order of place. `taken[i]`: the token belongs to a deadline, a document or an urgency. */
export function unitLists(
  tokens: readonly Word[],
  mentions: readonly UnitMention[],
  taken: readonly boolean[],
): UnitList[] {
  const starts = new Map(
    mentions.map((mention) => [tokenSpan(tokens, mention).start, { ...tokenSpan(tokens, mention), mention }]),
  );
  const lists: UnitList[] = [];
  let at = 0;
  while (at < tokens.length) {
    const first = unitAt(tokens, at, starts, taken, false);
    if (!first) {
      at += 1;
      continue;
    }
    const list: UnitList = {
      start: fillersBefore(tokens, headBefore(tokens, first), taken),
      end: first.end,
      units: [first],
    };
    for (;;) {
      const joint = tokens[list.end]?.text === '@' ? 1 : listJoint(tokens, list.end);
      // "P. TH cùng VP": the second only joins in, so the list ends.
      if (joint === 0 || says(tokens[list.end], 'cùng')) break;
      const after = list.end + joint;
      const next =
        unitAt(tokens, after + phraseAt(tokens, after, FILLERS), starts, taken, true) ??
        unitAt(tokens, after, starts, taken, true);
      if (!next) break;
      list.units.push(next);
      list.end = next.end;
    }
    lists.push(list);
    at = list.end;
  }
  return lists;
}

function unitAt(
  tokens: readonly Word[],
  at: number,
  starts: ReadonlyMap<number, ListedUnit>,
  taken: readonly boolean[],
  inList: boolean,
): ListedUnit | null {
  if (taken[at]) return null;
  const known = starts.get(at);
  if (known) return wholeName(tokens, known);
  const length = unknownLength(tokens, at, starts, inList);
  if (length === 0) return null;
  // "đ/c Trưởng phòng Tổng hợp": what is known stands inside.
  if (holdsKnown(starts, at, at + length)) return null;
  return { start: at, end: at + length, mention: null };
}

/** A capital right after the name belongs to it: "Phòng Kế hoạch Đầu tư" is not the "Phòng Kế hoạch" that is known. */
function wholeName(tokens: readonly Word[], unit: ListedUnit): ListedUnit {
  const next = tokens[unit.end];
  const last = tokens[unit.end - 1];
  const shouted = isCapitals(last) && isCapitals(next);
  if (next?.kind !== 'word' || !startsCapital(next) || shouted || actionAtStart(tokens, unit.end))
    return unit;
  const end = unit.start + officeLength(tokens, unit.start);
  return end > unit.end ? { start: unit.start, end, mention: null } : unit;
}

function isCapitals(word: Word | undefined): boolean {
  return word !== undefined && word.text === word.text.toUpperCase();
}

/** Words that must be a unit by their place, though none is known: "giao P. ABC", "Phòng Vật tư chủ trì". */
function unknownLength(
  tokens: readonly Word[],
  at: number,
  starts: ReadonlyMap<number, ListedUnit>,
  inList: boolean,
): number {
  const token = tokens[at];
  if (!token || token.kind === 'mark' || actionAtStart(tokens, at)) return 0;
  if (says(tokens[at - 1], 'giao') && phraseAt(tokens, at, GIVING_NOTHING) > 0) return 0;
  const begin = fillersBefore(tokens, at, []);
  const asked =
    phraseBefore(tokens, begin, LEAD_BEFORE) > 0 ||
    phraseBefore(tokens, begin, EXCLUDED_BEFORE) > 0 ||
    coordinatingBefore(tokens, begin) ||
    (begin < 4 && begin > 0 && phraseBefore(tokens, begin, LEAD_AT_START) === begin);
  const office = officeLength(tokens, at, asked && startsCapital(token));
  if (office > 0 && (asked || inList)) return office;
  const closes = (length: number): boolean =>
    length > 0 &&
    phraseAt(tokens, at + length, LEAD_AFTER) + phraseAt(tokens, at + length, COORDINATING_AFTER) > 0;
  if (
    office > 0 &&
    clauseStarts(tokens, at) &&
    (closes(office) || actionAtStart(tokens, at + office) || tokens[at + office]?.text === ':')
  )
    return office;
  if (!asked && !(clauseStarts(tokens, at) && startsCapital(token))) return 0;
  const run = capitalRun(tokens, at, starts);
  return asked || closes(run) ? run : 0;
}

/** "phối hợp với" as words of a role, with at least "với" or a capital after it. */
function coordinatingBefore(tokens: readonly Word[], begin: number): boolean {
  const length = phraseBefore(tokens, begin, COORDINATING_BEFORE);
  return length > 0 && (length > 2 || startsCapital(tokens[begin]));
}

function clauseStarts(tokens: readonly Word[], at: number): boolean {
  const begin = fillersBefore(tokens, at, []);
  return begin === 0 || /^[,;.•\-–+*)]$/.test(tokens[begin - 1]?.text ?? '');
}

/** Words in capitals that follow one another, with one small word after the last: "Marketing", "Nguyễn Văn Ba". */
function capitalRun(tokens: readonly Word[], at: number, starts: ReadonlyMap<number, ListedUnit>): number {
  let place = at;
  while (startsCapital(tokens[place]) && place - at < CAPITALS_MAX && !(place > at && starts.has(place)))
    place += 1;
  return place - at;
}

const CAPITALS_MAX = 6;

function holdsKnown(starts: ReadonlyMap<number, ListedUnit>, at: number, end: number): boolean {
  for (let place = at + 1; place < end; place += 1) if (starts.has(place)) return true;
  return false;
}

function headBefore(tokens: readonly Word[], { start, mention }: ListedUnit): number {
  return mention ? start - phraseBefore(tokens, start, HEADS) : start;
}

/** Where the words of courtesy and number before `at` begin: "các", "đ/c Trưởng", "@". */
function fillersBefore(tokens: readonly Word[], at: number, taken: readonly boolean[]): number {
  let start = at;
  for (let round = 0; round < FILLERS_MAX; round += 1) {
    const length = phraseBefore(tokens, start, FILLERS);
    if (length === 0 || taken[start - 1]) return start;
    start -= length;
  }
  return start;
}

const FILLERS_MAX = 4;
