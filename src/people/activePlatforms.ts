/** Which platforms this installation speaks: written at start, read by whoever chooses where a message goes. */
import type { Kysely } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Database } from '../database/tables.ts';
import { inTransaction } from '../database/transaction.ts';

/** Rooms and accounts on other platforms keep their rows, but nothing is sent to them. */
export async function setActivePlatforms(
  db: Kysely<Database>,
  names: readonly PlatformName[],
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const kept = trx.deleteFrom('active_platform');
    await (names.length === 0 ? kept : kept.where('platform', 'not in', [...names])).execute();
    if (names.length === 0) return;
    await trx
      .insertInto('active_platform')
      .values(names.map((platform) => ({ platform })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
