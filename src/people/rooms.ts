/** Which bound room a place is. */
import type { Kysely } from 'kysely';
import type { Place } from '../chat/place.ts';
import type { Database } from '../database/tables.ts';

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
