/** Where in a sentence a unit is expected, so that a short name may be trusted there: "giao TH", not "tổng hợp số liệu". Pure. */

import { phraseAt, phraseBefore, phraseList } from './phraseList.ts';
import { says } from './spelling.ts';
import type { Word } from './words.ts';

/** Words after which a unit may stand: "giao TH dự thảo", "do TH chủ trì". */
const OPENERS = phraseList(`
giao|giao cho|giao việc cho|phân công|đề nghị|đn|yêu cầu|yc|cho|nhờ|gửi|chuyển|đầu mối|đầu mối là|chủ trì là
phối hợp|với|cùng|thay vì|thay cho|trừ|của|bên|thuộc|do|các|lãnh đạo|cc
assign|assign to|ask|tell|with|of|to|by|for|and|instead of|could|can|would|đầu mối sang|đổi sang|chuyển sang
`);

/** Words before which a unit stands: "TH chủ trì". */
const CLOSERS = phraseList(
  'chủ trì|phối hợp|làm đầu mối|là đầu mối|đầu mối|theo dõi|to lead|leads|will lead',
);

/** A unit may begin at `at`: after a word that asks for one, or after "@". */
export function unitMayBegin(tokens: readonly Word[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before) return false;
  if (before.text === '@' && !tokens[at]?.spaced) return true;
  // The slash form "đ/n", "y/c": its last letter stands before.
  if (isSlashForm(tokens, at - 3, 'đ', 'n') || isSlashForm(tokens, at - 3, 'y', 'c')) return true;
  return phraseBefore(tokens, at, OPENERS) > 0;
}

/** What follows at `at` says that a unit has just been named. */
export function unitJustNamed(tokens: readonly Word[], at: number): boolean {
  if (tokens[at]?.text === ':') return true;
  if (isSlashForm(tokens, at, 'p', 'h')) return true;
  return phraseAt(tokens, at, CLOSERS) > 0;
}

/** "p/h", "đ/n", "y/c": two letters with a slash between, beginning at `at`. */
export function isSlashForm(tokens: readonly Word[], at: number, first: string, last: string): boolean {
  return says(tokens[at], first) && tokens[at + 1]?.text === '/' && says(tokens[at + 2], last);
}

/** How many tokens at `at` join two units of a list: "," "và" "cùng với" "/" "&"; 0 when none do. */
export function listJoint(tokens: readonly Word[], at: number): number {
  const token = tokens[at];
  if (!token) return 0;
  if (says(token, 'và', 'and')) return 1;
  if (says(token, 'cùng')) return says(tokens[at + 1], 'với') ? 2 : 1;
  if (token.text === ',' || token.text === ';') return says(tokens[at + 1], 'và', 'and') ? 2 : 1;
  return token.text === '/' || token.text === '&' || token.text === '+' ? 1 : 0;
}
