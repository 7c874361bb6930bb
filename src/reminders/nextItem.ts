/** Where an assignment stands in its plan: what has come due, and what comes next. Pure. */
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { isOwed, type PlanFacts, type PlannedReminder, planFor, type ReminderKind } from './plan.ts';
import type { ReminderPolicy } from './policy.ts';
import { weeklyMoment } from './weekly.ts';

export type Plan = {
  /** What comes first after `settled`; null when nothing does. */
  next: (settled: Temporal.Instant) => PlannedReminder | null;
  /** All of it with settled < at ≤ now, in order; of the weekly list, which has no end, one. */
  passed: (settled: Temporal.Instant, now: Temporal.Instant) => readonly PlannedReminder[];
};

/** The plan with its two additions: a snooze takes the place of what the department would have got until then, and when
 *  all is said about overdue work, it stands in the list of the week until it ends. */
export function wholePlan(
  facts: PlanFacts,
  policy: ReminderPolicy,
  calendar: WorkCalendar,
  snoozedUntil: Temporal.Instant | null,
): Plan {
  const items = withSnooze(planFor(facts, policy, calendar), snoozedUntil);
  const weekly = (settled: Temporal.Instant): PlannedReminder | null => {
    if (!facts.due || !isOwed(facts.status)) return null;
    const moments = [settled, facts.due.at, ...items.slice(-1).map((item) => item.at)];
    return { kind: 'weekly', at: weeklyMoment(policy, calendar, latest(moments)), offset: 0 };
  };
  const next = (settled: Temporal.Instant) =>
    items.find((item) => isAfter(item.at, settled)) ?? weekly(settled);
  return {
    next,
    passed: (settled, now) => {
      const within = items.filter((item) => isAfter(item.at, settled) && !isAfter(item.at, now));
      const list = weekly(settled);
      return list && !isAfter(list.at, now) ? [...within, list] : within;
    },
  };
}

/** Who is spoken to. */
export type Audience = 'department' | 'head' | 'leader' | 'giver' | 'consenting';

export const audienceOf: Readonly<Record<ReminderKind, Audience>> = {
  before: 'department',
  onTheDay: 'department',
  after: 'department',
  weekly: 'department',
  notAccepted: 'department',
  noProgress: 'department',
  snoozed: 'department',
  escalatedToHead: 'head',
  escalatedToLeader: 'leader',
  overdueTold: 'giver',
  notAcceptedTold: 'giver',
  notConsentedTold: 'giver',
  notReviewed: 'giver',
  extensionUndecided: 'giver',
  nobodyLeft: 'giver',
  notConsented: 'consenting',
};

/** Of several items that came due together (the bot was off), one for each audience: the one that says most. */
export function mostTelling(passed: readonly PlannedReminder[]): readonly PlannedReminder[] {
  const best = new Map<Audience, PlannedReminder>();
  for (const item of passed) {
    const audience = audienceOf[item.kind];
    const rival = best.get(audience);
    if (!rival || weight[item.kind] >= weight[rival.kind]) best.set(audience, item);
  }
  return [...best.values()];
}

const weight: Readonly<Record<ReminderKind, number>> = {
  after: 6,
  weekly: 5,
  onTheDay: 4,
  before: 3,
  notAccepted: 2,
  snoozed: 1,
  noProgress: 0,
  escalatedToHead: 0,
  escalatedToLeader: 0,
  extensionUndecided: 2,
  overdueTold: 1,
  notAcceptedTold: 0,
  notConsentedTold: 0,
  notReviewed: 0,
  nobodyLeft: 0,
  notConsented: 0,
};

function withSnooze(
  items: readonly PlannedReminder[],
  until: Temporal.Instant | null,
): readonly PlannedReminder[] {
  if (!until) return items;
  const silenced = (item: PlannedReminder) =>
    audienceOf[item.kind] === 'department' && !isAfter(item.at, until);
  return [
    ...items.filter((item) => !silenced(item)),
    { kind: 'snoozed' as const, at: until, offset: 0 },
  ].sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

function latest(moments: readonly Temporal.Instant[]): Temporal.Instant {
  return moments.reduce((a, b) => (isAfter(a, b) ? a : b));
}

function isAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0;
}
