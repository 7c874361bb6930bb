import { type Kysely, sql } from 'kysely';

/** What the search for similar tasks walks, and which task of a series is its last. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    // The same title again, anywhere in the agency. Hashed, because a long title does not fit an index.
    sql`create index task_same_title_idx on task (agency_id, md5(title_folded), id) where status = 'open'`,
    // The latest tasks of a department, however many it has. By time and not by id: for an order by id the planner would
    // rather walk the primary key past every row of the other departments.
    sql`create index assignment_department_latest_idx on assignment (department_id, assigned_at) where closed_at is null`,
    // The next occurrence of a series, once it has been opened. Without it a recurring task is the last of its series.
    sql`alter table task add column continued_by bigint references task`,
    sql`create index task_series_due_idx on task (due_at, id) where recurrence is not null and continued_by is null and status <> 'cancelled'`,
    sql`create index task_series_completed_idx on task (closed_at, id)
      where recurrence is not null and continued_by is null and status = 'completed'`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop index task_series_completed_idx, task_series_due_idx`.execute(db);
  await sql`alter table task drop column continued_by`.execute(db);
  await sql`drop index assignment_department_latest_idx, task_same_title_idx`.execute(db);
}
