/** Other names of agencies and departments. */
import type { Trx } from '../database/transaction.ts';
import { fold } from '../language/folding.ts';

/** Without a department: of the agency itself. `formerUntil`: the day until which it was the official name. */
export type NewAlias = {
  agencyId: number;
  departmentId: number | null;
  alias: string;
  formerUntil?: Temporal.PlainDate;
};

/** Adds those that the unit does not bear yet; gives what was added. */
export async function addAliases(
  trx: Trx,
  now: Temporal.Instant,
  aliases: readonly NewAlias[],
): Promise<{ id: number; alias: string }[]> {
  const added: { id: number; alias: string }[] = [];
  for (let from = 0; from < aliases.length; from += atOnce) {
    const rows = aliases
      .slice(from, from + atOnce)
      .map(({ agencyId, departmentId, alias, formerUntil = null }) => ({
        agency_id: agencyId,
        department_id: departmentId,
        alias,
        folded: foldedName(alias),
        created_at: now,
        former_until: formerUntil,
      }));
    added.push(
      ...(await trx
        .insertInto('unit_alias')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .returning(['id', 'alias'])
        .execute()),
    );
  }
  return added;
}

/** What makes two spellings one name. */
export function foldedName(name: string): string {
  return fold(name).trim().replace(/\s+/gu, ' ');
}

/** Rows of one statement: Postgres takes 65,535 parameters. */
const atOnce = 1000;
