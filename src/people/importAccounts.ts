/** Binds the accounts that an organisation file names to its people. */
import type { Trx } from '../database/transaction.ts';
import type { FoundPerson } from './importPeople.ts';
import type { ImportSummary } from './importSummary.ts';
import { type FileProblem, OrganisationFileError } from './organisation.ts';

/** @throws OrganisationFileError that names every account that belongs to somebody else */
export async function importAccounts(
  trx: Trx,
  found: readonly FoundPerson[],
  now: Temporal.Instant,
  summary: ImportSummary,
): Promise<void> {
  const wanted = found.flatMap(({ person, personId }) =>
    person.accounts.map(({ platform, id }) => ({ platform, user_id: id, person_id: personId, person })),
  );
  if (wanted.length === 0) return;
  const ids = wanted.map((each) => each.user_id);
  const known = await trx
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.platform', 'a.user_id', 'a.person_id', 'a.by_email', 'p.name'])
    .where(({ eb }) => eb('a.user_id', '=', eb.fn.any(eb.val(ids))))
    .execute();
  const owners = new Map(known.map((row) => [`${row.platform} ${row.user_id}`, row]));
  const problems: FileProblem[] = [];
  const added: typeof wanted = [];
  for (const each of wanted) {
    const { platform, user_id, person_id, person } = each;
    const owner = owners.get(`${platform} ${user_id}`);
    if (owner?.by_email) {
      // The file knows better than an address.
      const own = { person_id, by_email: false };
      await trx
        .updateTable('account')
        .set(own)
        .where('platform', '=', platform)
        .where('user_id', '=', user_id)
        .execute();
      continue;
    }
    if (owner && owner.person_id !== person_id) {
      const { line, path } = person;
      const say: FileProblem['say'] = (t) => t.accountTaken(platform, user_id, owner.name);
      problems.push({ line, path: `${path}.${platform}`, say });
    }
    if (owner) continue;
    added.push(each);
    summary.accountsBound.push(`${person.name} (${platform})`);
  }
  if (problems.length > 0) throw new OrganisationFileError(problems);
  for (let from = 0; from < added.length; from += atOnce) {
    const rows = added
      .slice(from, from + atOnce)
      .map(({ person, ...account }) => ({ ...account, bound_at: now }));
    await trx.insertInto('account').values(rows).execute();
  }
}

/** Rows of one statement: Postgres takes 65,535 parameters. */
const atOnce = 1000;
