/** What becomes of one reminder that was found due. Pure. */
import { isOfficeMoment, nextOfficeMoment } from '../calendar/officeHours.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { TakenReminder } from './dueReminders.ts';
import { mostTelling, wholePlan } from './nextItem.ts';
import type { PlannedReminder } from './plan.ts';
import { planFacts } from './planned.ts';
import type { ReminderPolicy } from './policy.ts';
import type { NextReminder } from './remindersStore.ts';

export type Decision =
  | { what: 'wait'; until: Temporal.Instant }
  | { what: 'send'; items: readonly PlannedReminder[]; next: NextReminder };

/** A tick that comes a little after the hour is in time, also at the end of the office hours. */
const graceMinutes = 5;

/** The plan is made anew, by the policy and calendar of now: what is stored only says when to look. All that has passed is settled,
 *  one item for each audience sent. With the office closed everything waits for it to open: not lost, and not counted as sent. */
export function decide(
  row: TakenReminder,
  now: Temporal.Instant,
  policy: ReminderPolicy,
  calendar: WorkCalendar,
): Decision {
  if (!isOpen(row.remind_at, now, policy, calendar)) {
    return { what: 'wait', until: nextOfficeMoment(calendar, policy.hours, now) };
  }
  const facts = planFacts(row);
  const plan = wholePlan(facts, policy, calendar, row.snoozed_until);
  const settled = Temporal.Instant.compare(row.settled_through, now) > 0 ? row.settled_through : now;
  const snoozed =
    row.snoozed_until && row.snoozed_by && Temporal.Instant.compare(row.snoozed_until, now) > 0
      ? { until: row.snoozed_until, by: row.snoozed_by }
      : null;
  return {
    what: 'send',
    items: mostTelling(plan.passed(row.settled_through, now)),
    next: {
      assignmentId: row.id,
      facts,
      item: plan.next(settled),
      settled,
      snooze: snoozed,
      remindAt: null,
    },
  };
}

function isOpen(
  plannedAt: Temporal.Instant,
  now: Temporal.Instant,
  policy: ReminderPolicy,
  calendar: WorkCalendar,
): boolean {
  if (isOfficeMoment(calendar, policy.hours, now)) return true;
  const inTime = Temporal.Instant.compare(now, plannedAt.add({ minutes: graceMinutes })) <= 0;
  return inTime && isOfficeMoment(calendar, policy.hours, plannedAt);
}
