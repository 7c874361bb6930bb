/** Months, quarters, years and parts of them, in Vietnamese. A bare "tháng 4" may be the month a report is about, so it
 *  needs a word like "trong" before it; "đầu tháng 4" does not. */
import type { PeriodPart } from '../deadline.ts';
import type { Meaning } from '../meaning.ts';
import type { Caught } from '../patternTree.ts';
import { PART_NAMES } from '../phrases.ts';
import { type Rule, rule } from '../rule.ts';
import { sure } from './calendarDates.ts';

const YEAR = '[[,] [của] năm <year> | <markedYear> | năm <yearsAway=away>]';
const MONTH = `tháng|thg|th <month> ${YEAR}`;
const QUARTER = `quý|quí|q [.] <quarter> ${YEAR}`;

export const periods: readonly Rule[] = [
  rule({
    name: 'tháng sau',
    pattern: 'tháng <away>',
    read: (caught) => period('month', caught, 'whole'),
    examples: [
      ['xong trong tháng sau', '2016-12-20', 'trong tháng sau', '2017-01-31'],
      ['het thang nay', '2016-02-20', 'het thang nay', '2016-02-29'],
    ],
  }),
  rule({
    name: 'tháng M',
    pattern: MONTH,
    read: (caught) => period('month', caught, 'whole', caught.month),
    examples: [
      ['hoàn thành trong tháng 9', '2015-05-15', 'trong tháng 9', '2015-09-30'],
      ['vào tháng 01 năm 2017', '2016-11-02', 'vào tháng 01 năm 2017', '2017-01-31'],
      ['trước tháng 5', '2016-04-05', 'trước tháng 5', '2016-04-30'],
      ['het thang 3', '2026-03-11', 'het thang 3', '2026-03-31'],
      ['trong tháng tư', '2016-03-05', 'trong tháng tư', '2016-04-30'],
    ],
    silent: ['lập báo cáo tháng 4 gửi lãnh đạo xem', 'trong tháng 13'],
  }),
  rule({
    name: 'tháng M và N',
    pattern: `tháng <first=month> -|–|,|và|đến|hoặc [tháng] <month> ${YEAR}`,
    read: (caught) =>
      (caught.first ?? 0) < (caught.month ?? 0)
        ? { ...period('month', caught, 'whole', caught.month), range: true }
        : null,
    examples: [['trong tháng 4 và 5/2016', '2016-04-05', 'trong tháng 4 và 5/2016', '2016-05-31']],
  }),
  rule({
    name: 'T6/2022',
    pattern: '[t] <month> <markedYear>',
    read: (caught) => period('month', caught, 'whole', caught.month),
    examples: [
      ['xong trong T6/2022', '2022-05-05', 'trong T6/2022', '2022-06-30'],
      ['trong 7-2017', '2017-07-05', 'trong 7-2017', '2017-07-31'],
    ],
  }),
  rule({
    name: 'trong tháng',
    yields: true,
    pattern: 'trong|hết|nội tháng <notNumber>',
    read: (caught) => period('month', caught, 'whole', undefined, 'alone'),
    examples: [['xong trong tháng', '2016-04-05', 'trong tháng', '2016-04-30']],
  }),
  rule({
    name: 'giữa tháng',
    pattern: '<part> [của] tháng (<away> | <notNumber>)',
    read: (caught) => period('month', caught, partOf(caught), undefined, 'alone'),
    examples: [
      ['xong giữa tháng sau', '2016-12-20', 'giữa tháng sau', '2017-01-15'],
      ['nộp cuối tháng', '2016-04-05', 'cuối tháng', '2016-04-30'],
      ['nộp giữa tháng', '2016-04-20', 'giữa tháng', '2016-05-15'],
    ],
  }),
  rule({
    name: 'giữa tháng M',
    pattern: `<part> [của] ${MONTH}`,
    read: (caught) => period('month', caught, partOf(caught), caught.month, 'alone'),
    examples: [
      ['trình lãnh đạo giữa tháng 4', '2016-04-05', 'giữa tháng 4', '2016-04-15'],
      ['đầu tháng 4', '2026-03-11', 'đầu tháng 4', '2026-04-10'],
      ['trung tuần tháng 5/2016', '2016-04-05', 'trung tuần tháng 5/2016', '2016-05-20'],
      ['trong nửa đầu tháng 6', '2016-04-05', 'trong nửa đầu tháng 6', '2016-06-15'],
      ['cuoi thang 2', '2016-01-05', 'cuoi thang 2', '2016-02-29'],
    ],
    silent: ['giữa tháng 13', 'giữa thángtư'],
  }),
  rule({
    name: 'tuần đầu tháng M',
    pattern: `tuần <nth> [của] (${MONTH} | tháng [<away>])`,
    read: (caught) => weekOfMonth(caught),
    examples: [
      ['tuần đầu tháng 5', '2016-04-05', 'tuần đầu tháng 5', '2016-05-07'],
      ['tuần cuối tháng 5', '2016-04-05', 'tuần cuối tháng 5', '2016-05-31'],
    ],
  }),
  rule({
    name: 'quý Q',
    pattern: QUARTER,
    read: (caught) => period('quarter', caught, 'whole', caught.quarter),
    examples: [
      ['trình trong quý 1 năm nay', '2018-02-20', 'trong quý 1 năm nay', '2018-03-31'],
      ['báo cáo trong quý I/2019', '2018-08-25', 'trong quý I/2019', '2019-03-31'],
      ['Q1', '2026-03-11', 'Q1', '2026-03-31'],
      ['trước qúy II', '2016-02-05', 'trước qúy II', '2016-03-31'],
    ],
    silent: ['kính gửi quý cơ quan', 'theo quy định 2 bên'],
  }),
  rule({
    name: 'quý Q và R',
    pattern: `quý|quí <first=quarter> -|–|,|và|đến [quý|quí] <quarter> ${YEAR}`,
    read: (caught) =>
      (caught.first ?? 0) < (caught.quarter ?? 0) ? period('quarter', caught, 'whole', caught.quarter) : null,
    examples: [['trong quý I và II/2016', '2016-01-05', 'trong quý I và II/2016', '2016-06-30']],
  }),
  rule({
    name: 'quý này',
    pattern: 'quý|quí <away>',
    read: (caught) => period('quarter', caught, 'whole'),
    examples: [['trong quý này', '2016-04-05', 'trong quý này', '2016-06-30']],
  }),
  rule({
    name: 'trong quý',
    yields: true,
    pattern: 'trong|hết quý|quí <notNumber>',
    read: (caught) => period('quarter', caught, 'whole', undefined, 'alone'),
    examples: [['xong trong quý', '2016-04-05', 'trong quý', '2016-06-30']],
  }),
  rule({
    name: 'đầu quý Q',
    pattern: `<part> [của] (${QUARTER} | quý|quí [<away>])`,
    read: (caught) => period('quarter', caught, partOf(caught), caught.quarter, 'alone'),
    examples: [
      ['đầu quý II', '2016-03-05', 'đầu quý II', '2016-04-30'],
      ['giữa quý sau', '2016-03-05', 'giữa quý sau', '2016-05-31'],
      ['nộp cuối quý', '2016-03-05', 'cuối quý', '2016-03-31'],
    ],
  }),
  rule({
    name: 'quý đầu năm',
    pattern: 'quý|quí đầu năm [<year> | <yearsAway=away>]',
    read: (caught) => period('quarter', caught, 'whole', 1, 'alone'),
    examples: [['trong quý đầu năm 2017', '2016-11-05', 'trong quý đầu năm 2017', '2017-03-31']],
  }),
  rule({
    name: 'quý cuối năm',
    pattern: 'quý|quí cuối năm [<year> | <yearsAway=away>]',
    read: (caught) => period('quarter', caught, 'whole', 4, 'alone'),
    examples: [['trong quý cuối năm', '2016-11-05', 'trong quý cuối năm', '2016-12-31']],
  }),
  rule({
    name: 'năm Y',
    pattern: 'năm <year>',
    read: (caught) => period('year', caught, 'whole'),
    examples: [
      ['trong năm 2027', '2026-03-11', 'trong năm 2027', '2027-12-31'],
      ['trước năm 2027', '2026-03-11', 'trước năm 2027', '2026-12-31'],
    ],
    silent: ['lập kế hoạch năm 2027 của đơn vị', 'giai đoạn 2016-2020', 'sân bay phía Nam 2016'],
  }),
  rule({
    name: 'năm nay',
    pattern: 'năm <away>',
    read: (caught) => period('year', caught, 'whole'),
    examples: [['xong trong năm nay', '2016-04-05', 'trong năm nay', '2016-12-31']],
  }),
  rule({
    name: 'trong năm',
    yields: true,
    pattern: 'trong|hết năm <notNumber>',
    read: (caught) => period('year', caught, 'whole', undefined, 'alone'),
    examples: [['hoàn thành trong năm', '2016-04-05', 'trong năm', '2016-12-31']],
  }),
  rule({
    name: 'cuối năm',
    pattern: '<part> [của] năm [<year> | <away>]',
    read: (caught) => period('year', caught, partOf(caught), undefined, 'alone'),
    examples: [
      ['giữa năm', '2016-04-05', 'giữa năm', '2016-06-30'],
      ['cuối năm 2020', '2019-05-20', 'cuối năm 2020', '2020-12-31'],
      ['trước cuối năm nay', '2016-04-05', 'trước cuối năm nay', '2016-12-31'],
    ],
  }),
  rule({
    name: '6 tháng đầu năm',
    pattern: '<months=count> tháng đầu năm [<year> | <away>]',
    read: (caught) =>
      (caught.months ?? 0) <= 12 ? period('year', caught, 'first-months', undefined, 'alone') : null,
    examples: [
      ['trong 6 tháng đầu năm', '2016-04-05', 'trong 6 tháng đầu năm', '2016-06-30'],
      ['chín tháng đầu năm 2016', '2016-04-05', 'chín tháng đầu năm 2016', '2016-09-30'],
    ],
  }),
  rule({
    name: '6 tháng cuối năm',
    pattern: '<count> tháng cuối năm [<year> | <away>]',
    read: (caught) => period('year', caught, 'late', undefined, 'alone'),
    examples: [['6 tháng cuối năm', '2016-04-05', '6 tháng cuối năm', '2016-12-31']],
  }),
];

/** A period's meaning; `number` is the month or quarter. */
export function period(
  unit: 'month' | 'quarter' | 'year',
  caught: Caught,
  part: PeriodPart,
  number?: number,
  needs: 'alone' | 'marked' = 'marked',
): Meaning {
  const { year, away, yearsAway, months } = caught;
  return { day: { is: 'period', unit, part, ...sure({ number, year, away, yearsAway, months }) }, needs };
}

function partOf({ part = 0 }: Caught): PeriodPart {
  return PART_NAMES[part] ?? 'whole';
}

/** The end of the nth week of a month, counted from its first day; 5 is the last. */
export function weekOfMonth({ nth = 1, month, year, away, yearsAway }: Caught): Meaning {
  const when = sure({ number: month, year, away, yearsAway });
  if (nth === 5) return { day: { is: 'period', unit: 'month', part: 'late', ...when } };
  return { day: { is: 'period', unit: 'month', part: 'week-of-month', months: nth, ...when } };
}
