/** Behind the leads of an order: who leads, with whom, in what manner, until the work begins. Pure. */
import { mannerLength } from '../matching/actionAt.ts';
import { phraseAt, phraseList } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import { listEnd, officeList } from './officeList.ts';
import { LEADING, WITH } from './orderWords.ts';
import type { Sentence } from './sentences.ts';
import type { TokenSpan } from './tokenSpan.ts';

/** The coordinating units from `from` on, and where the work begins. */
export function readOn(
  tokens: readonly Word[],
  from: number,
  sentence: Sentence,
): { coordinating: TokenSpan[]; work: number } {
  const coordinating: TokenSpan[] = [];
  let place = from;
  while (place < sentence.end) {
    const comma = /^[,:;–-]$/.test(tokens[place]?.text ?? '') ? 1 : 0;
    const at = place + comma;
    const withWords = phraseAt(tokens, at, WITH);
    const others = withWords > 0 ? officeList(tokens, at + withWords, sentence.end) : [];
    // "làm việc với Trường X về vụ bạo hành": that is the work
    if (others.length > 0 && says(tokens[at], 'làm') && says(tokens[listEnd(others, at)], 'về')) break;
    if (others.length > 0) {
      coordinating.push(...others);
      place = listEnd(others, at);
      continue;
    }
    const joining = joiningAfter(tokens, at, sentence);
    if (joining) {
      coordinating.push(...joining.offices);
      place = joining.end;
      continue;
    }
    const leading = phraseAt(tokens, at, LEADING) || mannerLength(tokens, at);
    place = at + leading;
    if (leading === 0) break;
  }
  return { coordinating, work: Math.min(place, sentence.end) };
}

/** "…, Sở Y và Sở Z phối hợp": units that are said before the word. */
function joiningAfter(
  tokens: readonly Word[],
  at: number,
  sentence: Sentence,
): { offices: TokenSpan[]; end: number } | null {
  const offices = officeList(tokens, at, sentence.end);
  const end = listEnd(offices, at);
  const word = offices.length > 0 ? phraseAt(tokens, end, JOINING) : 0;
  return word > 0 && !says(tokens[end + word], 'với', 'cùng') ? { offices, end: end + word } : null;
}

const JOINING = phraseList(
  'phối hợp|cùng phối hợp|tham gia phối hợp|phối hợp thực hiện|là đơn vị phối hợp|hỗ trợ',
);
