/** Spans of days that a question asks about: "tháng này", "quý II", "từ 1/4 đến 15/4". Pure. Rules in order; the longest wins. */
import { phraseAt, phraseList } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import { dayAt, monthNumber, quarterNumber, wholeNumber } from './calendarWords.ts';

type Day = Temporal.PlainDate;

/** `length` counts tokens. */
export type FoundPeriod = { length: number; from: Day; to: Day };

/** "trước 15/4" and "từ 15/4" are open on one side: these stand for "ever before" and "ever after". */
const EARLIEST = Temporal.PlainDate.from('2000-01-01');
const LATEST = Temporal.PlainDate.from('2199-12-31');

type PeriodRule = {
  name: string;
  /** Each is read whole by this rule; the tests read them. */
  examples: readonly string[];
  read: (tokens: readonly Word[], at: number, today: Day) => FoundPeriod | null;
};

export const PERIOD_RULES: readonly PeriodRule[] = [
  {
    name: 'from a day to a day',
    examples: [
      'từ 1/4 đến 15/4',
      'từ ngày 1/4/2016 đến hết ngày 15/4/2016',
      '1/4 - 15/4',
      'from 1/4 to 15/4',
    ],
    read: (tokens, at, today) => {
      const opens = phraseAt(tokens, at, FROM);
      const first = dayAt(tokens, at + opens, today);
      if (!first) return null;
      const joint = at + opens + first.length;
      const to = phraseAt(tokens, joint, TO);
      const second = to > 0 ? dayAt(tokens, joint + to, today) : null;
      if (!second) return null;
      const end =
        second.said || isNotBefore(second.day, first.day) ? second.day : second.day.add({ years: 1 });
      return { length: joint + to + second.length - at, ...ordered(first.day, end) };
    },
  },
  {
    name: 'from or after a day',
    examples: ['từ 1/4', 'sau ngày 15/4', 'kể từ 1/4', 'từ đầu tháng', 'từ đầu năm đến nay'],
    read: (tokens, at, today) => {
      const opens = phraseAt(tokens, at, FROM);
      const start = opens > 0 ? startOf(tokens, at + opens, today) : null;
      if (start) return { length: opens + start.length, from: start.day, to: today };
      const after = phraseAt(tokens, at, AFTER);
      const day = dayAt(tokens, at + Math.max(opens, after), today);
      if (!day || opens + after === 0) return null;
      return {
        length: Math.max(opens, after) + day.length,
        from: after > 0 ? day.day.add({ days: 1 }) : day.day,
        to: LATEST,
      };
    },
  },
  {
    name: 'up to a day',
    examples: ['trước 15/4', 'đến ngày 15/4', 'by 15/4'],
    read: (tokens, at, today) => {
      const opens = phraseAt(tokens, at, UNTIL);
      const day = opens > 0 ? dayAt(tokens, at + opens, today) : null;
      return day && { length: opens + day.length, from: EARLIEST, to: day.day };
    },
  },
  {
    name: 'this, last, next',
    examples: ['tháng này', 'tuần sau', 'quý trước', 'năm nay', 'this month', 'last week'],
    read: (tokens, at, today) => {
      const inside = phraseAt(tokens, at, INSIDE);
      for (const [unit, words] of UNITS) {
        const english = phraseAt(tokens, at + inside, SHIFTS_EN);
        const name = phraseAt(tokens, at + inside + english, words);
        if (name === 0) continue;
        const end = at + inside + english + name;
        const after = english === 0 ? phraseAt(tokens, end, SHIFTS_VI) : 0;
        const shift =
          english > 0
            ? shiftOf(tokens[at + inside])
            : after > 0
              ? shiftOf(tokens[end])
              : inside > 0
                ? 0
                : null;
        if (shift === null || (english > 0 && says(tokens[end], 'này'))) continue;
        return { length: end + after - at, ...unitAround(unit, today, shift) };
      }
      return null;
    },
  },
  {
    name: 'a month',
    examples: ['tháng 4', 'trong tháng 4/2016', 'tháng tư năm 2016', 'April 2016', 'thg 4'],
    read: (tokens, at, today) => {
      const inside = phraseAt(tokens, at, INSIDE);
      const month = monthNumber(tokens, at + inside);
      if (!month) return null;
      const year = yearAfter(tokens, at + inside + month.length);
      return {
        length: inside + month.length + year.length,
        ...monthOf(year.year ?? today.year, month.month),
      };
    },
  },
  {
    name: 'a quarter',
    examples: ['quý II', 'quý 2/2016', 'Q2', 'quý một năm 2016'],
    read: (tokens, at, today) => {
      const inside = phraseAt(tokens, at, INSIDE);
      const quarter = quarterNumber(tokens, at + inside);
      if (!quarter) return null;
      const year = yearAfter(tokens, at + inside + quarter.length);
      const first = monthOf(year.year ?? today.year, quarter.quarter * 3 - 2).from;
      return {
        length: inside + quarter.length + year.length,
        from: first,
        to: first.add({ months: 3 }).subtract({ days: 1 }),
      };
    },
  },
  {
    name: 'half a year, a year',
    examples: ['6 tháng đầu năm', '6 tháng cuối năm 2016', 'năm 2016', 'in 2016'],
    read: (tokens, at, today) => {
      const half = phraseAt(tokens, at, HALVES);
      if (half > 0) {
        const year = yearAfter(tokens, at + half - 1);
        const late = tokens.slice(at, at + half).some((token) => says(token, 'cuối'));
        const first = monthOf(year.year ?? today.year, late ? 7 : 1).from;
        return {
          length: half - 1 + Math.max(1, year.length),
          from: first,
          to: first.add({ months: 6 }).subtract({ days: 1 }),
        };
      }
      const year = yearAfter(tokens, at);
      const inside = year.year === null && says(tokens[at], 'in') ? yearNumber(tokens[at + 1]) : null;
      const said = year.year ?? inside;
      if (said === null) return null;
      return {
        length: inside === null ? year.length : 2,
        from: monthOf(said, 1).from,
        to: monthOf(said, 12).to,
      };
    },
  },
  {
    name: 'a number of days',
    examples: ['7 ngày qua', '10 ngày tới', '2 tuần gần đây', 'last 7 days', 'next 3 weeks'],
    read: (tokens, at, today) => {
      const inside = phraseAt(tokens, at, INSIDE);
      const english = phraseAt(tokens, at + inside, SHIFTS_EN);
      const place = at + inside + english;
      const count = wholeNumber(tokens[place], COUNT_MAX);
      if (count === null) return null;
      for (const [unit, words] of UNITS) {
        const name = phraseAt(tokens, place + 1, words);
        const after = english === 0 ? phraseAt(tokens, place + 1 + name, COUNTED_VI) : 0;
        if (name === 0 || english + after === 0) continue;
        const back = shiftOf(tokens[english > 0 ? at + inside : place + 1 + name]) === -1;
        const end = today.add(durationOf(unit, back ? -count : count));
        return { length: place + 1 + name + after - at, ...ordered(today, end) };
      }
      return null;
    },
  },
  {
    name: 'one day',
    examples: ['hôm nay', 'ngày 15/4', 'hôm qua', 'ngày mai', 'today'],
    read: (tokens, at, today) => {
      const day = dayAt(tokens, at, today);
      return day && { length: day.length, from: day.day, to: day.day };
    },
  },
];

/** The longest period that is said at `at`; null when none is. */
export function periodAt(tokens: readonly Word[], at: number, today: Day): FoundPeriod | null {
  let best: FoundPeriod | null = null;
  for (const rule of PERIOD_RULES) {
    const found = rule.read(tokens, at, today);
    if (found && (!best || found.length > best.length)) best = found;
  }
  return best;
}

const FROM = phraseList('từ|từ ngày|kể từ|kể từ ngày|from|since|between');
const TO = phraseList('đến|đến ngày|đến hết|đến hết ngày|tới|tới ngày|-|–|to|until|and|till');
const AFTER = phraseList('sau|sau ngày|after');
const UNTIL = phraseList(
  'trước|trước ngày|đến|đến ngày|đến hết|đến hết ngày|tới|tới ngày|hạn|hạn đến|by|until|before|up to',
);
const INSIDE = phraseList('trong|hết|vào|cả|của|in|during|within|cuối');
const SHIFTS_VI = phraseList('này|nay|hiện tại|sau|tới|đến|trước|qua|vừa qua|vừa rồi|rồi|kế tiếp|tiếp theo');
const SHIFTS_EN = phraseList('this|next|last|previous|the last|the next|coming|past');
const COUNTED_VI = phraseList('qua|vừa qua|gần đây|trước|tới|sau|nữa|tiếp theo|sắp tới');
const HALVES = phraseList(
  '6 tháng đầu năm|sáu tháng đầu năm|6 tháng cuối năm|sáu tháng cuối năm|nửa đầu năm|nửa cuối năm',
);

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
const UNITS: readonly [Unit, ReturnType<typeof phraseList>][] = [
  ['day', phraseList('ngày|day|days')],
  ['week', phraseList('tuần|week|weeks')],
  ['month', phraseList('tháng|month|months|thg')],
  ['quarter', phraseList('quý|quarter|quarters')],
  ['year', phraseList('năm|year|years')],
];
const COUNT_MAX = 1000;

/** −1 for what has passed, 1 for what comes, 0 for now. */
function shiftOf(word: Word | undefined): -1 | 0 | 1 {
  if (says(word, 'trước', 'qua', 'vừa', 'rồi', 'gần', 'last', 'previous', 'past')) return -1;
  return says(word, 'sau', 'tới', 'đến', 'kế', 'tiếp', 'nữa', 'sắp', 'next', 'coming') ? 1 : 0;
}

function durationOf(unit: Unit, count: number): Temporal.DurationLike {
  if (unit === 'day') return { days: count };
  if (unit === 'week') return { weeks: count };
  if (unit === 'month') return { months: count };
  return unit === 'quarter' ? { months: 3 * count } : { years: count };
}

/** The whole week (Monday to Sunday), month, quarter or year around today, moved by `shift` of them. */
function unitAround(unit: Unit, today: Day, shift: number): { from: Day; to: Day } {
  const first = firstDay(unit, today).add(durationOf(unit, shift));
  return { from: first, to: first.add(durationOf(unit, 1)).subtract({ days: 1 }) };
}

function firstDay(unit: Unit, day: Day): Day {
  if (unit === 'week') return day.subtract({ days: day.dayOfWeek - 1 });
  if (unit === 'day') return day;
  const month =
    unit === 'month' ? day.month : unit === 'quarter' ? Math.floor((day.month - 1) / 3) * 3 + 1 : 1;
  return day.with({ month, day: 1 });
}

/** "từ đầu tháng", "từ đầu năm": the first day, up to today. */
function startOf(tokens: readonly Word[], at: number, today: Day): { length: number; day: Day } | null {
  if (!says(tokens[at], 'đầu')) return null;
  for (const [unit, words] of UNITS) {
    const name = phraseAt(tokens, at + 1, words);
    if (name === 0) continue;
    const tail = phraseAt(tokens, at + 1 + name, UP_TO_NOW);
    return { length: 1 + name + tail, day: firstDay(unit, today) };
  }
  return null;
}

const UP_TO_NOW = phraseList('đến nay|tới nay|này|nay|này đến nay|nay đến nay');

function monthOf(year: number, month: number): { from: Day; to: Day } {
  const from = Temporal.PlainDate.from({ year, month, day: 1 });
  return { from, to: from.with({ day: from.daysInMonth }) };
}

/** "/2016", "năm 2016", "2016" behind a month or quarter. */
function yearAfter(tokens: readonly Word[], at: number): { year: number | null; length: number } {
  const joint =
    tokens[at]?.text === '/' || tokens[at]?.text === '-' || says(tokens[at], 'năm', 'year') ? 1 : 0;
  const year = yearNumber(tokens[at + joint]);
  return year === null ? { year: null, length: 0 } : { year, length: joint + 1 };
}

function yearNumber(token: Word | undefined): number | null {
  const year = wholeNumber(token, 2199);
  return year !== null && year >= 1990 ? year : null;
}

function ordered(a: Day, b: Day): { from: Day; to: Day } {
  return isNotBefore(b, a) ? { from: a, to: b } : { from: b, to: a };
}

function isNotBefore(a: Day, b: Day): boolean {
  return Temporal.PlainDate.compare(a, b) >= 0;
}
