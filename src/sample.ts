/** What the bot begins with: the organisation file, or in a playground the offices of the story it was made for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from './database/tables.ts';
import { inTransaction } from './database/transaction.ts';
import { importAtStart } from './people/importOrganisation.ts';
import { ensurePlaygroundAccounts } from './people/playgroundAccounts.ts';

/** After the meeting of the two agencies. */
export const storyStart = Temporal.Instant.from('2016-04-05T16:41+07:00');

const sampleFile = join(import.meta.dirname, '../examples/2016-cooperation.yaml');

export async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('agency').select('id').limit(1).executeTakeFirst()) === undefined;
}

/** `orgFile`: imported when it has changed since the last time. `sample`: without one, and only into an empty database.
 *  @throws OrganisationFileError, or what reading the file throws */
export async function importBeginnings(
  db: Kysely<Database>,
  now: Temporal.Instant,
  { orgFile, sample }: { orgFile: string | null; sample: boolean },
): Promise<void> {
  const file = orgFile ?? (sample && (await isEmpty(db)) ? sampleFile : null);
  if (file) await importAtStart(db, await readFile(file, 'utf8'), now);
}

/** For everybody who has come to the organisation since the last time. */
export async function preparePlayground(db: Kysely<Database>, now: Temporal.Instant): Promise<void> {
  await inTransaction(db, (trx) => ensurePlaygroundAccounts(trx, now));
}
