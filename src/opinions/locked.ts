/** A round taken for change: its task's row and its own locked, in this order, so that an opinion and the end of the round come
 *  one after the other and each sees what the other did. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Trx } from '../database/transaction.ts';
import type { Locale } from '../locale/locale.ts';
import { mayOnRound, type RoundAction } from '../people/permissions.ts';
import { readId } from '../tasks/locked.ts';
import { loadRounds } from './load.ts';
import type { RoundView, SeatView } from './round.ts';

/** Null: there is no such round. */
export async function lockRound(trx: Trx, roundId: number): Promise<RoundView | null> {
  const found = await trx
    .selectFrom('opinion_round')
    .select('task_id')
    .where('id', '=', roundId)
    .executeTakeFirst();
  if (!found) return null;
  if (found.task_id !== null) {
    await trx.selectFrom('task').select('id').where('id', '=', found.task_id).forUpdate().execute();
  }
  await trx.selectFrom('opinion_round').select('id').where('id', '=', roundId).forUpdate().execute();
  return (await loadRounds(trx, [roundId])).get(roundId) ?? null;
}

/** The round that a button or command names, when the actor may do this with it.
 *  @throws UserError in the same words for one that does not exist and one the actor may not see */
export async function takeRound(id: string, action: RoundAction, context: Context): Promise<RoundView> {
  const { trx, who, t } = context;
  const round = await lockRound(trx, readId(id));
  if (!round || !mayOnRound(who, 'see', round.facts)) throw notFound(t);
  if (!mayOnRound(who, action, round.facts))
    throw new UserError(t.common.notAllowed, t.opinions.refusals.whoMay);
  return round;
}

/** Likewise the seat that a button names, with its round. The right to the seat itself is the caller's question. */
export async function takeSeat(id: string, context: Context): Promise<{ round: RoundView; seat: SeatView }> {
  const { trx, t } = context;
  const row = await trx
    .selectFrom('opinion_seat')
    .select('round_id')
    .where('id', '=', readId(id))
    .executeTakeFirst();
  if (!row) throw notFound(t);
  const round = await takeRound(`${row.round_id}`, 'see', context);
  const seat = round.seats.find((each) => each.id === readId(id));
  if (!seat) throw notFound(t);
  return { round, seat };
}

/** @throws UserError that says how and when it ended */
export function refuseEnded(round: RoundView, t: Locale): void {
  if (round.status === 'open') return;
  const at = round.closedAt ? t.dates.shortMoment(round.closedAt) : '';
  const words = t.opinions.refusals;
  throw new UserError(words.ended[round.status](t.opinions.code(round.id), at), words.endedMend);
}

function notFound(t: Locale): UserError {
  return new UserError(t.opinions.refusals.notFound, t.opinions.refusals.notFoundMend);
}
