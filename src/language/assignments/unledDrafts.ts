/** Work that a sentence sets without naming anybody. Pure. */
import { actionAtStart } from '../matching/actionAt.ts';
import { phraseAt } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import { officeLength } from './officeSpan.ts';
import type { Draft } from './orderDrafts.ts';
import { SENDING_VERBS } from './orderWords.ts';
import { type DateSpan, worksOf } from './orderWork.ts';
import type { TokenSpan } from './tokenSpan.ts';

/** "Nếu vi phạm thì xử lý nghiêm, báo cáo Thủ tướng trước ngày 15/4": work with a date and a receiver, but nobody named. */
export function unledDrafts(
  tokens: readonly Word[],
  sentence: TokenSpan,
  dates: readonly DateSpan[],
): Draft[] {
  const date = dates.findLast((each) => each.end <= sentence.end);
  if (!date) return [];
  const start = workStart(tokens, sentence.start, date.start);
  if (start === null || !reportsBefore(tokens, start, date.start)) return [];
  return worksOf(tokens, { start, end: date.end }, [date]).map((work) => ({
    leads: [],
    coordinating: [],
    ...work,
  }));
}

/** The first verb of work, behind "thì" when a condition stands before it. */
function workStart(tokens: readonly Word[], from: number, to: number): number | null {
  let then = from;
  for (let at = from; at < to; at += 1) if (says(tokens[at], 'thì')) then = at + 1;
  for (let at = then; at < to; at += 1) {
    if (says(tokens[at], 'đã', 'vừa', 'không')) return null;
    if (at === then || /^[,;:“"]$/.test(tokens[at - 1]?.text ?? '')) {
      if (actionAtStart(tokens, at)) return at;
    }
  }
  return null;
}

/** "…, báo cáo Thủ tướng" right before the date. */
function reportsBefore(tokens: readonly Word[], from: number, to: number): boolean {
  for (let at = Math.max(from + 1, to - REPORT_WORDS_MAX); at < to; at += 1) {
    const verb = phraseAt(tokens, at, SENDING_VERBS);
    if (verb > 0 && /^[,;]$|^và$/.test(tokens[at - 1]?.text ?? '') && officeLength(tokens, at + verb) > 0)
      return true;
  }
  return false;
}

const REPORT_WORDS_MAX = 12;
