import { type Kysely, sql } from 'kysely';

/** Programmes of cooperation, their contents and documents; where a task belongs and where it came from. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table programme (
      id bigint generated always as identity primary key,
      title text not null check (title <> ''),
      -- As in language/folding.ts: found without diacritics.
      title_folded text not null,
      -- Whose officials opened it.
      agency_id bigint not null references agency,
      from_year int not null check (from_year between 1900 and 2200),
      to_year int not null,
      status text not null default 'proposed'
        check (status in ('proposed', 'drafting', 'consulting', 'signed', 'running', 'concluded')),
      -- Who should sign: an open question until a round of opinions or an official settles it.
      signing_level text,
      signed_number text,
      signed_on date,
      signed_by text,
      created_by bigint not null references person,
      created_at timestamptz not null,
      -- Who changed the status last: in their name the yearly tasks are given.
      status_by bigint not null references person,
      -- When the next yearly task opens; null: none is to come.
      yearly_at timestamptz,
      version int not null default 0,
      check (to_year >= from_year),
      check (status not in ('signed', 'running', 'concluded') or signed_on is not null)
    )`,
    sql`create index programme_yearly_idx on programme (yearly_at) where yearly_at is not null`,
    // The one that opened it has agreed; the others are asked first.
    sql`create table programme_agency (
      programme_id bigint not null references programme,
      agency_id bigint not null references agency,
      status text not null check (status in ('asked', 'agreed', 'refused')),
      asked_at timestamptz not null,
      decided_by bigint references person,
      decided_at timestamptz,
      note text,
      primary key (programme_id, agency_id),
      check ((status = 'asked') = (decided_at is null))
    )`,
    sql`create index programme_agency_agency_idx on programme_agency (agency_id)`,
    // Focal departments (đầu mối) of each side.
    sql`create table programme_department (
      programme_id bigint not null references programme,
      department_id bigint not null,
      agency_id bigint not null,
      primary key (programme_id, department_id),
      foreign key (department_id, agency_id) references department (id, agency_id),
      foreign key (programme_id, agency_id) references programme_agency (programme_id, agency_id)
    )`,
    // Nội dung phối hợp: a tree.
    sql`create table programme_content (
      id bigint generated always as identity primary key,
      programme_id bigint not null references programme,
      parent_id bigint,
      -- Among its parent's contents, counted from 1; kept for good, so that "nội dung 2" stays what it was.
      position int not null check (position > 0),
      title text not null check (title <> ''),
      title_folded text not null,
      added_by bigint not null references person,
      added_at timestamptz not null,
      dropped_at timestamptz,
      unique (id, programme_id),
      unique nulls not distinct (programme_id, parent_id, position),
      foreign key (parent_id, programme_id) references programme_content (id, programme_id)
    )`,
    sql`create index programme_content_programme_idx on programme_content (programme_id, position)`,
    sql`create table programme_document (
      id bigint generated always as identity primary key,
      programme_id bigint not null references programme,
      file_id bigint not null references file,
      title text not null check (title <> ''),
      added_by bigint references person,
      added_at timestamptz not null
    )`,
    // Rooms that hear of it, beside those of its focal departments.
    sql`create table programme_room (
      programme_id bigint not null references programme,
      room_id bigint not null references room,
      bound_by bigint not null references person,
      bound_at timestamptz not null,
      primary key (programme_id, room_id)
    )`,
    // What was understood of a programme to be opened, waiting to be confirmed.
    sql`create table programme_preview (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      created_at timestamptz not null,
      content jsonb not null,
      status text not null default 'open' check (status in ('open', 'opened', 'dropped')),
      programme_id bigint references programme,
      check ((status = 'opened') = (programme_id is not null))
    )`,
    sql`create index programme_document_programme_idx on programme_document (programme_id, id)`,
    // Where a task belongs, and where it came from beside a line of /giao.
    sql`alter table task add column programme_id bigint references programme,
      add column content_id bigint,
      add column origin_kind text check (origin_kind in ('direction', 'round', 'meeting', 'matter')),
      add column origin_id bigint,
      add foreign key (content_id, programme_id) references programme_content (id, programme_id),
      add check (content_id is null or programme_id is not null),
      add check ((origin_kind is null) = (origin_id is null))`,
    sql`create index task_programme_idx on task (programme_id, id) where programme_id is not null`,
    sql`create index task_origin_idx on task (origin_kind, origin_id) where origin_kind is not null`,
    // The yearly plan and the yearly report open by themselves, once a year.
    sql`create table programme_year (
      programme_id bigint not null references programme,
      year int not null,
      what text not null check (what in ('plan', 'report')),
      -- Null: there was no department to lead it.
      task_id bigint references task,
      opened_at timestamptz not null,
      primary key (programme_id, year, what)
    )`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`drop table programme_year`,
    sql`alter table task drop column origin_kind, drop column origin_id, drop column content_id, drop column programme_id`,
    sql`drop table programme_preview, programme_room, programme_document, programme_content, programme_department, programme_agency, programme`,
  ];
  for (const statement of statements) await statement.execute(db);
}
