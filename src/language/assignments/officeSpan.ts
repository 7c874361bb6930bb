/** Recognises the name of an office by its form alone, for units the bot does not know. Pure. */

import { actionAt, mannerLength, startsCapital } from '../matching/actionAt.ts';
import { phraseAt, phraseBefore, phraseList } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import { isSlashForm } from '../matching/unitPlace.ts';
import type { Word } from '../matching/words.ts';
import { FIELDS, GROUP_TAILS, OFFICE_GROUPS, OFFICE_HEADS, OFFICE_PEOPLE, PLACES } from './officeNames.ts';

/**
 * How many tokens from `at` on are one office, group or office holder; 0 when none begins here.
 * - "Sở Kế hoạch và Đầu tư" | chủ trì …
 * - "Giám đốc Công an TP.HCM" | chỉ đạo …
 * - "UBND huyện Bến Lức" | khẩn trương …
 * - "các đơn vị liên quan" | rà soát …
 * `headless`: a list with a shared head goes on, so that a bare field counts: "các sở Tài chính, | Du lịch".
 */
export function officeLength(tokens: readonly Word[], at: number, headless = false): number {
  if (actionAt(tokens, at)) return 0; // "báo cáo Thủ tướng", "thanh tra toàn diện"
  const group = groupLength(tokens, at);
  if (group > 0) return group;
  const head = headLength(tokens, at);
  if (head === 0) return headless ? bareFieldLength(tokens, at) : 0;
  return nameLength(tokens, at, at + head);
}

/** "các", "những", "tất cả các", "hai": words of number before a group. */
export function manyLength(tokens: readonly Word[], at: number): number {
  return phraseAt(tokens, at, MANY);
}

const MANY = phraseList('tất cả các|toàn bộ các|các|những|hai|ba|một số');

function headLength(tokens: readonly Word[], at: number): number {
  const head = Math.max(phraseAt(tokens, at, OFFICE_PEOPLE), phraseAt(tokens, at, OFFICE_HEADS));
  return head || placeHeadLength(tokens, at) || acronymLength(tokens, at);
}

/** "EVN", "VNPT Nghệ An": a company or office by its short name alone; not inside a line of capitals. */
function acronymLength(tokens: readonly Word[], at: number): number {
  const next = tokens[at + 1];
  const shouted = next?.kind === 'word' && next.text.length > 1 && next.text === next.text.toUpperCase();
  return isAcronym(tokens[at]) && (tokens[at]?.text.length ?? 0) > 2 && !shouted ? 1 : 0;
}

/** "huyện Cần Giờ", "TP.HCM", "thành phố phải …": a place that acts. */
function placeHeadLength(tokens: readonly Word[], at: number): number {
  const place = phraseAt(tokens, at, PLACES);
  if (place === 0) return 0;
  const next = tokens[at + place]?.text === '.' ? at + place + 1 : at + place;
  return startsCapital(tokens[next]) || says(tokens[next], 'phải', 'cần') ? place : 0;
}

/** "các đơn vị liên quan", "các Sở", "các Bộ chuyên ngành", "địa phương liên quan" as the last of a list. */
function groupLength(tokens: readonly Word[], at: number): number {
  const many = manyLength(tokens, at);
  const group = phraseAt(tokens, at + many, OFFICE_GROUPS);
  if (group === 0) return 0;
  const end = at + many + group;
  const tail = phraseAt(tokens, end, GROUP_TAILS);
  if (tail > 0) return end + tail + areaLength(tokens, end + tail) - at;
  if (many === 0) return isGroupOnly(tokens, at, end) ? group : 0;
  return nameLength(tokens, at, end);
}

/** "ngành", "địa phương" alone, before the next of a list or the end of it. */
function isGroupOnly(tokens: readonly Word[], at: number, end: number): boolean {
  if (startsCapital(tokens[end]) || tokens[end]?.kind === 'number') return false;
  const next = tokens[end];
  return (
    says(tokens[at], 'ngành', 'địa') &&
    (!next || next.text === ',' || says(next, 'và') || actionAt(tokens, end))
  );
}

/** " trên địa bàn tỉnh", " thuộc tỉnh": where the group is. */
function areaLength(tokens: readonly Word[], at: number): number {
  const bridge = phraseAt(tokens, at, BRIDGES);
  if (bridge === 0) return 0;
  const place = phraseAt(tokens, at + bridge, PLACES);
  return place === 0 ? 0 : nameLength(tokens, at, at + bridge + place);
}

const BRIDGES = phraseList('trên địa bàn|trực thuộc|thuộc|của');

/** The name goes on from `from` until a verb, a mark or a word that no name holds. Returns tokens counted from `at`. */
function nameLength(tokens: readonly Word[], at: number, from: number): number {
  let place = from;
  /** Small words since the last sure one; too many of them are no name. */
  let smallSince = place;
  let sure = from;
  while (place - at < NAME_TOKENS_MAX) {
    const token = tokens[place];
    if (!token) break;
    const known = phraseAt(tokens, place, FIELDS);
    if (known > 0 && (startsCapital(token) || !actionAt(tokens, place))) {
      place += known;
      sure = smallSince = place;
      continue;
    }
    const step = stepInName(tokens, place);
    if (step === 0) break;
    place += step;
    if (startsCapital(token) || token.kind !== 'word' || isPlaceOrHead(tokens, place - step))
      sure = smallSince = place;
    if (place - smallSince > SMALL_WORDS_MAX) return cut(tokens, from, sure) - at;
  }
  const tail = phraseAt(tokens, place, GROUP_TAILS);
  const end = trimmed(tokens, at, place + tail);
  return end + shortNameLength(tokens, end) - at;
}

/** "Tập đoàn Điện lực Việt Nam (EVN)": the short name in brackets belongs to the name. */
function shortNameLength(tokens: readonly Word[], at: number): number {
  if (tokens[at]?.text !== '(') return 0;
  for (let place = at + 1; place <= at + SHORT_NAME_TOKENS_MAX; place += 1) {
    if (tokens[place]?.text === ')') return place > at + 1 ? place + 1 - at : 0;
    if (tokens[place]?.kind === 'word' && !isAcronym(tokens[place])) return 0;
  }
  return 0;
}

const SHORT_NAME_TOKENS_MAX = 5;

/** "EVN", "VNPT", "BHXH": two capitals at least and nothing else, and no Roman number. */
function isAcronym(token: Word | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}{2,8}$/u.test(token.text) && !/^[IVX]+$/.test(token.text);
}

const NAME_TOKENS_MAX = 40;
/** "Bảo hiểm xã hội": three small words after a capital. */
const SMALL_WORDS_MAX = 4;

/** A name of unknown length is cut after the word that completes its last capital: "Y tế", "Bến Lức". */
function cut(tokens: readonly Word[], from: number, sure: number): number {
  const last = tokens[sure - 1];
  const next = tokens[sure];
  const begun =
    startsCapital(last) &&
    last?.text !== last?.text.toUpperCase() &&
    (sure === from + 1 || !startsCapital(tokens[sure - 2]));
  return begun && next?.kind === 'word' ? sure + 1 : sure;
}

/** Marks and joints at the end do not belong to the name. */
function trimmed(tokens: readonly Word[], at: number, end: number): number {
  let last = end;
  while (last > at + 1 && (tokens[last - 1]?.kind === 'mark' || says(tokens[last - 1], 'và', 'của', 'thuộc')))
    last -= 1;
  return last;
}

/** How many tokens the name takes in next; 0 when it ends here. */
function stepInName(tokens: readonly Word[], at: number): number {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token) return 0;
  if (token.kind === 'number') return token.spaced && says(tokens[at - 1], 'và') ? 0 : 1;
  if (token.kind === 'mark') {
    if (token.text === '.' && says(tokens[at - 1], 'tp', 'tx', 'tt', 'p', 'q', 'h') && next) return 1;
    if (/^[&'’]$/.test(token.text) && !token.spaced && next && !next.spaced) return 1; // "Đam B'ri"
    return /^[-–]$/.test(token.text) && startsCapital(next) ? 1 : 0;
  }
  if (actionAt(tokens, at)) return isNameVerb(tokens, at) ? 2 : 0;
  if (says(token, 'các') && phraseAt(tokens, at + 1, PLACES) > 0) return 1; // "UBND các xã"
  const part = Math.max(phraseAt(tokens, at, PLACES), phraseAt(tokens, at, OFFICE_HEADS));
  if (part > 0) return part;
  if (startsCapital(token)) return 1;
  if (says(token, 'và')) return joinsName(tokens, at) ? 1 : 0;
  if (says(token, 'của', 'thuộc')) {
    // "Tổ công tác của Thủ tướng Chính phủ"
    return isPlaceOrHead(tokens, at + 1) || phraseAt(tokens, at + 1, OFFICE_PEOPLE) > 0 ? 1 : 0;
  }
  // A place has its name in capitals: "lãnh đạo thành phố | phương án".
  if (phraseBefore(tokens, at, PLACES) > 0) return 0;
  if (says(token, ...STOPS) || mannerLength(tokens, at) > 0) return 0;
  if (tokens[at - 1]?.kind === 'number' || closesProperName(tokens, at)) return 0; // "UBND quận 9 | cưỡng chế"
  return isSlashForm(tokens, at, 'p', 'h') ? 0 : 1;
}

/** "Thủy điện Sông Tranh | hạ mực nước", "Ngân hàng Nhà nước Việt Nam | đấu tranh": behind two capitals that follow no head. */
function closesProperName(tokens: readonly Word[], at: number): boolean {
  const proper = [tokens[at - 2], tokens[at - 1]].every((each) => startsCapital(each) && !isAcronym(each));
  const heads = [OFFICE_HEADS, OFFICE_PEOPLE, FIELDS];
  return proper && heads.every((list) => phraseBefore(tokens, at - 1, list) === 0);
}

/** "Cục Quản lý xây dựng", "Trung tâm Phát triển khai thác …": a verb in small letters behind these belongs to the name. */
function isNameVerb(tokens: readonly Word[], at: number): boolean {
  return phraseBefore(tokens, at, NAME_OPENINGS) > 0 && phraseAt(tokens, at, NAME_VERBS) > 0;
}

const NAME_OPENINGS = phraseList('quản lý|phát triển|tư vấn|đầu tư|dịch vụ|qlda|quản lý dự án');
const NAME_VERBS = phraseList(
  'xây dựng|khai thác|sử dụng|đầu tư|bảo trì|bảo vệ|đào tạo|thiết kế|quy hoạch|vận hành|thi công',
);

/** "Sở Quy hoạch và Kiến trúc": a capital follows that begins no office of its own. */
function joinsName(tokens: readonly Word[], at: number): boolean {
  const next = tokens[at + 1];
  return startsCapital(next) && headLength(tokens, at + 1) === 0 && next?.text !== next?.text.toUpperCase();
}

function isPlaceOrHead(tokens: readonly Word[], at: number): boolean {
  return phraseAt(tokens, at, PLACES) > 0 || phraseAt(tokens, at, OFFICE_HEADS) > 0;
}

/** A field without its head; its capital, or the dictionary, must say that it is one. */
function bareFieldLength(tokens: readonly Word[], at: number): number {
  const known = phraseAt(tokens, at, FIELDS);
  if (known > 0 && (startsCapital(tokens[at]) || !actionAt(tokens, at))) return known;
  const token = tokens[at];
  if (!startsCapital(token) || token?.kind !== 'word') return 0;
  return nameLength(tokens, at, at + 1);
}

/** Words that no name holds. */
const STOPS =
  `phải cần sẽ đã đang có được để nhằm trước sau theo tại về vì trong từ đến khi nếu thì mà là không chưa cũng vừa
 này đó nói cho nêu ký với cùng chậm hạn xong làm ra biết gửi ngay sớm trên như do bị hoặc sang nhưng rằng lại nên giao đề yêu`.split(
    /\s+/,
  );
