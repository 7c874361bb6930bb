/** Days, weeks and periods in English. Day first in numbers (15/4), as in Vietnam. */
import type { Meaning } from '../meaning.ts';
import { type Rule, rule } from '../rule.ts';
import { lastWorkingDay, period, sure, weekOfMonth } from './meanings.ts';

import { week } from './weeks.ts';

const YEAR = '[[,] <year>]';
const TH = '[st|nd|rd|th]';

export const english: readonly Rule[] = [
  rule({
    name: '15 April',
    pattern: `[the] <day> ${TH} [of] [-] <month=englishMonth> [-] ${YEAR}`,
    read: date,
    examples: [
      ['by 15 April 2016', '2016-04-05', 'by 15 April 2016', '2016-04-15'],
      ['by the 15th of April', '2016-04-05', 'by the 15th of April', '2016-04-15'],
    ],
  }),
  rule({
    name: 'April 15',
    pattern: `<month=englishMonth> <day> ${TH} ${YEAR}`,
    read: date,
    examples: [['before April 15, 2016', '2016-04-05', 'before April 15, 2016', '2016-04-15']],
  }),
  rule({
    name: 'the 15th',
    pattern: 'the <day> st|nd|rd|th [of <englishAway> month | of this month]',
    read: ({ day = 0, away }) => ({ day: { is: 'date', day, ...sure({ monthsAway: away }) } }),
    examples: [['by the 25th', '2016-04-05', 'by the 25th', '2016-04-25']],
  }),
  rule({
    name: 'April',
    pattern: `<month=englishMonth> ${YEAR}`,
    read: (caught) => period('month', caught, 'whole', caught.month),
    examples: [
      ['by April', '2016-03-05', 'by April', '2016-04-30'],
      ['before May', '2016-04-05', 'before May', '2016-04-30'],
    ],
    silent: ['we may ask them'],
  }),
  rule({
    name: 'mid-April',
    pattern: `[the] <englishPart> [-] [of] [in] <month=englishMonth> ${YEAR}`,
    read: (caught) => part(caught, 'month', caught.month),
    examples: [
      ['by mid-November', '2026-09-17', 'by mid-November', '2026-11-15'],
      ['by the end of April', '2016-04-05', 'by the end of April', '2016-04-30'],
      ['early May', '2016-04-05', 'early May', '2016-05-10'],
    ],
  }),
  rule({
    name: 'end of next month',
    pattern: '[the] <englishPart> [-] [of|in] (<englishAway> | the) <unitOfPeriod>',
    read: (caught) => part(caught, UNITS[caught.unitOfPeriod ?? 0] ?? 'month', undefined),
    examples: [
      ['end of this week', '2026-09-17', 'end of this week', '2026-09-18'],
      ['by the end of the month', '2016-04-05', 'by the end of the month', '2016-04-30'],
      ['early next week', '2026-09-17', 'early next week', '2026-09-22'],
    ],
  }),
  rule({
    name: 'last day of the month',
    pattern: '[the] last|final day of (the|this | <englishAway>) <unitOfPeriod>',
    read: (caught) =>
      part({ ...caught, englishPart: LATE }, UNITS[caught.unitOfPeriod ?? 0] ?? 'month', undefined),
    examples: [['by the last day of the month', '2016-04-05', 'by the last day of the month', '2016-04-30']],
  }),
  rule({
    name: 'last working day of the month',
    pattern: '[the] last|final working|business day of (the|this | <englishAway>) month',
    read: (caught) => lastWorkingDay('month', caught),
    examples: [
      ['the last working day of the month', '2016-04-05', 'the last working day of the month', '2016-04-29'],
    ],
  }),
  rule({
    name: 'month end',
    pattern: 'end of <unitOfPeriod> | <unitOfPeriod> - end | <unitOfPeriod> end',
    read: ({ unitOfPeriod }) =>
      unitOfPeriod === undefined
        ? null
        : part({ englishPart: LATE }, UNITS[unitOfPeriod] ?? 'month', undefined),
    examples: [['by end of month', '2016-04-05', 'by end of month', '2016-04-30']],
  }),
  rule({
    name: 'EOM',
    pattern: '<endOf>',
    read: ({ endOf = 0 }) => part({ englishPart: LATE }, UNITS[endOf] ?? 'month', undefined),
    examples: [['send it EOW', '2026-03-11', 'EOW', '2026-03-13']],
  }),
  rule({
    name: 'next month',
    pattern: '<englishAway> <unitOfPeriod>',
    read: ({ away, unitOfPeriod = 0 }) => {
      const unit = UNITS[unitOfPeriod] ?? 'month';
      return unit === 'week'
        ? week('whole', away)
        : period(unit, sure({ away }), 'whole', undefined, 'alone');
    },
    examples: [
      ['by next week', '2026-03-11', 'by next week', '2026-03-20'],
      ['within this month', '2026-03-11', 'within this month', '2026-03-31'],
    ],
  }),
  rule({
    name: 'before 2016',
    pattern: 'before <year>',
    read: (caught) => period('year', caught, 'before', undefined, 'alone'),
    examples: [['before 2027', '2026-03-11', 'before 2027', '2026-12-31']],
  }),
  rule({
    name: 'first week of May',
    pattern: '[the] <nth=ordinal> week of (<month=englishMonth> [<year>] | <englishAway> month)',
    read: weekOfMonth,
    examples: [['by the first week of May', '2026-03-11', 'by the first week of May', '2026-05-07']],
  }),
  rule({
    name: 'mid-year',
    pattern: 'mid [-] year | midyear',
    read: () => period('year', {}, 'middle', undefined, 'alone'),
    examples: [['by mid-year', '2016-04-05', 'by mid-year', '2016-06-30']],
  }),
  rule({
    name: 'midweek',
    pattern: 'midweek | mid [-] week | mid next week | mid [-] next [-] week',
    read: () => week('middle', undefined),
    examples: [['by midweek', '2026-03-09', 'by midweek', '2026-03-11']],
  }),
  rule({
    name: 'second quarter',
    pattern:
      'q <quarter> (of <year> | <markedYear> | <year>) | [the] <quarter=ordinal> quarter [of] [<year>]',
    read: (caught) => period('quarter', caught, 'whole', Math.min(caught.quarter ?? 1, 4)),
    examples: [
      ['in the second quarter of 2016', '2016-04-05', 'in the second quarter of 2016', '2016-06-30'],
    ],
  }),
  rule({
    name: 'end of Q2',
    pattern: '[the] <englishPart> [-] [of] q <quarter> [of] [<year> | <markedYear>]',
    read: (caught) => part(caught, 'quarter', caught.quarter),
    examples: [['by the end of Q2', '2016-04-05', 'by the end of Q2', '2016-06-30']],
  }),
  rule({
    name: 'H1 2026',
    pattern: '(h <half=half12> | [the] <half=ordinal> half of) (<year> | the year | this year)',
    read: (caught) =>
      period('year', caught, caught.half === 1 ? 'first-half' : 'second-half', undefined, 'alone'),
    examples: [['in the first half of 2026', '2026-03-11', 'in the first half of 2026', '2026-06-30']],
  }),
  rule({
    name: 'end of 2016',
    pattern: '[the] <englishPart> [-] of|in <year>',
    read: (caught) => part(caught, 'year', undefined),
    examples: [['by the end of 2016', '2016-04-05', 'by the end of 2016', '2016-12-31']],
  }),
  rule({
    name: 'in 2016',
    pattern: 'by|in|within|during <year>',
    read: (caught) => period('year', caught, 'whole', undefined, 'alone'),
    examples: [['in 2027', '2026-03-11', 'in 2027', '2027-12-31']],
  }),
];

const UNITS = ['week', 'month', 'quarter', 'year'] as const;
const LATE = 2;

function date({ day = 0, month = 0, year }: Readonly<Record<string, number>>): Meaning {
  return { day: { is: 'date', day, month, ...sure({ year }) } };
}

const PARTS = ['early', 'middle', 'late', 'first-half', 'second-half'] as const;

function part(
  caught: Readonly<Record<string, number>>,
  unit: 'week' | 'month' | 'quarter' | 'year',
  number: number | undefined,
): Meaning {
  const { englishPart = LATE, year, away } = caught;
  return { day: { is: 'period', unit, part: PARTS[englishPart] ?? 'late', ...sure({ number, year, away }) } };
}
