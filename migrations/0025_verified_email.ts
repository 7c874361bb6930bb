import { type Kysely, sql } from 'kysely';

/** People known by the e-mail address that a platform has confirmed. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    // Lower case.
    sql`alter table person add column email text unique check (email = lower(email) and email <> '')`,
    // Bound because a platform confirmed the address: an invitation or the organisation file knows better.
    sql`alter table account add column by_email boolean not null default false`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`alter table account drop column by_email`.execute(db);
  await sql`alter table person drop column email`.execute(db);
}
