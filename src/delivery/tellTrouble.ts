/** Tells officials and admins about messages that do not arrive. Messages of this kind are never reported on themselves. */
import type { Trx } from '../database/transaction.ts';
import type { NotificationRow } from './claim.ts';
import { notify } from './notify.ts';
import { agencyOf, reachableAdmins, reachableOfficials } from './overseers.ts';
import { type Recipient, recipientOf } from './recipient.ts';
import type { Way } from './ways.ts';

export const unreachableKind = 'delivery.unreachable';
export const failedKind = 'delivery.failed';
export const unsettledKind = 'delivery.unsettled';

/** This room or account has just been found unreachable. Told once for each time it happens. */
export async function tellUnreachable(
  trx: Trx,
  now: Temporal.Instant,
  recipient: Recipient,
  mark: Way['mark'],
): Promise<void> {
  const agencyId = await agencyOf(trx, recipient);
  const officials = agencyId === null ? [] : await reachableOfficials(trx, agencyId);
  const people = new Set([...officials, ...(await reachableAdmins(trx, agencyId))]);
  if ('personId' in recipient) people.delete(recipient.personId);
  const what = 'roomId' in mark ? `room:${mark.roomId}` : `account:${mark.accountId}`;
  for (const personId of people) {
    await notify(trx, now, {
      key: `${unreachableKind}:${what}:${now.epochMilliseconds}:${personId}`,
      to: { personId },
      kind: unreachableKind,
      facts: mark,
      at: now,
      about: [],
    });
  }
}

/** This message has been given up. Those of ten minutes are told of together, when the ten minutes end. */
export async function tellFailed(trx: Trx, now: Temporal.Instant, row: NotificationRow): Promise<void> {
  const startMs = now.epochMilliseconds - (now.epochMilliseconds % togetherMs);
  const from = Temporal.Instant.fromEpochMilliseconds(startMs);
  const until = from.add({ milliseconds: togetherMs });
  for (const personId of await reachableAdmins(trx, await agencyOf(trx, recipientOf(row)))) {
    await notify(trx, now, {
      key: `${failedKind}:${startMs}:${personId}`,
      to: { personId },
      kind: failedKind,
      facts: { from: from.toString(), until: until.toString() },
      at: until,
      about: [],
    });
  }
}

const togetherMs = 10 * 60_000;

/** These messages were late when the auditor looked. */
export async function tellUnsettled(trx: Trx, now: Temporal.Instant, ids: readonly number[]): Promise<void> {
  for (const personId of await reachableAdmins(trx, null)) {
    await notify(trx, now, {
      key: `${unsettledKind}:${now.epochMilliseconds}:${personId}`,
      to: { personId },
      kind: unsettledKind,
      facts: { notificationIds: ids.slice(0, listedMax), count: ids.length },
      at: now,
      about: [],
    });
  }
}

const listedMax = 500;
