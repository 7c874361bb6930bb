/** Reads a text at a moment, as tests and the bench do: the deadline in the form of the corpus. */
import { buildCalendar } from '../../../src/calendar/buildCalendar.ts';
import { closingDeadline } from '../../../src/language/deadlines/closing.ts';
import type { DeadlineContext, FoundDeadline } from '../../../src/language/deadlines/deadline.ts';
import { findDeadlines } from '../../../src/language/deadlines/findDeadlines.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const calendar = buildCalendar({ timeZone: ZONE });

/** An expression, the moment it was written, and the deadline: a day, a day and time with offset, or null. */
export type Labelled = { text: string; ref: string; expect: string | null; kind: string };

/** `at`: an instant, or a day (09:00 in Vietnam). */
export function contextAt(at: string): DeadlineContext {
  const instant = at.length > 10 ? at : `${at}T09:00:00+07:00`;
  return { now: Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE), calendar };
}

export function closingAt(text: string, at: string): FoundDeadline | null {
  return closingDeadline(findDeadlines(text, contextAt(at)));
}

/** `2016-04-15`, `2016-04-15T17:00:00+07:00` or null. */
export function deadlineAt(text: string, at: string): string | null {
  return writtenDeadline(closingAt(text, at));
}

function writtenDeadline(found: FoundDeadline | null): string | null {
  if (!found?.dueOn) return null;
  if (!found.time) return found.dueOn.toString();
  return `${found.dueOn.toString()}T${found.time.toString({ smallestUnit: 'second' })}+07:00`;
}
