/** A round ends: its outcome by its rule, the summary as a Word file, the message to all whom it concerns. */
import type { Trx } from '../database/transaction.ts';
import { keepFile } from '../files/keepFile.ts';
import type { Recipient } from '../people/reach.ts';
import { loadRounds } from './load.ts';
import { type Doer, recordRound, replanSeats } from './record.ts';
import { hasAnswered, holderOf, outcomeOf, type RoundView } from './round.ts';
import { settleOutcome } from './settle.ts';
import { updateRound } from './store.ts';
import { summaryFile } from './summary.ts';
import { tellOfRound, watchersOf } from './tell.ts';

/** `all`: everybody has answered. `due`: its date has come. `early`: somebody who may has ended it. */
export type EndReason = 'all' | 'due' | 'early';

/** Under the round's lock; the round is open. */
export async function endRound(doer: Doer, round: RoundView, reason: EndReason): Promise<void> {
  const { trx, now } = doer;
  const outcome = outcomeOf(round);
  await updateRound(trx, round.id, {
    status: 'closed',
    closed_at: now,
    closed_by: reason === 'early' ? doer.personId : null,
    outcome: JSON.stringify(outcome),
  });
  const ended = await reload(trx, round.id);
  const file = await keepFile(trx, now, await summaryFile(trx, ended), null);
  await updateRound(trx, round.id, { summary_file_id: file.fileId });
  await replanSeats(trx, now, round.id);
  const eventId = await recordRound(doer, round, 'round.closed', { reason, outcome });
  await settleOutcome(doer, ended);
  await tellOfRound(trx, now, { what: 'result', eventId, round }, [
    ...(await watchersOf(trx, ended)),
    ...answeredBy(ended),
  ]);
}

/** The leaders who answered, and those who answered for them. */
function answeredBy(round: RoundView): Recipient[] {
  return round.seats
    .filter(hasAnswered)
    .flatMap((seat) => [{ personId: seat.person.id }, { personId: holderOf(seat).id }]);
}

async function reload(trx: Trx, roundId: number): Promise<RoundView> {
  const round = (await loadRounds(trx, [roundId])).get(roundId);
  if (!round) throw new Error(`round ${roundId} is gone`);
  return round;
}
