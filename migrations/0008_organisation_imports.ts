import { type Kysely, sql } from 'kysely';

/** The last import of an organisation file is looked up at every start; the history grows without end. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  await sql`create index event_import_idx on event (id) where kind = 'organisation.imported'`.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop index event_import_idx`.execute(db);
}
