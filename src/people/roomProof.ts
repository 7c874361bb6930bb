/** Answering a room's test card, and sending it again. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { administeredAgency, administeredDepartment, gone, readId } from './administered.ts';
import { tryRoomAgain } from './reachability.ts';
import { recordChange } from './recordChange.ts';
import { proveRoom } from './rooms.ts';
import { provenRoomCard, sendRoomTest, testedRoom } from './roomTest.ts';
import { showAgency, showDepartment } from './showOrganisation.ts';

/** Anybody the bot knows proves a room, but only there: elsewhere a press would say nothing about it. An old card may be
 *  pressed years later; it says who did so first. */
export const proveRoomAction: Action = {
  name: 'room.prove',
  press: async (id, context) => {
    const { trx, now, who, place, t } = context;
    const words = t.people.roomTest;
    const room = await trx
      .selectFrom('room')
      .select(['id', 'platform', 'chat_id', 'thread_id', 'agency_id as agencyId'])
      .select(['department_id as departmentId', 'closed_at'])
      .where('id', '=', readId(id))
      .forUpdate()
      .executeTakeFirst();
    if (!room) throw gone(context);
    const here =
      !place.private &&
      room.platform === place.platform &&
      room.chat_id === place.chatId &&
      ['', place.threadId].includes(room.thread_id);
    if (!here) throw new UserError(words.otherRoom, words.pressThere);
    if (room.closed_at) throw new UserError(t.people.org.mistakes.notBound, t.people.org.mistakes.bindIt);
    const before = await testedRoom(trx, room.id);
    if (!before) throw gone(context);
    if (before.provenAt) return inItsPlace(context, before.unit, before.provenBy, before.provenAt);
    await proveRoom(trx, now, room.id, who.personId);
    await recordChange(context, 'room.proven', room.agencyId, {
      room: room.id,
      department: room.departmentId,
    });
    return inItsPlace(context, before.unit, who.name, now);
  },
};

/** To the unit's own rooms that are unproven or could not be written to: `agency-3`, `department-5`. */
export const sendRoomTestAgain: Action = {
  name: 'room.testAgain',
  press: async (id, context) => {
    const { trx, now, t } = context;
    const [kind, number = ''] = id.split('-', 2);
    const department = kind === 'department' ? await administeredDepartment(number, context) : null;
    const agencyId = department?.agencyId ?? (await administeredAgency(number, context)).id;
    const rooms = await trx
      .selectFrom('room')
      .select('id')
      .where('agency_id', '=', agencyId)
      .where('department_id', 'is not distinct from', department?.id ?? null)
      .where('closed_at', 'is', null)
      .where((where) => where.or([where('proven_at', 'is', null), where('unreachable_at', 'is not', null)]))
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const room of rooms) {
      await tryRoomAgain(trx, room.id);
      await sendRoomTest(trx, now, room.id);
    }
    if (rooms.length > 0) {
      const data = { rooms: rooms.map((room) => room.id), department: department?.id ?? null };
      await recordChange(context, 'room.testSent', agencyId, data);
    }
    const words = t.people.roomTest;
    const note = rooms.length === 0 ? words.allProven : words.sentAgain(rooms.length);
    return department === null
      ? showAgency(context, agencyId, note)
      : showDepartment(context, department.id, note);
  },
};

function inItsPlace({ message, t }: Context, unit: string, name: string | null, at: Temporal.Instant): Reply {
  const card = provenRoomCard(unit, { name, at }, t);
  return { kind: 'card', card, to: 'place', replaces: message !== null };
}
