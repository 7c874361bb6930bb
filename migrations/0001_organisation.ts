import { type Kysely, sql } from 'kysely';

/** Agencies, departments, people, their accounts and roles, rooms, invitations. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table agency (
      id bigint generated always as identity primary key,
      code text not null unique check (code <> ''),
      name text not null check (name <> ''),
      language text not null default 'vi' check (language in ('vi', 'en')),
      time_zone text not null default 'Asia/Ho_Chi_Minh',
      created_at timestamptz not null
    )`,
    sql`create table department (
      id bigint generated always as identity primary key,
      agency_id bigint not null references agency,
      code text not null check (code <> ''),
      name text not null check (name <> ''),
      created_at timestamptz not null,
      closed_at timestamptz,
      unique (agency_id, code),
      unique (id, agency_id)
    )`,
    // A name that a unit is also known by; `folded` as in language/folding.ts, so that no unit bears one twice.
    sql`create table unit_alias (
      id bigint generated always as identity primary key,
      agency_id bigint not null references agency,
      department_id bigint,
      alias text not null check (alias <> ''),
      folded text not null check (folded <> ''),
      created_at timestamptz not null,
      foreign key (department_id, agency_id) references department (id, agency_id),
      unique nulls not distinct (agency_id, department_id, folded)
    )`,
    sql`create table person (
      id bigint generated always as identity primary key,
      agency_id bigint references agency,
      name text not null check (name <> ''),
      -- Tells two people of one name in one agency apart; '' for most.
      code text not null default '',
      language text check (language in ('vi', 'en')),
      created_at timestamptz not null,
      left_at timestamptz,
      unique nulls not distinct (agency_id, name, code)
    )`,
    sql`create table account (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      platform text not null check (platform in ('slack', 'telegram', 'web')),
      user_id text not null check (user_id <> ''),
      display_name text not null default '',
      bound_at timestamptz not null,
      -- Set when the platform says that this account cannot be reached.
      unreachable_at timestamptz,
      unreachable_reason text,
      unique (platform, user_id)
    )`,
    sql`create index account_person_idx on account (person_id)`,
    // Without an agency an admin's role reaches everywhere; a member's role names the department.
    sql`create table person_role (
      id bigint generated always as identity primary key,
      person_id bigint not null references person,
      role text not null check (role in ('leader', 'official', 'member', 'admin')),
      agency_id bigint references agency,
      department_id bigint,
      head boolean not null default false,
      foreign key (department_id, agency_id) references department (id, agency_id),
      check ((role = 'member') = (department_id is not null)),
      check (agency_id is not null or role = 'admin'),
      check (not head or role = 'member'),
      unique nulls not distinct (person_id, role, agency_id, department_id)
    )`,
    sql`create index person_role_department_idx on person_role (department_id)`,
    sql`create index person_role_agency_idx on person_role (agency_id, role)`,
    // Without a person: whoever uses it becomes admin (the code of the first start).
    sql`create table invitation (
      id bigint generated always as identity primary key,
      code_hash text not null unique,
      person_id bigint references person,
      created_by bigint references person,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      used_by_account bigint references account,
      check ((used_at is null) = (used_by_account is null))
    )`,
    // Wrong codes tried by an account, so that codes cannot be found by trying.
    sql`create table invitation_failure (
      platform text not null,
      user_id text not null,
      failed_count int not null check (failed_count > 0),
      last_at timestamptz not null,
      primary key (platform, user_id)
    )`,
    sql`create table room (
      id bigint generated always as identity primary key,
      platform text not null check (platform in ('slack', 'telegram', 'web')),
      chat_id text not null check (chat_id <> ''),
      thread_id text not null default '',
      agency_id bigint not null references agency,
      department_id bigint,
      title text not null default '',
      bound_at timestamptz not null,
      closed_at timestamptz,
      unreachable_at timestamptz,
      unreachable_reason text,
      foreign key (department_id, agency_id) references department (id, agency_id),
      unique (platform, chat_id, thread_id)
    )`,
    // The platforms this installation speaks; written at start. Rooms and accounts on others are not written to.
    sql`create table active_platform (platform text primary key check (platform in ('slack', 'telegram', 'web')))`,
    sql`create index room_department_idx on room (department_id) where closed_at is null`,
    sql`create index room_agency_idx on room (agency_id) where closed_at is null and department_id is null`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop table active_platform, room, invitation_failure, invitation, person_role, account, person, unit_alias, department, agency`.execute(
    db,
  );
}
