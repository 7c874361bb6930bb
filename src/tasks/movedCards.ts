/** The cards of a group that goes on under another id (Telegram, when it becomes a supergroup). Messages do not come along
 *  and can no longer be changed where they are, so the open tasks among them are shown once more in the new place. */
import type { PlatformName } from '../chat/place.ts';
import type { Trx } from '../database/transaction.ts';
import { forgetCardsIn } from '../delivery/liveCards.ts';
import { notify } from '../delivery/notify.ts';

/** To be called after the rooms have moved. Each open task once in each room, in the order in which they were first shown; a
 *  place that was meanwhile bound to somebody else gets none. Called twice it shows nothing twice. */
export async function showCardsInNewPlace(
  trx: Trx,
  now: Temporal.Instant,
  moved: { platform: PlatformName; from: string; to: string },
): Promise<void> {
  const { platform, from, to } = moved;
  const cards = await forgetCardsIn(trx, now, platform, from);
  const roomOf = await roomsNow(trx, moved, cards);
  const open = await openAmong(trx, cards);
  for (const { subject, roomId: oldRoomId } of cards) {
    const roomId = oldRoomId === null ? undefined : roomOf.get(oldRoomId);
    if (subject.kind !== 'task' || roomId === undefined || !open.has(subject.id)) continue;
    const taskId = subject.id;
    await notify(trx, now, {
      key: `tasks.cardMoved:${platform}:${to}:${taskId}:room-${roomId}`,
      to: { roomId },
      kind: 'tasks.card',
      facts: { taskId, assignmentId: null, live: true },
      at: now,
      about: [{ taskId, assignmentId: null }],
    });
  }
}

type Card = Awaited<ReturnType<typeof forgetCardsIn>>[number];

/** Which open room in the new place is of the same unit, by the id of the room of the card: as a rule itself. */
async function roomsNow(
  trx: Trx,
  { platform, to }: { platform: PlatformName; to: string },
  cards: readonly Card[],
): Promise<Map<number, number>> {
  const ids = [...new Set(cards.flatMap(({ roomId }) => roomId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('room as then')
    .innerJoin('room as there', (join) =>
      join
        .onRef('there.thread_id', '=', 'then.thread_id')
        .onRef('there.agency_id', '=', 'then.agency_id')
        .onRef('there.department_id', 'is not distinct from', 'then.department_id'),
    )
    .select(['then.id as thenId', 'there.id as thereId'])
    .where('then.id', 'in', ids)
    .where('there.platform', '=', platform)
    .where('there.chat_id', '=', to)
    .where('there.closed_at', 'is', null)
    .execute();
  return new Map(rows.map(({ thenId, thereId }) => [thenId, thereId]));
}

async function openAmong(trx: Trx, cards: readonly Card[]): Promise<Set<number>> {
  const ids = [...new Set(cards.flatMap(({ subject }) => (subject.kind === 'task' ? [subject.id] : [])))];
  if (ids.length === 0) return new Set();
  const rows = await trx
    .selectFrom('task')
    .select('id')
    .where('id', 'in', ids)
    .where('status', '=', 'open')
    .execute();
  return new Set(rows.map(({ id }) => id));
}
