/** Where the rehearsal clock stood when the bot was stopped. The only file that writes `rehearsal_clock`. */
import type { Kysely } from 'kysely';
import type { Database } from './database/tables.ts';

/** Null: it has never stood anywhere. */
export async function loadPosition(db: Kysely<Database>): Promise<Temporal.Instant | null> {
  const row = await db.selectFrom('rehearsal_clock').select('stands_at').executeTakeFirst();
  return row?.stands_at ?? null;
}

export async function keepPosition(db: Kysely<Database>, now: Temporal.Instant): Promise<void> {
  await db
    .insertInto('rehearsal_clock')
    .values({ stands_at: now })
    .onConflict((conflict) => conflict.column('the_one').doUpdateSet({ stands_at: now }))
    .execute();
}
