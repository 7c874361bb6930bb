/** Whether a typed word is a known word, given that Vietnamese is typed with and without diacritics. Pure. */

import { fold } from '../folding.ts';
import type { Token } from '../tokens.ts';

/**
 * True when `typed` may stand for `known` (both lower case): the same word, the tone on another vowel ("hoà", "hòa"), or one of
 * them written without any diacritics. "bạn" is not "ban" and "phóng" is not "phòng". The caller knows that both fold alike.
 */
export function sameSpelling(typed: string, known: string): boolean {
  if (typed === known || isAscii(typed) || isAscii(known)) return true;
  return tonesLast(typed) === tonesLast(known);
}

/** True when the token is one of the words given in full Vietnamese spelling: `says(token, 'giao', 'nhờ')`. */
export function says(token: Token | undefined, ...words: readonly string[]): boolean {
  if (!token) return false;
  return words.some((word) => token.folded === foldedOf(word) && sameSpelling(token.plain, word));
}

/** True when the tokens from `at` on say the phrase, word by word: `saysPhrase(tokens, 3, ['phối', 'hợp'])`. */
export function saysPhrase(tokens: readonly Token[], at: number, phrase: readonly string[]): boolean {
  return at >= 0 && phrase.every((word, index) => says(tokens[at + index], word));
}

/** Folding is asked for the same few hundred words of the rules again and again. */
const foldedWords = new Map<string, string>();

function foldedOf(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  foldedWords.set(word, folded);
  return folded;
}

function isAscii(word: string): boolean {
  return /^[\x20-\x7e]*$/.test(word);
}

/** Letters first, tone marks last, so that the place of the tone within the word makes no difference. */
function tonesLast(word: string): string {
  const parts = word.normalize('NFD');
  return parts.replace(TONES, '') + (parts.match(TONES) ?? []).join('');
}

/** Huyền, sắc, ngã, hỏi, nặng as combining marks. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
