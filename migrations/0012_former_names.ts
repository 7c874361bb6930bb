import { type Kysely, sql } from 'kysely';

/** Until when a name was the official one, for those that a unit bore before it was renamed or merged. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  await sql`alter table unit_alias add column former_until date`.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`alter table unit_alias drop column former_until`.execute(db);
}
