/** Clock times as they are written: 17h, 17h30, 17 giờ 30 phút, 17:30, 17g30, 5 giờ rưỡi, 5 pm, 5:30pm. Pure. */
import { digitsAt, type Read, wordAt, wordList } from './numbers.ts';
import type { Row } from './spelling.ts';

/** Minutes from midnight, 1440 for 24h; null when no time of a day stands there. */
export function clockAt(row: Row, at: number): Read | null {
  const hour = digitsAt(row, at, 2);
  if (!hour || hour.value > 24) return null;
  const read = afterHour(row, hour);
  if (!read || read.minutes > 59 || hour.value * 60 + read.minutes > 1440) return null;
  return { to: read.to, value: hour.value * 60 + read.minutes };
}

/** "5 pm", "5:30 p.m.", "12am". */
export function englishClockAt(row: Row, at: number): Read | null {
  const hour = digitsAt(row, at, 2);
  if (!hour || hour.value < 1 || hour.value > 12) return null;
  const colon = row.tokens[hour.to]?.plain === ':' ? digitsAt(row, hour.to + 1, 2) : null;
  const half = halfAt(row, colon?.to ?? hour.to);
  if (!half || (colon && colon.value > 59)) return null;
  return { to: half.to, value: (hour.value % 12) * 60 + half.value + (colon?.value ?? 0) };
}

/** "15h", "15 giờ", "15g": but "15 g" apart is grams, and "15 h" is read. */
const HOURS = wordList({ h: 1, giờ: 1, g: 1 });
const MINUTES = wordList({ phút: 1, ph: 1, p: 1 });
const HALVES = wordList({ pm: 720, am: 0 });
const SHORT_OF = wordList({ kém: 1 });
const HALF = wordList({ rưỡi: 30 });

function afterHour(row: Row, hour: Read): { to: number; minutes: number } | null {
  const next = row.tokens[hour.to];
  if (next?.plain === ':') {
    const minutes = digitsAt(row, hour.to + 1, 2);
    if (!minutes || next.spaced || !twoDigits(row, hour.to + 1)) return null;
    const seconds = row.tokens[minutes.to]?.plain === ':' ? digitsAt(row, minutes.to + 1, 2) : null;
    return { to: seconds?.to ?? minutes.to, minutes: minutes.value };
  }
  const dotted = next?.plain === '.' && twoDigits(row, hour.to + 1) ? digitsAt(row, hour.to + 1, 2) : null;
  const dottedHours = dotted && wordAt(row, dotted.to, HOURS); // "16.00 giờ"
  if (dottedHours) return { to: dottedHours.to, minutes: dotted.value };
  const halfPast = wordAt(row, hour.to, HALF); // "9 rưỡi sáng"
  if (halfPast) return { to: halfPast.to, minutes: 30 };
  const word = wordAt(row, hour.to, HOURS);
  if (!word || (next?.folded === 'g' && next.spaced)) return null;
  const half = wordAt(row, word.to, HALF);
  if (half) return { to: half.to, minutes: 30 };
  const short = wordAt(row, word.to, SHORT_OF) && digitsAt(row, word.to + 1, 2); // "9 giờ kém 15"
  if (short) return { to: wordAt(row, short.to, MINUTES)?.to ?? short.to, minutes: -short.value };
  const minutes = digitsAt(row, word.to, 2);
  if (!minutes) return { to: word.to, minutes: 0 };
  const unit = wordAt(row, minutes.to, MINUTES);
  if (unit) return { to: unit.to, minutes: minutes.value };
  const after = row.tokens[minutes.to];
  const joined = row.tokens[word.to]?.spaced === false;
  const apart = twoDigits(row, word.to) && !GOES_ON.has(after?.folded ?? ''); // "15 giờ 00 ngày 20/3", not "17h 20/3"
  if (!joined && !apart) return { to: word.to, minutes: 0 };
  return { to: MINUTE_MARKS.has(after?.plain ?? '') ? minutes.to + 1 : minutes.to, minutes: minutes.value };
}

/** After a number these make it a date or a count. */
const GOES_ON = new Set(['/', '-', '.', ':', 'thang', 'thg', 'tuan']);
/** 11h30' */
const MINUTE_MARKS = new Set(["'", '’', '′', '"', '”']);

function twoDigits(row: Row, at: number): boolean {
  return row.tokens[at]?.plain.length === 2;
}

/** "pm", "p.m.", "am": minutes to add. */
function halfAt(row: Row, at: number): Read | null {
  const word = wordAt(row, at, HALVES);
  if (word) return word;
  const [half, dot, m] = row.tokens.slice(at, at + 3);
  if (dot?.plain !== '.' || dot.spaced || m?.plain !== 'm' || m.spaced) return null;
  if (half?.plain !== 'p' && half?.plain !== 'a') return null;
  const end = row.tokens[at + 3];
  return { to: end?.plain === '.' && !end.spaced ? at + 4 : at + 3, value: half.plain === 'p' ? 720 : 0 };
}

/** Minutes of a clock time with the part of the day said beside it: "5h chiều" is 17:00, "12h đêm" the end of the day. */
export function inPartOfDay(minutes: number, half: number | undefined): number {
  const twelve = minutes < 720 ? minutes + 720 : minutes;
  if (half === MORNING || half === undefined) return minutes;
  if (half === NOON) return minutes < 600 ? minutes + 720 : minutes;
  if (half === AFTERNOON) return twelve;
  if (minutes >= 720 && minutes < 780) return minutes + 720; // 12h đêm
  return half === NIGHT && minutes < 300 ? minutes : twelve;
}

/** Parts of the day that may follow a clock time. */
export const MORNING = 1;
export const NOON = 2;
export const AFTERNOON = 3;
export const EVENING = 4;
export const NIGHT = 5;
