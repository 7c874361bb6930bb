/** How a task's part stands against its deadline: in time, due soon, overdue, done on time or late. Derived, never stored. Pure. */
import { isLate, lateWorkingDays, workingDaysLeft } from '../calendar/deadlineMoment.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { AssignmentStatus } from '../database/codes.ts';
import type { Due } from './task.ts';

export type Timing =
  /** No deadline, or nothing to be done any more. */
  | { kind: 'none' }
  | { kind: 'inTime' | 'dueSoon'; daysLeft: number }
  /** `lateDays` in working days; 0 in the rest of the due day and on days off right after it. */
  | { kind: 'overdue'; lateDays: number }
  | { kind: 'onTime' }
  | { kind: 'late'; lateDays: number };

/** Soon is at most this many working days after today. */
const dueSoonDays = 3;

type Part = {
  status: AssignmentStatus;
  due: Due | null;
  submittedAt: Temporal.Instant | null;
  calendar: WorkCalendar;
};

/** Work that was handed in is judged by the moment of that, however long the check takes. */
export function timingOf({ status, due, submittedAt, calendar }: Part, now: Temporal.Instant): Timing {
  if (!due || status === 'declined' || status === 'cancelled') return { kind: 'none' };
  if ((status === 'submitted' || status === 'completed') && submittedAt) {
    return isLate(calendar, due, submittedAt)
      ? { kind: 'late', lateDays: lateWorkingDays(calendar, due, submittedAt) }
      : { kind: 'onTime' };
  }
  if (isLate(calendar, due, now)) {
    return { kind: 'overdue', lateDays: lateWorkingDays(calendar, due, now) };
  }
  const daysLeft = workingDaysLeft(calendar, due, now);
  return { kind: daysLeft <= dueSoonDays ? 'dueSoon' : 'inTime', daysLeft };
}
