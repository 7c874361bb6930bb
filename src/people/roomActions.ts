/** Binding the room one speaks in to a unit, and unbinding it. */
import type { Block } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type Reply, showCard } from '../chat/reply.ts';
import type { KnownUnit } from '../language/matching/unit.ts';
import { readId, refuseUnlessAdmin } from './administered.ts';
import { mayAdminister } from './permissions.ts';
import { recordChange } from './recordChange.ts';
import { bindRoom, closeRoom } from './rooms.ts';
import { sendRoomTest } from './roomTest.ts';
import { showAgency, showDepartment } from './showOrganisation.ts';
import { loadUnits } from './units.ts';

/** Everybody in the room sees whose it is from now on. @throws UserError */
export async function bindHere(unit: KnownUnit, context: Context): Promise<Reply> {
  const { trx, now, who, place, t } = context;
  const { mistakes } = t.people.org;
  if (place.private) throw new UserError(mistakes.onlyInRoom, mistakes.goToRoom);
  refuseUnlessAdmin(context, unit.agencyId);
  if (unit.closed) throw new UserError(mistakes.unitClosed(unit.name), mistakes.chooseOpen);
  const departmentId = unit.kind === 'department' ? unit.id : null;
  const bound = await bindRoom(trx, now, place, { agencyId: unit.agencyId, departmentId });
  const { id, before, changed, proven } = bound;
  if (before && !mayAdminister(who, before.agencyId)) {
    throw new UserError(mistakes.boundElsewhere(await unitName(context, before)), mistakes.askThem);
  }
  if (changed) {
    await recordChange(context, 'room.bound', unit.agencyId, {
      room: id,
      department: departmentId,
      ...(before ? { before: { agency: before.agencyId, department: before.departmentId } } : {}),
    });
  }
  if (!proven) await sendRoomTest(trx, now, id);
  const title = t.people.org.done.roomBound(unit.name);
  const blocks: Block[] = proven ? [] : [{ kind: 'text', text: t.people.roomTest.comes }];
  return showCard({ title, tone: 'good', blocks, buttons: [] });
}

/** @throws UserError */
export async function unbindHere(context: Context): Promise<Reply> {
  const { trx, place, t } = context;
  const { mistakes, done } = t.people.org;
  if (place.private) throw new UserError(mistakes.onlyInRoom, mistakes.goToRoom);
  const room = await trx
    .selectFrom('room')
    .select(['id', 'agency_id as agencyId', 'department_id as departmentId'])
    .where('platform', '=', place.platform)
    .where('chat_id', '=', place.chatId)
    .where('thread_id', '=', place.threadId)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!room) throw new UserError(mistakes.notBound, mistakes.bindIt);
  await unbind(room, context);
  return showCard({ title: done.roomUnbound, tone: 'good', blocks: [], buttons: [] });
}

export const unbindRoom: Action = {
  name: 'org.unbindRoom',
  press: async (id, context) => {
    const { trx, t } = context;
    const { mistakes, done } = t.people.org;
    const room = await trx
      .selectFrom('room')
      .select(['id', 'agency_id as agencyId', 'department_id as departmentId'])
      .where('id', '=', readId(id))
      .where('closed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!room) throw new UserError(mistakes.gone, mistakes.openAgain);
    await unbind(room, context);
    return room.departmentId === null
      ? showAgency(context, room.agencyId, done.roomUnbound)
      : showDepartment(context, room.departmentId, done.roomUnbound);
  },
};

type Room = { id: number; agencyId: number; departmentId: number | null };

async function unbind({ id, agencyId, departmentId }: Room, context: Context): Promise<void> {
  refuseUnlessAdmin(context, agencyId);
  await closeRoom(context.trx, context.now, id);
  await recordChange(context, 'room.unbound', agencyId, { room: id, department: departmentId });
}

async function unitName({ trx }: Context, { agencyId, departmentId }: Room): Promise<string> {
  const unit = (await loadUnits(trx)).find((each) =>
    departmentId === null
      ? each.kind === 'agency' && each.id === agencyId
      : each.id === departmentId && each.kind === 'department',
  );
  return unit?.name ?? '';
}
