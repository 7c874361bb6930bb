/** Moments in which an office is at work. Pure. */
import type { WorkCalendar } from './workCalendar.ts';
import { nextWorkingDay, previousWorkingDay } from './workingDays.ts';

/** Wall times of a working day in the calendar's zone; both ends belong to the hours, and `start` is before `end`. */
export type OfficeHours = { start: Temporal.PlainTime; end: Temporal.PlainTime };

/** Whether the moment lies on a working day within the hours. */
export function isOfficeMoment(calendar: WorkCalendar, hours: OfficeHours, at: Temporal.Instant): boolean {
  const { day, time } = wallClock(calendar, at);
  return clamped(time, hours).equals(time) && calendar.isWorkingDay(day);
}

/** The moment itself when it is an office moment, otherwise the next opening of the office. */
export function nextOfficeMoment(
  calendar: WorkCalendar,
  hours: OfficeHours,
  at: Temporal.Instant,
): Temporal.Instant {
  if (isOfficeMoment(calendar, hours, at)) return at;
  const { day, time } = wallClock(calendar, at);
  const opensToday = calendar.isWorkingDay(day) && Temporal.PlainTime.compare(time, hours.start) < 0;
  return moment(calendar, opensToday ? day : nextWorkingDay(calendar, day), hours.start);
}

/**
 * Where something planned for `at` goes out so that it is never late: `at` itself when it is an office moment; after the
 * hours of a working day their end; on a day off or before the hours, the working day before, at the same wall time brought
 * into the hours. The answer is an office moment, never after `at`.
 */
export function officeMomentOnOrBefore(
  calendar: WorkCalendar,
  hours: OfficeHours,
  at: Temporal.Instant,
): Temporal.Instant {
  if (isOfficeMoment(calendar, hours, at)) return at;
  const { day, time } = wallClock(calendar, at);
  const closedToday = calendar.isWorkingDay(day) && Temporal.PlainTime.compare(time, hours.end) > 0;
  return moment(calendar, closedToday ? day : previousWorkingDay(calendar, day), clamped(time, hours));
}

function clamped(time: Temporal.PlainTime, { start, end }: OfficeHours): Temporal.PlainTime {
  if (Temporal.PlainTime.compare(start, end) >= 0) {
    throw new RangeError(`office hours from ${start.toString()} to ${end.toString()}`);
  }
  if (Temporal.PlainTime.compare(time, start) < 0) return start;
  return Temporal.PlainTime.compare(time, end) > 0 ? end : time;
}

function wallClock(calendar: WorkCalendar, at: Temporal.Instant) {
  const local = at.toZonedDateTimeISO(calendar.timeZone);
  return { day: local.toPlainDate(), time: local.toPlainTime() };
}

function moment(calendar: WorkCalendar, day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: time }).toInstant();
}
