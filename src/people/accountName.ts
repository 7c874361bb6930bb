/** Under which name the person behind an account is known here. */
import type { Kysely } from 'kysely';
import type { PlatformCode } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';

/** Null: the account is bound to nobody. */
export async function accountName(
  db: Kysely<Database>,
  platform: PlatformCode,
  userId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('account as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select('p.name')
    .where('c.platform', '=', platform)
    .where('c.user_id', '=', userId)
    .executeTakeFirst();
  return row?.name ?? null;
}
