import { type Kysely, sql } from 'kysely';

/** When somebody in the room answered the bot's test card, and who. Of the rooms there are already nobody did, so they are
 *  unproven until an admin sends them one; but the playground's are the bot's own. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`alter table room add column proven_at timestamptz, add column proven_by bigint references person,
      add check (proven_by is null or proven_at is not null)`,
    sql`update room set proven_at = bound_at
      where platform = 'web' and (chat_id like 'room-dept-%' or chat_id like 'room-agency-%')`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`alter table room drop column proven_by, drop column proven_at`.execute(db);
}
