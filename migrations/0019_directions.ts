import { type Kysely, sql } from 'kysely';

/** Directions of leaders on tasks, and who has read them. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    // Ý kiến chỉ đạo: a leader's instruction on a task.
    sql`create table direction (
      id bigint generated always as identity primary key,
      task_id bigint not null references task,
      person_id bigint not null references person,
      agency_id bigint not null references agency,
      text text not null check (text <> ''),
      given_at timestamptz not null,
      platform text not null,
      -- A new deadline that it carries.
      due_on date,
      due_time time,
      due_words text,
      withdrawn_at timestamptz,
      check (due_on is not null or due_time is null)
    )`,
    sql`create index direction_task_idx on direction (task_id, id)`,
    // A department has to say that it has read it.
    sql`create table direction_reader (
      direction_id bigint not null references direction,
      department_id bigint not null,
      agency_id bigint not null,
      read_at timestamptz,
      read_by bigint references person,
      -- When the department is asked again, and when it was.
      ask_at timestamptz,
      asked_at timestamptz,
      primary key (direction_id, department_id),
      foreign key (department_id, agency_id) references department (id, agency_id),
      check ((read_at is null) = (read_by is null)),
      check (ask_at is null or read_at is null)
    )`,
    sql`create index direction_reader_ask_idx on direction_reader (ask_at) where ask_at is not null`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [sql`drop table direction_reader, direction`];
  for (const statement of statements) await statement.execute(db);
}
