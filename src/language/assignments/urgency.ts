/** The urgency of a task as documents mark it: khẩn, thượng khẩn, hỏa tốc (Decree 30/2020, article 4). Pure. */
import { phraseAt, phraseBefore, phraseList } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import type { Urgency } from './assignmentReading.ts';
import type { TokenSpan } from './tokenSpan.ts';

/** Stronger words first: "thượng khẩn" holds "khẩn". */
const LEVELS: readonly { level: Urgency; words: ReturnType<typeof phraseList>; examples: string[] }[] = [
  { level: 'express', words: phraseList('hỏa tốc|express'), examples: ['hoả tốc: báo cáo lũ', '(Hỏa tốc)'] },
  {
    level: 'very_urgent',
    words: phraseList('thượng khẩn|very urgent'),
    examples: ['thượng khẩn, P. TH báo cáo'],
  },
  { level: 'urgent', words: phraseList('khẩn|urgent'), examples: ['[KHẨN] P. TH báo cáo'] },
];

/** Said only together with its label, for "thường" alone is an everyday word. */
const LABELS = phraseList('độ khẩn|độ khẩn :|mức độ khẩn|mức độ khẩn :|mức độ|mức độ :|urgency|urgency :');
const NORMAL = phraseList('thường|bình thường|normal');

/** Words after "khẩn" that make it a tone and no level, and words before that give it to a document. */
const TONES = phraseList('trương|cấp|thiết|cầu|ly');
const DOCUMENTS = phraseList('công văn|văn bản|công điện|cv|tình huống|trường hợp|điện');

/** The first urgency that is said, with its label and brackets; null when none is. */
export function findUrgency(tokens: readonly Word[]): (TokenSpan & { level: Urgency }) | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const label = phraseBefore(tokens, at, LABELS);
    const normal = phraseAt(tokens, at, NORMAL);
    if (label > 0 && normal > 0) return { level: 'normal', ...bracketed(tokens, at - label, at + normal) };
    for (const { level, words } of LEVELS) {
      const length = phraseAt(tokens, at, words);
      if (length === 0 || phraseAt(tokens, at + length, TONES) > 0) continue;
      if (phraseBefore(tokens, at, DOCUMENTS) > 0 || says(tokens[at - 1], 'không')) continue;
      return { level, ...bracketed(tokens, at - label, at + length) };
    }
  }
  return null;
}

function bracketed(tokens: readonly Word[], start: number, end: number): TokenSpan {
  const opens = /^[[({]$/.test(tokens[start - 1]?.text ?? '');
  const closes = /^[\])}]$/.test(tokens[end]?.text ?? '');
  return opens && closes ? { start: start - 1, end: end + 1 } : { start, end };
}
