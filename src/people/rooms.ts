/** Which unit a place belongs to, binding it, and the proof that the bot is heard and answered there. */
import type { Kysely } from 'kysely';
import type { Place } from '../chat/place.ts';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';

export type BoundRoom = { id: number; agencyId: number; departmentId: number | null };

/** A thread or topic is its own room when it was bound itself, else it belongs to its channel or group. Null: not bound. */
export async function roomAt(
  db: Kysely<Database>,
  place: Pick<Place, 'platform' | 'chatId' | 'threadId'>,
): Promise<BoundRoom | null> {
  const room = await db
    .selectFrom('room')
    .select(['id', 'agency_id as agencyId', 'department_id as departmentId'])
    .where('platform', '=', place.platform)
    .where('chat_id', '=', place.chatId)
    .where('thread_id', 'in', [place.threadId, ''])
    .where('closed_at', 'is', null)
    .orderBy('thread_id', 'desc')
    .executeTakeFirst();
  return room ?? null;
}

/** Messages for the unit (without a department: for the agency) go there from now on; what it was bound to before is
 *  given as `before`. A title of '' keeps the known one. What is bound anew has to be proven anew. */
export async function bindRoom(
  trx: Trx,
  now: Temporal.Instant,
  { platform, chatId, threadId, title }: Omit<Place, 'private'>,
  unit: { agencyId: number; departmentId: number | null },
): Promise<{ id: number; before: BoundRoom | null; changed: boolean; proven: boolean }> {
  const row = await trx
    .selectFrom('room')
    .select([
      'id',
      'agency_id as agencyId',
      'department_id as departmentId',
      'closed_at as closedAt',
      'title',
      'proven_at as provenAt',
    ])
    .where('platform', '=', platform)
    .where('chat_id', '=', chatId)
    .where('thread_id', '=', threadId)
    .forUpdate()
    .executeTakeFirst();
  const wanted = { agency_id: unit.agencyId, department_id: unit.departmentId };
  if (!row) {
    const { id } = await trx
      .insertInto('room')
      .values({ platform, chat_id: chatId, thread_id: threadId, title, bound_at: now, ...wanted })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id, before: null, changed: true, proven: false };
  }
  const { id, agencyId, departmentId, closedAt, provenAt } = row;
  const before = closedAt === null ? { id, agencyId, departmentId } : null;
  const changed = before === null || agencyId !== unit.agencyId || departmentId !== unit.departmentId;
  if (changed || (title !== '' && title !== row.title)) {
    await trx
      .updateTable('room')
      .set({
        ...wanted,
        title: title || row.title,
        closed_at: null,
        unreachable_at: null,
        unreachable_reason: null,
        ...(changed ? { bound_at: now, proven_at: null, proven_by: null } : {}),
      })
      .where('id', '=', id)
      .execute();
  }
  return { id, before, changed, proven: !changed && provenAt !== null };
}

/** The platform gave the group another id (Telegram, when a group becomes a supergroup): what is bound to it, topics and
 *  all, goes on there. A place that was bound anew meanwhile stays as it is, and the old one closes. */
export async function moveRooms(
  trx: Trx,
  now: Temporal.Instant,
  moved: { platform: Place['platform']; from: string; to: string },
): Promise<void> {
  const { platform, from, to } = moved;
  const rooms = await trx
    .selectFrom('room as r')
    .select(['r.id', 'r.closed_at as closedAt'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('room as there')
          .select('there.id')
          .where('there.platform', '=', platform)
          .where('there.chat_id', '=', to)
          .whereRef('there.thread_id', '=', 'r.thread_id'),
      ).as('taken'),
    )
    .where('r.platform', '=', platform)
    .where('r.chat_id', '=', from)
    .forUpdate('r')
    .execute();
  for (const { id, closedAt, taken } of rooms) {
    if (!taken) await trx.updateTable('room').set({ chat_id: to }).where('id', '=', id).execute();
    else if (closedAt === null) await closeRoom(trx, now, id);
  }
}

/** This person has answered the test card in that room. */
export async function proveRoom(
  trx: Trx,
  now: Temporal.Instant,
  roomId: number,
  personId: number,
): Promise<void> {
  await trx
    .updateTable('room')
    .set({ proven_at: now, proven_by: personId })
    .where('id', '=', roomId)
    .where('proven_at', 'is', null)
    .execute();
}

/** Nothing is sent there any more. */
export async function closeRoom(trx: Trx, now: Temporal.Instant, roomId: number): Promise<void> {
  await trx.updateTable('room').set({ closed_at: now }).where('id', '=', roomId).execute();
}
