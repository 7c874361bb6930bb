/** The people of an organisation file: who they are, their accounts and roles. */
import type { Trx } from '../database/transaction.ts';
import { fold } from '../language/folding.ts';
import { importAccounts } from './importAccounts.ts';
import { importEmails } from './importEmails.ts';
import { importRoles } from './importRoles.ts';
import type { ImportSummary } from './importSummary.ts';
import type { ImportedUnits } from './importUnits.ts';
import type { ParsedAgency, ParsedPerson } from './organisation.ts';

/** @throws OrganisationFileError when an account belongs to somebody else */
export async function importPeople(
  trx: Trx,
  agencies: readonly ParsedAgency[],
  units: ImportedUnits,
  now: Temporal.Instant,
  summary: ImportSummary,
): Promise<void> {
  const found: FoundPerson[] = [];
  for (const agency of agencies) {
    const unit = units.get(fold(agency.code));
    if (!unit) throw new Error(`the agency ${agency.code} was not imported`);
    const people = await importPersons(trx, agency.people, unit.id, now, summary);
    await importRoles(trx, people, unit.id, unit.departments, summary);
    found.push(...people);
  }
  await importEmails(trx, found, summary);
  await importAccounts(trx, found, now, summary);
}

/** `added`: this import made the person. */
export type FoundPerson = { person: ParsedPerson; personId: number; added: boolean };

type KnownPerson = {
  id: number;
  name: string;
  code: string;
  agency_id: number | null;
  left_at: Temporal.Instant | null;
};

async function importPersons(
  trx: Trx,
  people: readonly ParsedPerson[],
  agencyId: number,
  now: Temporal.Instant,
  summary: ImportSummary,
): Promise<FoundPerson[]> {
  const known = await trx
    .selectFrom('person')
    .select(['id', 'name', 'code', 'agency_id', 'left_at'])
    .where('agency_id', '=', agencyId)
    .execute();
  const byName = new Map(known.map((row) => [nameKey(row), row]));
  const owners = await accountOwners(trx, people, agencyId);
  const inFile = new Set(people.map(nameKey));
  const found: FoundPerson[] = [];
  const added: ParsedPerson[] = [];
  const taken = new Set<number>();
  for (const person of people) {
    // A name that changed is known by the account, unless somebody else in the file has that name.
    const owner = person.accounts
      .flatMap((account) => owners.get(accountKey(account.platform, account.id)) ?? [])
      .find((each) => !taken.has(each.id) && !inFile.has(nameKey(each)));
    const row: KnownPerson | undefined = byName.get(nameKey(person)) ?? owner;
    if (!row) {
      added.push(person);
      continue;
    }
    taken.add(row.id);
    found.push({ person, personId: row.id, added: false });
    const { name, code } = person;
    if (row.name === name && row.code === code && row.agency_id === agencyId && row.left_at === null)
      continue;
    await trx
      .updateTable('person')
      .set({ name, code, agency_id: agencyId, left_at: null })
      .where('id', '=', row.id)
      .execute();
    summary.peopleChanged.push(name);
  }
  const notInFile = known.filter((row) => !taken.has(row.id) && row.left_at === null);
  summary.peopleNotInFile.push(...notInFile.map((row) => row.name));
  found.push(...(await addPersons(trx, added, agencyId, now)));
  summary.peopleAdded.push(...added.map((person) => person.name));
  return found;
}

function nameKey({ name, code }: { name: string; code: string }): string {
  return JSON.stringify([name, code]);
}

function accountKey(platform: string, userId: string): string {
  return `${platform} ${userId}`;
}

/** Who of this agency, or of none (the admin of the first start), has the accounts that the file names. */
async function accountOwners(
  trx: Trx,
  people: readonly ParsedPerson[],
  agencyId: number,
): Promise<Map<string, KnownPerson>> {
  const ids = people.flatMap((person) => person.accounts.map((account) => account.id));
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['p.id', 'p.name', 'p.code', 'p.agency_id', 'p.left_at', 'a.platform', 'a.user_id'])
    .where(({ eb }) => eb('a.user_id', '=', eb.fn.any(eb.val(ids))))
    .where(({ or, eb }) => or([eb('p.agency_id', '=', agencyId), eb('p.agency_id', 'is', null)]))
    .execute();
  return new Map(rows.map((row) => [accountKey(row.platform, row.user_id), row]));
}

async function addPersons(
  trx: Trx,
  people: readonly ParsedPerson[],
  agencyId: number,
  now: Temporal.Instant,
): Promise<FoundPerson[]> {
  const found: FoundPerson[] = [];
  for (let from = 0; from < people.length; from += atOnce) {
    const some = people.slice(from, from + atOnce);
    const rows = await trx
      .insertInto('person')
      .values(some.map(({ name, code }) => ({ agency_id: agencyId, name, code, created_at: now })))
      .returning(['id', 'name', 'code'])
      .execute();
    const ids = new Map(rows.map((row) => [nameKey(row), row.id]));
    for (const person of some) {
      const personId = ids.get(nameKey(person));
      if (personId === undefined) throw new Error(`${person.name} was not added`);
      found.push({ person, personId, added: true });
    }
  }
  return found;
}

/** Rows of one statement: Postgres takes 65,535 parameters. */
const atOnce = 1000;
