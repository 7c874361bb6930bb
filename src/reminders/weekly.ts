/** The hour of the week for what comes once a week. Pure. */
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { workingDayOnOrAfter } from '../calendar/workingDays.ts';
import type { ReminderPolicy } from './policy.ts';

/** The agency's hour on the first working day of a week, after `after`: Monday morning, or the next day worked. A week without a working
 *  day (Tết) has none. */
export function weeklyMoment(
  policy: ReminderPolicy,
  calendar: WorkCalendar,
  after: Temporal.Instant,
): Temporal.Instant {
  const day = after.toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  let monday = day.subtract({ days: day.dayOfWeek - 1 });
  for (let weeks = 0; weeks <= weeksMax; weeks += 1) {
    const first = workingDayOnOrAfter(calendar, monday);
    const at = first.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: policy.atTime }).toInstant();
    if (Temporal.Instant.compare(at, after) > 0) return at;
    monday = monday.add({ days: 7 });
  }
  throw new RangeError(`no working week within ${weeksMax} weeks after ${after.toString()}`);
}

/** No office is closed for longer. */
const weeksMax = 60;
