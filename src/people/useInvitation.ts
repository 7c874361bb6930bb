/** What typing a code does: an account is bound to a person, or its person becomes admin. */
import type { Account } from '../chat/place.ts';
import type { Trx } from '../database/transaction.ts';
import { recordEvent } from '../history/recordEvent.ts';
import type { Actor } from './actor.ts';
import { codeHash } from './inviteCode.ts';

export type Outcome =
  | { kind: 'bound'; personId: number }
  | { kind: 'admin'; personId: number }
  | { kind: 'wrong' | 'expired' | 'used' | 'personLeft' }
  /** The account is that person's already. */
  | { kind: 'alreadyBound'; name: string }
  | { kind: 'boundToOther'; name: string };

export async function useInvitation(
  trx: Trx,
  now: Temporal.Instant,
  code: string,
  account: Account,
  who: Actor | null,
): Promise<Outcome> {
  const invitation = await trx
    .selectFrom('invitation')
    .select(['id', 'person_id', 'expires_at', 'used_at'])
    .where('code_hash', '=', codeHash(code))
    .forUpdate()
    .executeTakeFirst();
  if (!invitation) return { kind: 'wrong' };
  if (invitation.used_at) return { kind: 'used' };
  if (Temporal.Instant.compare(invitation.expires_at, now) <= 0) return { kind: 'expired' };
  const outcome =
    invitation.person_id === null
      ? await makeAdmin(trx, now, account, who)
      : await bind(trx, now, account, who, invitation.person_id);
  if (outcome.kind === 'bound' || outcome.kind === 'admin') {
    const { id } = await trx
      .selectFrom('account')
      .select('id')
      .where('platform', '=', account.platform)
      .where('user_id', '=', account.userId)
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('invitation')
      .set({ used_at: now, used_by_account: id })
      .where('id', '=', invitation.id)
      .execute();
  }
  return outcome;
}

async function makeAdmin(
  trx: Trx,
  now: Temporal.Instant,
  account: Account,
  who: Actor | null,
): Promise<Outcome> {
  const personId = who?.personId ?? (await addPersonOf(trx, now, account));
  await giveAdminEverywhere(trx, personId);
  await recordEvent(trx, {
    at: now,
    kind: 'admin.made',
    personId,
    platform: account.platform,
    agencyId: who?.agencyId ?? null,
    data: { userId: account.userId },
  });
  return { kind: 'admin', personId };
}

async function bind(
  trx: Trx,
  now: Temporal.Instant,
  account: Account,
  who: Actor | null,
  personId: number,
): Promise<Outcome> {
  const person = await trx
    .selectFrom('person')
    .select(['name', 'agency_id', 'left_at'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (person.left_at) return { kind: 'personLeft' };
  if (who?.personId === personId) return { kind: 'alreadyBound', name: person.name };
  const byEmail = who !== null && (await isBoundByEmail(trx, account));
  if (who && !byEmail && !isAdminOnly(who)) return { kind: 'boundToOther', name: who.name };
  if (who && !byEmail) await mergeInto(trx, now, who.personId, personId);
  // An account of somebody who has left is free again.
  await trx
    .insertInto('account')
    .values(accountRow(account, personId, now))
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'user_id'])
        .doUpdateSet({ person_id: personId, bound_at: now, by_email: false }),
    )
    .execute();
  await recordEvent(trx, {
    at: now,
    kind: 'account.bound',
    personId,
    platform: account.platform,
    agencyId: person.agency_id,
    data: { userId: account.userId },
  });
  return { kind: 'bound', personId };
}

/** Recognised by an address, which an invitation overrules. */
async function isBoundByEmail(trx: Trx, { platform, userId }: Account): Promise<boolean> {
  const row = await trx
    .selectFrom('account')
    .select('by_email')
    .where('platform', '=', platform)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.by_email ?? false;
}

/** Came by the code of the first start, and was nobody else until now. */
function isAdminOnly({ agencyId, admin }: Actor): boolean {
  return agencyId === null && admin.everywhere;
}

/** The admin turns out to be a person of the organisation: accounts and the right go along. */
async function mergeInto(trx: Trx, now: Temporal.Instant, fromId: number, personId: number): Promise<void> {
  await trx.updateTable('account').set({ person_id: personId }).where('person_id', '=', fromId).execute();
  await trx.deleteFrom('person_role').where('person_id', '=', fromId).execute();
  await trx.updateTable('person').set({ left_at: now }).where('id', '=', fromId).execute();
  await giveAdminEverywhere(trx, personId);
}

async function addPersonOf(trx: Trx, now: Temporal.Instant, account: Account): Promise<number> {
  const { platform, userId, displayName } = account;
  const { id } = await trx
    .insertInto('person')
    .values({ agency_id: null, name: displayName || userId, code: `${platform} ${userId}`, created_at: now })
    .onConflict((conflict) => conflict.columns(['agency_id', 'name', 'code']).doUpdateSet({ left_at: null }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('account')
    .values(accountRow(account, id, now))
    .onConflict((conflict) =>
      conflict.columns(['platform', 'user_id']).doUpdateSet({ person_id: id, bound_at: now }),
    )
    .execute();
  return id;
}

async function giveAdminEverywhere(trx: Trx, personId: number): Promise<void> {
  await trx
    .insertInto('person_role')
    .values({ person_id: personId, role: 'admin', agency_id: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function accountRow({ platform, userId, displayName }: Account, personId: number, now: Temporal.Instant) {
  return { person_id: personId, platform, user_id: userId, display_name: displayName, bound_at: now };
}
