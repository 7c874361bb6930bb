/** Rows of offices in a document: "Sở Nội vụ và các sở, ngành liên quan". Pure. */
import { actionAt, mannerLength, startsCapital } from '../matching/actionAt.ts';
import { phraseAt, phraseList } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import { OFFICE_GROUPS, PLACES } from './officeNames.ts';
import { manyLength, officeLength } from './officeSpan.ts';
import type { TokenSpan } from './tokenSpan.ts';

/** The offices that stand one after another from `at` on; empty when none begins there. `end` bounds the search. */
export function officeList(tokens: readonly Word[], at: number, end: number): TokenSpan[] {
  const offices: TokenSpan[] = [];
  let place = at;
  /** "các Bộ: Nội vụ, GTVT": the head was said once for all. */
  let shared = false;
  while (place < end && offices.length < OFFICES_MAX) {
    // A name is read without regard to the end of its line.
    const length = Math.min(nextLength(tokens, place, shared && offices.length > 0), end - place);
    if (length === 0) break;
    shared ||= manyLength(tokens, place) > 0 || holdsMany(tokens, place, place + length);
    offices.push({ start: place, end: place + length });
    const after = place + length;
    if (tokens[after]?.text === ':' && shared && startsCapital(tokens[after + 1])) place = after + 1;
    else {
      const joint = jointLength(tokens, after);
      if (joint === 0) {
        const last = offices.at(-1);
        if (last && shared) last.end = Math.min(end, after + reachLength(tokens, after));
        break;
      }
      place = after + joint;
    }
  }
  return offices;
}

/**
 * The same behind an order word, where any group may be addressed: "các hãng hàng không | báo cáo", "các hộ dân trong khu vực nguy
 * hiểm | di dời", "các doanh nghiệp đã được cấp phép | phải báo cáo".
 */
export function orderedList(tokens: readonly Word[], at: number, end: number): TokenSpan[] {
  const offices = officeList(tokens, at, end);
  const many = manyLength(tokens, at);
  if (offices.length === 0 && many === 0) return namedList(tokens, at, end);
  const only = offices.length === 1 ? offices[0] : undefined;
  if (many === 0 || offices.length > 1 || (only && !describes(tokens, only.end)))
    return withBrands(tokens, offices, end);
  const start = only?.end ?? at + many;
  const must = says(tokens[start], 'đã', 'được', 'có', 'đang');
  for (let place = start; place < Math.min(start + GROUP_WORDS_MAX, end); place += 1) {
    const ends = says(tokens[place], 'phải', 'cần') || (!must && place > start && actionAt(tokens, place));
    if (ends) return [{ start: at, end: place }];
    if (tokens[place]?.kind === 'mark') break;
  }
  return offices;
}

/** "giao anh Minh | rà soát", "đề nghị Petrolimex, PVOIL và các doanh nghiệp đầu mối | bảo đảm". */
function namedList(tokens: readonly Word[], at: number, end: number): TokenSpan[] {
  const named = personAt(tokens, at, end);
  const [first] = named.length > 0 ? named : brandAt(tokens, at, end);
  if (!first) return [];
  const joint = jointLength(tokens, first.end);
  return [first, ...(joint > 0 ? officeList(tokens, first.end + joint, end) : [])];
}

/** "VNPT Cà Mau, | Viettel Cà Mau": such names go on with a row of offices. */
function withBrands(tokens: readonly Word[], offices: TokenSpan[], end: number): TokenSpan[] {
  const last = offices.at(-1);
  const joint = last ? jointLength(tokens, last.end) : 0;
  if (!last || joint === 0) return offices;
  return [...offices, ...brandAt(tokens, last.end + joint, end)];
}

/** A name in capitals whose kind is not known, right before the next of the row or the work. */
function brandAt(tokens: readonly Word[], at: number, end: number): TokenSpan[] {
  let place = at;
  while (
    place < Math.min(at + PERSON_WORDS_MAX, end) &&
    tokens[place]?.kind === 'word' &&
    startsCapital(tokens[place])
  )
    place += 1;
  if (place === at) return [];
  const goesOn =
    jointLength(tokens, place) > 0 && officeLength(tokens, place + jointLength(tokens, place)) > 0;
  return goesOn || actionAt(tokens, place) || mannerLength(tokens, place) > 0
    ? [{ start: at, end: place }]
    : [];
}

/** "giao anh Minh | rà soát", "yêu cầu ông Nguyễn Văn An | giải trình", "nhờ chị Hoa p. Kế toán | đối chiếu". */
function personAt(tokens: readonly Word[], at: number, end: number): TokenSpan[] {
  if (!says(tokens[at], 'anh', 'chị', 'ông', 'bà', 'cô', 'em', 'thầy', 'chú', 'bác')) return [];
  let place = at + 1;
  while (place < Math.min(at + PERSON_WORDS_MAX, end) && startsCapital(tokens[place])) place += 1;
  if (place === at + 1) return [];
  // "ông Nguyễn Văn An - Chánh Văn phòng": with the office
  const dash = /^[-–]$/.test(tokens[place]?.text ?? '') ? 1 : 0;
  const office = officeLength(tokens, place + dash);
  return [{ start: at, end: office > 0 ? place + dash + office : place }];
}

const PERSON_WORDS_MAX = 6;

/** What follows a group tells which ones: "trong khu vực …", "đã được cấp phép …". */
function describes(tokens: readonly Word[], at: number): boolean {
  return says(tokens[at], 'trong', 'tại', 'trên', 'ở', 'đã', 'được', 'có', 'đang', 'thuộc');
}

const GROUP_WORDS_MAX = 20;

/** Longer rows are no list of addressees; the bound keeps the search linear. */
const OFFICES_MAX = 60;

/** Where the row ends: after its last office; `at` when it is empty. */
export function listEnd(offices: readonly TokenSpan[], at: number): number {
  return offices.at(-1)?.end ?? at;
}

/** "các tỉnh, thành phố | từ Quảng Ninh đến Nghệ An": how far a group of places reaches. */
function reachLength(tokens: readonly Word[], at: number): number {
  if (!says(tokens[at], 'từ') || !startsCapital(tokens[at + 1])) return 0;
  const to = capitalsEnd(tokens, at + 1);
  if (!says(tokens[to], 'đến', 'tới', 'trở') || !startsCapital(tokens[to + 1])) return 0;
  return capitalsEnd(tokens, to + 1) - at;
}

function capitalsEnd(tokens: readonly Word[], from: number): number {
  let at = from;
  while (at < from + REACH_WORDS_MAX && tokens[at]?.kind !== 'mark' && startsCapital(tokens[at])) at += 1;
  return at;
}

const REACH_WORDS_MAX = 5;

function nextLength(tokens: readonly Word[], at: number, shared: boolean): number {
  const office = officeLength(tokens, at, shared);
  if (office > 0) return office;
  // "UBND các xã, thị trấn": a kind of place goes on with the row.
  const group = shared ? Math.max(phraseAt(tokens, at, PLACES), phraseAt(tokens, at, OFFICE_GROUPS)) : 0;
  return group;
}

function holdsMany(tokens: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (says(tokens[at], 'các')) return true;
  return false;
}

function jointLength(tokens: readonly Word[], at: number): number {
  // "Giám đốc các Sở: A, B; Chủ tịch UBND các huyện"
  if (tokens[at]?.text === ';') return startsCapital(tokens[at + 1]) ? 1 : 0;
  return phraseAt(tokens, at, JOINTS);
}

const JOINTS = phraseList(', và|, cùng|,|và|cùng với|&');
