import { describe, expect, test } from 'vitest';
import { solarToLunar } from '../../src/calendar/lunar.ts';
import { publicHolidays } from '../../src/calendar/publicHolidays.ts';
import table from './vn-working-calendar-2016-2026.json' with { type: 'json' };

const swapped: readonly string[] = Object.keys(table.swap_off_to_working_saturday);

function weekdaysOff(year: number): string[] {
  return publicHolidays(year)
    .filter((each) => each.day.dayOfWeek <= 5)
    .map((each) => each.day.toString());
}

describe('against the announced years', () => {
  const unlikeTheLaw = { '2021': [['2021-09-01'], ['2021-09-03']] } as const;

  test.each(Object.entries(table.off))(
    '%s: the announcement is the Labour Code and the swaps, but for 2/9/2021, which took the day after',
    (year, official) => {
      const [computedOnly, officialOnly] = year === '2021' ? unlikeTheLaw[year] : [[], []];
      const computed = weekdaysOff(Number(year));
      expect(computed.filter((each) => !official.includes(each))).toEqual(computedOnly);
      expect(official.filter((each) => !computed.includes(each) && !swapped.includes(each))).toEqual(
        officialOnly,
      );
    },
  );
});

describe('years to come', () => {
  test.each([
    [
      2027,
      [
        '2027-01-01',
        ...['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'],
        '2027-04-16',
        ...['2027-04-30', '2027-05-03'],
        ...['2027-09-01', '2027-09-02'],
      ],
    ],
    [
      2028,
      [
        '2028-01-03',
        ...['2028-01-24', '2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28'],
        '2028-04-04',
        ...['2028-05-01', '2028-05-02'],
        ...['2028-09-01', '2028-09-04'],
      ],
    ],
  ])('%i by hand', (year, days) => {
    expect(weekdaysOff(year)).toEqual(days);
  });

  test.each(Array.from({ length: 74 }, (_, index) => 2027 + index))(
    '%i: eleven days, each of them given as a weekday',
    (year) => {
      const all = publicHolidays(year);
      const holidays = all.filter((each) => each.kind === 'holiday');
      const compensatory = all.filter((each) => each.kind === 'compensatory');
      expect(holidays).toHaveLength(11);
      expect(new Set(all.map((each) => each.day.toString())).size).toBe(all.length);
      expect(compensatory).toHaveLength(holidays.filter((each) => each.day.dayOfWeek > 5).length);
      expect(all.filter((each) => each.day.dayOfWeek <= 5)).toHaveLength(11);
      for (const each of compensatory) {
        const days = all.filter((other) => other.name === each.name && other.kind === 'holiday');
        const nearest = Math.min(
          ...days.map((other) => other.day.until(each.day, { largestUnit: 'days' }).days),
        );
        expect(nearest).toBeGreaterThan(0);
        expect(nearest).toBeLessThanOrEqual(4);
      }
      const tet = holidays
        .filter((each) => each.name === 'Tết Nguyên đán')
        .map((each) => solarToLunar(each.day));
      expect(tet.map((each) => each.month)).toEqual([12, 12, 1, 1, 1]);
      expect(tet.slice(2).map((each) => each.day)).toEqual([1, 2, 3]);
      expect(all.map((each) => each.day.year)).toEqual(all.map(() => year));
    },
  );
});

test('2/9 has one day before 2021', () => {
  expect(weekdaysOff(2020).filter((each) => each.startsWith('2020-09'))).toEqual(['2020-09-02']);
  expect(weekdaysOff(2027).filter((each) => each.startsWith('2027-09'))).toEqual([
    '2027-09-01',
    '2027-09-02',
  ]);
});

test('outside the published lunar years only the solar holidays are known', () => {
  expect(new Set(publicHolidays(2300).map((each) => each.name))).toEqual(
    new Set(['Tết Dương lịch', 'Ngày Chiến thắng', 'Ngày Quốc tế lao động', 'Quốc khánh']),
  );
});
