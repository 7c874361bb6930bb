/** The new deadline that the words of a direction name ("lùi hạn đến 20/4"), if they name one. Pure. */
import { lastMoment } from '../calendar/deadlineMoment.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { closingDeadline } from '../language/deadlines/closing.ts';
import { findDeadlines } from '../language/deadlines/findDeadlines.ts';
import type { SaidDue } from './direction.ts';

/** Null for words without a date to work by, for a day that has passed, and for one that comes again. */
export function saidDue(
  text: string,
  { now, calendar }: { now: Temporal.Instant; calendar: WorkCalendar },
): SaidDue | null {
  const here = now.toZonedDateTimeISO(calendar.timeZone);
  const found = closingDeadline(findDeadlines(text, { now: here, calendar }));
  if (!found?.dueOn || found.problem !== null || found.recurrence !== null) return null;
  const { dueOn, time, text: words } = found;
  const at = lastMoment(dueOn, time, calendar.timeZone);
  return Temporal.Instant.compare(at, now) > 0 ? { dueOn, time, words } : null;
}
