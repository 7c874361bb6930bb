import { type Kysely, sql } from 'kysely';

/** A file of the playground goes by a name that cannot be guessed: numbers could be counted through, also those of files that
 *  stand in somebody else's conversation or are not sent yet. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  await sql`alter table web_file add column handle uuid not null unique default gen_random_uuid()`.execute(
    db,
  );
  await sql`alter table web_file alter column handle drop default`.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`alter table web_file drop column handle`.execute(db);
}
