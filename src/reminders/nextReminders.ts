/** The proof for one who gave a task: what was said to whom about each assignment, where it arrived, who answered, and when the next
 *  reminder comes. Read only. */
import type { Kysely } from 'kysely';
import type { PlatformCode } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { ReminderKind } from './plan.ts';
import { reminderKind } from './planned.ts';

export type NextReminderView = {
  assignmentId: number;
  taskId: number;
  kind: ReminderKind;
  at: Temporal.Instant;
  snoozed: { until: Temporal.Instant; by: string } | null;
};

/** The next reminder of each assignment of these tasks that has one, the earliest first. */
export async function nextReminders(
  db: Kysely<Database>,
  taskIds: readonly number[],
): Promise<NextReminderView[]> {
  if (taskIds.length === 0) return [];
  const rows = await db
    .selectFrom('reminder as r')
    .innerJoin('assignment as a', 'a.id', 'r.assignment_id')
    .leftJoin('person as p', 'p.id', 'r.snoozed_by')
    .select(['a.id', 'a.task_id', 'r.kind', 'r.remind_at', 'r.snoozed_until', 'p.name'])
    .where('a.task_id', 'in', [...taskIds])
    .orderBy('r.remind_at')
    .orderBy('a.id')
    .execute();
  return rows.map((row) => ({
    assignmentId: row.id,
    taskId: row.task_id,
    kind: reminderKind.parse(row.kind),
    at: row.remind_at,
    snoozed:
      row.kind === 'snoozed' && row.snoozed_until && row.name !== null
        ? { until: row.snoozed_until, by: row.name }
        : null,
  }));
}

export type MessageProof = {
  notificationId: number;
  taskId: number;
  /** What it was: 'reminders.digest', 'reminders.urge', 'tasks.card' … */
  kind: string;
  /** Null: it speaks of the whole task. */
  assignmentId: number | null;
  /** Name of the room or person it is for. */
  to: string;
  status: 'pending' | 'sent' | 'failed' | 'dropped';
  /** Where it can be seen; null while it is not sent. */
  platform: PlatformCode | null;
  sendAt: Temporal.Instant;
  sentAt: Temporal.Instant | null;
  failure: string | null;
  /** Who acknowledged it, or else what a member of the department did first on the work after it had come. */
  answered: { at: Temporal.Instant; by: string } | null;
};

/** The last messages about these tasks, the latest first, at most `limit` of them. One that speaks of several assignments
 *  of a task stands here once. */
export async function messageProofs(
  db: Kysely<Database>,
  taskIds: readonly number[],
  limit: number,
): Promise<MessageProof[]> {
  if (taskIds.length === 0) return [];
  const rows = await db
    .selectFrom('notification_task as nt')
    .innerJoin('notification as n', 'n.id', 'nt.notification_id')
    .leftJoin('room as r', 'r.id', 'n.room_id')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .leftJoin('person as p', 'p.id', 'n.person_id')
    .leftJoin('person as answering', 'answering.id', 'n.answered_by')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('event as e')
          .innerJoin('assignment as a', 'a.id', 'e.assignment_id')
          .innerJoin('person_role as m', (join) =>
            join.onRef('m.person_id', '=', 'e.person_id').onRef('m.department_id', '=', 'a.department_id'),
          )
          .innerJoin('person as doer', 'doer.id', 'e.person_id')
          .select(['e.at', 'doer.name'])
          .whereRef('e.task_id', '=', 'nt.task_id')
          .whereRef('e.assignment_id', '=', 'nt.assignment_id')
          .whereRef('e.at', '>=', 'n.sent_at')
          .where('e.kind', '!=', 'assignment.urged')
          // Only for what came to the department: its room, the whole agency's, one of its members.
          .where((where) =>
            where.or([
              where.and([
                where('n.person_id', 'is', null),
                where.or([
                  where('r.department_id', 'is', null),
                  where('r.department_id', '=', where.ref('a.department_id')),
                ]),
              ]),
              where.exists(
                where
                  .selectFrom('person_role as reader')
                  .select('reader.id')
                  .whereRef('reader.person_id', '=', 'n.person_id')
                  .whereRef('reader.department_id', '=', 'a.department_id'),
              ),
            ]),
          )
          .orderBy('e.id')
          .limit(1)
          .as('reaction'),
      (join) => join.onTrue(),
    )
    .select(['n.id', 'nt.task_id', 'nt.assignment_id', 'n.kind', 'n.status', 'n.platform', 'n.send_at'])
    .select(['n.sent_at', 'n.failure_code', 'n.answered_at', 'answering.name as answeredBy'])
    .select(['reaction.at as reactedAt', 'reaction.name as reactedBy'])
    .select(({ fn, val }) => [
      fn.coalesce('d.name', fn<string | null>('nullif', ['r.title', val('')]), 'p.name', val('')).as('to'),
    ])
    .where('nt.task_id', 'in', [...taskIds])
    .distinctOn('n.id')
    .orderBy('n.id', 'desc')
    .orderBy('nt.assignment_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    notificationId: row.id,
    taskId: row.task_id,
    kind: row.kind,
    assignmentId: row.assignment_id,
    to: row.to,
    status: row.status,
    platform: row.platform,
    sendAt: row.send_at,
    sentAt: row.sent_at,
    failure: row.failure_code,
    answered: seen(row.answered_at, row.answeredBy) ?? seen(row.reactedAt, row.reactedBy),
  }));
}

function seen(at: Temporal.Instant | null, by: string | null): MessageProof['answered'] {
  return at !== null && by !== null ? { at, by } : null;
}
