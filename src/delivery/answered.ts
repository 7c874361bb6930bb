/** That somebody has answered a message of the bot: part of the proof of delivery. */
import type { Trx } from '../database/transaction.ts';

export type Answered = { at: Temporal.Instant; by: string; personId: number };

/** The first answer counts: gives it, whether it was this one or an earlier one. Null: there is no such message. */
export async function markAnswered(
  trx: Trx,
  now: Temporal.Instant,
  key: string,
  personId: number,
): Promise<Answered | null> {
  await trx
    .updateTable('notification')
    .set({ answered_at: now, answered_by: personId })
    .where('key', '=', key)
    .where('answered_at', 'is', null)
    .execute();
  const row = await trx
    .selectFrom('notification as n')
    .innerJoin('person as p', 'p.id', 'n.answered_by')
    .select(['n.answered_at', 'p.id', 'p.name'])
    .where('n.key', '=', key)
    .executeTakeFirst();
  return row?.answered_at ? { at: row.answered_at, by: row.name, personId: row.id } : null;
}
