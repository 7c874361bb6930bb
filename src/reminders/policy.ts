/** How an agency wants to be reminded: the rules, what is allowed in them, and what holds when nothing was chosen. Pure. */
import { z } from 'zod';
import type { OfficeHours } from '../calendar/officeHours.ts';

/** Days are working days of the agency, times wall times in its zone. */
export type ReminderPolicy = {
  /** How long before the deadline, the longest first; each once. */
  beforeDays: readonly number[];
  /** Also in the morning of the due day. */
  onTheDay: boolean;
  /** After the deadline: first, then every so many days, at most so often; after that the weekly digest only. */
  afterFirstDays: number;
  afterEveryDays: number;
  afterMaxCount: number;
  /** The hour at which reminders go out; lies in the office hours. */
  atTime: Temporal.PlainTime;
  hours: OfficeHours;
  /** Not accepted after so many days: the department is asked again, a day later the official is told. */
  notAcceptedDays: number;
  /** Nothing heard for so many days: the department is asked. */
  noProgressDays: number;
  /** Overdue for so many days: the head of the department, the leader of the agency. */
  escalateHeadDays: number;
  escalateLeaderDays: number;
};

export const defaultPolicy: ReminderPolicy = {
  beforeDays: [7, 3, 1],
  onTheDay: true,
  afterFirstDays: 1,
  afterEveryDays: 2,
  afterMaxCount: 5,
  atTime: Temporal.PlainTime.from('08:30'),
  hours: { start: Temporal.PlainTime.from('08:00'), end: Temporal.PlainTime.from('17:00') },
  notAcceptedDays: 1,
  noProgressDays: 5,
  escalateHeadDays: 1,
  escalateLeaderDays: 3,
};

/** The most that a policy may ask for: together they bound what is planned for one assignment. */
export const policyLimits = { beforeCount: 7, days: 30, afterCount: 20 } as const;

export type PolicyProblem = 'beforeDays' | 'days' | 'afterCount' | 'hours' | 'atTime';

/** What is wrong with a policy, by field; null when nothing is. */
export function policyProblem(policy: ReminderPolicy): PolicyProblem | null {
  const days = z.int().min(1).max(policyLimits.days);
  const before = z.array(days).max(policyLimits.beforeCount);
  if (!before.safeParse(policy.beforeDays).success) return 'beforeDays';
  const counts = [
    policy.afterFirstDays,
    policy.afterEveryDays,
    policy.notAcceptedDays,
    policy.noProgressDays,
    policy.escalateHeadDays,
    policy.escalateLeaderDays,
  ];
  if (!counts.every((count) => days.safeParse(count).success)) return 'days';
  if (!z.int().min(0).max(policyLimits.afterCount).safeParse(policy.afterMaxCount).success)
    return 'afterCount';
  const { hours, atTime } = policy;
  if (Temporal.PlainTime.compare(hours.start, hours.end) >= 0) return 'hours';
  const inHours =
    Temporal.PlainTime.compare(atTime, hours.start) >= 0 &&
    Temporal.PlainTime.compare(atTime, hours.end) <= 0;
  return inHours ? null : 'atTime';
}
