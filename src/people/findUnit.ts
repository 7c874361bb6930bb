/** The one unit that somebody's words mean, or what to say when it is not one. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import { fold } from '../language/folding.ts';
import { buildUnitIndex, matchUnit } from '../language/matching/matchUnits.ts';
import type { KnownUnit } from '../language/matching/unit.ts';
import { loadUnits } from './units.ts';

/** As `lookUpUnit`. @throws UserError when there is none, naming what is near */
export async function findUnit(text: string, context: Context): Promise<KnownUnit[]> {
  const { found, near } = await lookUpUnit(text, context);
  if (found.length > 0) return found;
  const { noSuchUnit, nearUnits, listUnits } = context.t.people.org;
  const names = near.slice(0, 5).map((unit) => `${unit.name} (${writtenCode(unit)})`);
  const mend = names.length > 0 ? `${nearUnits(names.join(', '))} ${listUnits}` : listUnits;
  throw new UserError(noSuchUnit(text.slice(0, 60)), mend);
}

/** `TTTT/TH` or a name, alias or code; where several fit, the asker's own agency comes first. Several: to choose from; none:
 *  with those near to it. */
export async function lookUpUnit(
  text: string,
  { trx, who }: Context,
): Promise<{ found: KnownUnit[]; near: KnownUnit[] }> {
  const units = await loadUnits(trx);
  const written = units.find((unit) => fold(writtenCode(unit)) === fold(text.replace(/\s*\/\s*/u, '/')));
  if (written) return { found: [written], near: [] };
  const match = matchUnit(text, buildUnitIndex(units, who));
  switch (match.kind) {
    case 'one':
      return { found: [match.unit], near: [] };
    case 'several': {
      const found = match.candidates.map((candidate) => candidate.unit);
      const own = found.filter((unit) => unit.agencyId === who.agencyId);
      return { found: own.length === 1 ? own : found, near: [] };
    }
    case 'none':
      return { found: [], near: match.nearest.map(({ unit }) => unit) };
  }
}

/** As the organisation file writes it: unmistakable. */
export function writtenCode({ kind, agencyCode, code }: KnownUnit): string {
  return kind === 'agency' ? code : `${agencyCode}/${code}`;
}
