/** Whether the work of an order begins at a token. Pure. */
import { fold } from '../folding.ts';
import { ACTION_PAIRS, ACTION_SINGLES, MANNER_PHRASES, NOUN_PAIRS } from './actionWords.ts';
import { phraseAt } from './phraseList.ts';
import type { Word } from './words.ts';

/** True when a verb of work begins at `at`, in small letters: "xây dựng đề án", not "Xây dựng" of a ministry. */
export function actionAt(tokens: readonly Word[], at: number): boolean {
  const first = tokens[at];
  if (first?.kind !== 'word' || startsCapital(first)) return false;
  const second = tokens[at + 1];
  if (ACTION_SINGLES.has(first.plain))
    return !NOUN_PAIRS.has(`${tokens[at - 1]?.plain ?? ''} ${first.plain}`);
  if (second?.kind !== 'word') return false;
  const pair = `${first.plain} ${second.plain}`;
  return ACTION_PAIRS.has(pair) || FOLDED_PAIRS.has(pair);
}

/** The same wherever a sentence may begin, so that a capital says nothing. */
export function actionAtStart(tokens: readonly Word[], at: number): boolean {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first?.kind !== 'word') return false;
  const pair = `${first.plain} ${second?.plain ?? ''}`;
  return ACTION_SINGLES.has(first.plain) || ACTION_PAIRS.has(pair) || FOLDED_PAIRS.has(pair);
}

/** How many tokens of mere manner stand at `at`: "khẩn trương, chủ động" is 4; 0 when none. */
export function mannerLength(tokens: readonly Word[], at: number): number {
  let place = at;
  for (;;) {
    const length = phraseAt(tokens, place, MANNER_PHRASES);
    if (length === 0) return place - at;
    place += length;
    if (tokens[place]?.text === ',' && phraseAt(tokens, place + 1, MANNER_PHRASES) > 0) place += 1;
  }
}

export function startsCapital(token: Word | undefined): boolean {
  if (!token) return false;
  const first = String.fromCodePoint(token.text.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}

/** For text typed without diacritics: "ra soat". */
const FOLDED_PAIRS: ReadonlySet<string> = new Set([...ACTION_PAIRS].map(fold));
