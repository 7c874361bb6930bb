/** Days, months and quarters as they stand in questions. Pure. A year that is not said is the current one. */
import { phraseAt, phraseList } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';

/** `said`: the year stands in the words. */
export type FoundDay = { length: number; day: Temporal.PlainDate; said: boolean };

/** "15/4", "ngày 15-4-2016", "15 tháng 4", "hôm nay", "mai", "thứ sáu"; null for other words and for days that do not exist. */
export function dayAt(tokens: readonly Word[], at: number, today: Temporal.PlainDate): FoundDay | null {
  for (const [words, days] of NEAR_DAYS) {
    const length = phraseAt(tokens, at, words);
    if (length > 0) return { length, day: today.add({ days }), said: true };
  }
  const label = says(tokens[at], 'ngày') ? 1 : 0;
  const day = wholeNumber(tokens[at + label], 31);
  const joint = tokens[at + label + 1];
  if (day === null || day === 0 || !joint) return label === 0 ? weekdayAt(tokens, at, today) : null;
  const joins = /^[/.-]$/.test(joint.text) || says(joint, 'tháng');
  const month = joins ? wholeNumber(tokens[at + label + 2], 12) : null;
  if (month === null || month === 0) return null;
  const year = yearAt(tokens, at + label + 3, joint);
  const first = Temporal.PlainDate.from({ year: year?.year ?? today.year, month, day: 1 });
  if (day > first.daysInMonth) return null;
  return { length: label + 3 + (year?.length ?? 0), day: first.with({ day }), said: year !== null };
}

const NEAR_DAYS: readonly [ReturnType<typeof phraseList>, number][] = [
  [phraseList('hôm nay|ngày hôm nay|today|nay'), 0],
  [phraseList('hôm qua|ngày hôm qua|yesterday'), -1],
  [phraseList('hôm kia'), -2],
  [phraseList('mai|ngày mai|hôm sau|tomorrow'), 1],
  [phraseList('ngày kia|mốt|ngày mốt'), 2],
];

const WEEKDAYS: readonly ReturnType<typeof phraseList>[] = [
  phraseList('thứ hai|thứ 2|t 2|monday'),
  phraseList('thứ ba|thứ 3|t 3|tuesday'),
  phraseList('thứ tư|thứ 4|t 4|wednesday'),
  phraseList('thứ năm|thứ 5|t 5|thursday'),
  phraseList('thứ sáu|thứ 6|t 6|friday'),
  phraseList('thứ bảy|thứ 7|t 7|saturday'),
  phraseList('chủ nhật|cn|sunday'),
];

/** The day of this week, or with "tuần sau", "tuần trước" of that one. */
function weekdayAt(tokens: readonly Word[], at: number, today: Temporal.PlainDate): FoundDay | null {
  for (const [index, words] of WEEKDAYS.entries()) {
    const length = phraseAt(tokens, at, words);
    if (length === 0) continue;
    const monday = today.subtract({ days: today.dayOfWeek - 1 });
    const week = says(tokens[at + length], 'tuần') ? weekShift(tokens[at + length + 1]) : null;
    const day = monday.add({ days: index + 7 * (week ?? 0) });
    return { length: length + (week === null ? 0 : 2), day, said: true };
  }
  return null;
}

function weekShift(word: Word | undefined): number | null {
  if (says(word, 'này')) return 0;
  if (says(word, 'sau', 'tới')) return 1;
  return says(word, 'trước', 'qua', 'rồi') ? -1 : null;
}

/** "/2016" with the mark that stands before the month, or "năm 2016". "1/4 - 15/4" holds no year. */
function yearAt(tokens: readonly Word[], at: number, mark: Word): { year: number; length: number } | null {
  const joint = tokens[at];
  if (!joint || !((joint.text === mark.text && !joint.spaced) || says(joint, 'năm'))) return null;
  const year = wholeNumber(tokens[at + 1], 2199);
  if (year === null) return null;
  if (year >= 1990) return { year, length: 2 };
  return tokens[at + 1]?.text.length === 2 && !says(joint, 'năm') ? { year: 2000 + year, length: 2 } : null;
}

const MONTHS_VI = phraseNumbers([
  'một|giêng',
  'hai',
  'ba',
  'tư|bốn',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai|chạp',
]);
const MONTHS_EN = phraseNumbers([
  'january|jan',
  'february|feb',
  'march|mar',
  'april|apr',
  'may',
  'june|jun',
  'july|jul',
  'august|aug',
  'september|sep|sept',
  'october|oct',
  'november|nov',
  'december|dec',
]);
const QUARTERS = phraseNumbers(['một|nhất|i', 'hai|nhì|ii', 'ba|iii', 'bốn|tư|iv']);

/** "tháng 4", "tháng tư", "T4" in capitals is a weekday; "April". */
export function monthNumber(tokens: readonly Word[], at: number): { month: number; length: number } | null {
  const english = numberOf(tokens, at, MONTHS_EN);
  if (english) return { month: english.value, length: english.length };
  if (!says(tokens[at], 'tháng', 'thg')) return null;
  const dot = tokens[at + 1]?.text === '.' ? 1 : 0;
  const month = wholeNumber(tokens[at + 1 + dot], 12);
  if (month !== null && month > 0) return { month, length: 2 + dot };
  // "tháng năm nay" is no May.
  if (says(tokens[at + 1], 'năm') && says(tokens[at + 2], 'nay')) return null;
  const word = numberOf(tokens, at + 1, MONTHS_VI);
  return word && { month: word.value, length: 1 + word.length };
}

/** "quý II", "quý 2", "Q2". */
export function quarterNumber(
  tokens: readonly Word[],
  at: number,
): { quarter: number; length: number } | null {
  const short = tokens[at]?.folded === 'q' && tokens[at + 1]?.spaced === false;
  if (!short && !says(tokens[at], 'quý', 'quí', 'quarter')) return null;
  const number = wholeNumber(tokens[at + 1], 4);
  if (number !== null && number > 0) return { quarter: number, length: 2 };
  const word = short ? null : numberOf(tokens, at + 1, QUARTERS);
  return word && { quarter: word.value, length: 1 + word.length };
}

/** A number of digits (full-width ones too) from 0 to `max`; null for anything else. */
export function wholeNumber(token: Word | undefined, max: number): number | null {
  if (token?.kind !== 'number' || token.plain.length > 4 || !/^\d+$/.test(token.plain)) return null;
  const value = Number(token.plain);
  return value <= max ? value : null;
}

function phraseNumbers(lines: readonly string[]): readonly ReturnType<typeof phraseList>[] {
  return lines.map(phraseList);
}

function numberOf(
  tokens: readonly Word[],
  at: number,
  lists: readonly ReturnType<typeof phraseList>[],
): { value: number; length: number } | null {
  let best: { value: number; length: number } | null = null;
  for (const [index, words] of lists.entries()) {
    const length = phraseAt(tokens, at, words);
    if (length > (best?.length ?? 0)) best = { value: index + 1, length };
  }
  return best;
}
