/** The two agencies of the story, in a test's database, and who is who there. */
import { readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { Account } from '../../src/chat/place.ts';
import type { Database } from '../../src/database/tables.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { importOrganisation } from '../../src/people/importOrganisation.ts';
import { parseOrganisation } from '../../src/people/organisationFile.ts';
import { ensurePlaygroundAccounts } from '../../src/people/playgroundAccounts.ts';

export const morning = Temporal.Instant.from('2016-04-05T01:30:00Z');

export const sampleText = readFileSync(
  new URL('../../examples/2016-cooperation.yaml', import.meta.url),
  'utf8',
);

/** With a web account for everybody. */
export async function seedOrganisation(db: Kysely<Database>): Promise<void> {
  await inTransaction(db, async (trx) => {
    await importOrganisation(trx, parseOrganisation(sampleText), morning, null);
    await ensurePlaygroundAccounts(trx, morning);
  });
}

export async function personId(db: Kysely<Database>, name: string): Promise<number> {
  const { id } = await db
    .selectFrom('person')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return id;
}

/** The playground's account of the person of this name. */
export async function webAccount(db: Kysely<Database>, name: string): Promise<Account> {
  return { platform: 'web', userId: `person-${await personId(db, name)}`, displayName: name };
}

/** `TTTT/TH` → its id. */
export async function departmentId(db: Kysely<Database>, written: string): Promise<number> {
  const [agency = '', department = ''] = written.split('/');
  const { id } = await db
    .selectFrom('department as d')
    .innerJoin('agency as a', 'a.id', 'd.agency_id')
    .select('d.id')
    .where('a.code', '=', agency)
    .where('d.code', '=', department)
    .executeTakeFirstOrThrow();
  return id;
}

export async function agencyId(db: Kysely<Database>, code: string): Promise<number> {
  const { id } = await db
    .selectFrom('agency')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return id;
}
