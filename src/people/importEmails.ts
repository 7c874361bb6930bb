/** The e-mail addresses by which an organisation file lets its people be recognised. */
import type { Trx } from '../database/transaction.ts';
import type { FoundPerson } from './importPeople.ts';
import type { ImportSummary } from './importSummary.ts';
import { type FileProblem, OrganisationFileError } from './organisation.ts';

/** What stands in the file is what counts: an address that is no longer there recognises nobody any more.
 *  @throws OrganisationFileError that names every address that belongs to somebody outside the file */
export async function importEmails(
  trx: Trx,
  found: readonly FoundPerson[],
  summary: ImportSummary,
): Promise<void> {
  const ids = found.map((each) => each.personId);
  const wanted = found.flatMap(({ person }) => person.email ?? []);
  const known = await trx
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('email', 'is not', null)
    .where(({ eb, or }) =>
      or([eb('id', '=', eb.fn.any(eb.val(ids))), eb('email', '=', eb.fn.any(eb.val(wanted)))]),
    )
    .execute();
  const before = new Map(known.map((row) => [row.id, row.email]));
  const inFile = new Set(ids);
  const others = new Map(known.flatMap((row) => (inFile.has(row.id) ? [] : [[row.email, row.name]])));
  const problems = found.flatMap(({ person }): FileProblem[] => {
    const { email, line, path } = person;
    const owner = email === null ? undefined : others.get(email);
    return email !== null && owner !== undefined
      ? [{ line, path: `${path}.email`, say: (t) => t.emailTaken(email, owner) }]
      : [];
  });
  if (problems.length > 0) throw new OrganisationFileError(problems);
  const changed = found.filter(({ person, personId }) => (before.get(personId) ?? null) !== person.email);
  if (changed.length === 0) return;
  // Two people may have exchanged theirs.
  const changedIds = changed.map((each) => each.personId);
  await trx
    .updateTable('person')
    .set({ email: null })
    .where(({ eb }) => eb('id', '=', eb.fn.any(eb.val(changedIds))))
    .execute();
  for (const { person, personId, added } of changed) {
    await trx.updateTable('person').set({ email: person.email }).where('id', '=', personId).execute();
    if (!added && !summary.peopleChanged.includes(person.name)) summary.peopleChanged.push(person.name);
  }
}
