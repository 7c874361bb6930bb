/** What is known of open assignments, as the plan needs it: one query for all of them. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { AssignmentStatus } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { PlanFacts, PlannedReminder, ReminderKind } from './plan.ts';

/** The columns of `assignment` (as a) that a plan is made from. */
export const planColumns = [
  'a.id',
  'a.task_id',
  'a.department_id',
  'a.agency_id',
  'a.status',
  'a.due_on',
  'a.due_time',
  'a.due_at',
  'a.assigned_at',
  'a.accepted_at',
  'a.submitted_at',
  'a.progress_at',
  'a.blocked_at',
] as const;

/** Beside them: what else a plan needs to know, looked up for each row. Indexes: extension_open_idx, and the assignments of a
 *  task for those that were declined only. */
export const planLookups = [
  sql<Temporal.Instant | null>`(select e.asked_at from extension as e
    where e.assignment_id = a.id and e.status = 'asked')`.as('extension_asked_at'),
  nobodyLeftSince().as('nobody_left_since'),
] as const;

/** Of the assignment that was declined last (as a), when all of an open task are declined or cancelled; null for others. */
export function nobodyLeftSince() {
  return sql<Temporal.Instant | null>`case when a.status = 'declined' then (
    select max(o.closed_at) from assignment as o where o.task_id = a.task_id
    having bool_and(o.status in ('declined', 'cancelled'))
      and a.id = (array_agg(o.id order by o.closed_at desc, o.id desc) filter (where o.status = 'declined'))[1]
      and exists (select from task as of_a where of_a.id = a.task_id and of_a.status = 'open')) end`;
}

export type PlanRow = {
  id: number;
  task_id: number;
  department_id: number;
  agency_id: number;
  status: AssignmentStatus;
  due_on: Temporal.PlainDate | null;
  due_time: Temporal.PlainTime | null;
  due_at: Temporal.Instant | null;
  assigned_at: Temporal.Instant;
  accepted_at: Temporal.Instant | null;
  submitted_at: Temporal.Instant | null;
  progress_at: Temporal.Instant | null;
  blocked_at: Temporal.Instant | null;
  extension_asked_at: Temporal.Instant | null;
  nobody_left_since: Temporal.Instant | null;
};

export function planFacts(row: PlanRow): PlanFacts {
  const signs = [row.assigned_at, row.accepted_at, row.submitted_at, row.progress_at, row.blocked_at];
  return {
    status: row.status,
    due: row.due_on && row.due_at ? { dueOn: row.due_on, time: row.due_time, at: row.due_at } : null,
    assignedAt: row.assigned_at,
    submittedAt: row.submitted_at,
    lifeAt: signs.reduce<Temporal.Instant>(
      (last, sign) => (sign && Temporal.Instant.compare(sign, last) > 0 ? sign : last),
      row.assigned_at,
    ),
    blocked: row.blocked_at !== null,
    extensionAskedAt: row.extension_asked_at,
    nobodyLeftSince: row.nobody_left_since,
  };
}

/** Of these assignments (no id twice), in the order of their ids, held against change until the transaction ends: a plan made from
 *  what another transaction is about to change would stand for ever. */
export function lockedPlanRows(trx: Kysely<Database>, ids: readonly number[]): Promise<PlanRow[]> {
  return trx
    .selectFrom('assignment as a')
    .select(planColumns)
    .select(planLookups)
    .where('a.id', 'in', [...ids])
    .orderBy('a.id')
    .forShare('a')
    .execute();
}

/** What stands beside the next item (`reminder.facts`): the item as planned, and what the plan was made from. */
export type PlanStamp = {
  kind: ReminderKind;
  plannedAt: Temporal.Instant;
  status: string;
  dueAt: Temporal.Instant | null;
};

export function writeStamp(item: PlannedReminder, facts: PlanFacts): string {
  return JSON.stringify({
    plannedAt: item.at.toString(),
    offset: item.offset,
    status: facts.status,
    dueAt: facts.due?.at.toString() ?? null,
  });
}

export function readStamp(kind: ReminderKind, stored: object): PlanStamp {
  const { plannedAt, status, dueAt } = stampShape.parse(stored);
  return {
    kind,
    plannedAt: Temporal.Instant.from(plannedAt),
    status,
    dueAt: dueAt === null ? null : Temporal.Instant.from(dueAt),
  };
}

const stampShape = z.object({ plannedAt: z.string(), status: z.string(), dueAt: z.string().nullable() });

const kinds = [
  'before',
  'onTheDay',
  'after',
  'weekly',
  'notAccepted',
  'noProgress',
  'snoozed',
  'escalatedToHead',
  'escalatedToLeader',
  'overdueTold',
  'notAcceptedTold',
  'notConsentedTold',
  'notReviewed',
  'extensionUndecided',
  'nobodyLeft',
  'notConsented',
] as const satisfies readonly ReminderKind[];

export const reminderKind = z.enum(kinds);
