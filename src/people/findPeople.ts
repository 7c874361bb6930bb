/** Finds people by what somebody calls them. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import { foldedName } from './aliases.ts';

export type NamedPerson = {
  id: number;
  name: string;
  code: string;
  agencyId: number | null;
  agencyCode: string;
};

/** Those whose whole name it is; when there are none, those in whose name it stands. Without diacritics and case.
 *  `agencyIds` null: of all agencies. Nobody who has left. */
export async function findPeople(
  db: Kysely<Database>,
  text: string,
  agencyIds: readonly number[] | null,
): Promise<NamedPerson[]> {
  const wanted = foldedName(text);
  if (wanted === '' || agencyIds?.length === 0) return [];
  const all = db
    .selectFrom('person as p')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['p.id', 'p.name', 'p.code', 'p.agency_id as agencyId', 'a.code as agencyCode'])
    .where('p.left_at', 'is', null)
    .orderBy('p.id');
  const rows = await (agencyIds === null ? all : all.where('p.agency_id', 'in', [...agencyIds])).execute();
  const named = rows.map((row) => ({ ...row, agencyCode: row.agencyCode ?? '', key: foldedName(row.name) }));
  const exact = named.filter(({ key, code }) => key === wanted || foldedName(`${key} ${code}`) === wanted);
  const found = exact.length > 0 ? exact : named.filter(({ key }) => key.includes(wanted));
  return found.map(({ key, ...person }) => person);
}
