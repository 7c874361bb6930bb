/** A leader, or a deputy for one, gives an opinion: one press, or a form with words. It may be changed until the round has ended; the
 *  last one counts, and the history keeps them all. */
import type { Context } from '../chat/context.ts';
import { replyPrivately } from '../chat/errorCard.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type FormField, fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { mayAnswerFor } from '../people/permissions.ts';
import { readNote, textField } from '../tasks/words.ts';
import { loadRound, openRoundButton } from './draw.ts';
import { endRound } from './end.ts';
import { optionLabel } from './labels.ts';
import { refuseEnded, takeSeat } from './locked.ts';
import { doerOf, recordRound, replanSeats } from './record.ts';
import { hasAnswered, type RoundView, type SeatView } from './round.ts';
import { insertOpinion, updateSeat } from './store.ts';

/** `<seat>.<option>`. "Đồng ý, có ý kiến" asks for the remarks first. */
export const giveAction: Action = {
  name: 'opinion.give',
  async press(id, context) {
    const [seatId = '', optionKey = ''] = id.split('.');
    const { round, seat } = await takeOwnSeat(seatId, context);
    if (optionKey === 'remarks') return remarksForm(round, seat, context);
    return give({ round, seat }, { optionKey, words: null }, context);
  },
  async submit(id, values, context) {
    const [seatId = '', optionKey = ''] = id.split('.');
    const open = await takeOwnSeat(seatId, context);
    const words = readNote(values, context.t);
    if (words === null) {
      const { wordsMissing, wordsMend } = context.t.opinions.refusals;
      throw new UserError(wordsMissing, wordsMend, 'words');
    }
    return give(open, { optionKey, words }, context);
  },
};

/** The whole form: the option and the words. */
export const wordsAction: Action = {
  name: 'opinion.words',
  async press(id, context) {
    const { t } = context;
    const { round, seat } = await takeOwnSeat(id, context);
    const words = t.opinions.form;
    const options = round.options.map(({ key }) => ({ value: key, label: optionLabel(round, key, t) }));
    const initial = seat.opinion?.optionKey;
    const option: FormField = {
      name: 'option',
      label: words.option,
      required: true,
      input: { kind: 'choice', options, ...(initial ? { initial } : {}) },
    };
    return {
      kind: 'form',
      form: {
        action: 'opinion.words',
        id: `${seat.id}`,
        title: words.title(t.opinions.code(round.id)),
        intro: round.question.slice(0, introMax),
        fields: [option, wordsField(seat, false, context)],
        submit: t.tasks.uses.send,
      },
    };
  },
  async submit(id, values, context) {
    const open = await takeOwnSeat(id, context);
    const optionKey = fieldValue(values, 'option');
    return give(open, { optionKey, words: readNote(values, context.t) }, context);
  },
};

const introMax = 300;

/** `<seat>.<version>`: the opinion on the earlier draft holds for the new one. */
export const confirmAction: Action = {
  name: 'opinion.confirm',
  async press(id, context) {
    const [seatId = '', versionId = ''] = id.split('.');
    const { t } = context;
    const { round, seat } = await takeOwnSeat(seatId, context);
    if (hasAnswered(seat) && seat.opinion) return { kind: 'toast', text: saidAlready(round, seat, context) };
    // A draft newer than the one this button speaks of wants a look first.
    if (!seat.opinion || `${seat.confirmVersionId}` !== versionId) {
      throw new UserError(t.chat.cardHasChanged, t.opinions.refusals.lookAgain);
    }
    const { optionKey, words } = seat.opinion;
    return give({ round, seat }, { optionKey, words, confirms: true }, context);
  },
};

export type Saying = { optionKey: string; words: string | null; fileId?: number | null; confirms?: boolean };

/** Under the round's lock. @throws UserError */
export async function give(
  { round, seat }: { round: RoundView; seat: SeatView },
  { optionKey, words, fileId = null, confirms = false }: Saying,
  context: Context,
): Promise<Reply> {
  const { trx, now, who, account, t } = context;
  const option = round.options.find((each) => each.key === optionKey);
  if (!option) throw new UserError(t.opinions.refusals.noSuchOption, t.opinions.refusals.lookAgain, 'option');
  const again = hasAnswered(seat) && seat.opinion?.optionKey === optionKey && fileId === null;
  const doer = doerOf(context);
  if (again && (words === null || words === seat.opinion?.words)) {
    // In a round that was opened again: the answer stands after all.
    if (round.seats.every(hasAnswered)) await endRound(doer, round, 'all');
    return said(saidAlready(round, seat, context), round, context);
  }
  await insertOpinion(trx, now, {
    seatId: seat.id,
    personId: who.personId,
    optionKey,
    words,
    versionId: round.version?.id ?? null,
    fileId,
    platform: account.platform,
  });
  await updateSeat(trx, seat.id, { confirm_version_id: null, remind_at: null, remind_kind: null });
  const data = { seatId: seat.id, optionKey };
  await recordRound(doer, round, confirms ? 'opinion.confirmed' : 'opinion.given', data);
  await replanSeats(trx, now, round.id);
  const after = await loadRound(trx, round.id);
  const last = after?.seats.every(hasAnswered) === true;
  if (after && last) await endRound(doer, after, 'all');
  const label = optionLabel(round, optionKey, t);
  const code = t.opinions.code(round.id);
  if (last) return said(t.opinions.given.last(code, label), round, context, { ended: true });
  return said(t.opinions.given.done(code, label), round, context);
}

/** The seat, when the asker answers for it and the round goes on. @throws UserError that says why not */
export async function takeOwnSeat(
  seatId: string,
  context: Context,
): Promise<{ round: RoundView; seat: SeatView }> {
  const { who, t } = context;
  const { round, seat } = await takeSeat(seatId, context);
  const words = t.opinions.refusals;
  if (!mayAnswerFor(who, { personId: seat.person.id, deputyId: seat.deputy?.id ?? null })) {
    if (seat.deputy && seat.person.id === who.personId) {
      throw new UserError(words.delegated(seat.deputy.name), words.delegatedMend);
    }
    throw new UserError(words.notYourSeat(seat.person.name), words.whoMay);
  }
  refuseEnded(round, t);
  refuseLate(round, context);
  return { round, seat };
}

/** Between its date and the minute that ends it, a round takes nothing any more. */
function refuseLate(round: RoundView, { now, t }: Context): void {
  if (Temporal.Instant.compare(now, round.due.at) < 0) return;
  const { ended, endedMend } = t.opinions.refusals;
  throw new UserError(ended.closed(t.opinions.code(round.id), t.dates.shortMoment(round.due.at)), endedMend);
}

function remarksForm(round: RoundView, seat: SeatView, context: Context): Reply {
  const { t } = context;
  const words = t.opinions.form;
  return {
    kind: 'form',
    form: {
      action: 'opinion.give',
      id: `${seat.id}.remarks`,
      title: words.title(t.opinions.code(round.id)),
      intro: optionLabel(round, 'remarks', t),
      fields: [wordsField(seat, true, context)],
      submit: t.tasks.uses.send,
    },
  };
}

function wordsField(seat: SeatView, required: boolean, { t }: Context): FormField {
  const field = textField('words', t.opinions.form.words, required);
  const initial = seat.opinion?.words;
  if (!initial || field.input.kind !== 'text') return field;
  return { ...field, input: { ...field.input, initial } };
}

function saidAlready(round: RoundView, { opinion }: SeatView, { t }: Context): string {
  const label = optionLabel(round, opinion?.optionKey ?? '', t);
  return t.opinions.given.already(label, opinion ? t.dates.shortMoment(opinion.at) : '');
}

/** On a press a passing word: the card changes by itself. `ended`: it cannot be changed any more. */
function said(
  text: string,
  round: RoundView,
  context: Context,
  { ended = false }: { ended?: boolean } = {},
): Reply {
  const { t, place, message } = context;
  if (message !== null) return { kind: 'toast', text };
  const card = {
    title: text,
    tone: 'good' as const,
    blocks: ended ? [] : [{ kind: 'text' as const, text: t.opinions.given.change, style: 'small' as const }],
    buttons: [[openRoundButton(round.id, t)]],
  };
  return replyPrivately(card, place);
}
