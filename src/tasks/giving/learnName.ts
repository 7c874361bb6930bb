/** Words that the bot did not know, and whose meaning the maker of a preview has just said, become another name of that
 *  department: only when an official of its agency says so. */
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Action } from '../../chat/feature.ts';
import type { Reply } from '../../chat/reply.ts';
import { learnAlias } from '../../people/learnAlias.ts';
import { mayGiveFor } from '../../people/permissions.ts';
import { loadOrganisation } from './organisation.ts';
import { idParts, openPreview, wholeNumber } from './ownPreview.ts';
import { changePreview } from './previewReply.ts';

export const learnNameAction: Action = { name: 'assign.learn', press: learn };

/** `<preview>.<version>.<unit>` */
async function learn(id: string, context: Context): Promise<Reply> {
  const { previewId, rest } = idParts(id);
  const preview = await openPreview(previewId, context);
  const [version = '', place = ''] = rest;
  const index = wholeNumber(place);
  const unit = index === null ? undefined : preview.task.units[index];
  const { error } = context.t.giving;
  if (wholeNumber(version) !== preview.version || unit?.departmentId == null || unit.correction !== 'said') {
    throw new UserError(error.changed, error.pressAgain);
  }
  const department = (await loadOrganisation(context.trx)).departments.get(unit.departmentId);
  if (!department || !mayGiveFor(context.who, department.agencyId)) {
    throw new UserError(context.t.common.notAllowed, context.t.common.askWhoMay);
  }
  await learnAlias(context, { agencyId: department.agencyId, departmentId: department.id }, unit.words);
  const units = preview.task.units.map((each, at) =>
    at === index ? { ...each, correction: 'learnt' as const } : each,
  );
  return changePreview(preview, { ...preview.task, units }, context);
}
