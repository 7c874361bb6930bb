/** Tasks from the words of a direction, a round or a record are offered to everybody who may give: whoever confirms second finds
 *  what the first has given, and gives nothing twice. */
import { sql } from 'kysely';
import type { Trx } from '../../database/transaction.ts';
import { fold } from '../../language/folding.ts';
import type { PreviewTask } from './preview.ts';

/** The task of this title that came from the same place and was not taken back; null when there is none. Nobody else gives from
 *  there until the end of the transaction. */
export async function givenBefore(
  trx: Trx,
  { belonging, title }: Pick<PreviewTask, 'belonging' | 'title'>,
): Promise<number | null> {
  const origin = belonging?.origin;
  if (!origin) return null;
  const name = `${origin.kind} ${origin.id}`;
  await sql`select pg_advisory_xact_lock(${originLocks}, hashtext(${name}))`.execute(trx);
  const row = await trx
    .selectFrom('task')
    .select('id')
    .where('origin_kind', '=', origin.kind)
    .where('origin_id', '=', origin.id)
    .where('title_folded', '=', fold(title))
    .where('status', '<>', 'cancelled')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A space of its own among the database's locks of two numbers. */
const originLocks = 6022;
