/** Which events of the platforms have been handled. Platforms deliver an event again when they doubt that it arrived. */
import type { Trx } from '../database/transaction.ts';
import type { Incoming } from './incoming.ts';

/** True for the first of several deliveries; a second one waits for the end of the first, then is false. */
export async function isFirstDelivery(
  trx: Trx,
  now: Temporal.Instant,
  { eventId, place }: Incoming,
): Promise<boolean> {
  const added = await trx
    .insertInto('incoming_event')
    .values({ platform: place.platform, event_id: eventId, received_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('event_id')
    .executeTakeFirst();
  return added !== undefined;
}
