/** Which agencies work together, so that one sees what the other has opened to partners. The rule: both have agreed to a programme
 *  of cooperation that is not concluded, or one has a part that stands in a task of the other – given by the one, consented to by
 *  the other. It is asked anew each time: who stops working together stops seeing. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { standingStatuses } from '../people/permissions.ts';

/** Each agency asked for has an entry; an agency is no partner of its own. */
export async function partnersOf(
  db: Kysely<Database>,
  agencyIds: readonly number[],
): Promise<Map<number, number[]>> {
  const partners = new Map<number, number[]>(agencyIds.map((id) => [id, []]));
  if (agencyIds.length === 0) return partners;
  const ids = sql.val([...new Set(agencyIds)]);
  const { rows } = await sql<{ agency_id: number; partner_id: number }>`
    select one.agency_id, other.agency_id as partner_id
    from programme_agency one
    join programme p on p.id = one.programme_id and p.status <> 'concluded'
    join programme_agency other on other.programme_id = one.programme_id and other.agency_id <> one.agency_id
    where one.agency_id = any(${ids}) and one.status = 'agreed' and other.status = 'agreed'
    union
    select t.agency_id, a.agency_id
    from task t
    join assignment a on a.task_id = t.id and a.agency_id <> t.agency_id and a.status = any(${sql.val([...standingStatuses])})
    where t.agency_id = any(${ids})
    union
    select a.agency_id, t.agency_id
    from assignment a
    join task t on t.id = a.task_id and t.agency_id <> a.agency_id
    where a.agency_id = any(${ids}) and a.status = any(${sql.val([...standingStatuses])})
    order by 1, 2`.execute(db);
  for (const row of rows) partners.get(row.agency_id)?.push(row.partner_id);
  return partners;
}
