/** How long a reminder may be put off. Pure. */
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { addWorkingDays, nextWorkingDay, workingDayOnOrAfter } from '../calendar/workingDays.ts';
import type { ReminderPolicy } from './policy.ts';

export type Snooze = { until: Temporal.Instant; by: number };

export const snoozeSpans = ['tomorrow', 'twoDays', 'nextWeek'] as const;
export type SnoozeSpan = (typeof snoozeSpans)[number];

/** No reminder is put off by more working days. */
const workingDaysMax = 5;

/**
 * Until when: the agency's hour of the next working day, of the second, or of the first one next week. Never later than the morning of
 * the due day, unless that has passed already. Null when that morning is what comes next anyway: there is nothing to put off.
 */
export function snoozeUntil(
  span: SnoozeSpan,
  now: Temporal.Instant,
  dueMorning: Temporal.Instant | null,
  policy: ReminderPolicy,
  calendar: WorkCalendar,
): Temporal.Instant | null {
  const today = now.toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  const latest = addWorkingDays(calendar, today, workingDaysMax);
  const wished = dayOf(span, today, calendar);
  const day = Temporal.PlainDate.compare(wished, latest) > 0 ? latest : wished;
  const until = day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: policy.atTime }).toInstant();
  if (dueMorning === null || Temporal.Instant.compare(dueMorning, now) <= 0) return until;
  return Temporal.Instant.compare(until, dueMorning) < 0 ? until : null;
}

function dayOf(span: SnoozeSpan, today: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate {
  switch (span) {
    case 'tomorrow':
      return nextWorkingDay(calendar, today);
    case 'twoDays':
      return addWorkingDays(calendar, today, 2);
    case 'nextWeek':
      return workingDayOnOrAfter(calendar, today.add({ days: 8 - today.dayOfWeek }));
  }
}
