/** Gives the people of an organisation file exactly the roles in their agency that it says. */
import type { RoleName } from '../database/codes.ts';
import type { Trx } from '../database/transaction.ts';
import { fold } from '../language/folding.ts';
import type { FoundPerson } from './importPeople.ts';
import type { ImportSummary } from './importSummary.ts';

/** Roles elsewhere, and of people the file does not name, stay. `departments`: ids by folded code. */
export async function importRoles(
  trx: Trx,
  found: readonly FoundPerson[],
  agencyId: number,
  departments: ReadonlyMap<string, number>,
  summary: ImportSummary,
): Promise<void> {
  const rows = await trx
    .selectFrom('person_role')
    .select(['id', 'person_id', 'role', 'department_id', 'head'])
    .where('agency_id', '=', agencyId)
    .execute();
  const rolesOf = Map.groupBy(rows, (row) => row.person_id);
  for (const { person, personId, added } of found) {
    const known = rolesOf.get(personId) ?? [];
    const wanted = wantedRoles(person, departments);
    const surplus = known.filter((row) => !wanted.some((each) => isSame(each, row)));
    const missing = wanted.filter((each) => !known.some((row) => isSame(each, row)));
    const changed = known.filter((row) => wanted.some((each) => isSame(each, row) && each.head !== row.head));
    if (surplus.length > 0) {
      await trx
        .deleteFrom('person_role')
        .where(
          'id',
          'in',
          surplus.map((row) => row.id),
        )
        .execute();
    }
    if (missing.length > 0) {
      const rowsToAdd = missing.map((each) => ({ ...each, person_id: personId, agency_id: agencyId }));
      await trx.insertInto('person_role').values(rowsToAdd).execute();
    }
    for (const { id, head } of changed) {
      await trx.updateTable('person_role').set({ head: !head }).where('id', '=', id).execute();
    }
    if (!added && surplus.length + missing.length + changed.length > 0)
      summary.rolesChanged.push(person.name);
  }
}

type Wanted = { role: RoleName; department_id: number | null; head: boolean };

function wantedRoles(
  { roles, departments, head }: FoundPerson['person'],
  ids: ReadonlyMap<string, number>,
): Wanted[] {
  const wide = roles
    .filter((role) => role !== 'member')
    .map((role) => ({ role, department_id: null, head: false }));
  const memberships = departments.map((code): Wanted => {
    const id = ids.get(fold(code));
    if (id === undefined) throw new Error(`the department ${code} was not imported`);
    return { role: 'member', department_id: id, head };
  });
  return [...wide, ...memberships];
}

function isSame(wanted: Wanted, row: { role: RoleName; department_id: number | null }): boolean {
  return wanted.role === row.role && wanted.department_id === row.department_id;
}
