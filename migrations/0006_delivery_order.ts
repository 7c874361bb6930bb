import { type Kysely, sql } from 'kysely';

/** What waits for one room or person, in order; and a count of changes for every living card. */
export async function up<DB>(db: Kysely<DB>): Promise<void> {
  const statements = [
    sql`create index notification_room_pending_idx on notification (room_id, send_at, id) where status = 'pending'`,
    sql`create index notification_person_pending_idx on notification (person_id, send_at, id) where status = 'pending'`,
    // The few that are being tried again: later ones to the same recipient wait for them.
    sql`create index notification_trouble_idx on notification (room_id, person_id) where status = 'pending' and attempts > 0`,
    sql`create index notification_unsettled_idx on notification (send_at, id) where status = 'pending'`,
    sql`create index notification_failed_idx on notification (failed_at, id) where status = 'failed'`,
    sql`alter table live_card add column changes int not null default 0`,
  ];
  for (const statement of statements) await statement.execute(db);
}

export async function down<DB>(db: Kysely<DB>): Promise<void> {
  await sql`alter table live_card drop column changes`.execute(db);
  await sql`drop index notification_failed_idx, notification_trouble_idx, notification_unsettled_idx, notification_person_pending_idx, notification_room_pending_idx`.execute(
    db,
  );
}
