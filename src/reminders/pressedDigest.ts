/** The digest whose button was pressed, looked up and checked like any other input. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import { allowedAssignments } from '../people/permissions.ts';
import { loadDigest } from './digest.ts';
import type { Digest } from './digestCard.ts';
import { type DigestFacts, readDigestFacts } from './digestFacts.ts';

/** With those of its lines that the actor may see. @throws UserError when nothing in it holds any more, or nothing is theirs */
export async function pressedDigest(key: string, context: Context): Promise<Digest> {
  const { trx, now, t } = context;
  const facts = await digestFactsOf(key, context);
  const digest = await loadDigest(trx, now, facts);
  if (!digest) throw new UserError(t.reminders.gone, t.reminders.goneMend);
  return digest;
}

/** What a digest was about, also when that is over. Only for those who may see all it speaks of. @throws UserError */
export async function digestFactsOf(key: string, { trx, who, t }: Context): Promise<DigestFacts> {
  const row = await trx
    .selectFrom('notification')
    .select(['kind', 'facts', 'person_id'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (row?.kind !== 'reminders.digest') {
    throw new UserError(t.reminders.gone, t.reminders.goneMend);
  }
  const facts = readDigestFacts(row.facts);
  const ids = [...new Set(facts.items.map((item) => item.assignmentId))];
  const seen = await allowedAssignments(trx, who, 'see', ids);
  if (!ids.every((id) => seen.has(id))) {
    throw new UserError(t.common.notAllowed, t.common.askWhoMay);
  }
  return facts;
}
