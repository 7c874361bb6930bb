/** Days of the lunar calendar, in Vietnamese. */
import type { PeriodPart } from '../deadline.ts';
import type { Meaning } from '../meaning.ts';
import { PART_NAMES } from '../phrases.ts';
import { type Rule, rule } from '../rule.ts';
import { sure } from './meanings.ts';

const LUNAR = '[,|\\(] âm|al|âl [lịch] [\\)]';

export const lunar: readonly Rule[] = [
  rule({
    name: 'rằm tháng Giêng',
    pattern: '[ngày] rằm [tháng (<month=lunarMonth> | <month>) [âm] [lịch] [năm <year> | <markedYear>]]',
    read: (caught) => lunarDay({ ...caught, day: 15 }),
    examples: [
      ['trước rằm tháng Giêng', '2026-02-20', 'trước rằm tháng Giêng', '2026-03-03'],
      ['trước rằm tháng 7', '2026-03-11', 'trước rằm tháng 7', '2026-08-27'],
    ],
  }),
  rule({
    name: 'mùng 10 tháng 3 âm',
    pattern: `[ngày] [mùng|mồng] (<day> | <day=dayInWords>) (tháng|/ <month>) [năm <year> | <markedYear>] ${LUNAR}`,
    read: lunarDay,
    examples: [
      ['trước mùng 10 tháng 3 âm', '2026-03-11', 'trước mùng 10 tháng 3 âm', '2026-04-26'],
      ['trước ngày 10/3 (âm lịch)', '2026-03-11', 'trước ngày 10/3 (âm lịch)', '2026-04-26'],
      ['mùng mười tháng ba âm lịch', '2026-03-11', 'mùng mười tháng ba âm lịch', '2026-04-26'],
    ],
  }),
  rule({
    name: 'mùng 8 tháng Giêng',
    pattern:
      '[ngày] [mùng|mồng] (<day> | <day=dayInWords>) tháng <month=lunarMonth> [năm <year>] [âm] [lịch]',
    read: lunarDay,
    examples: [
      ['trước mùng 8 tháng Giêng', '2016-02-05', 'trước mùng 8 tháng Giêng', '2016-02-15'],
      ['trước 23 tháng Chạp', '2026-01-05', 'trước 23 tháng Chạp', '2026-02-10'],
    ],
  }),
  rule({
    name: 'tháng Chạp',
    pattern: 'tháng <month=lunarMonth> [năm <year>]',
    read: ({ month = 1, year }) => ({
      day: { is: 'lunar', day: 30, month, wholeMonth: true, ...sure({ year }) },
      needs: 'marked',
    }),
    examples: [['trong tháng Chạp', '2026-01-20', 'trong tháng Chạp', '2026-02-16']],
  }),
  rule({
    name: 'Trung thu',
    pattern: '[tết] trung thu [<year>]',
    read: ({ year }) => ({ day: { is: 'lunar', day: 15, month: 8, ...sure({ year }) } }),
    examples: [['trước Tết Trung thu', '2026-03-11', 'trước Tết Trung thu', '2026-09-25']],
  }),
  rule({
    name: 'giao thừa',
    pattern: '[đêm] giao thừa',
    read: () => ({ day: { is: 'lunar', day: 30, month: 12 } }),
    examples: [['xong trước giao thừa', '2026-01-20', 'trước giao thừa', '2026-02-16']],
  }),
  rule({
    name: 'ông Công ông Táo',
    pattern: '[tết] ông công [,|-] ông táo',
    read: () => ({ day: { is: 'lunar', day: 23, month: 12 } }),
    examples: [['trước Tết ông Công ông Táo', '2026-01-20', 'trước Tết ông Công ông Táo', '2026-02-10']],
  }),
  rule({
    name: 'giữa tháng Chạp',
    pattern: '<part> [của] tháng <month=lunarMonth>',
    read: ({ part = 0, month = 1 }) => partOfLunarMonth(PART_NAMES[part] ?? 'late', month),
    examples: [
      ['giữa tháng Chạp', '2026-01-05', 'giữa tháng Chạp', '2026-02-02'],
      ['trước cuối tháng Giêng', '2026-02-20', 'trước cuối tháng Giêng', '2026-03-18'],
    ],
  }),
  rule({
    name: 'mùng 6 Tết',
    pattern: '[ngày] [mùng|mồng] (<day> | <day=dayInWords>) tết',
    read: ({ day = 0 }) => lunarDay(day >= 20 ? { day, month: 12 } : { day, month: 1 }),
    examples: [
      ['mùng 6 Tết nộp', '2026-02-05', 'mùng 6 Tết', '2026-02-22'],
      ['trước 28 Tết', '2026-02-05', 'trước 28 Tết', '2026-02-15'],
      ['trước 30 Tết', '2026-02-05', 'trước 30 Tết', '2026-02-16'],
    ],
  }),
];

/** As in a solar month: the 10th, the 15th, the last day. */
function partOfLunarMonth(part: PeriodPart, month: number): Meaning {
  if (part === 'early' || part === 'first-ten-days') return { day: { is: 'lunar', day: 10, month } };
  if (part === 'middle' || part === 'first-half') return { day: { is: 'lunar', day: 15, month } };
  return { day: { is: 'lunar', day: 30, month, wholeMonth: true } };
}

/** Month 12 has 29 or 30 days: its last day is "30 Tết" in either case, see `resolveLunar`. */
function lunarDay({ day = 0, month, year }: Readonly<Record<string, number>>): Meaning | null {
  return day <= 30 ? { day: { is: 'lunar', day, ...sure({ month, year }) } } : null;
}
