/** What the Monday digest of those who watch tasks speaks of: open tasks they follow. Read only. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export type Follower = { personId: number } | { departmentId: number };

/** People and departments of the agency that follow an open task; who belongs to no agency is the giving agency's.
 *  Indexes: follower_person_idx, follower_department_idx. */
export async function followersIn(db: Kysely<Database>, agencyId: number): Promise<Follower[]> {
  const following = db
    .selectFrom('follower as f')
    .innerJoin('task as t', 't.id', 'f.task_id')
    .where('t.status', '=', 'open');
  const people = await following
    .innerJoin('person as p', 'p.id', 'f.person_id')
    .select('f.person_id')
    .distinct()
    .where('p.left_at', 'is', null)
    .where(({ or, and, eb }) =>
      or([
        eb('p.agency_id', '=', agencyId),
        and([eb('p.agency_id', 'is', null), eb('t.agency_id', '=', agencyId)]),
      ]),
    )
    .orderBy('f.person_id')
    .execute();
  const departments = await following
    .innerJoin('department as d', 'd.id', 'f.department_id')
    .select('f.department_id')
    .distinct()
    .where('d.agency_id', '=', agencyId)
    .orderBy('f.department_id')
    .execute();
  return [
    ...people.flatMap((row) => (row.person_id === null ? [] : [{ personId: row.person_id }])),
    ...departments.flatMap((row) =>
      row.department_id === null ? [] : [{ departmentId: row.department_id }],
    ),
  ];
}

/** Ids of the open tasks it follows. Not those in which the department has work itself: of these its reminders speak. */
export async function followedTasks(db: Kysely<Database>, follower: Follower): Promise<number[]> {
  const open = db
    .selectFrom('follower as f')
    .innerJoin('task as t', 't.id', 'f.task_id')
    .select('t.id')
    .distinct()
    .where('t.status', '=', 'open');
  const query =
    'personId' in follower
      ? open.where('f.person_id', '=', follower.personId)
      : open
          .where('f.department_id', '=', follower.departmentId)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('assignment as own')
                  .select('own.id')
                  .whereRef('own.task_id', '=', 't.id')
                  .where('own.department_id', '=', follower.departmentId)
                  .where('own.closed_at', 'is', null),
              ),
            ),
          );
  return (await query.orderBy('t.id').execute()).map((row) => row.id);
}

/** Assignments still owed on these tasks, due after `after` (null: ever) and until `until`, the earliest first. */
export async function owedUntil(
  db: Kysely<Database>,
  taskIds: readonly number[],
  after: Temporal.Instant | null,
  until: Temporal.Instant,
): Promise<number[]> {
  if (taskIds.length === 0) return [];
  const all = db
    .selectFrom('assignment')
    .select('id')
    .where('task_id', 'in', [...taskIds])
    .where('closed_at', 'is', null)
    .where('status', 'in', ['assigned', 'accepted', 'returned'])
    .where('due_at', '<=', until)
    .orderBy('due_at')
    .orderBy('id');
  const rows = await (after ? all.where('due_at', '>', after) : all).execute();
  return rows.map((row) => row.id);
}

export type LastChange = {
  taskId: number;
  title: string;
  at: Temporal.Instant;
  kind: string;
  department: string | null;
};

/** The last thing that happened on each of these tasks since `since`, the latest first; watching is nothing that happens. */
export async function changedSince(
  db: Kysely<Database>,
  taskIds: readonly number[],
  since: Temporal.Instant,
): Promise<LastChange[]> {
  if (taskIds.length === 0) return [];
  const rows = await db
    .selectFrom('event as e')
    .innerJoin('task as t', 't.id', 'e.task_id')
    .leftJoin('assignment as a', 'a.id', 'e.assignment_id')
    .leftJoin('department as d', 'd.id', 'a.department_id')
    .distinctOn('e.task_id')
    .select(['e.id', 't.id as taskId', 't.title', 'e.at', 'e.kind', 'd.name as department'])
    .where('e.task_id', 'in', [...taskIds])
    .where('e.at', '>=', since)
    .where('e.kind', 'not in', ['task.followed', 'task.unfollowed'])
    .where(sql<boolean>`e.kind not like 'reminder.%'`)
    .orderBy('e.task_id')
    .orderBy('e.id', 'desc')
    .execute();
  return rows.sort((a, b) => b.id - a.id).map(({ id: _, ...change }) => change);
}
