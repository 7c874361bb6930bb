import { type Kysely, sql } from 'kysely';

/** The history, tasks with their assignments, and what is asked and said about them. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table task (
      -- The code people say: NV-<id>.
      id bigint generated always as identity primary key,
      title text not null check (title <> ''),
      title_folded text not null,
      agency_id bigint not null references agency,
      given_by bigint not null references person,
      given_at timestamptz not null,
      -- The deadline of the whole; each assignment has its own, equal to this when given.
      due_on date,
      due_time time,
      due_at timestamptz,
      due_words text,
      due_convention jsonb,
      urgency text not null default 'normal' check (urgency in ('normal', 'urgent', 'very_urgent', 'express')),
      source_number text,
      source_date date,
      -- The message it came from: words and place.
      source_message jsonb,
      -- The rule as language/deadlines writes it ('monthly:25'); the first task of a series names itself.
      recurrence text,
      series_id bigint references task,
      status text not null default 'open' check (status in ('open', 'completed', 'cancelled')),
      closed_at timestamptz,
      version int not null default 1,
      check ((due_on is null) = (due_at is null)),
      check (due_time is null or due_on is not null),
      check ((status = 'open') = (closed_at is null))
    )`,
    // One occurrence of a series for a deadline, however often the tick that opens it runs.
    sql`create unique index task_series_idx on task (series_id, due_on) where series_id is not null`,
    sql`create index task_agency_open_idx on task (agency_id, due_at, id) where status = 'open'`,
    sql`create index task_agency_given_idx on task (agency_id, given_at)`,
    sql`create index task_giver_idx on task (given_by, status, due_at)`,
    sql`create table assignment (
      id bigint generated always as identity primary key,
      task_id bigint not null references task,
      department_id bigint not null,
      agency_id bigint not null references agency,
      part text not null check (part in ('lead', 'coordinating')),
      status text not null check (status in
        ('proposed', 'assigned', 'accepted', 'submitted', 'completed', 'declined', 'returned', 'cancelled')),
      due_on date,
      due_time time,
      due_at timestamptz,
      -- Since when it is this department's: given, consented to, or handed over.
      assigned_at timestamptz not null,
      accepted_at timestamptz,
      submitted_at timestamptz,
      closed_at timestamptz,
      progress_percent int not null default 0 check (progress_percent between 0 and 100),
      progress_note text,
      -- The last sign of life: accepted, progress, comment of the department.
      progress_at timestamptz,
      -- Why it was declined or returned, or what was submitted.
      note text,
      blocked_at timestamptz,
      blocked_note text,
      blocked_helper text,
      version int not null default 1,
      foreign key (department_id, agency_id) references department (id, agency_id),
      unique (task_id, department_id),
      check ((due_on is null) = (due_at is null)),
      check ((status in ('completed', 'declined', 'cancelled')) = (closed_at is not null)),
      check (status not in ('submitted') or submitted_at is not null),
      check ((blocked_at is null) = (blocked_note is null))
    )`,
    sql`create index assignment_department_open_idx on assignment (department_id, due_at, id) where closed_at is null`,
    sql`create index assignment_department_closed_idx on assignment (department_id, closed_at) where closed_at is not null`,
    sql`create index assignment_agency_open_idx on assignment (agency_id, due_at, id) where closed_at is null`,
    sql`create index assignment_agency_closed_idx on assignment (agency_id, closed_at) where closed_at is not null`,
    sql`create table follower (
      id bigint generated always as identity primary key,
      task_id bigint not null references task,
      person_id bigint references person,
      department_id bigint references department,
      added_by bigint not null references person,
      added_at timestamptz not null,
      check (num_nonnulls(person_id, department_id) = 1),
      unique nulls not distinct (task_id, person_id, department_id)
    )`,
    sql`create index follower_person_idx on follower (person_id) where person_id is not null`,
    sql`create index follower_department_idx on follower (department_id) where department_id is not null`,
    sql`create table extension (
      id bigint generated always as identity primary key,
      assignment_id bigint not null references assignment,
      asked_by bigint not null references person,
      asked_at timestamptz not null,
      from_due_on date,
      from_due_time time,
      to_due_on date not null,
      to_due_time time,
      to_words text not null,
      reason text not null,
      status text not null default 'asked' check (status in ('asked', 'approved', 'refused', 'withdrawn')),
      decided_by bigint references person,
      decided_at timestamptz,
      decision_note text,
      check ((status = 'asked') = (decided_at is null))
    )`,
    sql`create unique index extension_open_idx on extension (assignment_id) where status = 'asked'`,
    sql`create index extension_assignment_idx on extension (assignment_id)`,
    sql`create table comment (
      id bigint generated always as identity primary key,
      task_id bigint not null references task,
      person_id bigint not null references person,
      said_at timestamptz not null,
      platform text not null,
      text text not null check (text <> '')
    )`,
    sql`create index comment_task_idx on comment (task_id, id)`,
    // What /giao understood, waiting to be confirmed, mended or dropped. Nothing of it is given yet.
    sql`create table task_preview (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      created_at timestamptz not null,
      -- The words as typed, and what was understood and chosen since.
      line text not null,
      content jsonb not null,
      status text not null default 'open' check (status in ('open', 'given', 'dropped')),
      task_id bigint references task,
      version int not null default 1,
      check ((status = 'given') = (task_id is not null))
    )`,
    sql`create index task_preview_person_idx on task_preview (person_id, id)`,
    // Append-only: who did what, when, from where.
    sql`create table event (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      kind text not null,
      person_id bigint references person,
      platform text,
      agency_id bigint references agency,
      task_id bigint references task,
      assignment_id bigint references assignment,
      data jsonb not null default '{}'
    )`,
    sql`create index event_task_idx on event (task_id, id)`,
    sql`create index event_at_idx on event (at)`,
    sql`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the history is only ever added to'; end $$`,
    sql`create trigger event_append_only before update or delete on event
      for each row execute function refuse_change()`,
    sql`create trigger event_no_truncate before truncate on event
      for each statement execute function refuse_change()`,
    // How to take an action back: the rows as they were, and the versions they have had since.
    sql`create table undo_step (
      id bigint generated always as identity primary key,
      event_id bigint not null unique references event,
      person_id bigint not null references person,
      at timestamptz not null,
      task_id bigint references task,
      before jsonb not null,
      undone_at timestamptz
    )`,
    sql`create index undo_step_person_idx on undo_step (person_id, at) where undone_at is null`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop table undo_step, event, task_preview, comment, extension, follower, assignment, task`.execute(
    db,
  );
  await sql`drop function refuse_change`.execute(db);
}
