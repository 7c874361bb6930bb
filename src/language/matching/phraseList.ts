/** Lists of phrases looked up by their first word, so that long lists cost no more than short ones. Pure. */
import { fold } from '../folding.ts';
import { says } from './spelling.ts';
import type { Word } from './words.ts';

/** Phrases as rows of words and marks in full spelling, by the folded first word. */
export type PhraseList = ReadonlyMap<string, readonly (readonly string[])[]>;

/** One phrase between "|" or line ends: "chủ trì|làm đầu mối". Marks are words of their own. */
export function phraseList(lines: string): PhraseList {
  const phrases = lines
    .split(/[|\n]/)
    .map((phrase) => phrase.match(/[\p{L}\p{M}]+|\d+|[^\s\p{L}\d]/gu) ?? [])
    .filter((phrase) => phrase.length > 0);
  return Map.groupBy(phrases, (phrase) => fold(phrase[0] ?? ''));
}

/** How many tokens at `at` are a phrase of the list, the longest one; 0 when none is. */
export function phraseAt(tokens: readonly Word[], at: number, list: PhraseList): number {
  let best = 0;
  for (const phrase of list.get(tokens[at]?.folded ?? '') ?? []) {
    if (phrase.length > best && phrase.every((word, index) => saysOrMarks(tokens[at + index], word))) {
      best = phrase.length;
    }
  }
  return best;
}

/** How many tokens before `at` are a phrase of the list, the longest one; 0 when none is. */
export function phraseBefore(tokens: readonly Word[], at: number, list: PhraseList): number {
  for (let length = Math.min(at, PHRASE_WORDS_MAX); length > 0; length -= 1) {
    const fits = (list.get(tokens[at - length]?.folded ?? '') ?? []).some(
      (phrase) =>
        phrase.length === length &&
        phrase.every((word, index) => saysOrMarks(tokens[at - length + index], word)),
    );
    if (fits) return length;
  }
  return 0;
}

const PHRASE_WORDS_MAX = 6;

function saysOrMarks(token: Word | undefined, word: string): boolean {
  return token?.kind === 'mark' ? token.text === word : says(token, word);
}
