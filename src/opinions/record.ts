/** What every change of a round does beside the change: its line in the history, its cards drawn anew, its reminders planned. */
import type { PlatformName } from '../chat/place.ts';
import type { Trx } from '../database/transaction.ts';
import { touchLiveCards } from '../delivery/liveCards.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { calendarsOf } from '../reminders/calendars.ts';
import { policiesOf } from '../reminders/policies.ts';
import { defaultPolicy } from '../reminders/policy.ts';
import { loadRounds } from './load.ts';
import { type AgencyRules, nextSeatReminder } from './remind.ts';
import { hasAnswered, type RoundView } from './round.ts';
import { updateSeat } from './store.ts';

/** Who does it, and when; `personId` null: the bot. */
export type Doer = {
  trx: Trx;
  now: Temporal.Instant;
  personId: number | null;
  platform: PlatformName | null;
};

export type RoundEvent =
  | 'round.opened'
  | 'round.urged'
  | 'round.extended'
  | 'round.closed'
  | 'round.reopened'
  | 'round.cancelled'
  | 'round.newVersion'
  | 'opinion.given'
  | 'opinion.confirmed'
  | 'opinion.delegated'
  | 'opinion.takenBack';

export function doerOf(context: {
  trx: Trx;
  now: Temporal.Instant;
  who: { personId: number };
  account: { platform: PlatformName };
}): Doer {
  const { trx, now, who, account } = context;
  return { trx, now, personId: who.personId, platform: account.platform };
}

/** Gives the event's id. */
export async function recordRound(
  { trx, now, personId, platform }: Doer,
  round: Pick<RoundView, 'id' | 'agencyId' | 'task'>,
  kind: RoundEvent,
  data: object = {},
): Promise<number> {
  const eventId = await recordEvent(trx, {
    at: now,
    kind,
    personId,
    platform,
    agencyId: round.agencyId,
    taskId: round.task?.id ?? null,
    subject: { kind: 'round', id: round.id },
    data,
  });
  await touchLiveCards(trx, now, [round.id], 'round');
  if (round.task) await touchLiveCards(trx, now, [round.task.id]);
  return eventId;
}

/** The next reminder of each seat, from how the round stands now; none for who has answered or when it has ended. */
export async function replanSeats(trx: Trx, now: Temporal.Instant, roundId: number): Promise<void> {
  const round = (await loadRounds(trx, [roundId])).get(roundId);
  if (!round) return;
  const rulesOf = await loadRules(
    trx,
    round.seats.map((seat) => seat.agency.id),
  );
  for (const seat of round.seats) {
    const next =
      round.status === 'open' && !hasAnswered(seat)
        ? nextSeatReminder(round.due, seat.deputy?.since ?? round.openedAt, now, rulesOf(seat.agency.id))
        : null;
    await updateSeat(trx, seat.id, { remind_at: next?.at ?? null, remind_kind: next?.kind ?? null });
  }
}

export async function loadRules(
  trx: Trx,
  agencyIds: readonly number[],
): Promise<(agencyId: number) => AgencyRules> {
  const policies = await policiesOf(trx, agencyIds);
  const calendars = await calendarsOf(trx, agencyIds);
  return (agencyId) => {
    const calendar = calendars.get(agencyId);
    if (!calendar) throw new Error(`there is no agency ${agencyId}`);
    return { policy: policies.get(agencyId)?.policy ?? defaultPolicy, calendar };
  };
}
