/** Numbers as they stand in a text: digits, Vietnamese and English words, Roman quarters. Data and reading. Pure. */
import type { Token } from '../tokens.ts';
import { means, type Row, spellingOf } from './spelling.ts';

export type Read = { to: number; value: number };

/** Digits at a token: at most `digits` of them. Full-width digits count; other scripts' do not. */
export function digitsAt(row: Row, at: number, digits: number): Read | null {
  row.work.steps += 1;
  const token = row.tokens[at];
  if (token?.kind !== 'number' || token.plain.length > digits) return null;
  const value = Number(token.plain);
  return Number.isInteger(value) ? { to: at + 1, value } : null;
}

/** A number in words: "mười lăm", "hai mươi", "hăm lăm", "fifteen". */
export function wordsAt(row: Row, at: number): Read | null {
  const first = wordAt(row, at, ONES) ?? wordAt(row, at, ENGLISH);
  const ten = wordAt(row, at, TENS);
  if (ten) {
    const one = wordAt(row, at + 1, AFTER_TEN);
    return one ? { to: one.to, value: ten.value + one.value } : ten;
  }
  if (!first) return null;
  const many = first.value >= 2 && first.value <= 9 ? wordAt(row, at + 1, MANY) : null;
  if (!many) return first;
  const one = wordAt(row, many.to, AFTER_TEN);
  return { to: one?.to ?? many.to, value: first.value * 10 + (one?.value ?? 0) };
}

/** A count: digits, digits with the words in brackets ("05 (năm)"), or words. */
export function countAt(row: Row, at: number): Read | null {
  const digits = digitsAt(row, at, 4);
  if (!digits) return wordsAt(row, at);
  if (row.tokens[digits.to]?.plain !== '(') return digits;
  const words = wordsAt(row, digits.to + 1);
  return words && row.tokens[words.to]?.plain === ')' ? { to: words.to + 1, value: digits.value } : digits;
}

/** The words of numbers, folded: with what slots may begin and go on. */
export function numberWords(): readonly string[] {
  return [ONES, TENS, MANY, AFTER_TEN, ENGLISH].flatMap((list) => [...list.keys()]);
}

/** Tokens of a list of words, by folded form; a form may belong to several words. */
type Words = ReadonlyMap<string, readonly { spelling: ReturnType<typeof spellingOf>; value: number }[]>;

export function wordList(list: Readonly<Record<string, number>>): Words {
  const entries = Object.entries(list).map(([word, value]) => ({ spelling: spellingOf(word), value }));
  return Map.groupBy(entries, (each) => each.spelling.folded);
}

export function wordAt(row: Row, at: number, words: Words): Read | null {
  row.work.steps += 1;
  const token: Token | undefined = row.tokens[at];
  const entries = token && words.get(token.folded);
  const exact = entries?.find((each) => each.spelling.plain === token?.plain);
  const found = exact ?? entries?.find((each) => token && means(row, token, each.spelling));
  return found ? { to: at + 1, value: found.value } : null;
}

const ONES = wordList({
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
});
/** "mười", and "hăm" for twenty in days of the lunar month. */
const TENS = wordList({ mười: 10, hăm: 20 });
const MANY = wordList({ mươi: 1, mười: 1 });
const AFTER_TEN = wordList({
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
});
const ENGLISH = wordList({
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
});
