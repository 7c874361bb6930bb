/** Whether a name can be given to a unit without two being called the same. */
import { UserError } from '../chat/errors.ts';
import type { Trx } from '../database/transaction.ts';
import { fold } from '../language/folding.ts';
import type { Locale } from '../locale/locale.ts';
import { foldedName } from './aliases.ts';
import { loadUnits } from './units.ts';

/** The unit that is to bear the name: a department, or without one the agency. Names of other agencies' departments are
 *  free. @throws UserError at the field */
export async function refuseTakenName(
  trx: Trx,
  unit: { agencyId: number; departmentId: number | null },
  name: string,
  field: string,
  t: Locale,
): Promise<void> {
  const wanted = foldedName(name);
  const taken = (await loadUnits(trx)).find((each) => {
    const isItself =
      each.agencyId === unit.agencyId &&
      (each.kind === 'agency' ? unit.departmentId === null : each.id === unit.departmentId);
    // Agencies among themselves, and the units of one agency, have to be told apart.
    const rival = each.agencyId === unit.agencyId || (unit.departmentId === null && each.kind === 'agency');
    return (
      !isItself && rival && [each.name, each.code, ...each.aliases].some((own) => foldedName(own) === wanted)
    );
  });
  const { mistakes } = t.people.org;
  if (taken) throw new UserError(mistakes.nameTaken(name, taken.name), mistakes.changeName, field);
}

/** @throws UserError at the field `code` */
export function refuseTakenCode(
  code: string,
  known: readonly { code: string; name: string }[],
  t: Locale,
): void {
  const { mistakes } = t.people.org;
  const taken = known.find((each) => fold(each.code) === fold(code));
  if (taken) throw new UserError(mistakes.codeTaken(taken.code, taken.name), mistakes.changeCode, 'code');
}
