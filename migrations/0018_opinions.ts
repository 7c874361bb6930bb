import { type Kysely, sql } from 'kysely';

/** Rounds of opinions: a draft or a question put to named leaders. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table opinion_round (
      id bigint generated always as identity primary key,
      -- What it is about, if anything.
      task_id bigint references task,
      programme_id bigint references programme,
      version_id bigint references draft_version,
      -- 'signingLevel': its outcome settles who signs the programme.
      purpose text not null default 'opinion' check (purpose in ('opinion', 'signingLevel')),
      question text not null check (question <> ''),
      -- [{"key","label","agrees"}]; the usual three, or the question's own.
      options jsonb not null,
      rule text not null check (rule in ('all', 'majority', 'lead')),
      -- With the rule 'lead': whose leaders decide.
      lead_agency_id bigint references agency,
      -- Nobody sees the others' opinions before giving their own.
      hidden boolean not null default false,
      agency_id bigint not null references agency,
      opened_by bigint not null references person,
      opened_at timestamptz not null,
      due_on date not null,
      due_time time,
      due_at timestamptz not null,
      due_words text,
      status text not null default 'open' check (status in ('open', 'closed', 'cancelled')),
      closed_at timestamptz,
      -- Null: the bot, when all had answered or the date had passed.
      closed_by bigint references person,
      outcome jsonb,
      summary_file_id bigint references file,
      version int not null default 0,
      check ((rule = 'lead') = (lead_agency_id is not null)),
      check ((status = 'open') = (closed_at is null)),
      check (purpose <> 'signingLevel' or programme_id is not null)
    )`,
    sql`create index opinion_round_due_idx on opinion_round (due_at) where status = 'open'`,
    sql`create index opinion_round_task_idx on opinion_round (task_id, id) where task_id is not null`,
    sql`create index opinion_round_programme_idx on opinion_round (programme_id, id) where programme_id is not null`,
    // A leader who is asked; each gives one opinion, or a deputy gives it in their place.
    sql`create table opinion_seat (
      id bigint generated always as identity primary key,
      round_id bigint not null references opinion_round,
      person_id bigint not null references person,
      agency_id bigint not null references agency,
      deputy_id bigint references person,
      delegated_at timestamptz,
      -- The version to which an earlier agreement has still to be confirmed.
      confirm_version_id bigint references draft_version,
      remind_at timestamptz,
      remind_kind text check (remind_kind in ('before', 'onTheDay')),
      -- The day on which somebody last urged: once a day.
      urged_on date,
      unique (round_id, person_id),
      check (deputy_id is null or deputy_id <> person_id),
      check ((deputy_id is null) = (delegated_at is null)),
      check ((remind_at is null) = (remind_kind is null))
    )`,
    sql`create index opinion_seat_remind_idx on opinion_seat (remind_at) where remind_at is not null`,
    sql`create index opinion_seat_person_idx on opinion_seat (person_id, round_id)`,
    sql`create index opinion_seat_deputy_idx on opinion_seat (deputy_id, round_id) where deputy_id is not null`,
    // Every opinion given stays; the latest of a seat counts.
    sql`create table opinion (
      id bigint generated always as identity primary key,
      seat_id bigint not null references opinion_seat,
      person_id bigint not null references person,
      option_key text not null,
      words text,
      -- The draft it was given on.
      version_id bigint references draft_version,
      -- What came with the words: the draft with marks, for example.
      file_id bigint references file,
      given_at timestamptz not null,
      platform text not null
    )`,
    sql`create index opinion_seat_idx on opinion (seat_id, id)`,
    // A round as understood, until it is sent.
    sql`create table opinion_preview (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      content jsonb not null,
      status text not null default 'open' check (status in ('open', 'sent', 'dropped')),
      round_id bigint references opinion_round,
      created_at timestamptz not null,
      check ((status = 'sent') = (round_id is not null))
    )`,
    // Words of a leader that do not say which option they mean: kept while the bot asks.
    sql`create table opinion_words (
      id bigint generated always as identity primary key,
      seat_id bigint not null references opinion_seat,
      person_id bigint not null references person,
      words text not null,
      file_id bigint references file,
      said_at timestamptz not null
    )`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [sql`drop table opinion_words, opinion_preview, opinion, opinion_seat, opinion_round`];
  for (const statement of statements) await statement.execute(db);
}
