import { describe, expect, test } from 'vitest';
import { OFF_ROWS, SOURCES, WORKED_ROWS } from '../../src/calendar/announcedYears.ts';
import { type AnnouncedDay, buildCalendar } from '../../src/calendar/buildCalendar.ts';
import table from './vn-working-calendar-2016-2026.json' with { type: 'json' };

const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const day = (text: string) => Temporal.PlainDate.from(text);
const off = (text: string, name = 'Tết Nguyên đán'): AnnouncedDay => ({
  day: day(text),
  working: false,
  name,
});
const worked = (text: string): AnnouncedDay => ({ day: day(text), working: true, name: 'làm bù' });

function everyDayOf(year: number): Temporal.PlainDate[] {
  const first = day(`${year}-01-01`);
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }));
}

describe('the announced years', () => {
  const calendar = buildCalendar({ timeZone: TIME_ZONE });
  const workedSaturdays = Object.values(table.swap_off_to_working_saturday);

  test.each(Object.entries(table.off))(
    '%s: exactly the weekdays off and Saturdays worked of the table',
    (year, days) => {
      const all = everyDayOf(Number(year));
      const weekdaysOff = all.filter((each) => each.dayOfWeek <= 5 && !calendar.isWorkingDay(each));
      expect(weekdaysOff.map(String)).toEqual(days);
      const weekendsWorked = all.filter((each) => each.dayOfWeek > 5 && calendar.isWorkingDay(each));
      expect(weekendsWorked.map(String)).toEqual(
        workedSaturdays.filter((each) => each.startsWith(year)).sort(),
      );
      for (const each of all) expect(calendar.dayOff(each)?.provisional ?? false).toBe(false);
    },
  );

  test.each(Object.entries(table.swap_off_to_working_saturday))(
    '%s is swapped for %s',
    (swapped, saturday) => {
      expect(calendar.dayOff(day(swapped))).toMatchObject({ kind: 'swapped' });
      expect(calendar.isWorkingDay(day(saturday))).toBe(true);
      expect(WORKED_ROWS.find(([worked]) => worked === saturday)?.[1]).toBe(swapped);
    },
  );

  test.each([
    ['2018-02-16', { kind: 'holiday', name: 'Tết Nguyên đán', provisional: false }],
    ['2024-02-10', { kind: 'holiday', name: 'Tết Nguyên đán', provisional: false }],
    ['2024-02-17', { kind: 'weekend', name: null, provisional: false }],
    ['2017-09-04', { kind: 'compensatory', name: 'Quốc khánh', provisional: false }],
    ['2026-01-02', { kind: 'swapped', name: 'Tết Dương lịch', provisional: false }],
    ['2016-04-15', null],
  ])('%s: why it is off', (text, reason) => {
    expect(calendar.dayOff(day(text))).toEqual(reason);
  });

  test('what no page confirms is marked so', () => {
    const unconfirmed = [
      ...OFF_ROWS.map((row) => ({ first: row[0], source: row[4] })),
      ...WORKED_ROWS.map((row) => ({ first: row[0], source: row[2] })),
    ]
      .filter(({ source }) => !SOURCES[source].confirmed)
      .map(({ first }) => first);
    expect(unconfirmed).toEqual(
      expect.arrayContaining([
        ...['2016-02-08', '2017-01-26', '2022-01-31', '2024-02-08', '2025-01-27'],
        ...['2018-12-31', '2019-01-05', '2026-08-31', '2026-08-22'],
      ]),
    );
    for (const confirmed of [
      '2018-02-14',
      '2019-04-29',
      '2020-01-23',
      '2021-09-02',
      '2024-05-04',
      '2026-02-16',
    ]) {
      expect(unconfirmed).not.toContain(confirmed);
    }
  });

  test('24/11/2026 is a working day until someone imports it', () => {
    expect(calendar.isWorkingDay(day('2026-11-24'))).toBe(true);
    const imported = buildCalendar({
      timeZone: TIME_ZONE,
      announced: [off('2026-11-24', 'Ngày Văn hóa Việt Nam')],
    });
    expect(imported.dayOff(day('2026-11-24'))).toEqual({
      kind: 'holiday',
      name: 'Ngày Văn hóa Việt Nam',
      provisional: false,
    });
    expect(imported.isWorkingDay(day('2026-09-02'))).toBe(false);
  });
});

describe('imported announcements', () => {
  test('a year not announced is provisional', () => {
    const calendar = buildCalendar({ timeZone: TIME_ZONE });
    expect(calendar.dayOff(day('2027-02-05'))).toEqual({
      kind: 'holiday',
      name: 'Tết Nguyên đán',
      provisional: true,
    });
    expect(calendar.dayOff(day('2027-02-09'))).toEqual({
      kind: 'compensatory',
      name: 'Tết Nguyên đán',
      provisional: true,
    });
    expect(calendar.dayOff(day('2027-02-27'))).toEqual({ kind: 'weekend', name: null, provisional: false });
    expect(calendar.dayOff(day('2015-04-30'))).toMatchObject({ provisional: true });
  });

  test('a day off of the year replaces all its computed days, and only of that year', () => {
    const calendar = buildCalendar({
      timeZone: TIME_ZONE,
      announced: [off('2027-02-05'), off('2027-02-08'), worked('2027-02-13')],
    });
    expect(calendar.dayOff(day('2027-02-05'))).toMatchObject({ kind: 'holiday', provisional: false });
    expect(calendar.isWorkingDay(day('2027-02-04'))).toBe(true);
    expect(calendar.isWorkingDay(day('2027-02-13'))).toBe(true);
    expect(calendar.isWorkingDay(day('2027-04-30'))).toBe(true);
    expect(calendar.dayOff(day('2028-01-26'))).toMatchObject({ provisional: true });
  });

  test('a Saturday worked in January for a swapped 31/12 leaves the new year provisional, its Tết off', () => {
    const calendar = buildCalendar({
      timeZone: TIME_ZONE,
      announced: [off('2026-12-31', 'Tết Dương lịch'), worked('2027-01-09')],
    });
    expect(calendar.isWorkingDay(day('2026-12-31'))).toBe(false);
    expect(calendar.isWorkingDay(day('2027-01-09'))).toBe(true);
    expect(calendar.dayOff(day('2027-02-05'))).toMatchObject({ provisional: true });
  });

  test('an imported day that the Labour Code gives as compensatory keeps that reason', () => {
    const calendar = buildCalendar({ timeZone: TIME_ZONE, announced: [off('2027-02-09', 'nghỉ bù')] });
    expect(calendar.dayOff(day('2027-02-09'))).toEqual({
      kind: 'compensatory',
      name: 'nghỉ bù',
      provisional: false,
    });
  });

  test('the last word on a day counts', () => {
    const calendar = buildCalendar({
      timeZone: TIME_ZONE,
      announced: [off('2026-08-31'), worked('2026-08-31')],
    });
    expect(calendar.isWorkingDay(day('2026-08-31'))).toBe(true);
  });
});

describe("an agency's own days", () => {
  const calendar = buildCalendar({
    timeZone: TIME_ZONE,
    announced: [off('2027-02-05')],
    overrides: [off('2027-03-10', 'Ngày truyền thống'), worked('2027-02-05'), worked('2027-03-13')],
  });

  test('stand over everything else', () => {
    expect(calendar.dayOff(day('2027-03-10'))).toEqual({
      kind: 'agency',
      name: 'Ngày truyền thống',
      provisional: false,
    });
    expect(calendar.isWorkingDay(day('2027-02-05'))).toBe(true);
    expect(calendar.isWorkingDay(day('2027-03-13'))).toBe(true);
  });

  test('do not make a year announced', () => {
    const own = buildCalendar({ timeZone: TIME_ZONE, overrides: [off('2027-03-10')] });
    expect(own.dayOff(day('2027-02-05'))).toMatchObject({ provisional: true });
  });

  test('belong to one calendar', () => {
    expect(buildCalendar({ timeZone: TIME_ZONE }).isWorkingDay(day('2027-03-10'))).toBe(true);
  });
});

test('an unknown time zone is refused at once', () => {
  expect(() => buildCalendar({ timeZone: 'Asia/Nowhere' })).toThrow(RangeError);
});

test('very far days are answered too', () => {
  const calendar = buildCalendar({ timeZone: TIME_ZONE });
  expect(calendar.isWorkingDay(day('9999-12-30'))).toBe(true);
  expect(calendar.isWorkingDay(day('9999-09-02'))).toBe(false);
  expect(calendar.isWorkingDay(day('0001-01-01'))).toBe(false);
});
