/** For whom a person may give tasks, and whom to ask otherwise. */
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { mayGiveFor } from '../../people/permissions.ts';
import { leadersOf, officialsOf } from '../../people/reach.ts';

/** The person's own agency first. */
export function givingAgencies(actor: Actor): number[] {
  const ids = new Set([actor.agencyId, ...actor.officialOf, ...actor.leaderOf]);
  return [...ids].flatMap((id) => (id !== null && mayGiveFor(actor, id) ? [id] : []));
}

/** The agencies, at least one. `refusal`: said instead of the words about tasks.
 *  @throws UserError that says who may, when the person gives for none */
export async function requireGiver(
  { trx, who, t }: Pick<Context, 'trx' | 'who' | 't'>,
  refusal: string = t.giving.error.mayNotGive,
): Promise<number[]> {
  const agencies = givingAgencies(who);
  if (agencies.length > 0) return agencies;
  const { error } = t.giving;
  const names = who.agencyId === null ? [] : await giverNames(trx, who.agencyId);
  throw new UserError(refusal, names.length > 0 ? error.whoMay(names.join(', ')) : error.whoMayNobody);
}

/** As many names as one reads. */
const namesMax = 5;

async function giverNames(trx: Context['trx'], agencyId: number): Promise<string[]> {
  const officials = (await officialsOf(trx, [agencyId])).get(agencyId) ?? [];
  const leaders = (await leadersOf(trx, [agencyId])).get(agencyId) ?? [];
  const ids = [...new Set([...officials, ...leaders])].slice(0, namesMax);
  if (ids.length === 0) return [];
  const rows = await trx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return ids.flatMap((id) => names.get(id) ?? []);
}
