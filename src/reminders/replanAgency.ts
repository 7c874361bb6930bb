/** Plans all open assignments of an agency anew, after a change of its policy or calendar. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import { inTransaction, type Trx } from '../database/transaction.ts';
import { closeDigest, dueDigests, planDigest } from './digestsStore.ts';
import { replan } from './replan.ts';

/** At once when there are few; many are left to the next tick, which takes them in steps of their own: nobody waits for an answer, and
 *  no lock is held, while 100,000 are planned. Until then the tick judges each reminder by the new rules when it comes due. */
export async function replanAgency(trx: Trx, now: Temporal.Instant, agencyId: number): Promise<void> {
  const ids = await openAssignments(trx, agencyId, 0, atOnceMax + 1);
  if (ids.length <= atOnceMax) await replan(trx, now, ids);
  else await planDigest(trx, agencyId, 'replan', now);
}

/** After a change that concerns everybody: an imported announcement. */
export async function replanEverywhere(trx: Trx, now: Temporal.Instant): Promise<void> {
  const agencies = await trx.selectFrom('agency').select('id').orderBy('id').execute();
  for (const { id } of agencies) await replanAgency(trx, now, id);
}

/** The work left over. Broken off it begins again: planning twice changes nothing. */
export async function replanWaiting(db: Kysely<Database>, now: Temporal.Instant): Promise<void> {
  for (const agencyId of await dueDigests(db, now, 'replan')) {
    for (let last = 0, size = stepMax; size === stepMax; ) {
      const ids = await openAssignments(db, agencyId, last, stepMax);
      await inTransaction(db, (trx) => replan(trx, now, ids));
      last = ids.at(-1) ?? last;
      size = ids.length;
    }
    await inTransaction(db, (trx) => closeDigest(trx, now, agencyId, 'replan'));
  }
}

const atOnceMax = 1000;
const stepMax = 500;

/** By id, so that each step goes on where the one before ended. */
async function openAssignments(
  db: Kysely<Database>,
  agencyId: number,
  afterId: number,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('assignment')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('closed_at', 'is', null)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
