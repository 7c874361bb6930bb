import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lunarToSolar, solarToLunar } from '../../src/calendar/lunar.ts';

/** The first day of Tết, 1990–2050, month-day; Vietnam's printed calendars. 2007 and 2030 are a day before China's. */
const TET_FROM_1990 = `
  01-27 02-15 02-04 01-23 02-10 01-31 02-19 02-07 01-28 02-16
  02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-17 02-07 01-26
  02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05
  01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13
  02-02 01-23 02-11 01-31 02-19 02-08 01-28 02-15 02-04 01-24
  02-12 02-01 01-22 02-10 01-30 02-17 02-06 01-26 02-14 02-02
  01-23`
  .trim()
  .split(/\s+/)
  .map((monthDay, index) => ({ year: 1990 + index, tet: `${1990 + index}-${monthDay}` }));

describe('Tết', () => {
  test.each(TET_FROM_1990)('$year: $tet', ({ year, tet }) => {
    expect(lunarToSolar({ year, month: 1, day: 1 })?.toString()).toBe(tet);
    expect(solarToLunar(Temporal.PlainDate.from(tet))).toEqual({ year, month: 1, day: 1, leap: false });
  });

  test.each([
    [1985, '1985-01-21', '1985-02-20'],
    [2007, '2007-02-17', '2007-02-18'],
    [2030, '2030-02-02', '2030-02-03'],
  ])('%i differs from the Chinese calendar', (year, here, china) => {
    const chinese = Temporal.PlainDate.from({ calendar: 'chinese', year, month: 1, day: 1 });
    expect(chinese.withCalendar('iso8601').toString()).toBe(china);
    expect(lunarToSolar({ year, month: 1, day: 1 })?.toString()).toBe(here);
  });
});

describe('days of the lunar calendar', () => {
  test.each([
    ['giỗ Tổ 2016', { year: 2016, month: 3, day: 10 }, '2016-04-16'],
    ['giỗ Tổ 2017', { year: 2017, month: 3, day: 10 }, '2017-04-06'],
    ['giỗ Tổ 2020', { year: 2020, month: 3, day: 10 }, '2020-04-02'],
    ['giỗ Tổ 2023, after a leap month 2', { year: 2023, month: 3, day: 10 }, '2023-04-29'],
    ['giỗ Tổ 2026', { year: 2026, month: 3, day: 10 }, '2026-04-26'],
    ['rằm tháng Tám 2016', { year: 2016, month: 8, day: 15 }, '2016-09-15'],
    ['rằm tháng Tám 2025', { year: 2025, month: 8, day: 15 }, '2025-10-06'],
    ['ông Công ông Táo of the year that ends in 2017', { year: 2016, month: 12, day: 23 }, '2017-01-20'],
    ['first of leap month 6 of 2025', { year: 2025, month: 6, day: 1, leap: true }, '2025-07-25'],
    ['30 Tết 2024', { year: 2023, month: 12, day: 30 }, '2024-02-09'],
  ])('%s', (_, lunar, solar) => {
    expect(lunarToSolar(lunar)?.toString()).toBe(solar);
    expect(solarToLunar(Temporal.PlainDate.from(solar))).toEqual({ leap: false, ...lunar });
  });

  test.each([
    [1985, 2],
    [1987, 7],
    [2001, 4],
    [2004, 2],
    [2006, 7],
    [2009, 5],
    [2012, 4],
    [2014, 9],
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2028, 5],
    [2031, 3],
    [2033, 11],
  ])('the leap month of %i is %i', (year, leapMonth) => {
    const leaps = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) =>
      lunarToSolar({ year, month, day: 1, leap: true }),
    );
    expect(leaps).toEqual([leapMonth]);
  });

  test.each([
    ['month 12 of 2024 has 29 days', { year: 2024, month: 12, day: 30 }],
    ['2026 has no leap month', { year: 2026, month: 6, day: 1, leap: true }],
    ['2025 has another leap month', { year: 2025, month: 5, day: 1, leap: true }],
    ['no month 13', { year: 2026, month: 13, day: 1 }],
    ['no month 0', { year: 2026, month: 0, day: 1 }],
    ['no day 0', { year: 2026, month: 1, day: 0 }],
    ['no day 31', { year: 2026, month: 1, day: 31 }],
    ['no half day', { year: 2026, month: 1, day: 1.5 }],
    ['no half year', { year: 2026.5, month: 1, day: 1 }],
    ['before the published years', { year: 1799, month: 1, day: 1 }],
    ['after the published years', { year: 2200, month: 1, day: 1 }],
    ['not a number', { year: Number.NaN, month: 1, day: 1 }],
  ])('%s: null', (_, lunar) => {
    expect(lunarToSolar(lunar)).toBeNull();
  });

  test('a solar day outside the published years is refused', () => {
    for (const day of ['1800-01-01', '2200-12-31', '-009999-01-01']) {
      expect(() => solarToLunar(Temporal.PlainDate.from(day))).toThrow(RangeError);
    }
  });

  test('every solar day has one lunar day, and the day after follows it', () => {
    const first = Temporal.PlainDate.from('1800-02-01');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 146_000 }), (days) => {
        const solar = first.add({ days });
        const lunar = solarToLunar(solar);
        expect(lunarToSolar(lunar)?.toString()).toBe(solar.toString());
        const next = solarToLunar(solar.add({ days: 1 }));
        if (next.day === 1) {
          expect(lunar.day === 29 || lunar.day === 30).toBe(true);
          const sameYear = next.year === lunar.year && (next.month === lunar.month + 1 || next.leap);
          expect(sameYear || (next.year === lunar.year + 1 && next.month === 1 && lunar.month === 12)).toBe(
            true,
          );
        } else {
          expect(next).toEqual({ ...lunar, day: lunar.day + 1 });
        }
      }),
    );
  });

  test('every year has 12 months and at most one leap month, and begins between 19 January and 21 February', () => {
    for (let year = 1800; year <= 2199; year += 1) {
      const tet = lunarToSolar({ year, month: 1, day: 1 });
      expect(
        tet && Temporal.PlainDate.compare(tet, Temporal.PlainDate.from({ year, month: 1, day: 19 })),
      ).toBe(1);
      expect(
        tet && Temporal.PlainDate.compare(tet, Temporal.PlainDate.from({ year, month: 2, day: 22 })),
      ).toBe(-1);
      for (let month = 1; month <= 12; month += 1)
        expect(lunarToSolar({ year, month, day: 29 })).not.toBeNull();
    }
  });
});
