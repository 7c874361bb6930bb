/** Whether everybody in a place may see a programme: in private, and in rooms of the agencies that take part. */
import type { Context } from '../chat/context.ts';
import { roomAt } from '../people/rooms.ts';

export async function isShared({ trx, place }: Pick<Context, 'trx' | 'place'>, programmeId: number) {
  if (place.private) return true;
  const room = await roomAt(trx, place);
  if (!room) return false;
  const taking = await trx
    .selectFrom('programme_agency')
    .select('agency_id')
    .where('programme_id', '=', programmeId)
    .where('agency_id', '=', room.agencyId)
    .where('status', '=', 'agreed')
    .executeTakeFirst();
  return taking !== undefined;
}
