import { type Kysely, sql } from 'kysely';

/** Which day of the rhythm an occurrence stands for. Its deadline may be moved, even onto that of the next one; the rhythm
 *  stays, and a day of it is opened once, however often the tick runs. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`alter table task add column occurrence_on date`,
    sql`update task set occurrence_on = due_on where series_id is not null`,
    sql`drop index task_series_idx`,
    sql`create unique index task_series_occurrence_idx on task (series_id, occurrence_on) where series_id is not null`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop index task_series_occurrence_idx`.execute(db);
  await sql`create unique index task_series_idx on task (series_id, due_on) where series_id is not null`.execute(
    db,
  );
  await sql`alter table task drop column occurrence_on`.execute(db);
}
