/** Invitations: a code that binds the account of whoever types it to a person. */
import type { PlatformName } from '../chat/place.ts';
import type { Trx } from '../database/transaction.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { codeHash, newCode } from './inviteCode.ts';

export type Invitation = { code: string; expiresAt: Temporal.Instant };

/** Only its hash is kept: the code is shown once, to the one who asked. It works once, for seven days; earlier ones for
 *  the person end. `by`: null for the operator at the command line. */
export async function invite(
  trx: Trx,
  now: Temporal.Instant,
  person: { id: number; agencyId: number | null },
  by: { personId: number; platform: PlatformName } | null,
): Promise<Invitation> {
  const expiresAt = now.add({ hours: 24 * validDays });
  const code = newCode();
  await trx
    .updateTable('invitation')
    .set({ expires_at: now })
    .where('person_id', '=', person.id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  await trx
    .insertInto('invitation')
    .values({
      code_hash: codeHash(code),
      person_id: person.id,
      created_by: by?.personId ?? null,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  await recordEvent(trx, {
    at: now,
    kind: 'person.invited',
    personId: by?.personId ?? null,
    platform: by?.platform ?? null,
    agencyId: person.agencyId,
    data: { person: person.id, expiresAt: expiresAt.toString() },
  });
  return { code, expiresAt };
}

const validDays = 7;
