/** Days of the months of a quarter, as periodic reports are due. With "hằng" or "mỗi" they come again. */
import type { Meaning } from '../meaning.ts';
import type { Caught } from '../patternTree.ts';
import { LAST_DAY } from '../recurrence.ts';
import { type Rule, rule } from '../rule.ts';
import { sure } from './meanings.ts';

export const quarterDays: readonly Rule[] = [
  rule({
    name: 'ngày 15 tháng cuối quý',
    pattern:
      '[ngày] <day> [của] tháng <nth> [của] quý|quí [<away> | <quarter> [năm <year> | <markedYear> | <yearsAway>]]',
    read: ({ day = 0, nth = 1, quarter, year, away, yearsAway }) => ({
      day: {
        is: 'day of quarter',
        day,
        monthOfQuarter: monthOf(nth),
        ...sure({ number: quarter, year, away, yearsAway }),
      },
    }),
    examples: [
      ['trước ngày 15 tháng cuối quý', '2026-08-17', 'trước ngày 15 tháng cuối quý', '2026-09-15'],
      ['ngày 10 của tháng đầu quý sau', '2026-08-17', 'ngày 10 của tháng đầu quý sau', '2026-10-10'],
    ],
  }),
  rule({
    name: 'ngày 15 tháng cuối hằng quý',
    pattern:
      '[ngày] <day> [của] tháng <nth> [của] (hằng|hàng|mỗi|từng quý|quí | quý|quí (hằng|hàng|mỗi quý|quí))',
    read: again,
    examples: [
      [
        'trước ngày 15 tháng cuối của mỗi quý',
        '2026-08-17',
        'trước ngày 15 tháng cuối của mỗi quý',
        'quarterly:3-15 2026-09-15',
      ],
    ],
  }),
];

/** "tháng đầu" 1, "tháng thứ hai" 2, "tháng cuối" 3. */
function monthOf(nth: number): number {
  return Math.min(nth, 3);
}

function again({ day = 0, nth = 1 }: Caught): Meaning {
  const days = [{ month: monthOf(nth), day: Math.min(day, LAST_DAY - 1) }];
  return { day: { is: 'every', recurrence: { every: 'quarter', days } } };
}
