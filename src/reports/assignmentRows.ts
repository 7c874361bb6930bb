/** The assignments a list speaks of, and how many there are of each kind. Reads only. */
import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { AssignmentPart, AssignmentStatus, Urgency } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { QueryState } from '../language/query/query.ts';
import type { Actor } from '../people/actor.ts';
import type { ListRequest } from './listRequest.ts';

export type AssignmentRow = {
  assignmentId: number;
  taskId: number;
  title: string;
  urgency: Urgency;
  department: string;
  agencyId: number;
  agencyCode: string;
  givingAgencyId: number;
  givenBy: number;
  departmentId: number;
  part: AssignmentPart;
  status: AssignmentStatus;
  dueOn: Temporal.PlainDate | null;
  dueTime: Temporal.PlainTime | null;
  dueAt: Temporal.Instant | null;
  submittedAt: Temporal.Instant | null;
  closedAt: Temporal.Instant | null;
  progressPercent: number;
  blocked: boolean;
};

/** When the question is asked, and what "soon" means in the asker's calendar. */
export type Moment = {
  now: Temporal.Instant;
  /** The last day that counts as due soon. */
  soonUntil: Temporal.PlainDate;
  timeZone: string;
};

/** A page of the list: the earliest deadline first, those without one last; for what has ended, the latest first.
 *  Indexes: assignment_department_open_idx, assignment_agency_open_idx, task_giver_idx and their closed twins. */
export async function assignmentRows(
  db: Kysely<Database>,
  actor: Actor,
  request: ListRequest,
  moment: Moment,
  limit: number,
): Promise<AssignmentRow[]> {
  const ended = asksForEnded(request.states);
  return await scoped(db, actor, request, moment)
    .innerJoin('task as t', 't.id', 'a.task_id')
    .innerJoin('department as d', 'd.id', 'a.department_id')
    .innerJoin('agency as g', 'g.id', 'a.agency_id')
    .select([
      'a.id as assignmentId',
      'a.task_id as taskId',
      't.title',
      't.urgency',
      'd.name as department',
      'a.department_id as departmentId',
      'a.agency_id as agencyId',
      'g.code as agencyCode',
      't.agency_id as givingAgencyId',
      't.given_by as givenBy',
      'a.part',
      'a.status',
      'a.due_on as dueOn',
      'a.due_time as dueTime',
      'a.due_at as dueAt',
      'a.submitted_at as submittedAt',
      'a.closed_at as closedAt',
      'a.progress_percent as progressPercent',
    ])
    .select(sql<boolean>`a.blocked_at is not null`.as('blocked'))
    .orderBy(ended ? sql`a.closed_at desc` : sql`a.due_at asc nulls last`)
    .orderBy('a.id')
    .limit(limit)
    .offset(request.offset)
    .execute();
}

export type Totals = {
  open: number;
  overdue: number;
  dueSoon: number;
  notAccepted: number;
  submitted: number;
  blocked: number;
  noDeadline: number;
  /** Ended in the period (without one: in the last 30 days). */
  completed: number;
  completedLate: number;
};

/** How many of each kind, over everything the request speaks of but its states and page. */
export async function totalsOf(
  db: Kysely<Database>,
  actor: Actor,
  request: ListRequest,
  moment: Moment,
): Promise<Totals> {
  const { now, soonUntil } = moment;
  const open = await scoped(db, actor, { ...request, states: ['open'] }, moment)
    .select([
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where a.due_at <= ${now} and a.status <> 'submitted')`.as('overdue'),
      sql<number>`count(*) filter (where a.due_at > ${now} and a.due_on <= ${soonUntil} and a.status <> 'submitted')`.as(
        'dueSoon',
      ),
      sql<number>`count(*) filter (where a.status in ('assigned', 'proposed'))`.as('notAccepted'),
      sql<number>`count(*) filter (where a.status = 'submitted')`.as('submitted'),
      sql<number>`count(*) filter (where a.blocked_at is not null)`.as('blocked'),
      sql<number>`count(*) filter (where a.due_at is null)`.as('noDeadline'),
    ])
    .executeTakeFirstOrThrow();
  const period = request.period ?? lastDays(moment, 30);
  const done = await scoped(db, actor, { ...request, states: ['completed'], period }, moment)
    .select([
      sql<number>`count(*)`.as('completed'),
      sql<number>`count(*) filter (where a.due_at < coalesce(a.submitted_at, a.closed_at))`.as(
        'completedLate',
      ),
    ])
    .executeTakeFirstOrThrow();
  return { ...open, ...done };
}

/** How many rows the list has in all. */
export async function countRows(
  db: Kysely<Database>,
  actor: Actor,
  request: ListRequest,
  moment: Moment,
): Promise<number> {
  const { count } = await scoped(db, actor, request, moment)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function lastDays(
  { now, timeZone }: Moment,
  days: number,
): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  const to = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return { from: to.subtract({ days }), to };
}

/** Ended ones are asked for by name only; otherwise whatever is open. */
function asksForEnded(states: readonly QueryState[]): boolean {
  return states.length > 0 && states.every((state) => state === 'completed' || state === 'cancelled');
}

type Assignments = ExpressionBuilder<Database & { a: Database['assignment'] }, 'a'>;

/** Only `assignment` stands here, so that counting an agency's work looks up no task; what the task must be is asked with
 *  `exists`. */
function scoped(db: Kysely<Database>, actor: Actor, request: ListRequest, moment: Moment) {
  return db
    .selectFrom('assignment as a')
    .where((where) =>
      where.and([
        seen(where, actor, request),
        ...narrowed(where, request),
        inStates(where, request.states, moment),
        ...inPeriod(where, request, moment),
      ]),
    );
}

/** What the view covers: never more than the asker may see (people/permissions.ts, 'see'). */
function seen(where: Assignments, actor: Actor, { view }: ListRequest): Expression<SqlBool> {
  const agencyId = actor.agencyId ?? 0;
  const departmentIds = actor.memberOf.map((each) => each.departmentId);
  const given = where.selectFrom('task as t').select('t.id').whereRef('t.id', '=', 'a.task_id');
  const followed = where
    .selectFrom('follower as f')
    .leftJoin('department as fd', 'fd.id', 'f.department_id')
    .select('f.id')
    .whereRef('f.task_id', '=', 'a.task_id');
  switch (view) {
    case 'owed':
      return where.and([anyOf('a.department_id', departmentIds), where('a.status', '<>', 'proposed')]);
    case 'given':
      return where.exists(given.where('t.given_by', '=', actor.personId));
    case 'agency':
      return where('a.agency_id', '=', agencyId);
    case 'following':
      return where.exists(
        followed.where((follower) =>
          follower.or([
            follower('f.person_id', '=', actor.personId),
            anyOf('f.department_id', departmentIds),
          ]),
        ),
      );
    case 'visible':
      return where.or([
        where('a.agency_id', '=', agencyId),
        where.exists(
          given.where((task) =>
            task.or([task('t.agency_id', '=', agencyId), task('t.given_by', '=', actor.personId)]),
          ),
        ),
        where.exists(
          where
            .selectFrom('assignment as other')
            .select('other.id')
            .whereRef('other.task_id', '=', 'a.task_id')
            .where('other.agency_id', '=', agencyId),
        ),
        where.exists(
          followed.where((follower) =>
            follower.or([
              follower('f.person_id', '=', actor.personId),
              follower('fd.agency_id', '=', agencyId),
            ]),
          ),
        ),
      ]);
  }
}

/** Any of the units; and of the people, what they gave or their departments do. */
function narrowed(where: Assignments, request: ListRequest): Expression<SqlBool>[] {
  const { departmentIds, agencyIds, personIds, programmeId } = request;
  const units: Expression<SqlBool>[] = [];
  if (departmentIds.length > 0) units.push(anyOf('a.department_id', departmentIds));
  if (agencyIds.length > 0) units.push(anyOf('a.agency_id', agencyIds));
  const people = where.or([
    where.exists(
      where
        .selectFrom('task as t')
        .select('t.id')
        .whereRef('t.id', '=', 'a.task_id')
        .where(anyOf('t.given_by', personIds)),
    ),
    where.exists(
      where
        .selectFrom('person_role as r')
        .select('r.id')
        .whereRef('r.department_id', '=', 'a.department_id')
        .where(anyOf('r.person_id', personIds)),
    ),
  ]);
  return [
    ...(units.length > 0 ? [where.or(units)] : []),
    ...(personIds.length > 0 ? [people] : []),
    ...(programmeId === null ? [] : [ofProgramme(where, programmeId)]),
  ];
}

/** Index: task_programme_idx. */
function ofProgramme(where: Assignments, programmeId: number): Expression<SqlBool> {
  const tasks = where.selectFrom('task as t').select('t.id').where('t.programme_id', '=', programmeId);
  return where('a.task_id', 'in', tasks);
}

function inStates(where: Assignments, states: readonly QueryState[], moment: Moment): Expression<SqlBool> {
  if (states.length === 0) return where('a.closed_at', 'is', null);
  return where.or(states.map((state) => inState(where, state, moment)));
}

function inState(where: Assignments, state: QueryState, { now, soonUntil }: Moment): Expression<SqlBool> {
  const open = where('a.closed_at', 'is', null);
  switch (state) {
    case 'open':
      return open;
    case 'overdue':
      return where.and([open, where('a.due_at', '<=', now), where('a.status', '<>', 'submitted')]);
    case 'dueSoon':
      return where.and([
        open,
        where('a.due_at', '>', now),
        where('a.due_on', '<=', soonUntil),
        where('a.status', '<>', 'submitted'),
      ]);
    case 'notAccepted':
      return where.and([open, where('a.status', 'in', ['assigned', 'proposed'])]);
    case 'submitted':
      return where('a.status', '=', 'submitted');
    case 'blocked':
      return where.and([open, where('a.blocked_at', 'is not', null)]);
    case 'noDeadline':
      return where.and([open, where('a.due_at', 'is', null)]);
    case 'completed':
      return where('a.status', '=', 'completed');
    case 'cancelled':
      return where('a.status', 'in', ['cancelled', 'declined']);
  }
}

function inPeriod(where: Assignments, request: ListRequest, { timeZone }: Moment): Expression<SqlBool>[] {
  const { period, states } = request;
  if (!period) return [];
  if (!asksForEnded(states))
    return [where('a.due_on', '>=', period.from), where('a.due_on', '<=', period.to)];
  const start = period.from.toZonedDateTime(timeZone).toInstant();
  const end = period.to.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  return [where('a.closed_at', '>=', start), where('a.closed_at', '<', end)];
}

/** One parameter whatever the number of ids; none of them: nothing. */
function anyOf(column: string, ids: readonly number[]): Expression<SqlBool> {
  return sql<boolean>`${sql.ref(column)} = any(${[...ids]}::bigint[])`;
}
