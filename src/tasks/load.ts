/** Loads tasks as the rest of the house sees them: one query per table, whatever the number of tasks. */
import type { Kysely } from 'kysely';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { Database } from '../database/tables.ts';
import { directionsShown } from '../directions/cardParts.ts';
import { directionsOfTasks } from '../directions/loadDirections.ts';
import { latestVersions } from '../drafts/load.ts';
import { meetingsOfTasks } from '../meetings/meetingOfTasks.ts';
import { roundsOfTasks } from '../opinions/taskRounds.ts';
import { belongingLabels } from '../programmes/find.ts';
import { calendarsOf } from '../reminders/calendars.ts';
import type { AssignmentView, CommentView, Due, TaskView } from './task.ts';

/** As many comments as a card shows. */
const commentsShown = 3;

/** By id; ids that do not exist have no entry. Assignments in the order in which they were given, leads first. */
export async function loadTasks(
  db: Kysely<Database>,
  taskIds: readonly number[],
): Promise<Map<number, TaskView>> {
  if (taskIds.length === 0) return new Map();
  const ids = [...new Set(taskIds)];
  const tasks = await db
    .selectFrom('task as t')
    .innerJoin('agency as a', 'a.id', 't.agency_id')
    .innerJoin('person as p', 'p.id', 't.given_by')
    .selectAll('t')
    .select(['a.code as agencyCode', 'a.name as agencyName', 'p.name as giverName'])
    .where('t.id', 'in', ids)
    .orderBy('t.id')
    .execute();
  const assignments = await loadAssignmentRows(db, ids);
  const followers = Map.groupBy(await loadFollowers(db, ids), (row) => row.taskId);
  const comments = Map.groupBy(await loadComments(db, ids), (row) => row.taskId);
  const directions = await directionsOfTasks(db, ids, directionsShown);
  const drafts = await latestVersions(db, ids);
  const rounds = await roundsOfTasks(db, ids);
  const agencyIds = new Set([...tasks, ...assignments].map((row) => row.agency_id));
  const calendars = await calendarsOf(db, [...agencyIds]);
  const belonging = await belongingLabels(db, tasks.flatMap(programmePair));
  const meetings = await meetingsOfTasks(db, ids);
  const byTask = Map.groupBy(assignments, (row) => row.task_id);
  return new Map(
    tasks.map((row): [number, TaskView] => [
      row.id,
      {
        id: row.id,
        title: row.title,
        agency: { id: row.agency_id, code: row.agencyCode, name: row.agencyName },
        giver: { id: row.given_by, name: row.giverName },
        givenAt: row.given_at,
        due: dueOf(row),
        dueWords: row.due_words,
        urgency: row.urgency,
        source: row.source_number === null ? null : { number: row.source_number, date: row.source_date },
        recurrence: row.recurrence,
        programme: row.programme_id === null ? null : belonging(row.programme_id, row.content_id),
        meeting: meetings.get(row.id) ?? null,
        status: row.status,
        closedAt: row.closed_at,
        version: row.version,
        assignments: (byTask.get(row.id) ?? []).map((each) => assignmentView(each, calendars)),
        followers: followers.get(row.id) ?? [],
        comments: comments.get(row.id) ?? [],
        directions: directions.get(row.id) ?? [],
        draft: drafts.get(row.id) ?? null,
        rounds: rounds.get(row.id) ?? [],
        calendar: calendarFor(calendars, row.agency_id),
      },
    ]),
  );
}

function programmePair(row: { programme_id: number | null; content_id: number | null }) {
  return row.programme_id === null ? [] : [{ programmeId: row.programme_id, contentId: row.content_id }];
}

/** The deadline columns of a row as one value. */
export function dueOf(row: {
  due_on: Temporal.PlainDate | null;
  due_time: Temporal.PlainTime | null;
  due_at: Temporal.Instant | null;
}): Due | null {
  if (row.due_on === null || row.due_at === null) return null;
  return { dueOn: row.due_on, time: row.due_time, at: row.due_at };
}

type AssignmentRow = Awaited<ReturnType<typeof loadAssignmentRows>>[number];

function loadAssignmentRows(db: Kysely<Database>, taskIds: number[]) {
  return db
    .selectFrom('assignment as s')
    .innerJoin('department as d', 'd.id', 's.department_id')
    .innerJoin('agency as a', 'a.id', 's.agency_id')
    .leftJoin('extension as e', (join) =>
      join.onRef('e.assignment_id', '=', 's.id').on('e.status', '=', 'asked'),
    )
    .selectAll('s')
    .select(['d.code as departmentCode', 'd.name as departmentName'])
    .select(['a.code as agencyCode', 'a.name as agencyName'])
    .select(['e.id as extensionId', 'e.to_due_on', 'e.to_due_time', 'e.reason'])
    .where('s.task_id', 'in', taskIds)
    .orderBy('s.part', 'desc') // 'lead' comes after 'coordinating' in the alphabet
    .orderBy('s.id')
    .execute();
}

function assignmentView(row: AssignmentRow, calendars: ReadonlyMap<number, WorkCalendar>): AssignmentView {
  return {
    id: row.id,
    taskId: row.task_id,
    department: { id: row.department_id, code: row.departmentCode, name: row.departmentName },
    agency: { id: row.agency_id, code: row.agencyCode, name: row.agencyName },
    part: row.part,
    status: row.status,
    due: dueOf(row),
    assignedAt: row.assigned_at,
    acceptedAt: row.accepted_at,
    submittedAt: row.submitted_at,
    closedAt: row.closed_at,
    progress: { percent: row.progress_percent, note: row.progress_note, at: row.progress_at },
    note: row.note,
    blocked:
      row.blocked_at === null
        ? null
        : { at: row.blocked_at, note: row.blocked_note ?? '', helper: row.blocked_helper },
    extension:
      row.extensionId === null || row.to_due_on === null
        ? null
        : {
            id: row.extensionId,
            to: { dueOn: row.to_due_on, time: row.to_due_time },
            reason: row.reason ?? '',
          },
    version: row.version,
    calendar: calendarFor(calendars, row.agency_id),
  };
}

async function loadFollowers(db: Kysely<Database>, taskIds: number[]) {
  const rows = await db
    .selectFrom('follower as f')
    .leftJoin('person as p', 'p.id', 'f.person_id')
    .leftJoin('department as d', 'd.id', 'f.department_id')
    .select(['f.task_id', 'f.person_id', 'f.department_id', 'p.name as person', 'd.name as department'])
    .where('f.task_id', 'in', taskIds)
    .orderBy('f.id')
    .execute();
  return rows.map((row) => ({
    taskId: row.task_id,
    personId: row.person_id,
    departmentId: row.department_id,
    name: row.person ?? row.department ?? '',
  }));
}

async function loadComments(
  db: Kysely<Database>,
  taskIds: number[],
): Promise<(CommentView & { taskId: number })[]> {
  const rows = await db
    .selectFrom('task as t')
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('comment')
          .select(['id', 'person_id', 'said_at', 'text'])
          .whereRef('task_id', '=', 't.id')
          .orderBy('id', 'desc')
          .limit(commentsShown)
          .as('c'),
      (join) => join.onTrue(),
    )
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['t.id as taskId', 'c.id', 'c.said_at', 'c.text', 'p.name', 'a.code'])
    .where('t.id', 'in', taskIds)
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({
    taskId: row.taskId,
    id: row.id,
    by: row.name,
    agencyCode: row.code ?? '',
    at: row.said_at,
    text: row.text,
  }));
}

function calendarFor(calendars: ReadonlyMap<number, WorkCalendar>, agencyId: number): WorkCalendar {
  const calendar = calendars.get(agencyId);
  if (!calendar) throw new Error(`agency ${agencyId} has no calendar`);
  return calendar;
}
