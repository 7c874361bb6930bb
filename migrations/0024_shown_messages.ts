import { type Kysely, sql } from 'kysely';

/** Answers of the bot that speak of one thing without showing its state: a reply under one is meant for that thing. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table shown_message (
      platform text not null check (platform in ('slack', 'telegram', 'web')),
      chat_id text not null,
      message_id text not null,
      subject_kind text not null check (subject_kind in ('task', 'round', 'programme', 'meeting')),
      subject_id bigint not null,
      shown_at timestamptz not null,
      primary key (platform, chat_id, message_id)
    )`,
    sql`create index shown_message_shown_idx on shown_message (shown_at)`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop table shown_message`.execute(db);
}
