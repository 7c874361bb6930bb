/** What an agreed proposal becomes: a task with departments of both sides, as the usual preview to be confirmed. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { previewOfParts } from '../tasks/giving/giveCommand.ts';
import type { PreviewUnit } from '../tasks/giving/preview.ts';
import type { ItemView, RequestView } from './item.ts';
import { openRequest } from './openItem.ts';

export const taskAction: Action = {
  name: 'matter.task',
  async press(id, context) {
    const { item, request } = await openAccepted(id, context);
    const quoted = request.words
      ? { text: request.words, by: `${request.asker.name} (${request.agency.code})`, link: null }
      : null;
    const shared = item.programme && request.programmes.some((each) => each.id === item.programme?.id);
    return previewOfParts(
      {
        title: item.title,
        agencyId: item.agency.id,
        quoted,
        belonging: {
          programme: item.programme && shared ? { id: item.programme.id, contentId: null } : null,
          origin: { kind: 'matter', id: request.id },
        },
        units: [
          await unitOf('lead', item.agency, item.department, request, context),
          await unitOf('coordinating', request.agency, request.department, request, context),
        ],
      },
      context,
    );
  },
};

/** @throws UserError when it was not agreed to, or has become something already */
export async function openAccepted(
  id: string,
  context: Context,
): Promise<{ item: ItemView; request: RequestView }> {
  const { t } = context;
  const { item, request } = await openRequest(id, 'decide', context);
  const { refusals } = t.register;
  if (request.status !== 'accepted') throw new UserError(refusals.notAccepted, t.register.seeList);
  if (request.taskIds.length > 0 || request.content !== null) {
    throw new UserError(refusals.becameSomething, t.register.seeItem(t.register.code(item.id)));
  }
  return { item, request };
}

/** The department when it is known; else the focal one of that side in a common programme, or its only one; else the agency:
 *  then the preview asks which of its departments. */
async function unitOf(
  role: 'lead' | 'coordinating',
  agency: { id: number; name: string },
  department: { id: number; name: string } | null,
  { programmes }: RequestView,
  { trx }: Context,
): Promise<PreviewUnit> {
  const known =
    department?.id ?? (await onlyFocal(agency.id, programmes, trx)) ?? (await onlyOne(agency.id, trx));
  if (known !== null) {
    return { words: department?.name ?? agency.name, role, departmentId: known, question: null, options: [] };
  }
  const options = [{ kind: 'agency' as const, id: agency.id }];
  return { words: agency.name, role, departmentId: null, question: 'agency', options };
}

async function onlyFocal(
  agencyId: number,
  programmes: RequestView['programmes'],
  trx: Context['trx'],
): Promise<number | null> {
  if (programmes.length === 0) return null;
  const rows = await trx
    .selectFrom('programme_department as f')
    .innerJoin('department as d', 'd.id', 'f.department_id')
    .select('d.id')
    .distinct()
    .where('f.agency_id', '=', agencyId)
    .where(
      'f.programme_id',
      'in',
      programmes.map((each) => each.id),
    )
    .where('d.closed_at', 'is', null)
    .limit(2)
    .execute();
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

async function onlyOne(agencyId: number, trx: Context['trx']): Promise<number | null> {
  const rows = await trx
    .selectFrom('department')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('closed_at', 'is', null)
    .limit(2)
    .execute();
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
