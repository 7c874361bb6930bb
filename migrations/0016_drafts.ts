import { type Kysely, sql } from 'kysely';

/** Drafts handed in on a task: versions, and who is content with them. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table draft_version (
      id bigint generated always as identity primary key,
      task_id bigint not null references task,
      -- 1, 2, 3 … within the task.
      number int not null check (number > 0),
      -- A file, or words.
      file_id bigint references file,
      text text check (text <> ''),
      -- Of the file's bytes, or of the words in UTF-8; hexadecimal, lower case.
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      note text,
      person_id bigint not null references person,
      -- For which department; null: for the giving side.
      department_id bigint,
      agency_id bigint not null references agency,
      handed_in_at timestamptz not null,
      platform text not null,
      -- What changed since the version before it (src/drafts/changes.ts); null: it is the first.
      changes jsonb,
      -- Taken back by whoever handed it in.
      withdrawn_at timestamptz,
      foreign key (department_id, agency_id) references department (id, agency_id),
      check (num_nonnulls(file_id, text) = 1),
      unique (task_id, number)
    )`,
    // A focal department is content with this version (đồng thuận).
    sql`create table draft_agreement (
      version_id bigint not null references draft_version,
      department_id bigint not null,
      agency_id bigint not null,
      person_id bigint not null references person,
      agreed_at timestamptz not null,
      primary key (version_id, department_id),
      foreign key (department_id, agency_id) references department (id, agency_id)
    )`,
    // Sent to the bot without a word to which task it belongs; only the sender may say so.
    sql`create table draft_upload (
      file_id bigint primary key references file,
      person_id bigint not null references person,
      note text,
      sent_at timestamptz not null
    )`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [sql`drop table draft_upload, draft_agreement, draft_version`];
  for (const statement of statements) await statement.execute(db);
}
