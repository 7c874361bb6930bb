/** What is left of a line when units, dates and the like are taken out: the title, in the words of the source. Pure. */

import { mannerLength } from '../matching/actionAt.ts';
import { phraseAt, phraseBefore, phraseList } from '../matching/phraseList.ts';
import type { Word } from '../matching/words.ts';
import type { PartRole } from './assignmentReading.ts';
import type { TokenSpan } from './tokenSpan.ts';

/** Words at the start of a piece that only tie it to what stood before. */
const OPENING = phraseList(`
và|thì|là|để|hãy|to|that|please|and|phải|cần|sẽ|có trách nhiệm|được giao|vui lòng|xin|nhé|ạ|giúp|việc|nhiệm vụ|với nội dung|nội dung|về việc|v / v
nội dung :|việc :|nhiệm vụ :|task :|dạ|trong đó|will|should|must|làm nhiệm vụ|thực hiện nhiệm vụ|thực hiện việc|vào|do|bởi
`);

/** Words at its end that say no more than courtesy, or only hold the date. */
const CLOSING = phraseList(`
nhé|nha|ạ|giúp|giùm|dùm|hộ|với|và|để|thì|nhá|hen|please|thanks|cảm ơn|nhé ạ|giúp ạ|giúp em|giúp anh|em nhé|anh nhé|xin cảm ơn|cho|do|and|to|with|trong đó
`);
const BEFORE_DATE = phraseList(`
xong|hoàn thành|và hoàn thành|phải xong|phải hoàn thành|cần xong|làm xong|hạn|hạn chót|hạn :|hạn chót :|thời hạn|thời hạn :|deadline|deadline :|due|due :
yêu cầu hoàn thành|đề nghị hoàn thành|nộp|hoàn tất|xong hết|thời gian|thời gian :|thời gian hoàn thành|thời gian hoàn thành :|hạn hoàn thành|hạn hoàn thành :
`);

/**
 * The pieces of the title among the tokens without a label, cleaned at their edges. What is trimmed gets the label
 * `connecting`, the rest `title`: afterwards every token has a label.
 */
export function titlePieces(tokens: readonly Word[], labels: (PartRole | null)[]): TokenSpan[] {
  const pieces: TokenSpan[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (labels[at]) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < tokens.length && !labels[end]) end += 1;
    const piece = trimmed(tokens, { start: at, end }, labels[end] === 'deadline', pieces.length > 0);
    for (let place = at; place < end; place += 1) {
      labels[place] = place >= piece.start && place < piece.end ? 'title' : 'connecting';
    }
    if (piece.end > piece.start) pieces.push(piece);
    at = end;
  }
  return pieces;
}

/** The pieces as one text; a comma of the source between two pieces is kept. */
export function titleText(text: string, tokens: readonly Word[], pieces: readonly TokenSpan[]): string {
  let title = '';
  let last: TokenSpan | null = null;
  for (const piece of pieces) {
    const words = text.slice(tokens[piece.start]?.from, tokens[piece.end - 1]?.to);
    const comma = last && tokens.slice(last.end, piece.start).some((token) => token.text === ',');
    title += last ? `${comma ? ',' : ''} ${words}` : words;
    last = piece;
  }
  return title.replace(/\s+/g, ' ');
}

/** `more`: another piece holds the work, so that this one may vanish. */
function trimmed(tokens: readonly Word[], span: TokenSpan, dateFollows: boolean, more: boolean): TokenSpan {
  let { start, end } = span;
  for (;;) {
    const loose = isLooseStart(tokens, start)
      ? 1
      : phraseAt(tokens, start, OPENING) || mannerLength(tokens, start);
    if (loose === 0 || start >= end) break;
    start += loose;
  }
  for (;;) {
    const mark = isLooseEnd(tokens, end - 1, start) ? 1 : 0;
    const words =
      mark ||
      phraseBefore(tokens, end, CLOSING) ||
      (dateFollows ? dateWords(tokens, more ? start - 1 : start, end) : 0);
    if (words === 0 || end <= start) break;
    end -= words;
  }
  const spoken = tokens.slice(start, end).some((token) => token.kind !== 'mark');
  return spoken ? { start, end } : { start: span.start, end: span.start };
}

/** "…, hoàn thành" before the date; not where it is the whole work ("hoàn thành báo cáo"). */
function dateWords(tokens: readonly Word[], start: number, end: number): number {
  const length = phraseBefore(tokens, end, BEFORE_DATE);
  return end - length > start ? length : 0;
}

function isLooseStart(tokens: readonly Word[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return /^[,;:.\-–—→>)\]}|*•+!?/@&]$/.test(text);
}

/** A closing bracket stays when its opening one is in the piece. */
function isLooseEnd(tokens: readonly Word[], at: number, start: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (/^[,;:.\-–—→>([{|*•+!/@&]$/.test(text)) return true;
  if (!/^[)\]}]$/.test(text)) return false;
  const first = Math.max(start, at - BRACKET_WORDS_MAX);
  for (let place = at - 1; place >= first; place -= 1)
    if (/^[([{]$/.test(tokens[place]?.text ?? '')) return false;
  return true;
}

/** A bracket opened further back does not count: the search stays short on any text. */
const BRACKET_WORDS_MAX = 40;
