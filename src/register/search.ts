/** Finds items of the register among those the asker may see. Reads only. */
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { RegisterKind } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';

/** Whose items: of the own agencies all, of partners what is opened to partners. */
export type Sight = { ownIds: readonly number[]; partnerIds: readonly number[] };

export type Wanted = { kind: RegisterKind | null; words: readonly string[] };

/** How many open items of each kind the words find; a kind without any is not there. */
export async function countByKind(
  db: Kysely<Database>,
  sight: Sight,
  words: readonly string[],
): Promise<Map<RegisterKind, number>> {
  const rows = await visible(db, sight, { kind: null, words })
    .select(['i.kind', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('i.kind')
    .execute();
  return new Map(rows.map((row) => [row.kind, Number(row.count)]));
}

/** Ids of one page. Every word has to occur; a word in the title counts more than one in the description, a whole word more than
 *  a part of one; then what changed last. */
export async function findItems(
  db: Kysely<Database>,
  sight: Sight,
  wanted: Wanted,
  { offset, limit }: { offset: number; limit: number },
): Promise<number[]> {
  const found = visible(db, sight, wanted).select('i.id');
  const ranked = wanted.words.length === 0 ? found : found.orderBy(rankOf(wanted.words), 'desc');
  const rows = await ranked
    .orderBy('i.changed_at', 'desc')
    .orderBy('i.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Index: register_item_agency_idx. */
function visible(db: Kysely<Database>, { ownIds, partnerIds }: Sight, { kind, words }: Wanted) {
  let query = db
    .selectFrom('register_item as i')
    .where('i.closed_at', 'is', null)
    .where('i.agency_id', 'in', [...ownIds, ...partnerIds, 0])
    .where((eb) => eb.or([eb('i.agency_id', 'in', [...ownIds, 0]), eb('i.visibility', '=', 'partners')]));
  if (kind) query = query.where('i.kind', '=', kind);
  for (const word of words) query = query.where(sql<SqlBool>`i.folded like ${`%${word}%`}`);
  return query;
}

function rankOf(words: readonly string[]) {
  const ranks = words.map(
    (word) => sql`case
      when ' ' || i.title_folded || ' ' like ${`% ${word} %`} then 8
      when i.title_folded like ${`%${word}%`} then 4
      when ' ' || i.folded || ' ' like ${`% ${word} %`} then 2
      else 1 end`,
  );
  return sql<number>`${sql.join(ranks, sql` + `)}`;
}
