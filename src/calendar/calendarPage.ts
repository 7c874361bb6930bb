/** What one year of a calendar looks like, for a command that shows it. Pure: facts, no sentences. */
import type { DayOff, WorkCalendar } from './workCalendar.ts';

export type CalendarPage = {
  year: number;
  /** True when a day of the year was computed because no announcement has been imported. */
  provisional: boolean;
  /** Every day off that is more than a weekend, in order; holidays on a Saturday or Sunday stand here too. */
  daysOff: readonly (DayOff & { day: Temporal.PlainDate })[];
  /** Saturdays and Sundays that are worked. */
  workedWeekendDays: readonly Temporal.PlainDate[];
  workingDayCount: number;
};

/** The page of one year. */
export function calendarPage(calendar: WorkCalendar, year: number): CalendarPage {
  const newYear = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const days = Array.from({ length: newYear.daysInYear }, (_, days) => {
    const day = newYear.add({ days });
    return { day, off: calendar.dayOff(day) };
  });
  const daysOff = days.flatMap(({ day, off }) => (off && off.kind !== 'weekend' ? [{ ...off, day }] : []));
  const worked = days.filter(({ off }) => off === null);
  return {
    year,
    provisional: daysOff.some((each) => each.provisional),
    daysOff,
    workedWeekendDays: worked.map(({ day }) => day).filter((day) => day.dayOfWeek > 5),
    workingDayCount: worked.length,
  };
}
