import { type Kysely, sql } from 'kysely';

/** What the Telegram adapter keeps: forms in progress (short conversations), and which instance of the bot polls. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table telegram_form (
      id bigint generated always as identity primary key,
      chat_id text not null,
      thread_id text not null,
      user_id text not null,
      form jsonb not null,
      -- Where it stands: the field asked for, what was answered, what is being corrected.
      state jsonb not null,
      -- Rises with every answer: buttons of an earlier step do nothing.
      step integer not null default 0,
      -- The card whose button opened it.
      opened_from text,
      -- The bot's message that shows the question.
      question_id text,
      -- The latest update that was taken: one delivered again changes nothing.
      update_id bigint not null,
      touched_at timestamptz not null,
      unique (chat_id, thread_id, user_id)
    )`,
    sql`create index telegram_form_touched_idx on telegram_form (touched_at)`,
    sql`create table telegram_poller (
      the_one boolean primary key default true check (the_one),
      holder text not null,
      held_until timestamptz not null
    )`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop table telegram_poller, telegram_form`.execute(db);
}
