/** When leaders are reminded of an opinion they have not given: two working days before the date and in the morning of the day, by the
 *  calendar and hours of their own agency. Fewer reminders than for work, and none after the date: the round ends with it. Pure. */
import { isOfficeMoment, nextOfficeMoment } from '../calendar/officeHours.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { planFor } from '../reminders/plan.ts';
import type { ReminderPolicy } from '../reminders/policy.ts';
import type { Due } from '../tasks/task.ts';

export type SeatReminder = { kind: 'before' | 'onTheDay'; at: Temporal.Instant };

export type AgencyRules = { policy: ReminderPolicy; calendar: WorkCalendar };

/** All of one seat, in order of time, between the asking and the date. */
export function seatPlan(
  due: Due,
  askedAt: Temporal.Instant,
  { policy, calendar }: AgencyRules,
): SeatReminder[] {
  const silent = { submittedAt: null, extensionAskedAt: null, nobodyLeftSince: null, blocked: true };
  const work = { status: 'accepted', ...silent } as const;
  const facts = { ...work, due, assignedAt: askedAt, lifeAt: askedAt };
  const items = planFor(facts, { ...policy, beforeDays: [daysBefore], onTheDay: true }, calendar);
  return items.flatMap(({ kind, at }): SeatReminder[] =>
    (kind === 'before' || kind === 'onTheDay') && Temporal.Instant.compare(at, due.at) < 0
      ? [{ kind, at }]
      : [],
  );
}

const daysBefore = 2;

/** The next after `now`; null: none is left. */
export function nextSeatReminder(
  due: Due,
  askedAt: Temporal.Instant,
  now: Temporal.Instant,
  rules: AgencyRules,
): SeatReminder | null {
  return seatPlan(due, askedAt, rules).find(({ at }) => Temporal.Instant.compare(at, now) > 0) ?? null;
}

/** What becomes of a reminder that is found due: it goes out, or waits for the office to open; null when that would be after the
 *  date. A tick that comes a little after the hour is in time, also at the end of the office hours. */
export function whenToSend(
  plannedAt: Temporal.Instant,
  now: Temporal.Instant,
  due: Due,
  { policy, calendar }: AgencyRules,
): Temporal.Instant | null {
  if (Temporal.Instant.compare(now, due.at) >= 0) return null;
  if (isOfficeMoment(calendar, policy.hours, now)) return now;
  const inTime = Temporal.Instant.compare(now, plannedAt.add({ minutes: graceMinutes })) <= 0;
  if (inTime && isOfficeMoment(calendar, policy.hours, plannedAt)) return now;
  const opens = nextOfficeMoment(calendar, policy.hours, now);
  return Temporal.Instant.compare(opens, due.at) < 0 ? opens : null;
}

const graceMinutes = 5;
