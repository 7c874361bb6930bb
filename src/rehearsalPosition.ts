/** Where the rehearsal clock stood when the bot was stopped. The only file that writes `rehearsal_clock`. */
import { type Kysely, sql } from 'kysely';
import type { Database } from './database/tables.ts';
import { inTransaction, type Trx } from './database/transaction.ts';

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

/** Where it stands; in the first run where `beginning` says. Of several instances that start at once the first decides: one
 *  that looked a moment later would find the offices of the first, and take the database for an old one. */
export async function openPosition(
  db: Kysely<Database>,
  beginning: (trx: Trx) => Promise<Temporal.Instant>,
): Promise<Temporal.Instant> {
  const stood = await loadPosition(db);
  if (stood) return stood;
  return inTransaction(db, async (trx) => {
    await sql`lock table rehearsal_clock in share row exclusive mode`.execute(trx);
    const decided = await loadPosition(trx);
    if (decided) return decided;
    const begins = await beginning(trx);
    await keepPosition(trx, begins);
    return begins;
  });
}
