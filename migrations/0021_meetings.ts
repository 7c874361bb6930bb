import { type Kysely, sql } from 'kysely';

/** Records of meetings: who took part, what was said, concluded and given. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table meeting (
      id bigint generated always as identity primary key,
      title text not null check (title <> ''),
      held_on date not null,
      start_time time,
      place text not null default '',
      agency_id bigint not null references agency,
      programme_id bigint references programme,
      -- The conversation it is recorded in.
      platform text not null,
      chat_id text not null,
      thread_id text not null default '',
      opened_by bigint not null references person,
      opened_at timestamptz not null,
      -- A draft is what was read in a line, until somebody opens it.
      status text not null default 'open' check (status in ('draft', 'open', 'closed', 'cancelled')),
      closed_at timestamptz,
      -- The latest minutes; earlier ones stay in the history.
      minutes_file_id bigint references file,
      check ((status in ('draft', 'open')) = (closed_at is null))
    )`,
    // One record at a time in a conversation.
    sql`create unique index meeting_open_idx on meeting (platform, chat_id, thread_id) where status = 'open'`,
    // The other agencies at the table.
    sql`create table meeting_agency (
      meeting_id bigint not null references meeting,
      agency_id bigint not null references agency,
      primary key (meeting_id, agency_id)
    )`,
    // Who took part on each side: somebody the bot knows, or only a name.
    sql`create table meeting_participant (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting,
      agency_id bigint not null references agency,
      person_id bigint references person,
      name text not null check (name <> ''),
      unique (meeting_id, agency_id, name)
    )`,
    sql`create table meeting_item (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting,
      kind text not null check (kind in ('note', 'conclusion', 'task')),
      text text not null check (text <> ''),
      -- Who said it, by name; and who put it in the record.
      said_by text not null default '',
      recorded_by bigint not null references person,
      recorded_at timestamptz not null,
      -- The message it was taken from: taken once.
      message_id text,
      -- Put right since: a mark taken away from the message leaves it.
      changed_at timestamptz,
      dropped_at timestamptz
    )`,
    sql`create unique index meeting_item_message_idx on meeting_item (meeting_id, message_id)
      where message_id is not null and dropped_at is null`,
    sql`create index meeting_item_meeting_idx on meeting_item (meeting_id, id)`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [sql`drop table meeting_item, meeting_participant, meeting_agency, meeting`];
  for (const statement of statements) await statement.execute(db);
}
