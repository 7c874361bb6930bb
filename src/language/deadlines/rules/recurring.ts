/** Deadlines that come again, in Vietnamese. */
import type { PeriodPart } from '../deadline.ts';
import type { Meaning } from '../meaning.ts';
import { PART_NAMES } from '../phrases.ts';
import type { PeriodDay, Recurrence } from '../recurrence.ts';
import { LAST_DAY } from '../recurrence.ts';
import { type Rule, rule } from '../rule.ts';
import { inPart } from './clockTimes.ts';

const EACH = 'hằng|hàng|mỗi|từng';
const LEAD = '[vào|trước|chậm|trong|là] [nhất] [trước|vào|là]';

export const recurring: readonly Rule[] = [
  rule({
    name: 'hằng tháng',
    pattern: `[định] [kỳ|kì] (${EACH} <every> | <count> lần [/|mỗi|một] <every>)`,
    read: ({ every = 0 }) => again(every),
    examples: [
      ['báo cáo hằng tháng', '2026-09-17', 'hằng tháng', 'monthly 2026-09-30'],
      ['báo cáo định kỳ hàng quý', '2026-09-17', 'định kỳ hàng quý', 'quarterly 2026-09-30'],
    ],
  }),
  rule({
    name: 'định kỳ tháng',
    pattern: `định kỳ|kì [theo] <every>`,
    read: ({ every = 0 }) => again(every),
    examples: [['báo cáo định kỳ quý', '2026-09-17', 'định kỳ quý', 'quarterly 2026-09-30']],
  }),
  rule({
    name: 'ngày D hằng tháng',
    pattern: `[ngày] <day> [(và|,|& | và ngày) [ngày] <second=day>] [,] [của|định] [kỳ] ${EACH} tháng`,
    read: ({ day = 0, second }) => monthly(second ? [day, second] : [day]),
    examples: [
      ['trước ngày 25 hằng tháng', '2026-09-17', 'trước ngày 25 hằng tháng', 'monthly:25 2026-09-25'],
      ['ngày 15 và 30 hàng tháng', '2026-09-17', 'ngày 15 và 30 hàng tháng', 'monthly:15,30 2026-09-30'],
      ['ngày 31 hằng tháng', '2026-09-17', 'ngày 31 hằng tháng', 'monthly:31 2026-09-30'],
    ],
  }),
  rule({
    name: 'ngày D và E',
    pattern: 'ngày <day> và [ngày] <second=day>',
    read: ({ day = 0, second = 0 }) => (day < second ? monthly([day, second]) : null),
    examples: [['báo cáo ngày 15 và 30', '2026-09-17', 'ngày 15 và 30', 'monthly:15,30 2026-09-30']],
  }),
  rule({
    name: 'hằng tháng ngày D',
    pattern: `[định kỳ] ${EACH} tháng [,|\\(] ${LEAD} ngày <day> [và|, [ngày] <second=day>] [\\)]`,
    read: ({ day = 0, second }) => monthly(second ? [day, second] : [day]),
    examples: [
      ['hằng tháng, trước ngày 25', '2026-09-17', 'hằng tháng, trước ngày 25', 'monthly:25 2026-09-25'],
      ['mỗi tháng vào ngày 5', '2026-09-17', 'mỗi tháng vào ngày 5', 'monthly:5 2026-10-05'],
    ],
  }),
  rule({
    name: 'ngày cuối hằng tháng',
    pattern: `[ngày] cuối [cùng] [của] (${EACH} <every> | <every> ${EACH} <every>)`,
    read: ({ every = 0 }) => again(every),
    examples: [
      ['ngày cuối mỗi quý', '2026-09-17', 'ngày cuối mỗi quý', 'quarterly 2026-09-30'],
      ['cuối mỗi tháng', '2026-09-17', 'cuối mỗi tháng', 'monthly 2026-09-30'],
      ['cuối tuần hằng tuần', '2026-09-17', 'cuối tuần hằng tuần', 'weekly 2026-09-18'],
    ],
  }),
  rule({
    name: 'đầu mỗi tháng',
    pattern: `<part> [của] ${EACH} <every>`,
    read: ({ part = 0, every = 0 }) => partOfEach(PART_NAMES[part] ?? 'late', every),
    examples: [
      ['giữa mỗi tháng', '2026-03-11', 'giữa mỗi tháng', 'monthly:15 2026-03-15'],
      ['đầu hằng quý', '2026-03-11', 'đầu hằng quý', 'quarterly:1-last 2026-04-30'],
      ['đầu mỗi tuần', '2026-03-11', 'đầu mỗi tuần', 'weekly:2 2026-03-17'],
    ],
  }),
  rule({
    name: 'ngày cuối quý',
    pattern: 'ngày cuối [cùng] [của] quý|quí',
    read: () => ({
      day: { is: 'every', recurrence: { every: 'quarter', days: [{ month: 3, day: LAST_DAY }] } },
    }),
    examples: [['ngày cuối quý', '2026-08-17', 'ngày cuối quý', 'quarterly:3-last 2026-09-30']],
  }),
  rule({
    name: 'thứ Sáu hằng tuần',
    pattern: `[các] [ngày] <weekday> [và|, <second=weekday>] [và|, <third=weekday>] [của] [định kỳ] ${EACH} tuần`,
    read: ({ weekday = 0, second, third }) =>
      weekly([weekday, second, third].filter((each) => each !== undefined)),
    examples: [
      ['thứ Hai hằng tuần', '2026-09-17', 'thứ Hai hằng tuần', 'weekly:1 2026-09-21'],
      ['thứ 2 và thứ 5 hàng tuần', '2026-09-17', 'thứ 2 và thứ 5 hàng tuần', 'weekly:1,4 2026-09-17'],
    ],
  }),
  rule({
    name: 'mỗi chiều thứ Sáu',
    pattern: `${EACH} <dayPart> <weekday> [${EACH} tuần]`,
    read: ({ dayPart = 0, weekday = 0 }) => ({ ...weekly([weekday]), ...inPart(dayPart), needs: 'alone' }),
    examples: [['mỗi chiều thứ 6', '2026-03-11', 'mỗi chiều thứ 6', 'weekly:5 2026-03-13T17:00']],
  }),
  rule({
    name: 'thứ Hai đầu tiên hằng tháng',
    pattern: `<weekday> <nth> [của] ${EACH} tháng`,
    read: ({ weekday = 0, nth = 1 }) => ({
      day: { is: 'every', recurrence: { every: 'month', weekdays: [weekday], nth } },
    }),
    examples: [
      [
        'thứ Sáu cuối cùng hằng tháng',
        '2026-03-11',
        'thứ Sáu cuối cùng hằng tháng',
        'monthly:5#last 2026-03-27',
      ],
      [
        'thứ Hai đầu tiên của mỗi tháng',
        '2026-03-11',
        'thứ Hai đầu tiên của mỗi tháng',
        'monthly:1#1 2026-04-06',
      ],
    ],
  }),
  rule({
    name: 'hằng tuần vào thứ Sáu',
    pattern: `[định kỳ] ${EACH} tuần [,|\\(] ${LEAD} [chiều|sáng] <weekday> | ${EACH} <weekday> [${EACH} tuần]`,
    read: ({ weekday = 0 }) => weekly([weekday]),
    examples: [
      ['hàng tuần, trước thứ 6', '2026-09-17', 'hàng tuần, trước thứ 6', 'weekly:5 2026-09-18'],
      ['mỗi thứ Sáu', '2026-09-17', 'mỗi thứ Sáu', 'weekly:5 2026-09-18'],
    ],
  }),
  rule({
    name: 'ngày D/M hằng năm',
    pattern: `[ngày] <date> ${EACH} năm | ${EACH} năm [,|\\(] ${LEAD} [ngày] <date> [<yearsAway>]`,
    read: ({ day = 0, month = 0 }) => yearly([{ month, day }]),
    examples: [
      ['trước ngày 20/12 hằng năm', '2026-09-17', 'trước ngày 20/12 hằng năm', 'yearly:12-20 2026-12-20'],
      [
        'Hằng năm, trước ngày 10/01 năm sau',
        '2026-09-17',
        'Hằng năm, trước ngày 10/01 năm sau',
        'yearly:1-10 2027-01-10',
      ],
    ],
  }),
  rule({
    name: 'ngày D/M và D/M hằng năm',
    pattern: `[ngày] <day> / <month> [hằng] [năm] và|,|; [trước] [ngày] <secondDay=day> / <secondMonth=month> [của] ${EACH} năm`,
    read: ({ day = 0, month = 0, secondDay = 0, secondMonth = 0 }) =>
      yearly([
        { month, day },
        { month: secondMonth, day: secondDay },
      ]),
    examples: [
      [
        'trước ngày 15/6 và 15/12 hằng năm',
        '2026-09-17',
        'trước ngày 15/6 và 15/12 hằng năm',
        'half-yearly:6-15 2026-12-15',
      ],
    ],
  }),
  rule({
    name: 'ngày D tháng M hằng năm',
    pattern: `[ngày] <day> tháng <month> [của] ${EACH} năm | ${EACH} năm [,|\\(] ${LEAD} [ngày] <day> tháng <month>`,
    read: ({ day = 0, month = 0 }) => yearly([{ month, day }]),
    examples: [
      [
        'trước ngày 10 tháng 12 hàng năm',
        '2026-09-17',
        'trước ngày 10 tháng 12 hàng năm',
        'yearly:12-10 2026-12-10',
      ],
    ],
  }),
  rule({
    name: 'tháng M hằng năm',
    pattern: `tháng <month> [của] ${EACH} năm`,
    read: ({ month = 0 }) => yearly([{ month, day: LAST_DAY }]),
    examples: [
      ['trong tháng 6 hằng năm', '2026-09-17', 'trong tháng 6 hằng năm', 'yearly:6-last 2027-06-30'],
    ],
  }),
  rule({
    name: '6 tháng một lần',
    pattern: '[định] [kỳ|kì] (<count> <every> [/] [một|1] lần | mỗi <count> <every> [một] [lần])',
    read: ({ count = 0, every = 0 }) => each(count, every),
    examples: [
      ['báo cáo 6 tháng một lần', '2026-09-17', '6 tháng một lần', 'half-yearly 2026-12-31'],
      ['3 tháng/lần', '2026-09-17', '3 tháng/lần', 'quarterly 2026-09-30'],
      ['2 tuần một lần', '2026-09-17', '2 tuần một lần', 'weekly/2 2026-09-18'],
    ],
  }),
  rule({
    name: 'định kỳ 6 tháng',
    pattern: 'định kỳ|kì <count> tháng',
    read: ({ count = 0 }) => each(count, MONTH),
    examples: [
      ['báo cáo định kỳ 6 tháng', '2026-03-17', 'định kỳ 6 tháng', 'half-yearly 2026-06-30'],
      [
        'định kỳ 6 tháng, hạn ngày 15 tháng 6',
        '2026-03-17',
        'định kỳ 6 tháng, hạn ngày 15 tháng 6',
        'half-yearly:6-15 2026-06-15',
      ],
    ],
  }),
  rule({
    name: 'tháng một lần',
    pattern: '[hằng|hàng|mỗi] <every> một|1 lần',
    read: ({ every = 0 }) => again(every),
    examples: [['mỗi quý một lần', '2026-09-17', 'mỗi quý một lần', 'quarterly 2026-09-30']],
  }),
];

const MONTH = 2;
/** What `<every>` reads: ngày, tuần, tháng, quý, năm. */
const EVERY = ['day', 'week', 'month', 'quarter', 'year'] as const;

export function again(index: number): Meaning | null {
  const every = EVERY[index];
  return every ? { day: { is: 'every', recurrence: { every } } } : null;
}

export function monthly(days: readonly number[]): Meaning {
  return {
    day: {
      is: 'every',
      recurrence: { every: 'month', days: days.filter((day) => day <= 31).map((day) => ({ month: 1, day })) },
    },
  };
}

export function weekly(weekdays: readonly number[]): Meaning {
  return { day: { is: 'every', recurrence: { every: 'week', weekdays } } };
}

/** Two dates half a year apart are one day of each half year. */
function yearly(days: readonly PeriodDay[]): Meaning {
  const [first, second] = days;
  const half = first && second && second.month - first.month === 6 && second.day === first.day;
  const recurrence: Recurrence = half ? { every: 'halfYear', days: [first] } : { every: 'year', days };
  return { day: { is: 'every', recurrence } };
}

export function each(count: number, index: number): Meaning | null {
  const every = EVERY[index];
  if (!every || count < 1 || count > 60) return null;
  if (every === 'month' && count % 12 === 0) return each(count / 12, 4);
  if (every === 'month' && count === 6) return { day: { is: 'every', recurrence: { every: 'halfYear' } } };
  if (every === 'month' && count === 3) return again(3);
  const recurrence: Recurrence = count === 1 ? { every } : { every, interval: count };
  return { day: { is: 'every', recurrence } };
}

/** The conventions of parts of periods, period after period. */
function partOfEach(part: PeriodPart, index: number): Meaning | null {
  const every = EVERY[index];
  const early = part === 'early' || part === 'first-ten-days';
  const middle = part === 'middle' || part === 'first-half';
  if (!early && !middle) return again(index);
  if (every === 'week') return weekly([early ? 2 : 3]);
  if (every === 'month') return monthly([early ? 10 : 15]);
  if (every !== 'quarter') return null;
  const days = [{ month: early ? 1 : 2, day: LAST_DAY }];
  return { day: { is: 'every', recurrence: { every, days } } };
}
