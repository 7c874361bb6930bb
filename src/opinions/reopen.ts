/** The last to answer pressed the wrong button, and with it the round ended: for ten minutes they may open it again. */
import { z } from 'zod';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { takeRound } from './locked.ts';
import { doerOf, recordRound, replanSeats } from './record.ts';
import { lastAnswered, type RoundView, reopenMinutes } from './round.ts';
import { updateRound } from './store.ts';

export const reopenAction: Action = {
  name: 'opinion.reopen',
  async press(id, context) {
    const { trx, now, t } = context;
    const round = await takeRound(id, 'see', context);
    const words = t.opinions.reopen;
    if (round.status === 'open') return { kind: 'toast', text: words.isOpen };
    await refuse(round, context);
    const nothing = { closed_at: null, closed_by: null, outcome: null, summary_file_id: null };
    await updateRound(trx, round.id, { status: 'open', ...nothing });
    await recordRound(doerOf(context), round, 'round.reopened');
    await replanSeats(trx, now, round.id);
    return { kind: 'toast', text: words.done(t.opinions.code(round.id)) };
  },
};

/** @throws UserError that says why it stays as it is */
async function refuse(round: RoundView, context: Context): Promise<void> {
  const { now, who, t } = context;
  const words = t.opinions.reopen;
  const { endedMend } = t.opinions.refusals;
  if (round.status !== 'closed' || lastAnswered(round)?.by.id !== who.personId) {
    throw new UserError(words.notYours, endedMend);
  }
  const closedAt = round.closedAt ?? round.openedAt;
  const tooLate = Temporal.Instant.compare(now, closedAt.add({ minutes: reopenMinutes })) > 0;
  const dateOver = Temporal.Instant.compare(now, round.due.at) >= 0;
  if (tooLate || dateOver || !(await endedByAnswers(round, context))) {
    throw new UserError(words.tooLate(reopenMinutes), endedMend);
  }
  const settled = round.purpose === 'signingLevel' && round.outcome?.result === 'concluded';
  if (settled || (await becameTasks(round, context))) throw new UserError(words.actedOn, endedMend);
}

const closedData = z.object({ reason: z.string() });

async function endedByAnswers(round: RoundView, { trx }: Context): Promise<boolean> {
  const event = await trx
    .selectFrom('event')
    .select('data')
    .where('subject_kind', '=', 'round')
    .where('subject_id', '=', round.id)
    .where('kind', '=', 'round.closed')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return closedData.safeParse(event?.data).data?.reason === 'all';
}

async function becameTasks(round: RoundView, { trx }: Context): Promise<boolean> {
  const task = await trx
    .selectFrom('task')
    .select('id')
    .where('origin_kind', '=', 'round')
    .where('origin_id', '=', round.id)
    .limit(1)
    .executeTakeFirst();
  return task !== undefined;
}
