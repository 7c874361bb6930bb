import { type Kysely, sql } from 'kysely';

/** Files that the bot keeps, and living cards of other things than tasks. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table file (
      id bigint generated always as identity primary key,
      name text not null check (name <> ''),
      mime text not null,
      size_bytes int not null check (size_bytes between 1 and 20971520),
      -- Hexadecimal, lower case.
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      content bytea not null,
      stored_at timestamptz not null,
      -- Null: the bot wrote it.
      stored_by bigint references person,
      check (octet_length(content) = size_bytes)
    )`,
    sql`alter table live_card drop constraint live_card_task_id_fkey`,
    sql`alter table live_card rename column task_id to subject_id`,
    sql`alter table live_card add column subject_kind text not null default 'task'
      check (subject_kind in ('task', 'round', 'programme', 'meeting'))`,
    sql`drop index live_card_task_idx`,
    sql`create index live_card_subject_idx on live_card (subject_kind, subject_id) where gone_at is null`,
    // What happened to something that is no task; a line may belong to a task as well.
    sql`alter table event add column subject_kind text check (subject_kind in ('round', 'programme', 'meeting')),
      add column subject_id bigint, add check ((subject_kind is null) = (subject_id is null))`,
    sql`create index event_subject_idx on event (subject_kind, subject_id, id) where subject_kind is not null`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`alter table event drop column subject_kind, drop column subject_id`,
    sql`delete from live_card where subject_kind <> 'task'`,
    sql`drop index live_card_subject_idx`,
    sql`alter table live_card drop column subject_kind`,
    sql`alter table live_card rename column subject_id to task_id`,
    sql`alter table live_card add foreign key (task_id) references task`,
    sql`create index live_card_task_idx on live_card (task_id) where gone_at is null`,
    sql`drop table file`,
  ];
  for (const statement of statements) await statement.execute(db);
}
