import { expect, test } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { calendarPage } from '../../src/calendar/calendarPage.ts';

const timeZone = 'Asia/Ho_Chi_Minh';

test('an announced year with its swaps', () => {
  const page = calendarPage(buildCalendar({ timeZone }), 2026);
  expect(page).toMatchObject({ year: 2026, provisional: false, workingDayCount: 250 });
  expect(page.workedWeekendDays.map(String)).toEqual(['2026-01-10', '2026-08-22']);
  expect(page.daysOff).toHaveLength(14);
  expect(page.daysOff[1]).toMatchObject({ kind: 'swapped', name: 'Tết Dương lịch', provisional: false });
  expect(page.daysOff.map((each) => each.day.toString())).toContain('2026-04-26');
});

test('a year to come, and how the agency and an import change it', () => {
  const computed = calendarPage(buildCalendar({ timeZone }), 2027);
  expect(computed).toMatchObject({ provisional: true, workingDayCount: 250, workedWeekendDays: [] });
  expect(computed.daysOff.every((each) => each.provisional)).toBe(true);

  const own = { day: Temporal.PlainDate.from('2027-03-10'), working: false, name: 'Ngày truyền thống' };
  const withOwn = calendarPage(buildCalendar({ timeZone, overrides: [own] }), 2027);
  expect(withOwn).toMatchObject({ provisional: true, workingDayCount: 249 });
  expect(withOwn.daysOff).toContainEqual({
    day: own.day,
    kind: 'agency',
    name: 'Ngày truyền thống',
    provisional: false,
  });

  const imported = { day: Temporal.PlainDate.from('2027-02-05'), working: false, name: 'Tết Nguyên đán' };
  const announced = calendarPage(buildCalendar({ timeZone, announced: [imported] }), 2027);
  expect(announced.provisional).toBe(false);
  expect(announced.daysOff.map((each) => each.day.toString())).toEqual(['2027-02-05']);
});
