/** The work of an order as the shortest words that say it, and the date that closes it. Pure. */
import { actionAt, actionAtStart, mannerLength } from '../matching/actionAt.ts';
import { phraseAt, phraseList } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import { FIELDS } from './officeNames.ts';
import { officeLength } from './officeSpan.ts';
import { BY_WHAT_RULE, CLOSING_VERBS, RECEIVERS, SENDING_VERBS } from './orderWords.ts';
import type { TokenSpan } from './tokenSpan.ts';

/** A date as a run of tokens; `index` is its place among the dates of the text, `marked`: "trước", "hạn" stand before it. */
export type DateSpan = TokenSpan & { index: number; marked: boolean };

export type Work = { action: TokenSpan; date: DateSpan | null };

/**
 * The pieces of work between `work.start` and `work.end`: one, or one for each date that closes a piece of its own. `dates` are
 * those that may close a task, in order of place.
 */
export function worksOf(tokens: readonly Word[], work: TokenSpan, dates: readonly DateSpan[]): Work[] {
  const inside = dates.filter((date) => date.start >= work.start && date.end <= work.end);
  const works: Work[] = [];
  let start = work.start;
  for (const [order, date] of inside.entries()) {
    const next = inside[order + 1];
    // "trước ngày 15/5, nộp dự thảo": the date stands before its work.
    if (date.start <= start + 1) {
      const end = next?.start ?? work.end;
      works.push({
        action: shortened(tokens, { start: date.end, end: next ? pieceEnd(tokens, date.end, end) : end }),
        date,
      });
      start = next ? pieceEnd(tokens, date.end, end) : end;
      continue;
    }
    const closes = !next || beginsWork(tokens, date.end, work.end);
    if (!closes) continue;
    works.push(...closedBy(tokens, { start, end: date.start }, date));
    start = date.end;
  }
  if (works.length === 0) return [{ action: shortened(tokens, work), date: null }];
  return [...works, ...rest(tokens, { start, end: work.end })];
}

/** A dated piece; an undated one before it, where the last clause hands in something of its own (conventions §2.8). */
function closedBy(tokens: readonly Word[], piece: TokenSpan, date: DateSpan): Work[] {
  const third = thirdParty(tokens, piece);
  if (third > 0) return [{ action: shortened(tokens, { start: piece.start, end: third }), date: null }];
  const own = handedIn(tokens, piece);
  if (!own) return [{ action: shortened(tokens, piece), date }];
  return [
    { action: shortened(tokens, { start: piece.start, end: own.start }), date: null },
    { action: { start: own.object, end: piece.end }, date },
  ];
}

/** "; trình lãnh đạo thành phố phương án điều chỉnh quy hoạch": a clause after ";" with a thing of its own to hand in. */
function handedIn(tokens: readonly Word[], piece: TokenSpan): { start: number; object: number } | null {
  for (let at = piece.end - 1; at > piece.start; at -= 1) {
    if (tokens[at]?.text !== ';') continue;
    const verb = phraseAt(tokens, at + 1, SENDING_VERBS);
    if (verb === 0) return null;
    const receiver = officeLength(tokens, at + 1 + verb);
    const object = at + 1 + verb + receiver;
    return receiver > 0 && piece.end - object > OBJECT_WORDS_MIN && !says(tokens[object], 'kết')
      ? { start: at, object }
      : null;
  }
  return null;
}

const OBJECT_WORDS_MIN = 3;

/** Where "để Sở Tài chính bàn giao …" begins: the date after it binds somebody else. 0 when it does not stand there. */
function thirdParty(tokens: readonly Word[], piece: TokenSpan): number {
  for (let at = piece.start; at < piece.end; at += 1) {
    if (!says(tokens[at], 'để')) continue;
    const office = officeLength(tokens, at + 1);
    if (office > 0 && tokens[at + 1 + office]?.kind === 'word') return at;
  }
  return 0;
}

/** What follows the last date: work of its own after ";" or ".", else nothing ("để báo cáo lãnh đạo"). */
function rest(tokens: readonly Word[], piece: TokenSpan): Work[] {
  if (tokens[piece.start]?.text !== ';' || !beginsWork(tokens, piece.start, piece.end)) return [];
  if (phraseAt(tokens, piece.start + 1, CLOSING_VERBS) > 0) return [];
  return [{ action: shortened(tokens, { start: piece.start + 1, end: piece.end }), date: null }];
}

/** A mark, perhaps "và", then a verb: another piece begins. */
function beginsWork(tokens: readonly Word[], at: number, end: number): boolean {
  let place = at;
  while (
    place < end &&
    (/^[,;.]$/.test(tokens[place]?.text ?? '') || says(tokens[place], 'và', 'đồng', 'thời'))
  )
    place += 1;
  place += mannerLength(tokens, place);
  return place > at && place < end && actionAtStart(tokens, place);
}

/** The last mark before `end`: the piece that belongs to the date before it ends there. */
function pieceEnd(tokens: readonly Word[], start: number, end: number): number {
  for (let at = end - 1; at > start; at -= 1) if (/^[,;.]$/.test(tokens[at]?.text ?? '')) return at;
  return end;
}

/** The words without manner at the start, and without the close and the rule at the end. */
function shortened(tokens: readonly Word[], piece: TokenSpan): TokenSpan {
  let { start, end } = piece;
  for (;;) {
    const loose = isLoose(tokens[start]) ? 1 : mannerLength(tokens, start);
    if (loose === 0 || start + loose >= end) break;
    start += loose;
  }
  const close = closeOf(tokens, { start, end });
  if (close > start) end = close;
  while (end > start + 1 && isLooseEnd(tokens[end - 1])) end -= 1;
  return { start, end };
}

/** Where the close of the task begins: the first place behind which nothing but the close follows. */
function closeOf(tokens: readonly Word[], { start, end }: TokenSpan): number {
  for (let at = start + 1; at < end; at += 1) {
    if (phraseAt(tokens, at, BY_WHAT_RULE) > 0 && end - at > RULE_WORDS_MIN) return at;
    const before = tokens[at - 1];
    const marked = /^[,;.]$/.test(before?.text ?? '') || says(before, 'và', 'thời');
    // "tham mưu, trình Bộ trưởng ban hành Quyết định …": what is left would not say the work.
    if (at - start <= BARE_WORDS_MAX && end - at > BARE_CLOSE_MAX && phraseAt(tokens, start, BARE_VERBS) > 0)
      continue;
    const verb = phraseAt(tokens, at, CLOSING_VERBS);
    // "kiểm tra, báo cáo việc chặt hạ cây": both verbs have the same object
    if (at - start <= BARE_WORDS_MAX && says(tokens[at + verb], 'việc', 'tình', 'phương', 'nguyên', 'danh'))
      continue;
    // "…, hoàn thành số hóa kết quả giải quyết thủ tục": more work
    if (says(tokens[at], 'hoàn') && actionAt(tokens, at + verb)) continue;
    if (marked && verb > 0 && onlyCloses(tokens, at, at + verb, end)) return at;
    const sends = phraseAt(tokens, at, SENDING_VERBS);
    if (
      sends > 0 &&
      at - start >= SENT_WORDS_MIN &&
      receives(tokens, at + sends) &&
      onlyCloses(tokens, at, at + sends, end)
    )
      return at;
  }
  return end;
}

const RULE_WORDS_MIN = 5;
const BARE_WORDS_MAX = 3;
const BARE_CLOSE_MAX = 7;
const BARE_VERBS = phraseList(
  'tham mưu|thẩm định|rà soát|nghiên cứu|nghiên cứu , đề xuất|xây dựng|hoàn thiện|soạn thảo|chuẩn bị|lập|dự thảo|hoàn chỉnh|tổng hợp',
);
const SENT_WORDS_MIN = 2;
/** A close is short; what is longer is work. */
const CLOSE_WORDS_MAX = 24;

function receives(tokens: readonly Word[], at: number): boolean {
  return officeLength(tokens, at) > 0 || phraseAt(tokens, at, RECEIVERS) > 0;
}

/** No new work begins behind the closing verb: after a comma only another close may follow. */
function onlyCloses(tokens: readonly Word[], at: number, from: number, end: number): boolean {
  if (end - at > CLOSE_WORDS_MAX) return false;
  let brackets = 0;
  for (let place = from; place < end; place += 1) {
    place += Math.max(0, phraseAt(tokens, place, FIELDS) - 1); // "phòng, chống thiên tai và tìm kiếm cứu nạn"
    const mark = tokens[place]?.text ?? '';
    if (mark === '(') brackets += 1;
    if (mark === ')') brackets -= 1;
    if (brackets > 0) continue;
    if (!/^[;,]$/.test(mark) && !says(tokens[place], 'và')) continue;
    if (actionAt(tokens, place + 1) && phraseAt(tokens, place + 1, CLOSING_VERBS) === 0) return false;
  }
  return true;
}

function isLoose(token: Word | undefined): boolean {
  return /^[,;:.\-–“"']$/.test(token?.text ?? '') || says(token, 'để', 'thì', 'và', 'phải', 'việc');
}

function isLooseEnd(token: Word | undefined): boolean {
  return /^[,;:.\-–/“”"'(]$/.test(token?.text ?? '') || says(token, 'và', 'để', 'đồng', 'thời');
}
