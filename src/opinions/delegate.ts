/** A leader names a deputy for one round, for all to see, and may take it back. */
import { cardLimits } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { fieldValue, type Option } from '../chat/form.ts';
import { mayDelegate } from '../people/permissions.ts';
import { readId } from '../tasks/locked.ts';
import { refuseEnded, takeSeat } from './locked.ts';
import { doerOf, recordRound, replanSeats } from './record.ts';
import { hasAnswered, type RoundView, type SeatView } from './round.ts';
import { updateSeat } from './store.ts';
import { tellOfRound } from './tell.ts';

export const delegateAction: Action = {
  name: 'opinion.delegate',
  async press(id, context) {
    const { t } = context;
    const { round, seat } = await takeOwn(id, context);
    refuseGiven(seat, context);
    const options = await deputies(seat, context);
    const words = t.opinions.delegate;
    if (options.length === 0) throw new UserError(words.nobody, t.common.askWhoMay);
    return {
      kind: 'form',
      form: {
        action: 'opinion.delegate',
        id: `${seat.id}`,
        title: words.title(t.opinions.code(round.id)),
        intro: words.intro,
        fields: [
          {
            name: 'deputy',
            label: words.deputy,
            required: true,
            input: { kind: 'choice', options, ...(seat.deputy ? { initial: `${seat.deputy.id}` } : {}) },
          },
        ],
        submit: words.submit,
      },
    };
  },
  async submit(id, values, context) {
    const { trx, now, t } = context;
    const { round, seat } = await takeOwn(id, context);
    refuseGiven(seat, context);
    const words = t.opinions.delegate;
    const deputyId = readId(fieldValue(values, 'deputy'));
    const chosen = (await deputies(seat, context)).find((each) => each.value === `${deputyId}`);
    if (!chosen) throw new UserError(words.unknown, words.unknownMend, 'deputy');
    if (seat.deputy?.id === deputyId) return { kind: 'toast', text: words.already(chosen.label) };
    await updateSeat(trx, seat.id, { deputy_id: deputyId, delegated_at: now });
    const data = { seatId: seat.id, deputyId };
    const eventId = await recordRound(doerOf(context), round, 'opinion.delegated', data);
    await replanSeats(trx, now, round.id);
    await tellOfRound(trx, now, { what: 'card', eventId, round }, [{ personId: deputyId }]);
    return { kind: 'toast', text: words.done(t.opinions.code(round.id), chosen.label) };
  },
};

export const takeBackAction: Action = {
  name: 'opinion.takeBack',
  async press(id, context) {
    const { trx, now, t } = context;
    const { round, seat } = await takeOwn(id, context);
    const words = t.opinions.delegate;
    if (!seat.deputy) return { kind: 'toast', text: words.notDelegated };
    await updateSeat(trx, seat.id, { deputy_id: null, delegated_at: null });
    const data = { seatId: seat.id, deputyId: seat.deputy.id };
    await recordRound(doerOf(context), round, 'opinion.takenBack', data);
    await replanSeats(trx, now, round.id);
    return { kind: 'toast', text: words.takenBack(t.opinions.code(round.id), seat.deputy.name) };
  },
};

async function takeOwn(id: string, context: Context): Promise<{ round: RoundView; seat: SeatView }> {
  const { who, t } = context;
  const { round, seat } = await takeSeat(id, context);
  if (!mayDelegate(who, { personId: seat.person.id })) {
    throw new UserError(t.opinions.refusals.notYourSeat(seat.person.name), t.opinions.refusals.whoMay);
  }
  refuseEnded(round, t);
  return { round, seat };
}

function refuseGiven(seat: SeatView, { t }: Context): void {
  if (!hasAnswered(seat)) return;
  throw new UserError(t.opinions.delegate.given(seat.opinion?.by.name ?? ''), t.opinions.refusals.lookAgain);
}

/** People of the own agency; leaders, officials and heads first, as many as a list of choices takes. */
async function deputies(seat: SeatView, { trx }: Context): Promise<Option[]> {
  const rows = await trx
    .selectFrom('person as p')
    .leftJoin('person_role as r', 'r.person_id', 'p.id')
    .select(['p.id', 'p.name'])
    .select(({ fn, eb, or }) => [
      fn
        .coalesce(
          fn.agg<boolean>('bool_or', [
            or([eb('r.role', 'in', ['leader', 'official']), eb('r.head', '=', true)]),
          ]),
          eb.val(false),
        )
        .as('first'),
    ])
    .where('p.agency_id', '=', seat.agency.id)
    .where('p.left_at', 'is', null)
    .where('p.id', '!=', seat.person.id)
    .groupBy(['p.id', 'p.name'])
    .orderBy('first', 'desc')
    .orderBy('p.id')
    .limit(choicesMax)
    .execute();
  return rows.map((row) => ({ value: `${row.id}`, label: row.name.slice(0, cardLimits.buttonLabel) }));
}

/** Slack shows at most 100 options in a list. */
const choicesMax = 100;
