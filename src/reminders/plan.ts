/** Everything that one assignment is reminded of, from what is known about it, the policy and the working calendar. Pure.
 *  The table `reminder` holds only the next item; the rest follows from here whenever it is asked. */
import { officeMomentOnOrBefore } from '../calendar/officeHours.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { addWorkingDays, workingDayOnOrBefore } from '../calendar/workingDays.ts';
import type { AssignmentStatus } from '../database/codes.ts';
import type { Due } from '../tasks/task.ts';
import type { ReminderPolicy } from './policy.ts';

export type ReminderKind =
  /** To the department that owes the work. */
  | 'before'
  | 'onTheDay'
  | 'after'
  | 'weekly'
  | 'notAccepted'
  | 'noProgress'
  | 'snoozed'
  /** To its head, and to the leader of its agency. */
  | 'escalatedToHead'
  | 'escalatedToLeader'
  /** To the one who gave the task. */
  | 'overdueTold'
  | 'notAcceptedTold'
  | 'notConsentedTold'
  | 'notReviewed'
  | 'extensionUndecided'
  | 'nobodyLeft'
  /** To those who may consent for the other agency. */
  | 'notConsented';

export type PlanFacts = {
  status: AssignmentStatus;
  due: Due | null;
  /** Since when it is this department's. */
  assignedAt: Temporal.Instant;
  submittedAt: Temporal.Instant | null;
  /** The last thing heard of it: given, accepted, submitted, progress, comment. */
  lifeAt: Temporal.Instant;
  blocked: boolean;
  /** Since when a request for a later date waits for the giving side; null: none does. */
  extensionAskedAt: Temporal.Instant | null;
  /** Since when nobody has the open task in hand; said of the department that declined last, null for all others. */
  nobodyLeftSince: Temporal.Instant | null;
};

export type PlannedReminder = {
  kind: ReminderKind;
  at: Temporal.Instant;
  /** Working days of the rule: before or after the deadline, else since the beginning of the silence. */
  offset: number;
};

/** How often a department is asked for news in one silence. */
const questionsMax = 3;

/**
 * The items in order of time, all after `assignedAt`, all within the office hours of working days: at the agency's hour, but for a
 * deadline with a time of day before that hour, whose morning reminder comes earlier. `before` and `onTheDay` lie before the
 * deadline. Counted from the due day, or from the working day before when that is a day off. Empty for what has ended; without the
 * weekly list, which has no end: see `nextItem`.
 */
export function planFor(
  facts: PlanFacts,
  policy: ReminderPolicy,
  calendar: WorkCalendar,
): readonly PlannedReminder[] {
  const items = itemsFor(facts, { policy, calendar });
  return items
    .filter((item) => Temporal.Instant.compare(item.at, facts.assignedAt) > 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** Whether the department has this to do. */
export function isOwed(status: AssignmentStatus): boolean {
  return status === 'assigned' || status === 'accepted' || status === 'returned';
}

type Rules = { policy: ReminderPolicy; calendar: WorkCalendar };

function itemsFor(facts: PlanFacts, rules: Rules): PlannedReminder[] {
  const wait = rules.policy.notAcceptedDays;
  switch (facts.status) {
    case 'proposed':
      return [
        silence('notConsented', facts.assignedAt, wait, rules),
        silence('notConsentedTold', facts.assignedAt, wait + 1, rules),
      ];
    case 'assigned':
      return [
        ...decisions(facts, rules),
        silence('notAccepted', facts.assignedAt, wait, rules),
        silence('notAcceptedTold', facts.assignedAt, wait + 1, rules),
        ...aroundDeadline(facts, rules),
      ];
    case 'accepted':
    case 'returned':
      return [...decisions(facts, rules), ...questions(facts, rules), ...aroundDeadline(facts, rules)];
    case 'submitted':
      return twice('notReviewed', facts.submittedAt ?? facts.lifeAt, rules);
    case 'declined':
      return twice('nobodyLeft', facts.nobodyLeftSince, rules);
    case 'completed':
    case 'cancelled':
      return [];
  }
}

/** What waits for the one who gave the task while the work goes on. */
function decisions({ extensionAskedAt }: PlanFacts, rules: Rules): PlannedReminder[] {
  return twice('extensionUndecided', extensionAskedAt, rules);
}

/** What waits for the giving side is brought up again after a while, and once more two working days later. */
function twice(kind: ReminderKind, since: Temporal.Instant | null, rules: Rules): PlannedReminder[] {
  if (since === null) return [];
  const wait = rules.policy.notAcceptedDays;
  return [silence(kind, since, wait, rules), silence(kind, since, wait + 2, rules)];
}

function aroundDeadline({ due, assignedAt }: PlanFacts, rules: Rules): PlannedReminder[] {
  if (!due) return [];
  const { policy, calendar } = rules;
  const lastDay = workingDayOnOrBefore(calendar, due.dueOn);
  const onDay = (kind: ReminderKind, day: Temporal.PlainDate, offset: number): PlannedReminder => ({
    kind,
    at: atHour(day, rules),
    offset,
  });
  const before = policy.beforeDays.map((days) =>
    onDay('before', addWorkingDays(calendar, lastDay, -days), days),
  );
  const morning = morningOf(due, lastDay, rules);
  // What is given after that morning and due by the evening is reminded of once all the same.
  const at = Temporal.Instant.compare(morning, assignedAt) > 0 ? morning : lastHourOf(due, lastDay, rules);
  const onTheDay: PlannedReminder[] = policy.onTheDay ? [{ kind: 'onTheDay', at, offset: 0 }] : [];
  const after = (kind: ReminderKind, days: number) =>
    onDay(kind, addWorkingDays(calendar, due.dueOn, days), days);
  const repeated = Array.from({ length: policy.afterMaxCount }, (_, index) =>
    after('after', policy.afterFirstDays + index * policy.afterEveryDays),
  );
  return [
    ...before,
    ...onTheDay,
    ...repeated,
    after('escalatedToHead', policy.escalateHeadDays),
    // Whoever gave it, in another agency perhaps, hears of it when the department's head does.
    after('overdueTold', policy.escalateHeadDays),
    after('escalatedToLeader', policy.escalateLeaderDays),
  ];
}

/** At the agency's hour of the due day; when work is due by then, an hour before it or, that being too early for the office,
 *  at the end of the working day before. */
function morningOf(due: Due, lastDay: Temporal.PlainDate, rules: Rules): Temporal.Instant {
  const { policy, calendar } = rules;
  const usual = atHour(lastDay, rules);
  if (Temporal.Instant.compare(usual, due.at) < 0) return usual;
  const earlier = due.at.subtract({ hours: 1 });
  const opens = instantOf(lastDay, policy.hours.start, calendar);
  if (Temporal.Instant.compare(earlier, opens) >= 0) {
    return officeMomentOnOrBefore(calendar, policy.hours, earlier);
  }
  return instantOf(addWorkingDays(calendar, lastDay, -1), policy.hours.end, calendar);
}

/** An hour before the deadline or the end of the office's day, whichever comes first. */
function lastHourOf(due: Due, lastDay: Temporal.PlainDate, { policy, calendar }: Rules): Temporal.Instant {
  const closes = instantOf(lastDay, policy.hours.end, calendar);
  const over = Temporal.Instant.compare(due.at, closes) < 0 ? due.at : closes;
  return officeMomentOnOrBefore(calendar, policy.hours, over.subtract({ hours: 1 }));
}

/** Asked for news after every so many days of silence, while the deadline has not passed and nothing holds the work up. */
function questions(facts: PlanFacts, rules: Rules): PlannedReminder[] {
  if (facts.blocked) return [];
  const { due } = facts;
  return Array.from({ length: questionsMax }, (_, index) =>
    silence('noProgress', facts.lifeAt, (index + 1) * rules.policy.noProgressDays, rules),
  ).filter((item) => !due || Temporal.Instant.compare(item.at, due.at) < 0);
}

function silence(kind: ReminderKind, since: Temporal.Instant, days: number, rules: Rules): PlannedReminder {
  return { kind, at: silenceEnds(since, days, rules), offset: days };
}

/** The first hour of the agency at which `days` working days have passed since: what came after that hour, or
 *  on a day off, counts from the next working day on. */
export function silenceEnds(since: Temporal.Instant, days: number, rules: Rules): Temporal.Instant {
  const { policy, calendar } = rules;
  const local = since.toZonedDateTimeISO(calendar.timeZone);
  const day = local.toPlainDate();
  const begins =
    calendar.isWorkingDay(day) && Temporal.PlainTime.compare(local.toPlainTime(), policy.atTime) <= 0;
  const from = begins ? day : addWorkingDays(calendar, day, 1);
  return atHour(addWorkingDays(calendar, from, days), rules);
}

function atHour(day: Temporal.PlainDate, { policy, calendar }: Rules): Temporal.Instant {
  return instantOf(day, policy.atTime, calendar);
}

function instantOf(
  day: Temporal.PlainDate,
  time: Temporal.PlainTime,
  calendar: WorkCalendar,
): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: time }).toInstant();
}
