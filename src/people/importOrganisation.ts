/** Brings the organisation to what its file says, as often as one likes: what is there already is left alone, nothing is
 *  removed but roles that the file no longer gives to somebody it names. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { inTransaction, type Trx } from '../database/transaction.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { importPeople } from './importPeople.ts';
import { importRooms } from './importRooms.ts';
import { emptySummary, type ImportSummary } from './importSummary.ts';
import { importUnits } from './importUnits.ts';
import type { Organisation } from './organisation.ts';
import { parseOrganisation } from './organisationFile.ts';

/** `by`: who imports it; null: the operator, at the command line or at start.
 *  @throws OrganisationFileError when an account belongs to somebody else */
export async function importOrganisation(
  trx: Trx,
  organisation: Organisation,
  now: Temporal.Instant,
  by: number | null,
): Promise<ImportSummary> {
  await waitForOtherImports(trx);
  const summary = emptySummary();
  const units = await importUnits(trx, organisation.agencies, now, summary);
  await importPeople(trx, organisation.agencies, units, now, summary);
  await importRooms(trx, organisation.rooms, units, now, summary);
  if ((await lastImportedHash(trx)) !== organisation.hash) {
    const data = { hash: organisation.hash, ...summary };
    await recordEvent(trx, { at: now, kind: importedEvent, personId: by, platform: null, data });
  }
  return summary;
}

/** The file that the configuration names. It is imported when it is another than last time: what was changed in the chat
 *  since is not undone by a restart. Null: it was the same. @throws OrganisationFileError */
export async function importAtStart(
  db: Kysely<Database>,
  text: string,
  now: Temporal.Instant,
): Promise<ImportSummary | null> {
  const organisation = parseOrganisation(text);
  return inTransaction(db, async (trx) => {
    await waitForOtherImports(trx);
    if ((await lastImportedHash(trx)) === organisation.hash) return null;
    return importOrganisation(trx, organisation, now, null);
  });
}

const importedEvent = 'organisation.imported';

/** Several instances may start at once, each with the same file. */
async function waitForOtherImports(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${importLock})`.execute(trx);
}

/** Any number that nothing else locks. */
const importLock = 20160405;

/** Index: event_import_idx. */
async function lastImportedHash(trx: Trx): Promise<unknown> {
  const last = await trx
    .selectFrom('event')
    .select('data')
    .where('kind', '=', sql.lit(importedEvent))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last && 'hash' in last.data ? last.data.hash : null;
}
