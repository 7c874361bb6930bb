/** Keeps a way to call a department that somebody has used and explained. */
import type { Context } from '../chat/context.ts';
import { addAliases } from './aliases.ts';
import { recordChange } from './recordChange.ts';
import { refuseTakenName } from './unitNamesTaken.ts';

/** Whether the actor may is the caller's business. @throws UserError when another unit of the agency is called so */
export async function learnAlias(
  context: Context,
  unit: { agencyId: number; departmentId: number },
  alias: string,
): Promise<void> {
  const { trx, now, t } = context;
  await refuseTakenName(trx, unit, alias, 'alias', t);
  const added = await addAliases(trx, now, [{ ...unit, alias }]);
  if (added.length === 0) return;
  await recordChange(context, 'alias.learnt', unit.agencyId, { department: unit.departmentId, alias });
}
