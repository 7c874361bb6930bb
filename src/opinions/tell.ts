/** Who hears of a round, and the messages to them: one per fact and recipient. */
import type { Trx } from '../database/transaction.ts';
import { notify } from '../delivery/notify.ts';
import { departmentRecipients, type Recipient } from '../people/reach.ts';
import { giverOf, recipientName } from '../tasks/tell.ts';
import { holderOf, type RoundView, type SeatView } from './round.ts';

/** `card`: the private card of somebody who is asked. `status`: the card of those who wait. `newVersion`: the private card once
 *  more, with another draft. `result`: the card of a round that has ended. The four live on; the others tell of one fact. */
export type RoundMessage = 'card' | 'status' | 'newVersion' | 'result' | 'extended' | 'cancelled' | 'urged';

const living: readonly RoundMessage[] = ['card', 'status', 'newVersion', 'result'];

export async function tellOfRound(
  trx: Trx,
  now: Temporal.Instant,
  message: {
    what: RoundMessage;
    eventId: number;
    round: Pick<RoundView, 'id' | 'task'>;
    at?: Temporal.Instant;
  },
  recipients: readonly Recipient[],
): Promise<void> {
  const { what, eventId, round, at = now } = message;
  const seen = new Set<string>();
  for (const to of recipients) {
    const name = recipientName(to);
    if (seen.has(name)) continue;
    seen.add(name);
    await notify(trx, now, {
      key: `opinions.${what}:${eventId}:${name}`,
      to,
      kind: `opinions.${what}`,
      facts: {
        subject: { kind: 'round', id: round.id },
        eventId,
        ...(living.includes(what) ? { live: true } : {}),
      },
      at,
      about: round.task ? [{ taskId: round.task.id, assignmentId: null }] : [],
    });
  }
}

/** Those who have to answer for these seats. */
export function holdersOf(seats: readonly SeatView[]): Recipient[] {
  return seats.map((seat) => ({ personId: holderOf(seat).id }));
}

/** Who opened it, who gave the task, and the focal departments. */
export async function watchersOf(trx: Trx, round: RoundView): Promise<Recipient[]> {
  const { facts, openedBy } = round;
  const giver =
    facts.givenBy === null
      ? []
      : await giverOf(trx, { given_by: facts.givenBy, agency_id: facts.owningAgencyId });
  const departments = await departmentRecipients(trx, facts.focalDepartmentIds);
  return [{ personId: openedBy.id }, ...giver, ...[...departments.values()].flat()];
}

/** Without those named. */
export function except(recipients: readonly Recipient[], without: readonly Recipient[]): Recipient[] {
  const names = new Set(without.map(recipientName));
  return recipients.filter((each) => !names.has(recipientName(each)));
}
