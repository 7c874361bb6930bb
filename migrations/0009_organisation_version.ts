import { type Kysely, sql } from 'kysely';

/** A mark that changes with every change of agencies, departments or their names, so that what is made of all of them (the
 *  index by which units are found in a text) is made once per change and not once per message. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create table organisation_version (
      the_one boolean primary key default true check (the_one),
      mark uuid not null
    )`,
    sql`insert into organisation_version (mark) values (gen_random_uuid())`,
    sql`create function mark_organisation() returns trigger language plpgsql as $$
      begin
        update organisation_version set mark = gen_random_uuid();
        return null;
      end $$`,
    sql`create trigger agency_marks after insert or update or delete or truncate on agency
      for each statement execute function mark_organisation()`,
    sql`create trigger department_marks after insert or update or delete or truncate on department
      for each statement execute function mark_organisation()`,
    sql`create trigger unit_alias_marks after insert or update or delete or truncate on unit_alias
      for each statement execute function mark_organisation()`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`drop trigger agency_marks on agency`.execute(db);
  await sql`drop trigger department_marks on department`.execute(db);
  await sql`drop trigger unit_alias_marks on unit_alias`.execute(db);
  await sql`drop function mark_organisation`.execute(db);
  await sql`drop table organisation_version`.execute(db);
}
