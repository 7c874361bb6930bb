/** Weekdays, days away, spans, clock times and recurrences in English. */
import { MORNING } from '../clock.ts';
import type { Meaning } from '../meaning.ts';
import { type Rule, rule } from '../rule.ts';
import { atClock, inPart } from './clockTimes.ts';
import { sure } from './meanings.ts';
import { again, each, monthly, weekly } from './recurring.ts';
import { span as spanOf } from './spans.ts';

export const englishDays: readonly Rule[] = [
  rule({
    name: 'Friday',
    pattern: '<weekday=englishWeekday>',
    read: ({ weekday = 0 }) => ({ day: { is: 'weekday', weekday, weeksAway: null } }),
    examples: [['by Friday', '2026-09-17', 'by Friday', '2026-09-18']],
  }),
  rule({
    name: 'this Friday',
    pattern: 'this|the [coming] <weekday=englishWeekday>',
    read: ({ weekday = 0 }) => ({ day: { is: 'weekday', weekday, weeksAway: null, orToday: true } }),
    examples: [['this Friday', '2026-09-17', 'this Friday', '2026-09-18']],
  }),
  rule({
    name: 'by Mon',
    pattern: 'by|on|before|until|till|this <weekday=shortWeekday>',
    read: ({ weekday = 0 }) => ({ day: { is: 'weekday', weekday, weeksAway: null } }),
    examples: [['by Mon', '2026-03-11', 'by Mon', '2026-03-16']],
  }),
  rule({
    name: 'last Friday of the month',
    pattern:
      '[the] <nth=ordinal> <weekday=englishWeekday> of (<month=englishMonth> | the month | <englishAway> month)',
    read: ({ weekday = 0, nth = 1, month, away }) => ({
      day: { is: 'weekday of month', weekday, nth, ...sure({ number: month, away }) },
    }),
    examples: [
      ['the last Friday of the month', '2026-03-11', 'the last Friday of the month', '2026-03-27'],
      ['by the first Monday of May', '2026-03-11', 'by the first Monday of May', '2026-05-04'],
    ],
  }),
  rule({
    name: 'last Friday of each month',
    pattern: '[the] <nth=ordinal> <weekday=englishWeekday> of every|each month',
    read: ({ weekday = 0, nth = 1 }) => ({
      day: { is: 'every', recurrence: { every: 'month', weekdays: [weekday], nth } },
    }),
    examples: [
      [
        'the last Friday of each month',
        '2026-03-11',
        'the last Friday of each month',
        'monthly:5#last 2026-03-27',
      ],
    ],
  }),
  rule({
    name: 'next Friday',
    pattern:
      'next (<weekday=englishWeekday> | <weekday=shortWeekday>) | <weekday=englishWeekday> [of] next week',
    read: ({ weekday = 0 }) => ({ day: { is: 'weekday', weekday, weeksAway: 1 } }),
    examples: [
      ['next Friday', '2026-09-14', 'next Friday', '2026-09-25'],
      ['Monday next week', '2026-09-17', 'Monday next week', '2026-09-21'],
    ],
  }),
  rule({
    name: 'tomorrow',
    pattern: 'tomorrow | tmr',
    read: () => ({ day: { is: 'days away', days: 1 } }),
    examples: [
      ['by noon tomorrow', '2026-03-11', 'by noon tomorrow', '2026-03-12T12:00'],
      ['tomorrow afternoon', '2026-03-11', 'tomorrow afternoon', '2026-03-12T17:00'],
    ],
  }),
  rule({
    name: 'today',
    pattern: 'today',
    read: () => ({ day: { is: 'days away', days: 0 } }),
    examples: [
      ['by the end of the day today', '2026-03-11', 'by the end of the day today', '2026-03-11T17:00'],
    ],
  }),
  rule({
    name: 'tonight',
    pattern: 'tonight | this evening',
    read: () => ({ ...inPart(5), day: { is: 'days away', days: 0 }, needs: 'alone' }),
    examples: [['tonight', '2026-03-11', 'tonight', '2026-03-11T22:00']],
  }),
  rule({
    name: 'this afternoon',
    pattern: 'this <dayPart=englishDayPart>',
    read: ({ dayPart = 0 }) => ({ ...inPart(dayPart), day: { is: 'days away', days: 0 }, needs: 'alone' }),
    examples: [['this afternoon', '2026-03-11', 'this afternoon', '2026-03-11T17:00']],
  }),
  rule({
    name: 'the day after tomorrow',
    pattern: '[the] day after tomorrow',
    read: () => ({ day: { is: 'days away', days: 2 } }),
    examples: [['the day after tomorrow', '2026-03-11', 'the day after tomorrow', '2026-03-13']],
  }),
  rule({
    name: 'EOD',
    pattern: '<dayPart=englishDayPart>',
    read: ({ dayPart = 0 }) => inPart(dayPart),
    examples: [
      ['by EOD', '2026-03-11', 'by EOD', '2026-03-11T17:00'],
      ['COB Friday', '2026-03-11', 'COB Friday', '2026-03-13T17:00'],
      ['by noon', '2026-03-11', 'by noon', '2026-03-11T12:00'],
    ],
  }),
  rule({
    name: '5 pm',
    pattern: '<clock=englishClock>',
    read: ({ clock = 0 }) => ({ ...atClock(clock, MORNING), needs: 'alone' }),
    examples: [
      ['by 5:30pm on 15 April', '2016-04-05', 'by 5:30pm on 15 April', '2016-04-15T17:30'],
      ['Friday at 5 p.m.', '2026-03-11', 'Friday at 5 p.m.', '2026-03-13T17:00'],
      ['9am tomorrow', '2026-03-11', '9am tomorrow', '2026-03-12T09:00'],
    ],
  }),
  rule({
    name: 'in N days',
    pattern: 'in|within [the] [next] <count> <unit>',
    read: ({ count = 0, unit = 0 }) => span(count, unit),
    examples: [
      ['within 48 hours', '2026-03-11', 'within 48 hours', '2026-03-13T09:00'],
      ['in 3 days', '2026-03-11', 'in 3 days', '2026-03-14'],
      ['within five working days', '2026-03-11', 'within five working days', '2026-03-18'],
    ],
  }),
  rule({
    name: 'in a week',
    pattern: 'in|within a|an <unit> | a|an <unit> from now|today',
    read: ({ unit = 0 }) => span(1, unit),
    examples: [['within a week', '2026-03-11', 'within a week', '2026-03-18']],
  }),
  rule({
    name: 'two weeks from now',
    pattern: '[in] <count> <unit> from (now | today)',
    read: ({ count = 0, unit = 0 }) => span(count, unit),
    examples: [['two weeks from now', '2026-03-11', 'two weeks from now', '2026-03-25']],
  }),
  rule({
    name: 'working days of receipt',
    pattern: '[in|within] <count> <unit> of|after|from|following [the] [date] [of] receipt|receiving|signing',
    read: ({ count = 0, unit = 0 }) => span(count, unit, true),
    examples: [
      ['within 5 working days of receipt', '2026-03-11', 'within 5 working days of receipt', '2026-03-18'],
    ],
  }),
  rule({
    name: 'every Friday',
    pattern:
      '(every | each | weekly on | weekly , on | weekly , by) (<weekday=englishWeekday> | <weekday=shortWeekday>)',
    read: ({ weekday = 0 }) => weekly([weekday]),
    examples: [['every Friday', '2026-09-17', 'every Friday', 'weekly:5 2026-09-18']],
  }),
  rule({
    name: 'the 25th of every month',
    pattern:
      '[the] <day> [st|nd|rd|th] [day] of (every | each) month | monthly [,] [on|by] [the] <day> [st|nd|rd|th]',
    read: ({ day = 0 }) => monthly([day]),
    examples: [
      ['by the 25th of each month', '2026-09-17', 'by the 25th of each month', 'monthly:25 2026-09-25'],
    ],
  }),
  rule({
    name: 'the 1st and 15th of each month',
    pattern: '[the] <day> [st|nd|rd|th] and [the] <second=day> [st|nd|rd|th] of every|each month',
    read: ({ day = 0, second = 0 }) => monthly([day, second]),
    examples: [
      [
        'the 1st and 15th of each month',
        '2026-03-11',
        'the 1st and 15th of each month',
        'monthly:1,15 2026-03-15',
      ],
    ],
  }),
  rule({
    name: 'every day',
    pattern: 'every|each day',
    read: () => again(0),
    examples: [['every day at 5pm', '2026-03-11', 'every day at 5pm', 'daily 2026-03-11T17:00']],
  }),
  rule({
    name: 'every other week',
    pattern: 'every other week | biweekly | fortnightly',
    read: () => each(2, 1),
    examples: [['report every other week', '2026-03-11', 'every other week', 'weekly/2 2026-03-13']],
  }),
  rule({
    name: 'every month',
    pattern: '[at] [the] [end|last] [day] [of] every|each <unitOfPeriod>',
    read: ({ unitOfPeriod = 0 }) => again(unitOfPeriod + 1),
    examples: [
      ['at the end of each quarter', '2026-09-17', 'at the end of each quarter', 'quarterly 2026-09-30'],
    ],
  }),
  rule({
    name: 'every six months',
    pattern: 'every <count> <unit>',
    read: ({ count = 0, unit = 0 }) => each(count, EVERY_OF_UNIT[unit] ?? -1),
    examples: [['every six months', '2026-09-17', 'every six months', 'half-yearly 2026-12-31']],
  }),
  rule({
    name: 'monthly',
    pattern: '<everyWord>',
    read: ({ everyWord = 0 }) => again(everyWord),
    examples: [
      ['report quarterly', '2026-09-17', 'quarterly', 'quarterly 2026-09-30'],
      ['weekly report by Friday', '2026-03-11', 'by Friday', 'weekly:5 2026-03-13'],
    ],
  }),
];

/** For each name of SPAN_UNIT_NAMES its place among ngày, tuần, tháng, quý, năm. */
const EVERY_OF_UNIT = [-1, -1, 0, -1, 1, 2, 4];

function span(count: number, unit: number, fromEvent = false): Meaning | null {
  const meaning = spanOf(count, unit, 'alone');
  return meaning && fromEvent ? { day: { ...meaning.day, fromEvent } } : meaning;
}
