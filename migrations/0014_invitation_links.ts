import { type Kysely, sql } from 'kysely';

/** An invitation may be a link that is pressed. Which one depends on the name under which the platform knows the bot, so the
 *  bot leaves it here when it has been told its name; the command line, which speaks to no platform, reads it too. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  await sql`alter table active_platform add column invitation_link text`.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`alter table active_platform drop column invitation_link`.execute(db);
}
