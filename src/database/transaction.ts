/** One change, whole or not at all. */
import type { Kysely, Transaction } from 'kysely';
import { DatabaseError } from 'pg';
import type { Database } from './tables.ts';

export type Trx = Transaction<Database>;

/** How often a transaction that lost against another is run again. Two people pressing two buttons need one; more than
 *  three means something else is wrong, and hiding it would be worse. */
const repeatsMax = 3;

/** Runs `work` in a transaction; what it returns is returned after the commit. When Postgres ends it in favour of another
 *  (deadlock, serialization failure) everything is run again: `work` must do nothing outside the transaction. */
export async function inTransaction<T>(db: Kysely<Database>, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (repeats >= repeatsMax || !lostToAnother(error)) throw error;
    }
  }
}

// Postgres, appendix A: serialization_failure, deadlock_detected.
function lostToAnother(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');
}
