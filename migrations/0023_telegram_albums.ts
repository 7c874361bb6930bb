import { type Kysely, sql } from 'kysely';

/** Several files that somebody sends at once come from Telegram as several messages; they wait here until all are there. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  await sql`create table telegram_album (
    chat_id text not null,
    group_id text not null,
    message_id bigint not null,
    update_id bigint not null,
    -- The message as Telegram sent it, as far as the adapter reads it.
    message jsonb not null,
    -- By the machine's clock.
    came_at timestamptz not null,
    primary key (chat_id, group_id, message_id)
  )`.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop table telegram_album`.execute(db);
}
