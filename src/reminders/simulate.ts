/** What a policy would have sent in a span of time, over assignments as they are known now. Pure.
 *
 *  An estimate: acceptance, submission and end count when they happened; deadlines are the present ones, and earlier news of progress are
 *  not known any more. */
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { audienceOf } from './nextItem.ts';
import { type PlanFacts, type PlannedReminder, planFor } from './plan.ts';
import type { ReminderPolicy } from './policy.ts';

export type PastAssignment = {
  id: number;
  taskId: number;
  departmentId: number;
  department: string;
  /** Its facts with the status left out: the simulation puts in what it had at the time. */
  facts: Omit<PlanFacts, 'status'>;
  acceptedAt: Temporal.Instant | null;
  /** From when on the department had nothing to do with it any more. */
  endedAt: Temporal.Instant | null;
};

export type Simulation = {
  /** Items to departments, and the digests they were joined in. */
  reminders: number;
  messages: number;
  toHeads: number;
  toLeaders: number;
  toGivers: number;
  /** The first few of what departments would have got. */
  examples: readonly { assignment: PastAssignment; item: PlannedReminder }[];
};

const examplesMax = 4;

export function simulate(
  assignments: readonly PastAssignment[],
  from: Temporal.Instant,
  to: Temporal.Instant,
  policy: ReminderPolicy,
  calendar: WorkCalendar,
): Simulation {
  const sent = assignments
    .flatMap((assignment) =>
      itemsOf(assignment, policy, calendar)
        .filter(({ at }) => Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, to) < 0)
        .map((item) => ({ assignment, item })),
    )
    .sort((a, b) => Temporal.Instant.compare(a.item.at, b.item.at) || a.assignment.id - b.assignment.id);
  const forAudience = (audience: string) => sent.filter(({ item }) => audienceOf[item.kind] === audience);
  const departments = forAudience('department');
  return {
    reminders: departments.length,
    messages: new Set(
      departments.map(({ assignment, item }) => `${assignment.departmentId} ${item.at.toString()}`),
    ).size,
    toHeads: forAudience('head').length,
    toLeaders: forAudience('leader').length,
    toGivers: forAudience('giver').length,
    examples: departments.slice(0, examplesMax),
  };
}

function itemsOf(
  { facts, acceptedAt, endedAt }: PastAssignment,
  policy: ReminderPolicy,
  calendar: WorkCalendar,
): PlannedReminder[] {
  const until = (end: Temporal.Instant | null) => (item: PlannedReminder) =>
    end === null || Temporal.Instant.compare(item.at, end) < 0;
  const waiting = planFor({ ...facts, status: 'assigned' }, policy, calendar)
    .filter(({ kind }) => kind === 'notAccepted' || kind === 'notAcceptedTold')
    .filter(until(acceptedAt ?? endedAt));
  const doing = planFor({ ...facts, status: 'accepted' }, policy, calendar).filter(until(endedAt));
  return [...waiting, ...doing];
}
