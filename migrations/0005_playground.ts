import { type Kysely, sql } from 'kysely';

/** The playground's own conversations (it is a chat platform of its own), and where the rehearsal clock stands. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table web_message (
      id bigint generated always as identity primary key,
      chat_id text not null,
      -- Null: the bot.
      user_id text,
      author text not null,
      -- Seen by this user alone, although it stands in a room.
      only_for text,
      text text,
      card jsonb,
      reply_to bigint references web_message,
      -- The bot's key of a notification: posting it again changes nothing.
      key text unique,
      sent_at timestamptz not null,
      edited_at timestamptz,
      check (num_nonnulls(text, card) = 1)
    )`,
    sql`create index web_message_chat_idx on web_message (chat_id, id)`,
    sql`create table web_file (
      id bigint generated always as identity primary key,
      message_id bigint references web_message,
      name text not null,
      mime text not null,
      content bytea not null
    )`,
    sql`create index web_file_message_idx on web_file (message_id)`,
    sql`create table rehearsal_clock (
      the_one boolean primary key default true check (the_one),
      stands_at timestamptz not null
    )`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop table rehearsal_clock, web_file, web_message`.execute(db);
}
