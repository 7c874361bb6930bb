/** The unit named from one token on. Pure. */

import { actionAt, startsCapital } from './actionAt.ts';
import { nearlyNamed } from './slips.ts';
import { isAscii, sameSpelling } from './spelling.ts';
import type { UnitCandidate } from './unit.ts';
import { isSign } from './unitForms.ts';
import { ENGLISH_TAILS } from './unitHeads.ts';
import type { FormNode, IndexedForm, UnitIndex } from './unitIndex.ts';
import { isSlashForm, unitJustNamed, unitMayBegin } from './unitPlace.ts';
import type { Word } from './words.ts';

/** `length` counts tokens. `exact` is false when the spelling was off. */
export type Named = { length: number; candidates: UnitCandidate[]; exact: boolean };

/**
 * The longest name at `at`, or null. `expected`: the place asks for a unit (a list goes on); found out from the words before when
 * false. `alone`: the words are a name and nothing else.
 */
export function namedAt(
  tokens: readonly Word[],
  at: number,
  index: UnitIndex,
  place: { expected: boolean; alone?: boolean },
): Named | null {
  const token = tokens[at];
  if (!token || token.kind === 'mark' || gluedToNumber(tokens, at)) return null;
  const expected = place.expected || unitMayBegin(tokens, at);
  const ends = [...walks(tokens, at, index.root), ...signs(tokens, at, index.root)];
  ends.sort((a, b) => b.length - a.length);
  for (const { node, length } of ends) {
    const allowed = node.ends.filter(
      (form) => place.alone === true || mayStand(form, tokens, at, length, expected),
    );
    const spelt = allowed.filter((form) => spelledSo(form, tokens, at));
    // Another tone makes another word: only a name with its head is still seen as a slip.
    const chosen = spelt.length > 0 ? spelt : allowed.filter((form) => form.kind === 'name' || place.alone);
    if (chosen.length > 0) {
      return {
        length: length + tail(tokens, at + length),
        candidates: candidates(chosen),
        exact: spelt.length > 0,
      };
    }
  }
  const slip = nearlyNamed(tokens, at, index, place.alone === true || (expected && startsCapital(token)));
  return slip && { length: slip.length, candidates: unique(slip.candidates), exact: false };
}

/** Every node with forms on the way down from `at`. Marks and "và" inside a name may be skipped. */
function walks(tokens: readonly Word[], at: number, root: FormNode): { node: FormNode; length: number }[] {
  const ends: { node: FormNode; length: number }[] = [];
  let node = root;
  let skipped = 0;
  for (let place = at; place < at + WALK_TOKENS_MAX; place += 1) {
    const token = tokens[place];
    if (!token) break;
    const next = node.next.get(token.folded);
    if (next) {
      node = next;
      skipped = 0;
      if (node.ends.length > 0) ends.push({ node, length: place - at + 1 });
      continue;
    }
    skipped += 1;
    if (place === at || skipped > 2 || !isLoose(token)) break;
  }
  return ends;
}

const WALK_TOKENS_MAX = 24;

function isLoose(token: Word): boolean {
  return /^[.\-–—&:]$/.test(token.text) || token.folded === 'va';
}

/** Signs of several pieces: "TN&MT", "HC-TC", "P.TH" are looked up as one word. */
function signs(tokens: readonly Word[], at: number, root: FormNode): { node: FormNode; length: number }[] {
  const ends: { node: FormNode; length: number }[] = [];
  let letters = tokens[at]?.folded ?? '';
  for (let place = at + 1; place + 1 < at + WALK_TOKENS_MAX; place += 2) {
    const mark = tokens[place];
    const word = tokens[place + 1];
    if (!mark || !word || mark.spaced || word.spaced || !/^[.\-&]$/.test(mark.text) || word.kind === 'mark')
      break;
    letters += word.folded;
    const node = root.next.get(letters);
    if (node && node.ends.length > 0) ends.push({ node, length: place + 2 - at });
  }
  return ends;
}

/** Whether a form of this kind may be believed at this place. */
function mayStand(
  form: IndexedForm,
  tokens: readonly Word[],
  at: number,
  length: number,
  expected: boolean,
): boolean {
  if (form.kind === 'name') return true;
  const written = tokens.slice(at, at + length).filter((token) => token.kind !== 'mark');
  if (form.kind === 'core' && tail(tokens, at + length) > 0) return true;
  const named = unitJustNamed(tokens, at + length);
  if (form.kind === 'code') {
    const letters = written.map((token) => token.text).join('');
    if (letters.length < 2) return expected && tokens[at - 1]?.text === '@';
    if (isSign(letters) || tokens[at - 1]?.text === '@') return true;
    return (expected || named) && !isAbbreviatedVerb(tokens, at);
  }
  const first = written[0];
  if (expected) {
    if (named || startsCapital(first) || endsList(tokens, at + length)) return true;
    return actionAt(tokens, at + length) && !actionAt(tokens, at); // "giao văn phòng chuẩn bị", not "giao tổng hợp báo cáo"
  }
  return named && (at === 0 || startsCapital(first));
}

/** A list of names without heads may be in small letters when nothing but its end or its next joint follows. */
function endsList(tokens: readonly Word[], at: number): boolean {
  const next = tokens[at];
  return !next || next.text === ',' || next.text === ';' || next.text === '.' || next.text === '/';
}

/** "t/h", "p/h", "b/c": a letter with a slash is no sign of a unit. */
function isAbbreviatedVerb(tokens: readonly Word[], at: number): boolean {
  return (
    isSlashForm(tokens, at, 't', 'h') ||
    isSlashForm(tokens, at, 'p', 'h') ||
    isSlashForm(tokens, at, 'b', 'c')
  );
}

/** Part of a document number: "123/UBDT-TTTT", "30/2020/NĐ-CP". */
function gluedToNumber(tokens: readonly Word[], at: number): boolean {
  let place = at;
  while (place > Math.max(0, at - SIGN_TOKENS_MAX) && !tokens[place]?.spaced) {
    place -= 1;
    if (tokens[place]?.kind === 'number') return tokens[place + 1]?.text === '/';
  }
  return false;
}

const SIGN_TOKENS_MAX = 10;

function spelledSo(form: IndexedForm, tokens: readonly Word[], at: number): boolean {
  // A sign, or a name registered without diacritics, fits every spelling.
  if (form.kind === 'code' || form.plains.every(isAscii)) return true;
  let place = at;
  for (const [index, plain] of form.plains.entries()) {
    while (tokens[place] && tokens[place]?.folded !== form.words[index]) {
      // A sign written in pieces was looked up whole; its letters are right.
      if (index === 0) return true;
      place += 1;
      if (place - at > WALK_TOKENS_MAX) return true;
    }
    const token = tokens[place];
    if (token && !sameSpelling(token.plain, plain)) return false;
    place += 1;
  }
  return true;
}

/** "General Affairs Department": the last word adds nothing. */
function tail(tokens: readonly Word[], at: number): number {
  return ENGLISH_TAILS.includes(tokens[at]?.folded ?? '') ? 1 : 0;
}

function candidates(forms: readonly IndexedForm[]): UnitCandidate[] {
  return unique(forms.map((form) => ({ unit: form.unit, score: form.score })));
}

/** Each unit once with its best score; closed units only when no open one fits. */
function unique(candidates: readonly UnitCandidate[]): UnitCandidate[] {
  const best = new Map<number, UnitCandidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.unit.id);
    if (!known || known.score < candidate.score) best.set(candidate.unit.id, candidate);
  }
  const open = [...best.values()].filter(({ unit }) => !unit.closed);
  return open.length > 0 ? open : [...best.values()];
}
