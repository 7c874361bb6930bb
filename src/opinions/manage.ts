/** Those who wait for the opinions urge, give more time, end the round early or call it off. */
import { isOfficeMoment, nextOfficeMoment } from '../calendar/officeHours.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { dueText } from '../tasks/card.ts';
import { readNewDate } from '../tasks/newDate.ts';
import { readNote, textForm } from '../tasks/words.ts';
import { endRound } from './end.ts';
import { refuseEnded, takeRound } from './locked.ts';
import { doerOf, loadRules, recordRound, replanSeats } from './record.ts';
import { hasAnswered, type RoundView } from './round.ts';
import { updateRound, updateSeat } from './store.ts';
import { except, holdersOf, tellOfRound, watchersOf } from './tell.ts';

/** Everybody who has not answered hears it, each once a day, when their office is open. */
export const urgeAction: Action = {
  name: 'opinion.urge',
  async press(id, context) {
    const { trx, now, t } = context;
    const round = await takeOpen(id, 'urge', context);
    const words = t.opinions.manage;
    const late = round.seats.filter((seat) => !hasAnswered(seat));
    if (late.length === 0) return { kind: 'toast', text: words.nobodyLate };
    const rulesOf = await loadRules(
      trx,
      late.map((seat) => seat.agency.id),
    );
    const urged = new Map<number, Temporal.PlainDate | null>(
      (
        await trx
          .selectFrom('opinion_seat')
          .select(['id', 'urged_on'])
          .where('round_id', '=', round.id)
          .execute()
      ).map((row) => [row.id, row.urged_on]),
    );
    const due = late.flatMap((seat) => {
      const { policy, calendar } = rulesOf(seat.agency.id);
      const at = isOfficeMoment(calendar, policy.hours, now)
        ? now
        : nextOfficeMoment(calendar, policy.hours, now);
      const day = at.toZonedDateTimeISO(calendar.timeZone).toPlainDate();
      const already = urged.get(seat.id)?.equals(day) === true;
      const inTime = Temporal.Instant.compare(at, round.due.at) < 0;
      return already || !inTime ? [] : [{ seat, at, day }];
    });
    if (due.length === 0) return { kind: 'toast', text: words.urgedToday };
    const data = { seatIds: due.map(({ seat }) => seat.id) };
    const eventId = await recordRound(doerOf(context), round, 'round.urged', data);
    for (const { seat, at, day } of due) {
      await updateSeat(trx, seat.id, { urged_on: day });
      await tellOfRound(trx, now, { what: 'urged', eventId, round, at }, holdersOf([seat]));
    }
    return { kind: 'toast', text: words.urged(due.map(({ seat }) => seat.person.name).join(', ')) };
  },
};

export const extendAction: Action = {
  name: 'opinion.extend',
  async press(id, context) {
    const { t } = context;
    const round = await takeOpen(id, 'manage', context);
    const { intro, to, toHint } = t.tasks.uses.extend;
    return {
      kind: 'form',
      form: {
        action: 'opinion.extend',
        id: `${round.id}`,
        title: t.opinions.manage.extendTitle(t.opinions.code(round.id)),
        intro: intro(dueText(round.due, t)),
        fields: [{ name: 'to', label: to, hint: toHint, required: true, input: { kind: 'date' } }],
        submit: t.tasks.uses.send,
      },
    };
  },
  async submit(id, values, context) {
    const { trx, now, t } = context;
    const round = await takeOpen(id, 'manage', context);
    const calendar = await calendarOf(trx, round.agencyId);
    const to = readNewDate(fieldValue(values, 'to'), round.due, { now, calendar, t });
    await updateRound(trx, round.id, {
      due_on: to.dueOn,
      due_time: to.time,
      due_at: to.at,
      due_words: to.words,
    });
    const data = { from: round.due.dueOn.toString(), to: to.dueOn.toString() };
    const eventId = await recordRound(doerOf(context), round, 'round.extended', data);
    await replanSeats(trx, now, round.id);
    const late = round.seats.filter((seat) => !hasAnswered(seat));
    await tellOfRound(trx, now, { what: 'extended', eventId, round }, holdersOf(late));
    return { kind: 'toast', text: t.opinions.manage.extended(t.opinions.code(round.id), dueText(to, t)) };
  },
};

export const closeAction: Action = {
  name: 'opinion.close',
  async press(id, context) {
    const { t } = context;
    const round = await takeOpen(id, 'manage', context);
    await endRound(doerOf(context), round, 'early');
    return { kind: 'toast', text: t.opinions.manage.closed(t.opinions.code(round.id)) };
  },
};

export const cancelAction: Action = {
  name: 'opinion.cancel',
  async press(id, context) {
    const { t } = context;
    const round = await takeOpen(id, 'manage', context);
    const title = t.opinions.manage.cancelTitle(t.opinions.code(round.id));
    const form = { action: 'opinion.cancel', id: round.id, title, intro: t.opinions.manage.cancelIntro };
    return { kind: 'form', form: textForm(t, { ...form, label: t.tasks.uses.reason, required: false }) };
  },
  async submit(id, values, context) {
    const { trx, now, who, t } = context;
    const reason = readNote(values, t);
    const round = await takeOpen(id, 'manage', context);
    await updateRound(trx, round.id, { status: 'cancelled', closed_at: now, closed_by: who.personId });
    const eventId = await recordRound(doerOf(context), round, 'round.cancelled', { reason });
    await replanSeats(trx, now, round.id);
    const all = [...holdersOf(round.seats), ...(await watchersOf(trx, round))];
    const others = except(all, [{ personId: who.personId }]);
    await tellOfRound(trx, now, { what: 'cancelled', eventId, round }, others);
    return { kind: 'toast', text: t.opinions.manage.cancelled(t.opinions.code(round.id)) };
  },
};

/** @throws UserError when it has ended */
async function takeOpen(id: string, action: 'urge' | 'manage', context: Context): Promise<RoundView> {
  const round = await takeRound(id, action, context);
  refuseEnded(round, context.t);
  if (Temporal.Instant.compare(context.now, round.due.at) >= 0 && action === 'urge') {
    const { ended, endedMend } = context.t.opinions.refusals;
    const at = context.t.dates.shortMoment(round.due.at);
    throw new UserError(ended.closed(context.t.opinions.code(round.id), at), endedMend);
  }
  return round;
}
