import { type Kysely, sql } from 'kysely';

/** The working calendar as imported, the policies, and what is planned for each open assignment. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table calendar_announcement (
      day date primary key,
      working boolean not null,
      name text not null,
      imported_by bigint references person,
      imported_at timestamptz not null
    )`,
    sql`create table calendar_override (
      agency_id bigint not null references agency,
      day date not null,
      working boolean not null,
      name text not null,
      set_by bigint references person,
      set_at timestamptz not null,
      primary key (agency_id, day)
    )`,
    // One row per agency that has changed its policy; without a row the defaults hold. Days are working days.
    sql`create table reminder_policy (
      agency_id bigint primary key references agency,
      before_days int[] not null,
      on_the_day boolean not null,
      after_first_days int not null check (after_first_days >= 1),
      after_every_days int not null check (after_every_days >= 1),
      after_max_count int not null check (after_max_count between 0 and 20),
      at_time time not null,
      hours_start time not null,
      hours_end time not null,
      not_accepted_days int not null check (not_accepted_days >= 1),
      no_progress_days int not null check (no_progress_days >= 1),
      escalate_head_days int not null check (escalate_head_days >= 1),
      escalate_leader_days int not null check (escalate_leader_days >= 1),
      changed_by bigint references person,
      changed_at timestamptz not null,
      check (hours_start < hours_end and at_time between hours_start and hours_end)
    )`,
    // The next reminder of each open assignment that has one. All others follow from it: see reminders/plan.ts.
    sql`create table reminder (
      assignment_id bigint primary key references assignment,
      remind_at timestamptz not null,
      kind text not null,
      -- Everything planned up to here is done with: sent, or overtaken.
      settled_through timestamptz not null,
      snoozed_until timestamptz,
      snoozed_by bigint references person,
      -- Of the plan it came from; a plan made from other facts replaces it.
      facts jsonb not null
    )`,
    sql`create index reminder_due_idx on reminder (remind_at, assignment_id)`,
    // What a tick has turned into notifications: each item of a plan once.
    sql`create table reminder_sent (
      assignment_id bigint not null references assignment,
      kind text not null,
      planned_at timestamptz not null,
      sent_at timestamptz not null,
      notification_id bigint references notification,
      primary key (assignment_id, kind, planned_at)
    )`,
    sql`create table urge (
      id bigint generated always as identity primary key,
      task_id bigint not null references task,
      department_id bigint not null references department,
      day date not null,
      urged_by bigint not null references person,
      urged_at timestamptz not null,
      words text,
      unique (task_id, department_id, day)
    )`,
    // Agency digests that come by the calendar (Monday morning, the weekly list of what is long overdue).
    sql`create table agency_digest (
      agency_id bigint not null references agency,
      kind text not null,
      next_at timestamptz not null,
      primary key (agency_id, kind)
    )`,
    sql`create index agency_digest_due_idx on agency_digest (next_at)`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop table agency_digest, urge, reminder_sent, reminder, reminder_policy, calendar_override, calendar_announcement`.execute(
    db,
  );
}
