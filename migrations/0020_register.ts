import { type Kysely, sql } from 'kysely';

/** The register of what each side brings, and proposals to work together on it. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    // What an agency brings: a project, a programme it is in charge of, a strength, a matter that needs coordination.
    sql`create table register_item (
      id bigint generated always as identity primary key,
      agency_id bigint not null references agency,
      -- Who answers for it.
      department_id bigint,
      kind text not null check (kind in ('project', 'programme', 'strength', 'matter')),
      title text not null check (title <> ''),
      description text not null default '',
      -- The words of the title, and of title and description, as in register/searchWords.ts: searched without diacritics.
      title_folded text not null,
      folded text not null,
      visibility text not null check (visibility in ('own', 'partners')),
      -- The programme of cooperation it is brought to, if any.
      programme_id bigint references programme,
      added_by bigint not null references person,
      added_at timestamptz not null,
      changed_at timestamptz not null,
      closed_at timestamptz,
      version int not null default 0,
      foreign key (department_id, agency_id) references department (id, agency_id)
    )`,
    // A search looks through what the asker may see: the open items of a few agencies, some hundreds of rows.
    sql`create index register_item_agency_idx on register_item (agency_id, kind) where closed_at is null`,
    // The other side proposes to work together on it (đề nghị phối hợp).
    sql`create table register_request (
      id bigint generated always as identity primary key,
      item_id bigint not null references register_item,
      agency_id bigint not null references agency,
      -- Who would work on it there.
      department_id bigint,
      asked_by bigint not null references person,
      asked_at timestamptz not null,
      words text,
      status text not null default 'asked' check (status in ('asked', 'accepted', 'refused', 'withdrawn')),
      decided_by bigint references person,
      decided_at timestamptz,
      decision_note text,
      -- The content of a programme that it became; a task that it became says so itself (task.origin_id).
      content_id bigint references programme_content,
      check ((status = 'asked') = (decided_at is null)),
      check (content_id is null or status = 'accepted'),
      foreign key (department_id, agency_id) references department (id, agency_id)
    )`,
    sql`create unique index register_request_open_idx on register_request (item_id, agency_id) where status = 'asked'`,
    sql`create index register_request_item_idx on register_request (item_id, id)`,
    // An item's card is a living one.
    sql`alter table live_card drop constraint live_card_subject_kind_check,
      add constraint live_card_subject_kind_check
        check (subject_kind in ('task', 'round', 'programme', 'meeting', 'matter'))`,
    sql`alter table event drop constraint event_subject_kind_check,
      add constraint event_subject_kind_check check (subject_kind in ('round', 'programme', 'meeting', 'matter'))`,
    // Agencies that have worked together: whose parts in tasks of others were consented to.
    sql`create index assignment_agency_task_idx on assignment (agency_id, task_id)`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`drop index assignment_agency_task_idx`,
    sql`delete from live_card where subject_kind = 'matter'`,
    // The history is only ever added to: what it says of items stays.
    sql`alter table event drop constraint event_subject_kind_check,
      add constraint event_subject_kind_check check (subject_kind in ('round', 'programme', 'meeting')) not valid`,
    sql`alter table live_card drop constraint live_card_subject_kind_check,
      add constraint live_card_subject_kind_check check (subject_kind in ('task', 'round', 'programme', 'meeting'))`,
    sql`drop table register_request, register_item`,
  ];
  for (const statement of statements) await statement.execute(db);
}
