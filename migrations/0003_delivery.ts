import { type Kysely, sql } from 'kysely';

/** What the bot has to say and has said, the living cards, and the events it has already handled. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table notification (
      id bigint generated always as identity primary key,
      -- Names the fact it tells: written once, however often that is tried.
      key text not null unique,
      room_id bigint references room,
      person_id bigint references person,
      kind text not null,
      -- Facts, not text: rendered when sent.
      facts jsonb not null,
      created_at timestamptz not null,
      -- Not before; and the moment from which it had better not be sent any more.
      send_at timestamptz not null,
      stale_after timestamptz,
      status text not null default 'pending' check (status in ('pending', 'sent', 'failed', 'dropped')),
      attempts int not null default 0,
      next_try_at timestamptz not null,
      sent_at timestamptz,
      -- Where it is to be seen; of the account or room that was reached in the end.
      platform text,
      chat_id text,
      thread_id text,
      message_id text,
      failure_code text,
      failed_at timestamptz,
      -- When the auditor sent it again because nothing had settled it.
      audited_at timestamptz,
      answered_at timestamptz,
      answered_by bigint references person,
      check (num_nonnulls(room_id, person_id) = 1),
      check (status <> 'sent' or (sent_at is not null and message_id is not null)),
      check (status <> 'failed' or (failed_at is not null and failure_code is not null))
    )`,
    sql`create index notification_due_idx on notification (next_try_at, id) where status = 'pending'`,
    sql`create unique index notification_message_idx on notification (platform, chat_id, message_id) where message_id is not null`,
    sql`create index notification_room_idx on notification (room_id, id)`,
    sql`create index notification_person_idx on notification (person_id, id)`,
    // Which assignments a message speaks of: the proof of delivery on /xem.
    sql`create table notification_task (
      notification_id bigint not null references notification,
      task_id bigint not null references task,
      assignment_id bigint references assignment,
      unique nulls not distinct (notification_id, task_id, assignment_id)
    )`,
    sql`create index notification_task_task_idx on notification_task (task_id, notification_id)`,
    // A message that shows a task and changes with it.
    sql`create table live_card (
      id bigint generated always as identity primary key,
      task_id bigint not null references task,
      platform text not null,
      chat_id text not null,
      thread_id text not null default '',
      message_id text not null,
      -- For whom it was drawn: a room, or a person in private.
      room_id bigint references room,
      person_id bigint references person,
      shown_at timestamptz not null,
      -- Set while the task has changed since the card was drawn.
      dirty_at timestamptz,
      next_try_at timestamptz,
      attempts int not null default 0,
      gone_at timestamptz,
      unique (platform, chat_id, message_id)
    )`,
    sql`create index live_card_dirty_idx on live_card (next_try_at, id) where dirty_at is not null and gone_at is null`,
    sql`create index live_card_task_idx on live_card (task_id) where gone_at is null`,
    sql`create table incoming_event (
      platform text not null,
      event_id text not null,
      received_at timestamptz not null,
      primary key (platform, event_id)
    )`,
    sql`create index incoming_event_received_idx on incoming_event (received_at)`,
    // When a conversation may next be written to, by the machine's clock: shared by all instances.
    sql`create table pace (
      platform text not null,
      chat_id text not null,
      free_at timestamptz not null,
      primary key (platform, chat_id)
    )`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop table pace, incoming_event, live_card, notification_task, notification`.execute(db);
}
