/** The end of every change of an item: a line of history, and its cards. */
import type { Context } from '../chat/context.ts';
import { touchLiveCards } from '../delivery/liveCards.ts';
import { recordEvent } from '../history/recordEvent.ts';

/** Gives the id of the event. */
export async function recordMatter(
  { trx, now, who, account }: Context,
  itemId: number,
  event: { kind: string; agencyId: number; data?: object },
): Promise<number> {
  const { kind, agencyId, data = {} } = event;
  const eventId = await recordEvent(trx, {
    at: now,
    kind,
    personId: who.personId,
    platform: account.platform,
    agencyId,
    subject: { kind: 'matter', id: itemId },
    data,
  });
  await touchLiveCards(trx, now, [itemId], 'matter');
  return eventId;
}
