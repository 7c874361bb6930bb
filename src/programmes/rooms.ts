/** A room hears of a programme, beside those of its focal departments: the card comes there, and its news. The room stays bound to
 *  its own unit. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Reply } from '../chat/reply.ts';
import { roomAt } from '../people/rooms.ts';
import { answer } from './answer.ts';
import { openProgramme } from './locked.ts';
import { byOf, recordProgramme } from './record.ts';
import { deleteRoom, insertRoom } from './store.ts';
import { sendCard } from './tell.ts';

/** @throws UserError outside a room of an agency that takes part */
export async function bindHere(programmeId: number, context: Context): Promise<Reply> {
  const { trx, now, who, place, t } = context;
  const programme = await openProgramme(programmeId, 'direct', context);
  const room = await ownRoom(context);
  const words = t.programmes.rooms;
  if (!programme.agencies.some((each) => each.id === room.agencyId && each.status === 'agreed')) {
    throw new UserError(words.otherAgency, words.bindFirst);
  }
  const code = t.programmes.code(programmeId);
  if (!(await insertRoom(trx, now, { programmeId, roomId: room.id, by: who.personId }))) {
    return answer(context, { title: words.already(code), tone: 'neutral', programmeId });
  }
  const data = { name: place.title, roomId: room.id };
  const eventId = await recordProgramme(trx, now, programmeId, {
    kind: 'programme.roomBound',
    by: byOf(context),
    data,
  });
  await sendCard(trx, now, programmeId, eventId, { roomId: room.id });
  return answer(context, { title: words.bound(code), programmeId });
}

/** @throws UserError likewise */
export async function unbindHere(programmeId: number, context: Context): Promise<Reply> {
  const { trx, now, place, t } = context;
  await openProgramme(programmeId, 'direct', context);
  const room = await ownRoom(context);
  const words = t.programmes.rooms;
  const code = t.programmes.code(programmeId);
  if (!(await deleteRoom(trx, programmeId, room.id)))
    throw new UserError(words.notBound(code), words.bindMend(code));
  const data = { name: place.title, roomId: room.id };
  await recordProgramme(trx, now, programmeId, { kind: 'programme.roomUnbound', by: byOf(context), data });
  return answer(context, { title: words.unbound(code), tone: 'neutral', programmeId });
}

async function ownRoom({ trx, place, t }: Context): Promise<{ id: number; agencyId: number }> {
  const words = t.programmes.rooms;
  if (place.private) throw new UserError(words.onlyInRoom, words.goToRoom);
  const room = await roomAt(trx, place);
  if (!room) throw new UserError(words.roomUnknown, words.bindFirst);
  return room;
}
