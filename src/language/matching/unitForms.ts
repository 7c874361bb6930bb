/** All the ways in which one unit may be written, made from its name, aliases and code. Pure. */

import type { KnownUnit } from './unit.ts';
import { ENGLISH_TAILS, headOf } from './unitHeads.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * One way to write a unit.
 * - `name`: with its head ("Phòng Tổng hợp", "P. TH"): recognised anywhere;
 * - `core`: without it ("Tổng hợp"), or a head alone ("Văn phòng"): only where a unit is expected, for it may be a verb or a noun;
 * - `code`: a short sign ("TH", "TN&MT"): in capitals, or where a unit is expected.
 */
export type UnitForm = {
  kind: 'name' | 'core' | 'code';
  /** Folded words, without marks and "và". */
  words: string[];
  /** The same words with diacritics, as far as the name has them. */
  plains: string[];
  score: number;
};

/** Forms of names that were worked out before: many agencies have a "Phòng Tổng hợp". */
export type KnownForms = Map<string, UnitForm[]>;

/** Every form of the unit, each once, the best score kept. */
export function unitForms(unit: KnownUnit, known: KnownForms): UnitForm[] {
  const forms = new Map<string, UnitForm>();
  const add = (form: UnitForm): void => {
    const key = form.words.join(' ');
    const other = forms.get(key);
    if (form.words.length > 0 && (!other || other.score < form.score)) forms.set(key, form);
  };
  for (const name of [unit.name, ...unit.aliases]) {
    for (const part of nameParts(name, unit)) for (const form of formsOnce(part, known)) add(form);
  }
  for (const form of codeForms(unit)) add(form);
  return [...forms.values()];
}

function formsOnce(name: string, known: KnownForms): UnitForm[] {
  const before = known.get(name);
  if (before) return before;
  const forms = nameForms(name);
  known.set(name, forms);
  return forms;
}

/** "Trung tâm Thông tin – Ủy ban Dân tộc" is also called by what stands before the dash. */
function nameParts(name: string, unit: KnownUnit): string[] {
  const dash = name.search(/\s[–—-]\s/);
  return unit.kind === 'agency' && dash > 0 ? [name, name.slice(0, dash)] : [name];
}

function nameForms(name: string): UnitForm[] {
  const words = wordsOf(name).filter((token) => token.kind !== 'mark' && token.folded !== 'va');
  if (words.length === 0) return [];
  const folded = words.map((word) => word.folded);
  if (isSign(name)) {
    const joined = words.map((word) => word.folded).join('');
    const whole = { ...form('code', words, 1), words: [joined], plains: [joined] };
    return words.length === 1 ? [whole] : [whole, form('code', words, 1)];
  }
  const found = headOf(folded);
  if (!found) return headlessForms(words);
  const core = words.slice(found.length);
  if (core.length === 0) {
    return found.head.ways.map((way) => ({
      kind: way.length === 1 && way !== found.head.ways[0] ? 'code' : 'core',
      words: [...way],
      plains: way === found.head.ways[0] ? found.head.name.split(' ') : [...way],
      score: 1,
    }));
  }
  return [
    ...withHead(found.head.ways, found.head.name, core, 1),
    ...withHead(found.head.ways, found.head.name, initials(core), 0.9),
    // "Văn phòng Cục" is not called "Cục".
    ...(headOf(folded.slice(found.length))?.length === core.length ? [] : [form('core', core, 0.9)]),
    ...(core.length > 1 ? [{ ...form('code', words, 0.85), ...spelt(initials(words)) }] : []),
  ];
}

/** A name without a known head: long ones speak for themselves, short ones need a place where a unit is expected. */
function headlessForms(words: readonly Word[]): UnitForm[] {
  const last = words.at(-1);
  const tail = words.length > 1 && last !== undefined && ENGLISH_TAILS.includes(last.folded);
  const whole = form(words.length > 2 || tail ? 'name' : 'core', words, 1);
  return tail ? [whole, form('core', words.slice(0, -1), 0.95)] : [whole];
}

function codeForms(unit: KnownUnit): UnitForm[] {
  const words = wordsOf(unit.code).filter((token) => token.kind !== 'mark');
  if (words.length === 0) return [];
  const name = wordsOf(unit.name).filter((token) => token.kind !== 'mark');
  const found = headOf(name.map((word) => word.folded));
  const heads =
    found && unit.kind === 'department' ? withHead(found.head.ways, found.head.name, words, 0.95) : [];
  return [form('code', words, 1), ...heads];
}

function withHead(
  ways: readonly (readonly string[])[],
  name: string,
  core: readonly Spelt[],
  score: number,
): UnitForm[] {
  if (core.length === 0) return [];
  return ways.map((way, index) => ({
    kind: 'name',
    words: [...way, ...core.map((word) => word.folded)],
    plains: [...(index === 0 ? name.split(' ') : way), ...core.map((word) => word.plain)],
    score: index === 0 ? score : score - 0.01,
  }));
}

type Spelt = Pick<Word, 'folded' | 'plain'>;

function form(kind: UnitForm['kind'], words: readonly Spelt[], score: number): UnitForm {
  return { kind, score, ...spelt(words) };
}

function spelt(words: readonly Spelt[]): Pick<UnitForm, 'words' | 'plains'> {
  return { words: words.map((word) => word.folded), plains: words.map((word) => word.plain) };
}

/** First letters as one word, numerals kept apart: "Địa phương I" gives "đp", "i". A single word gives nothing. */
function initials(words: readonly Word[]): Spelt[] {
  const spoken = words.filter((word) => !isNumeral(word));
  if (spoken.length < 2) return [];
  // A short sign inside a name stays whole: "Cục CNTT" gives "ccntt".
  const joined = spoken.map((word) => (isSign(word.text) ? word.folded : word.folded.slice(0, 1))).join('');
  return [{ folded: joined, plain: joined }, ...words.filter(isNumeral)];
}

function isNumeral(word: Word): boolean {
  return word.kind === 'number' || /^[IVX]+$/.test(word.text);
}

/** Written in capitals throughout: "TH", "TN&MT", "CNTT". */
export function isSign(text: string): boolean {
  return (
    text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase() && !/\s/.test(text.trim())
  );
}
