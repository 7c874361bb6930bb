/** Recurrences: written, read back, and their next days. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  firstOccurrence,
  nextOccurrence,
  type Recurrence,
  readRecurrence,
  writeRecurrence,
} from '../../../src/language/deadlines/recurrence.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the next day after another', () => {
  test.each([
    ['monthly:25', '2026-01-25', '2026-02-25'],
    ['monthly:31', '2026-01-31', '2026-02-28'],
    ['monthly:last', '2028-02-01', '2028-02-29'],
    ['monthly:15,30', '2026-02-15', '2026-02-28'],
    ['monthly', '2026-04-30', '2026-05-31'],
    ['monthly:5#last', '2026-05-28', '2026-05-29'],
    ['monthly:1#1', '2026-05-04', '2026-06-01'],
    ['weekly:5', '2026-03-13', '2026-03-20'],
    ['weekly:1,4', '2026-03-09', '2026-03-12'],
    ['weekly', '2026-03-14', '2026-03-20'],
    ['weekly/2:5', '2026-03-13', '2026-03-27'],
    ['quarterly', '2026-03-31', '2026-06-30'],
    ['quarterly:3-15', '2026-01-01', '2026-03-15'],
    ['quarterly:1-5', '2026-01-05', '2026-04-05'],
    ['half-yearly', '2026-06-30', '2026-12-31'],
    ['half-yearly:6-15', '2026-06-15', '2026-12-15'],
    ['yearly:12-20', '2026-12-20', '2027-12-20'],
    ['yearly:2-29', '2027-01-01', '2027-02-28'],
    ['daily', '2026-12-31', '2027-01-01'],
    ['monthly/2:10', '2026-03-10', '2026-05-10'],
  ])('%s after %s', (text, after, next) => {
    const recurrence = readRecurrence(text);
    expect(recurrence && nextOccurrence(recurrence, day(after)).toString()).toBe(next);
  });
});

test.each([
  '',
  'weekly:8',
  'weekly:0',
  'monthly:33',
  'monthly:0',
  'quarterly:4-1',
  'quarterly:15',
  'fortnightly',
  'yearly:13-1',
  'monthly/0:5',
  'monthly:',
  'daily:3',
  'weekly:1#2',
])('no recurrence: "%s"', (text) => {
  expect(readRecurrence(text)).toBeNull();
});

const periodDay = (months: number) =>
  fc.record({ month: fc.integer({ min: 1, max: months }), day: fc.integer({ min: 1, max: 32 }) });
const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.constantFrom<Recurrence>(
    { every: 'day' },
    { every: 'week' },
    { every: 'year' },
    { every: 'month', interval: 2 },
  ),
  fc.integer({ min: 1, max: 7 }).map((weekday): Recurrence => ({ every: 'week', weekdays: [weekday] })),
  fc.integer({ min: 1, max: 5 }).map((nth): Recurrence => ({ every: 'month', weekdays: [2], nth })),
  periodDay(1).map((each): Recurrence => ({ every: 'month', days: [each] })),
  periodDay(3).map((each): Recurrence => ({ every: 'quarter', days: [each] })),
  periodDay(6).map((each): Recurrence => ({ every: 'halfYear', days: [each] })),
  periodDay(12).map((each): Recurrence => ({ every: 'year', days: [each] })),
);
const days = fc.integer({ min: 0, max: 20_000 }).map((count) => day('2000-01-01').add({ days: count }));

test('what is written is read back', () => {
  fc.assert(
    fc.property(recurrences, (recurrence) => {
      expect(readRecurrence(writeRecurrence(recurrence))).toEqual(recurrence);
    }),
  );
});

test('the first on or after a day is the next after the day before, and the next comes strictly later', () => {
  fc.assert(
    fc.property(recurrences, days, (recurrence, from) => {
      const first = firstOccurrence(recurrence, from);
      expect(Temporal.PlainDate.compare(first, from)).toBeGreaterThanOrEqual(0);
      expect(Temporal.PlainDate.compare(nextOccurrence(recurrence, from), from)).toBe(1);
      expect(firstOccurrence(recurrence, first).equals(first)).toBe(true);
    }),
  );
});
