/** The item, or the proposal, that a button names: its row locked, so that two who press at once come one after the other. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import { mayOnRegisterItem, type RegisterAction } from '../people/permissions.ts';
import { readId } from '../tasks/locked.ts';
import type { ItemView, RequestView } from './item.ts';
import { loadItem } from './load.ts';

/** @throws UserError in the same words for an item that does not exist and one the actor may not see */
export async function openItem(id: number, action: RegisterAction, context: Context): Promise<ItemView> {
  const { trx, t } = context;
  await trx.selectFrom('register_item').select('id').where('id', '=', id).forUpdate().execute();
  const item = await loadItem(trx, id);
  if (!item || !may(item, 'see', context)) throw notFound(id, context);
  if (!may(item, action, context)) throw new UserError(t.common.notAllowed, t.register.whoMay[action]);
  return item;
}

/** The proposal with its item. Who proposed, and the own agency's officials, see it while they may not see the item itself. */
export async function openRequest(
  id: string,
  action: 'decide' | 'withdraw',
  context: Context,
): Promise<{ item: ItemView; request: RequestView }> {
  const { trx, who, t } = context;
  const gone = new UserError(t.register.refusals.requestGone, t.register.seeList);
  const found = await trx
    .selectFrom('register_request')
    .select('item_id')
    .where('id', '=', readId(id))
    .executeTakeFirst();
  if (!found) throw gone;
  await trx.selectFrom('register_item').select('id').where('id', '=', found.item_id).forUpdate().execute();
  const item = await loadItem(trx, found.item_id);
  const request = item?.requests.find((each) => each.id === readId(id));
  if (!item || !request) throw gone;
  const asks = who.officialOf.includes(request.agency.id) || who.leaderOf.includes(request.agency.id);
  const belongs = who.agencyId === request.agency.id || asks;
  if (!may(item, 'see', context) && !belongs) throw gone;
  // Another side's proposal is no business of a third.
  const own = may(item, 'change', context) || who.agencyId === item.agency.id;
  if (!own && !belongs) throw gone;
  const allowed = action === 'decide' ? may(item, 'decide', context) : asks;
  if (!allowed) throw new UserError(t.common.notAllowed, t.register.whoMay[action]);
  return { item, request };
}

function may(item: ItemView, action: RegisterAction, { who }: Context): boolean {
  return mayOnRegisterItem(who, action, {
    agencyId: item.agency.id,
    departmentId: item.department?.id ?? null,
    visibility: item.visibility,
    partnerIds: item.partners.map((each) => each.id),
  });
}

function notFound(id: number, { t }: Context): UserError {
  return new UserError(t.register.refusals.notFound(t.register.code(id)), t.register.seeList);
}
