/** The one unit that somebody's words mean, or what to say when it is not one. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import { fold } from '../language/folding.ts';
import { buildUnitIndex, matchUnit } from '../language/matching/matchUnits.ts';
import type { KnownUnit } from '../language/matching/unit.ts';
import { loadUnits } from './units.ts';

/** `TTTT/TH` or a name, alias or code; where several fit, the asker's own agency comes first. Several: to choose from. */
export async function findUnit(text: string, { trx, who, t }: Context): Promise<KnownUnit[]> {
  const units = await loadUnits(trx);
  const written = units.find((unit) => fold(writtenCode(unit)) === fold(text.replace(/\s*\/\s*/u, '/')));
  if (written) return [written];
  const match = matchUnit(text, buildUnitIndex(units, who));
  switch (match.kind) {
    case 'one':
      return [match.unit];
    case 'several': {
      const found = match.candidates.map((candidate) => candidate.unit);
      const own = found.filter((unit) => unit.agencyId === who.agencyId);
      return own.length === 1 ? own : found;
    }
    case 'none': {
      const { noSuchUnit, nearUnits, listUnits } = t.people.org;
      const near = match.nearest.slice(0, 5).map(({ unit }) => `${unit.name} (${writtenCode(unit)})`);
      const mend = near.length > 0 ? `${nearUnits(near.join(', '))} ${listUnits}` : listUnits;
      throw new UserError(noSuchUnit(text.slice(0, 60)), mend);
    }
  }
}

/** As the organisation file writes it: unmistakable. */
export function writtenCode({ kind, agencyCode, code }: KnownUnit): string {
  return kind === 'agency' ? code : `${agencyCode}/${code}`;
}
