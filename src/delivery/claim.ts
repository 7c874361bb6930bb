/** Takes the next message for a recipient, so that no other worker sends it at the same time. */
import type { Selectable } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import type { Recipient } from './recipient.ts';
import { orderedAttempts } from './retry.ts';

export type NotificationRow = Selectable<Database['notification']>;

/** The two clocks: what was planned falls due by the bot's (which may stand), what failed is tried again by the machine's. */
export type Moment = { now: Temporal.Instant; machineNow: Temporal.Instant };

/** The first message due in its order, locked until the transaction ends: should the process die, Postgres lets go of it and
 *  the next one to look sends it. Null: nothing is due, or another worker is at it (and will look again when it is done).
 *  The oldest waits for its next attempt before later ones pass, but only so often: see `orderedAttempts`.
 *  Index: notification_room_pending_idx, notification_person_pending_idx. */
export async function claimNext(
  trx: Trx,
  recipient: Recipient,
  moment: Moment,
): Promise<NotificationRow | null> {
  const id =
    (await firstInOrder(trx, recipient, moment)) ?? (await firstOfTheStubborn(trx, recipient, moment));
  if (!id) return null;
  const row = await trx
    .selectFrom('notification')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  // Looked at again now that it is ours: another worker may just have tried it in vain.
  return row && isDue(row, moment) ? row : null;
}

function isDue(row: Pick<NotificationRow, 'send_at' | 'attempts' | 'next_try_at'>, moment: Moment): boolean {
  if (Temporal.Instant.compare(row.send_at, moment.now) > 0) return false;
  return row.attempts === 0 || Temporal.Instant.compare(row.next_try_at, moment.machineNow) <= 0;
}

async function firstInOrder(trx: Trx, recipient: Recipient, moment: Moment): Promise<number | null> {
  const first = await pendingOf(trx, recipient, moment)
    .select(['id', 'send_at', 'attempts', 'next_try_at'])
    .where('attempts', '<', orderedAttempts)
    .orderBy('send_at')
    .orderBy('id')
    .executeTakeFirst();
  return first && isDue(first, moment) ? first.id : null;
}

async function firstOfTheStubborn(trx: Trx, recipient: Recipient, moment: Moment): Promise<number | null> {
  const first = await pendingOf(trx, recipient, moment)
    .select('id')
    .where('attempts', '>=', orderedAttempts)
    .where('next_try_at', '<=', moment.machineNow)
    .orderBy('next_try_at')
    .executeTakeFirst();
  return first?.id ?? null;
}

function pendingOf(trx: Trx, recipient: Recipient, { now }: Moment) {
  const pending = trx
    .selectFrom('notification')
    .where('status', '=', 'pending')
    .where('send_at', '<=', now)
    .limit(1);
  return 'roomId' in recipient
    ? pending.where('room_id', '=', recipient.roomId)
    : pending.where('person_id', '=', recipient.personId);
}
