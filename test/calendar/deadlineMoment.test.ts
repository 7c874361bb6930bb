import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { isLate, lastMoment, lateWorkingDays, workingDaysLeft } from '../../src/calendar/deadlineMoment.ts';

const calendar = buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' });
const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const at = (text: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant();

describe('the last moment', () => {
  test.each([
    ['2016-04-15', null, 'Asia/Ho_Chi_Minh', '2016-04-15T17:00:00Z'],
    ['2016-04-15', '17:00', 'Asia/Ho_Chi_Minh', '2016-04-15T10:00:00Z'],
    ['2016-12-31', null, 'Asia/Ho_Chi_Minh', '2016-12-31T17:00:00Z'],
    ['2016-03-27', null, 'Europe/Berlin', '2016-03-27T22:00:00Z'],
    // Apia left out 30/12/2011: the 29th ends where the 31st begins.
    ['2011-12-29', null, 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('%s %s in %s', (dueOn, dueTime, zone, expected) => {
    expect(lastMoment(day(dueOn), dueTime === null ? null : time(dueTime), zone).toString()).toBe(expected);
  });
});

describe('due on Friday 15/4/2016, before a long weekend', () => {
  const due = { dueOn: day('2016-04-15'), time: null };
  test.each([
    // now, late, late working days, working days left
    ['2016-04-05T16:41', false, 0, 8],
    ['2016-04-14T08:30', false, 0, 1],
    ['2016-04-15T23:59', false, 0, 0],
    ['2016-04-16T00:00', true, 0, 0],
    ['2016-04-18T10:00', true, 0, 0],
    ['2016-04-19T00:00', true, 1, 0],
    ['2016-04-20T08:30', true, 2, 0],
    ['2016-05-04T08:30', true, 10, 0],
  ])('at %s', (now, late, lateDays, left) => {
    expect(isLate(calendar, due, at(now))).toBe(late);
    expect(lateWorkingDays(calendar, due, at(now))).toBe(lateDays);
    expect(workingDaysLeft(calendar, due, at(now))).toBe(left);
  });
});

test('with a time it is late on the same day, by no working day yet', () => {
  const due = { dueOn: day('2016-04-15'), time: time('17:00') };
  expect(isLate(calendar, due, at('2016-04-15T16:59'))).toBe(false);
  expect(isLate(calendar, due, at('2016-04-15T17:00'))).toBe(true);
  expect(lateWorkingDays(calendar, due, at('2016-04-15T18:00'))).toBe(0);
  expect(lateWorkingDays(calendar, due, at('2016-04-19T08:00'))).toBe(1);
});

test('a deadline on a day off is not moved', () => {
  const due = { dueOn: day('2026-02-17'), time: null };
  expect(isLate(calendar, due, at('2026-02-18T00:00'))).toBe(true);
  expect(workingDaysLeft(calendar, due, at('2026-02-13T08:00'))).toBe(0);
  expect(lateWorkingDays(calendar, due, at('2026-02-22T23:00'))).toBe(0);
  expect(lateWorkingDays(calendar, due, at('2026-02-23T08:00'))).toBe(1);
});

test('what is late has nothing left, and what has days left is not late', () => {
  const anyDue = fc.record({
    dueOn: fc.integer({ min: 0, max: 4000 }).map((days) => day('2016-01-01').add({ days })),
    time: fc.option(fc.integer({ min: 0, max: 1439 }).map((minutes) => time('00:00').add({ minutes }))),
  });
  fc.assert(
    fc.property(anyDue, fc.integer({ min: -60 * 1440, max: 60 * 1440 }), (due, minutes) => {
      const now = lastMoment(due.dueOn, due.time, calendar.timeZone).add({ minutes });
      const late = isLate(calendar, due, now);
      expect(late).toBe(minutes >= 0);
      if (late) expect(workingDaysLeft(calendar, due, now)).toBe(0);
      else expect(lateWorkingDays(calendar, due, now)).toBe(0);
    }),
  );
});
