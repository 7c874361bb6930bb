import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import type { WorkCalendar } from '../../src/calendar/workCalendar.ts';
import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  SPAN_YEARS_MAX,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../src/calendar/workingDays.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const calendar = buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' });

describe('counting days by hand', () => {
  test.each([
    ['the next day', '2016-04-05', 1, '2016-04-06'],
    ['ten working days over giỗ Tổ', '2016-04-05', 10, '2016-04-20'],
    ['from a Saturday the first is Monday', '2016-04-09', 1, '2016-04-11'],
    ['three before mid-April', '2016-04-15', -3, '2016-04-12'],
    ['seven before mid-April', '2016-04-15', -7, '2016-04-06'],
    ['back from a Sunday', '2016-04-10', -1, '2016-04-08'],
    ['over Tết 2026', '2026-02-13', 1, '2026-02-23'],
    ['back over Tết 2026', '2026-02-23', -1, '2026-02-13'],
    ['a worked Saturday counts', '2026-01-09', 1, '2026-01-10'],
    ['back to a worked Saturday', '2026-01-12', -1, '2026-01-10'],
    ['over the end of a year with a swap', '2018-12-28', 2, '2019-01-03'],
    ['nothing', '2026-02-17', 0, '2026-02-17'],
    ['251 worked days in 2016, the first of them is where it starts', '2016-01-04', 251, '2017-01-03'],
  ])('%s', (_, from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count).toString()).toBe(to);
  });

  test.each([
    ['same day', '2016-04-15', '2016-04-15', 0],
    ['the first day is not counted, the last is', '2016-04-14', '2016-04-15', 1],
    ['a weekend counts nothing', '2016-04-15', '2016-04-17', 0],
    ['Monday 18/4/2016 is off', '2016-04-15', '2016-04-19', 1],
    ['backwards', '2016-04-19', '2016-04-15', -1],
    ['the year 2026: 261 weekdays, 13 off, 2 Saturdays worked', '2025-12-31', '2026-12-31', 250],
  ])('between: %s', (_, after, upTo, count) => {
    expect(workingDaysBetween(calendar, day(after), day(upTo))).toBe(count);
  });

  test('around Tết 2026', () => {
    expect(previousWorkingDay(calendar, day('2026-02-17')).toString()).toBe('2026-02-13');
    expect(nextWorkingDay(calendar, day('2026-02-17')).toString()).toBe('2026-02-23');
    expect(workingDayOnOrBefore(calendar, day('2026-02-17')).toString()).toBe('2026-02-13');
    expect(workingDayOnOrAfter(calendar, day('2026-02-17')).toString()).toBe('2026-02-23');
    for (const same of ['2026-02-13', '2026-01-10']) {
      expect(workingDayOnOrBefore(calendar, day(same)).toString()).toBe(same);
      expect(workingDayOnOrAfter(calendar, day(same)).toString()).toBe(same);
    }
  });
});

/** Calendars with days of their own, around days near those. */
const anyDay = fc.integer({ min: 0, max: 6000 }).map((days) => day('2014-01-01').add({ days }));
const anyCalendar = fc
  .array(fc.record({ day: anyDay, working: fc.boolean(), name: fc.constant('ngày riêng') }), {
    maxLength: 40,
  })
  .map((overrides) => buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh', overrides }));
const anyCount = fc.integer({ min: -600, max: 600 });

describe('for any day', () => {
  test('the day reached is worked and lies on the side counted to', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (own, from, count) => {
        const to = addWorkingDays(own, from, count);
        expect(Temporal.PlainDate.compare(to, from)).toBe(Math.sign(count));
        expect(count === 0 || own.isWorkingDay(to)).toBe(true);
      }),
    );
  });

  test('adding and counting are inverse', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (own, any, count) => {
        const from = count > 0 ? any : workingDayOnOrAfter(own, any);
        expect(workingDaysBetween(own, from, addWorkingDays(own, from, count))).toBe(count);
      }),
    );
  });

  test('counting and adding are inverse between working days', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, (own, one, other) => {
        const from = workingDayOnOrAfter(own, one);
        const to = workingDayOnOrBefore(own, other);
        expect(addWorkingDays(own, from, workingDaysBetween(own, from, to)).toString()).toBe(to.toString());
      }),
    );
  });

  test('the count is that of looking at every day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 0, max: 900 }), (own, after, length) => {
        const days = Array.from({ length }, (_, index) => after.add({ days: index + 1 }));
        const upTo = after.add({ days: length });
        const worked = days.filter((each) => own.isWorkingDay(each)).length;
        expect(workingDaysBetween(own, after, upTo)).toBe(worked);
        expect(workingDaysBetween(own, upTo, after)).toBe(0 - worked);
      }),
    );
  });

  test('counts over adjoining spans add up', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, anyDay, (own, a, b, c) => {
        expect(workingDaysBetween(own, a, b) + workingDaysBetween(own, b, c)).toBe(
          workingDaysBetween(own, a, c),
        );
      }),
    );
  });

  test('no working day lies between a day and the working day next to it', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (own, from) => {
        for (const near of [workingDayOnOrAfter(own, from), workingDayOnOrBefore(own, from)]) {
          expect(own.isWorkingDay(near)).toBe(true);
          expect(near.equals(from)).toBe(own.isWorkingDay(from));
        }
        expect(
          previousWorkingDay(own, nextWorkingDay(own, from)).equals(workingDayOnOrBefore(own, from)),
        ).toBe(true);
      }),
    );
  });
});

describe('bounds', () => {
  /** Counts the days that were looked at. */
  function watched(): { calendar: WorkCalendar; looks: () => number } {
    let looks = 0;
    return {
      calendar: {
        ...calendar,
        isWorkingDay: (each) => {
          looks += 1;
          return calendar.isWorkingDay(each);
        },
      },
      looks: () => looks,
    };
  }

  test('a year is looked at once however often and far it is counted over', () => {
    const { calendar: own, looks } = watched();
    const far = addWorkingDays(own, day('2026-01-01'), 25_000);
    expect(far.year).toBeGreaterThan(2120);
    const first = looks();
    expect(first).toBeLessThanOrEqual(102 * 366);
    for (let times = 0; times < 100; times += 1) {
      expect(workingDaysBetween(own, day('2026-01-01'), far)).toBe(25_000);
      expect(addWorkingDays(own, far, -25_000).year).toBeGreaterThanOrEqual(2025);
    }
    expect(looks()).toBeLessThanOrEqual(first + 366);
  });

  test('further than 200 years is refused, and so is half a day', () => {
    const from = day('2026-01-01');
    expect(() => workingDaysBetween(calendar, from, from.add({ years: SPAN_YEARS_MAX + 1 }))).toThrow(
      RangeError,
    );
    expect(workingDaysBetween(calendar, from, from.add({ years: SPAN_YEARS_MAX }))).toBeGreaterThan(49_000);
    for (const count of [60_000, -60_000, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addWorkingDays(calendar, from, count)).toThrow(RangeError);
    }
  });

  test('a calendar in which nobody ever works ends in an error, not in an endless search', () => {
    const never: WorkCalendar = { ...calendar, isWorkingDay: () => false };
    expect(() => nextWorkingDay(never, day('2026-01-01'))).toThrow(RangeError);
    expect(() => previousWorkingDay(never, day('2026-01-01'))).toThrow(RangeError);
  });
});
