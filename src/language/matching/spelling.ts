/** Whether a typed word is a known word, given that Vietnamese is typed with and without diacritics. Pure. */

import { fold } from '../folding.ts';
import type { Word } from './words.ts';

/**
 * True when `typed` may stand for `known` (both lower case): the same word, typed without diacritics, or with the tone on another
 * vowel ("hoà", "hòa"). "bạn" is not "ban" and "phóng" is not "phòng". The caller knows that both fold alike.
 */
export function sameSpelling(typed: string, known: string): boolean {
  return typed === known || isAscii(typed) || tonesLast(typed) === tonesLast(known);
}

/** True when the token is one of the words given in full Vietnamese spelling: `says(token, 'giao', 'nhờ')`. */
export function says(token: Word | undefined, ...words: readonly string[]): boolean {
  if (!token) return false;
  return words.some((word) => token.folded === foldedOf(word) && meant(token, word));
}

function meant(token: Word, word: string): boolean {
  if (token.plain === word) return true;
  if (isAscii(token.plain)) return token.bare;
  return tonesLast(token.plain) === tonesLast(word);
}

/** True when the tokens from `at` on say the phrase, word by word: `saysPhrase(tokens, 3, ['phối', 'hợp'])`. */
export function saysPhrase(tokens: readonly Word[], at: number, phrase: readonly string[]): boolean {
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

export function isAscii(word: string): boolean {
  return /^[\x20-\x7e]*$/.test(word);
}

/** Letters first, tone marks last, so that the place of the tone within the word makes no difference. */
function tonesLast(word: string): string {
  const parts = word.normalize('NFD');
  return parts.replace(TONES, '') + (parts.match(TONES) ?? []).join('');
}

/** Huyền, sắc, ngã, hỏi, nặng as combining marks. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
