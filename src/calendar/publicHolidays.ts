/** Public holidays as the Labour Code gives them, for years without an announcement. Pure. */
import { HOLIDAY_NAMES } from './holidayNames.ts';
import { lunarToSolar } from './lunar.ts';

export type PublicHoliday = { day: Temporal.PlainDate; kind: 'holiday' | 'compensatory'; name: string };

/**
 * The public days off of a year, in order: Labour Code 2019 art. 112.1 (1/1; Tết, five days; 10/3 of the lunar calendar;
 * 30/4; 1/5; 2/9 with one adjacent day since 2021), then art. 111.3: for a holiday on a Saturday or Sunday the next
 * working day is off. What the code leaves to the yearly announcement is chosen as it mostly was: Tết takes the two days before
 * and the first three of the year (with the compensatory days that gives every block of 2016–2026), 2/9 the day before
 * (all of 2022–2026). Outside the lunar years 1800–2199 the two lunar holidays are missing.
 */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  const holidays = holidaysOf(year);
  const off = new Set(holidays.map((each) => each.day.toString()));
  const compensatory = holidays
    .filter((each) => each.day.dayOfWeek > 5)
    .map((each) => {
      let day = each.day;
      while (day.dayOfWeek > 5 || off.has(day.toString())) day = day.add({ days: 1 }); // ends: `off` is finite
      off.add(day.toString());
      return { day, kind: 'compensatory' as const, name: each.name };
    });
  return [...holidays, ...compensatory].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day));
}

/** Since the Labour Code 2019 came into force, 2/9 has a second day. */
const SECOND_NATIONAL_DAY_FROM = 2021;

function holidaysOf(year: number): readonly PublicHoliday[] {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const tet = lunarToSolar({ year, month: 1, day: 1 });
  const hungKings = lunarToSolar({ year, month: 3, day: 10 });
  const days: [Temporal.PlainDate, string][] = [
    [on(1, 1), HOLIDAY_NAMES.newYear],
    [on(4, 30), HOLIDAY_NAMES.victory],
    [on(5, 1), HOLIDAY_NAMES.labour],
    [on(9, 2), HOLIDAY_NAMES.national],
  ];
  for (const offset of tet ? [-2, -1, 0, 1, 2] : []) {
    if (tet) days.push([tet.add({ days: offset }), HOLIDAY_NAMES.tet]);
  }
  if (hungKings) days.push([hungKings, HOLIDAY_NAMES.hungKings]);
  if (year >= SECOND_NATIONAL_DAY_FROM) days.push([on(9, 1), HOLIDAY_NAMES.national]);
  return days
    .map(([day, name]) => ({ day, kind: 'holiday' as const, name }))
    .sort((a, b) => Temporal.PlainDate.compare(a.day, b.day));
}
