/** When a deadline is over, and how far it is away in working days. Pure. */
import type { WorkCalendar } from './workCalendar.ts';
import { workingDaysBetween } from './workingDays.ts';

/**
 * The moment from which work is late: the given time of the due day, or without one the end of that day, which is
 * the start of the next. A day that the zone begins later than midnight ends there too.
 */
export function lastMoment(
  dueOn: Temporal.PlainDate,
  time: Temporal.PlainTime | null,
  timeZone: string,
): Temporal.Instant {
  const end = time
    ? dueOn.toZonedDateTime({ timeZone, plainTime: time })
    : dueOn.add({ days: 1 }).toZonedDateTime(timeZone);
  return end.toInstant();
}

/** What is due, and when: without a time by the end of the day. */
export type Due = { dueOn: Temporal.PlainDate; time: Temporal.PlainTime | null };

/** Whether `now` is past the deadline: at the last moment itself it is. */
export function isLate(calendar: WorkCalendar, due: Due, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, lastMoment(due.dueOn, due.time, calendar.timeZone)) >= 0;
}

/**
 * By how many working days something is late: 0 when it is not, and also in the rest of the due day and on days off right
 * after it; the first working day after the due day counts 1.
 */
export function lateWorkingDays(calendar: WorkCalendar, due: Due, now: Temporal.Instant): number {
  return Math.max(0, workingDaysBetween(calendar, due.dueOn, today(calendar, now)));
}

/** How many working days are left after today, the due day counted: 0 on the due day and later. */
export function workingDaysLeft(calendar: WorkCalendar, due: Due, now: Temporal.Instant): number {
  return Math.max(0, workingDaysBetween(calendar, today(calendar, now), due.dueOn));
}

function today(calendar: WorkCalendar, now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(calendar.timeZone).toPlainDate();
}
