/** Somebody the bot does not know speaks, and their platform has confirmed an address that stands beside one person of the
 *  organisation: they are that person. Whether an address is confirmed is the adapter's to say. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import type { Renderer } from '../chat/feature.ts';
import type { Account } from '../chat/place.ts';
import type { Database } from '../database/tables.ts';
import { inTransaction, type Trx } from '../database/transaction.ts';
import { notify } from '../delivery/notify.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { localeFor } from '../locale/locale.ts';
import { type Defaults, loadActorOf } from './identify.ts';

/** `confirmedEmail` is asked only when it could matter; null: none, or not confirmed. Gives what to tell whoever was
 *  recognised just now; null: nothing has changed. */
export async function recognise(
  db: Kysely<Database>,
  now: Temporal.Instant,
  account: Account,
  confirmedEmail: () => Promise<string | null>,
  usual: Defaults,
): Promise<Card | null> {
  if ((await isBound(db, account)) || !(await anybodyHasEmail(db))) return null;
  const email = await confirmedEmail();
  if (email === null) return null;
  const personId = await inTransaction(db, (trx) => bindByEmail(trx, now, account, email));
  const person = personId === null ? null : await loadActorOf(db, personId, usual);
  if (!person) return null;
  const { recognised, org } = localeFor(person.language, person.timeZone).people;
  return {
    title: recognised.title(person.name),
    tone: 'good',
    blocks: [
      {
        kind: 'text',
        text: recognised.how(org.platforms[account.platform], email.toLowerCase()),
      },
      { kind: 'text', text: recognised.ifWrong, style: 'small' },
    ],
    buttons: [],
  };
}

/** An account that belonged to somebody, even to one who has left, is bound by an invitation only; nor does an address add a
 *  second account of the same platform. Gives the person, or null. */
async function bindByEmail(
  trx: Trx,
  now: Temporal.Instant,
  account: Account,
  email: string,
): Promise<number | null> {
  const { platform, userId, displayName } = account;
  const person = await trx
    .selectFrom('person')
    .select(['id', 'agency_id'])
    .where('email', '=', email.trim().toLowerCase())
    .where('left_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!person) return null;
  const others = await trx
    .selectFrom('account')
    .select('platform')
    .where('person_id', '=', person.id)
    .execute();
  if (others.some((each) => each.platform === platform)) return null;
  const row = { person_id: person.id, platform, user_id: userId, display_name: displayName };
  const added = await trx
    .insertInto('account')
    .values({ ...row, bound_at: now, by_email: true })
    .onConflict((conflict) => conflict.columns(['platform', 'user_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return null;
  const eventId = await recordEvent(trx, {
    at: now,
    kind: 'account.bound',
    personId: person.id,
    platform,
    agencyId: person.agency_id,
    data: { userId, by: 'email' },
  });
  if (others.length === 0) return person.id;
  // Where they are known already they can see it if it was not them.
  await notify(trx, now, {
    key: `${recognisedKind}:${eventId}:${person.id}`,
    to: { personId: person.id },
    kind: recognisedKind,
    facts: { platform, displayName },
    at: now,
    about: [],
  });
  return person.id;
}

export const recognisedKind = 'people.recognised';

const recognisedFacts = z.object({
  platform: z.enum(['slack', 'telegram', 'web']),
  displayName: z.string(),
});

/** To the accounts that they had before. */
export const drawRecognised: Renderer = async (facts, { t }) => {
  const { platform, displayName } = recognisedFacts.parse(facts);
  const { recognised, org } = t.people;
  return {
    title: recognised.elsewhere(org.platforms[platform]),
    tone: 'neutral',
    blocks: [{ kind: 'text', text: recognised.elsewhereText(displayName) }],
    buttons: [],
  };
};

async function isBound(db: Kysely<Database>, { platform, userId }: Account): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('platform', '=', platform)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Where the organisation names no addresses, Slack is never asked. */
async function anybodyHasEmail(db: Kysely<Database>): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('email', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
