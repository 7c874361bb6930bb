/** The code that makes the first admin. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { inTransaction, type Trx } from '../database/transaction.ts';
import { codeHash, newCode } from './inviteCode.ts';

/** Makes a code when there is no admin of the whole bot yet and no open code, and gives it, to be shown once: only its
 *  hash is kept. `fixed`: the code that the configuration sets, given as long as it waits to be used. Null: nothing to show. */
export async function ensureAdminCode(
  db: Kysely<Database>,
  now: Temporal.Instant,
  fixed: string | null,
): Promise<string | null> {
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(${adminCodeLock})`.execute(trx);
    if (await hasAdmin(trx)) return null;
    if (fixed !== null) return openFixed(trx, now, fixed);
    const open = await trx
      .selectFrom('invitation')
      .select('id')
      .where('person_id', 'is', null)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return open ? null : addCode(trx, now);
  });
}

/** For an operator who has lost the code: the open ones end, and a new one is made. */
export async function replaceAdminCode(trx: Trx, now: Temporal.Instant): Promise<string> {
  await trx
    .updateTable('invitation')
    .set({ expires_at: now })
    .where('person_id', 'is', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  return addCode(trx, now);
}

/** Any number that nothing else locks: several instances may start at once. */
const adminCodeLock = 20160406;

const validDays = 30;

async function hasAdmin(trx: Trx): Promise<boolean> {
  const admin = await trx
    .selectFrom('person_role as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select('r.id')
    .where('r.role', '=', 'admin')
    .where('r.agency_id', 'is', null)
    .where('p.left_at', 'is', null)
    .executeTakeFirst();
  return admin !== undefined;
}

async function addCode(trx: Trx, now: Temporal.Instant): Promise<string> {
  const code = newCode();
  await trx.insertInto('invitation').values(invitation(code, now)).execute();
  return code;
}

async function openFixed(trx: Trx, now: Temporal.Instant, code: string): Promise<string | null> {
  const { expires_at: expiresAt } = invitation(code, now);
  const open = await trx
    .insertInto('invitation')
    .values(invitation(code, now))
    .onConflict((conflict) =>
      conflict
        .column('code_hash')
        .doUpdateSet({ expires_at: expiresAt })
        .where('invitation.used_at', 'is', null)
        .where('invitation.person_id', 'is', null),
    )
    .returning('id')
    .executeTakeFirst();
  return open ? code : null;
}

function invitation(code: string, now: Temporal.Instant) {
  return {
    code_hash: codeHash(code),
    person_id: null,
    created_by: null,
    created_at: now,
    expires_at: now.add({ hours: 24 * validDays }),
  };
}
