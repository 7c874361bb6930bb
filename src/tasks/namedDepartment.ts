/** The department named at the beginning of what stands behind a task's code: "/nhan NV-1 P. CC", "/tiendo NV-1 P. CC 60%". */
import type { Context } from '../chat/context.ts';
import { buildUnitIndex, type KnownUnit, matchUnit } from '../language/matching/matchUnits.ts';
import { loadUnits } from '../people/units.ts';

export type NamedDepartment = { departmentId: number; name: string; rest: string };

/** One of `departmentIds` first of all, for a sign may stand for others elsewhere. Null: the words begin with no department. */
export async function namedDepartment(
  words: string,
  departmentIds: readonly number[],
  { trx, who }: Pick<Context, 'trx' | 'who'>,
): Promise<NamedDepartment | null> {
  if (words === '') return null;
  const units = (await loadUnits(trx)).filter((unit) => unit.kind === 'department');
  const own = units.filter((unit) => departmentIds.includes(unit.id));
  return beginning(words, own, who.agencyId) ?? beginning(words, units, who.agencyId);
}

/** Names of departments have no more words. */
const nameWordsMax = 12;

/** The longest beginning that names one of them. */
function beginning(
  text: string,
  units: readonly KnownUnit[],
  agencyId: number | null,
): NamedDepartment | null {
  const index = buildUnitIndex([...units], { agencyId });
  const ends = [...text.matchAll(/\S+/gu)].map(({ index: at, 0: word }) => at + word.length);
  for (const end of ends.slice(0, nameWordsMax).reverse()) {
    const match = matchUnit(text.slice(0, end).replace(/[,:;]+$/u, ''), index);
    if (match.kind !== 'one') continue;
    const rest = text.slice(end).replace(/^[\s,:;]+/u, '');
    return { departmentId: match.unit.id, name: match.unit.name, rest };
  }
  return null;
}
