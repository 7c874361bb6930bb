/** How the assignments of a digest stand at the moment it is drawn, and which of its items still hold. */
import type { Kysely } from 'kysely';
import { lateWorkingDays, workingDaysLeft } from '../calendar/deadlineMoment.ts';
import type { AssignmentStatus } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import { calendarsOf } from './calendars.ts';
import type { DigestItem } from './digestFacts.ts';
import { audienceOf } from './nextItem.ts';
import { isOwed } from './plan.ts';
import { nobodyLeftSince } from './planned.ts';

/** One assignment as a reminder shows it. */
export type AssignmentState = {
  assignmentId: number;
  taskId: number;
  title: string;
  department: string;
  departmentId: number;
  agency: { id: number; name: string; code: string };
  givingAgency: { id: number; name: string };
  giver: string;
  givenAt: Temporal.Instant;
  source: { number: string; date: Temporal.PlainDate | null } | null;
  status: AssignmentStatus;
  due: { dueOn: Temporal.PlainDate; time: Temporal.PlainTime | null; at: Temporal.Instant } | null;
  /** Past its deadline, and by how many working days (0: since the last working day). */
  isLate: boolean;
  lateDays: number;
  /** Working days after today, the due day counted: 0 as well on the last working day before a day off that it is due. */
  leftDays: number;
  isDueToday: boolean;
  progressPercent: number;
  lastNewsAt: Temporal.Instant;
  blocked: boolean;
  /** The request for a later date that waits for a decision. */
  extension: { id: number; dueOn: Temporal.PlainDate; time: Temporal.PlainTime | null } | null;
  /** The open task is in nobody's hands, and this department declined last. */
  nobodyLeft: boolean;
};

/** Of these assignments, by id. One query, and the calendars of their agencies. */
export async function assignmentStates(
  db: Kysely<Database>,
  now: Temporal.Instant,
  ids: readonly number[],
): Promise<Map<number, AssignmentState>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('assignment as a')
    .innerJoin('task as t', 't.id', 'a.task_id')
    .innerJoin('department as d', 'd.id', 'a.department_id')
    .innerJoin('agency as g', 'g.id', 'a.agency_id')
    .innerJoin('agency as giving', 'giving.id', 't.agency_id')
    .innerJoin('person as p', 'p.id', 't.given_by')
    .leftJoin('extension as e', (join) =>
      join.onRef('e.assignment_id', '=', 'a.id').on('e.status', '=', 'asked'),
    )
    .select(['a.id', 'a.task_id', 'a.department_id', 'a.agency_id', 'a.status', 'a.due_on', 'a.due_time'])
    .select(['a.due_at', 'a.assigned_at', 'a.accepted_at', 'a.progress_at', 'a.progress_percent'])
    .select(['a.blocked_at', 't.title', 't.given_at', 't.source_number', 't.source_date'])
    .select(['d.name as department', 'g.name as agency', 'g.code as agencyCode'])
    .select(['giving.id as givingAgencyId', 'giving.name as givingAgency', 'p.name as giver'])
    .select(['e.id as extensionId', 'e.to_due_on', 'e.to_due_time'])
    .select(nobodyLeftSince().as('nobodyLeftSince'))
    .where('a.id', 'in', [...ids])
    .execute();
  const calendars = await calendarsOf(
    db,
    rows.map((row) => row.agency_id),
  );
  return new Map(
    rows.map((row) => {
      const due = row.due_on && row.due_at ? { dueOn: row.due_on, time: row.due_time, at: row.due_at } : null;
      const calendar = calendars.get(row.agency_id);
      const state: AssignmentState = {
        assignmentId: row.id,
        taskId: row.task_id,
        title: row.title,
        department: row.department,
        departmentId: row.department_id,
        agency: { id: row.agency_id, name: row.agency, code: row.agencyCode },
        givingAgency: { id: row.givingAgencyId, name: row.givingAgency },
        giver: row.giver,
        givenAt: row.given_at,
        source: row.source_number === null ? null : { number: row.source_number, date: row.source_date },
        status: row.status,
        due,
        isLate: due !== null && Temporal.Instant.compare(now, due.at) >= 0,
        lateDays: due && calendar ? lateWorkingDays(calendar, due, now) : 0,
        leftDays: due && calendar ? workingDaysLeft(calendar, due, now) : 0,
        isDueToday:
          due !== null &&
          calendar !== undefined &&
          now.toZonedDateTimeISO(calendar.timeZone).toPlainDate().equals(due.dueOn),
        progressPercent: row.progress_percent,
        lastNewsAt: row.progress_at ?? row.accepted_at ?? row.assigned_at,
        blocked: row.blocked_at !== null,
        extension:
          row.extensionId !== null && row.to_due_on
            ? { id: row.extensionId, dueOn: row.to_due_on, time: row.to_due_time }
            : null,
        nobodyLeft: row.nobodyLeftSince !== null,
      };
      return [row.id, state];
    }),
  );
}

/** Whether the item still says something true: the work stands as it did when the reminder was planned, and the deadline too. */
export function stillHolds(item: DigestItem, state: AssignmentState): boolean {
  const sameDue = (state.due?.at.toString() ?? null) === item.dueAt;
  switch (audienceOf[item.kind]) {
    case 'department':
      if (!isOwed(state.status)) return false;
      if (item.kind === 'notAccepted') return state.status === 'assigned';
      return item.kind === 'noProgress' || item.kind === 'snoozed' || sameDue;
    case 'head':
    case 'leader':
      return isOwed(state.status) && state.isLate && sameDue;
    case 'giver':
      if (item.kind === 'notReviewed') return state.status === 'submitted';
      if (item.kind === 'extensionUndecided') return state.extension !== null;
      if (item.kind === 'nobodyLeft') return state.nobodyLeft;
      if (item.kind === 'overdueTold') return isOwed(state.status) && state.isLate && sameDue;
      return state.status === (item.kind === 'notAcceptedTold' ? 'assigned' : 'proposed');
    case 'consenting':
      return state.status === 'proposed';
  }
}
