import { type Kysely, sql } from 'kysely';

/** What the adapter of Slack keeps: events between Slack and the core, sends in doubt, workspaces that installed the app. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    // As Slack sent it; gone when the core has handled it. Text, for JSON may hold \u0000.
    sql`create table slack_inbox (
      id bigint generated always as identity primary key,
      payload text not null,
      received_at timestamptz not null,
      -- The instance at work on it, as long as it renews this.
      held_by text not null,
      held_until timestamptz not null,
      attempts int not null default 0
    )`,
    sql`create index slack_inbox_held_idx on slack_inbox (held_until)`,
    // Where to look for a message that may have been posted already.
    sql`create table slack_doubt (
      key text primary key,
      note text not null,
      noted_at timestamptz not null
    )`,
    sql`create index slack_doubt_noted_idx on slack_doubt (noted_at)`,
    sql`create table slack_installation (
      team_id text primary key,
      team_name text not null,
      bot_user_id text not null,
      bot_id text not null,
      -- Encrypted; null when the workspace has taken the app away.
      bot_token text,
      installed_at timestamptz not null,
      installed_by text not null,
      ended_at timestamptz,
      ended_reason text,
      check ((bot_token is null) = (ended_at is not null))
    )`,
    // An installation that was begun; used once.
    sql`create table slack_install_state (
      nonce_hash text primary key,
      expires_at timestamptz not null
    )`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop table slack_install_state, slack_installation, slack_doubt, slack_inbox`.execute(db);
}
