/** A new version of a draft comes in while leaders are asked about an older one: the round goes on with the new one, and who had agreed
 *  is asked to confirm. */
import type { Context } from '../chat/context.ts';
import { loadRounds } from './load.ts';
import { lockRound } from './locked.ts';
import { doerOf, recordRound, replanSeats } from './record.ts';
import type { RoundView, SeatView } from './round.ts';
import { updateRound, updateSeat } from './store.ts';
import { holdersOf, tellOfRound } from './tell.ts';

/** Called in the transaction of the new version, with the task's row locked. */
export async function newVersionInRounds(
  context: Pick<Context, 'trx' | 'now' | 'who' | 'account'>,
  taskId: number,
  versionId: number,
): Promise<void> {
  const { trx } = context;
  const rows = await trx
    .selectFrom('opinion_round')
    .select('id')
    .where('task_id', '=', taskId)
    .where('status', '=', 'open')
    .where('version_id', 'is not', null)
    .where('version_id', '!=', versionId)
    .orderBy('id')
    .execute();
  for (const { id } of rows) {
    const round = await lockRound(trx, id);
    if (round?.status === 'open') await moveToVersion(round, versionId, context);
  }
}

async function moveToVersion(
  round: RoundView,
  versionId: number,
  context: Pick<Context, 'trx' | 'now' | 'who' | 'account'>,
): Promise<void> {
  const { trx, now } = context;
  await updateRound(trx, round.id, { version_id: versionId });
  const given = await versionsGivenOn(round.seats, context);
  for (const seat of round.seats) {
    const current = given.get(seat.id) === versionId;
    const asked = hadAgreed(round, seat) && !current;
    if (seat.opinion) await updateSeat(trx, seat.id, { confirm_version_id: asked ? versionId : null });
  }
  const data = { from: round.version?.id ?? null, to: versionId };
  const eventId = await recordRound(doerOf(context), round, 'round.newVersion', data);
  await replanSeats(trx, now, round.id);
  const moved = (await loadRounds(trx, [round.id])).get(round.id);
  await tellOfRound(trx, now, { what: 'newVersion', eventId, round }, holdersOf(moved?.seats ?? []));
}

/** With options of the question's own every choice may rest on the draft. A refusal stands until it is changed. */
function hadAgreed({ options }: RoundView, { opinion }: SeatView): boolean {
  if (!opinion) return false;
  return options.find((option) => option.key === opinion.optionKey)?.agrees !== false;
}

async function versionsGivenOn(
  seats: readonly SeatView[],
  { trx }: Pick<Context, 'trx'>,
): Promise<Map<number, number | null>> {
  const ids = seats.flatMap((seat) => seat.opinion?.id ?? []);
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('opinion')
    .select(['seat_id', 'version_id'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.seat_id, row.version_id]));
}
