/** An opinion in words: /ykien, or a reply to one's own card. When the words do not say which option they mean, the bot asks. */
import type { Context } from '../chat/context.ts';
import { replyPrivately } from '../chat/errorCard.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command, SaidUnder } from '../chat/feature.ts';
import type { MessageRef } from '../chat/place.ts';
import type { Reply } from '../chat/reply.ts';
import { subjectOfMessage } from '../delivery/liveCards.ts';
import { keepSentFile } from '../files/keepFile.ts';
import { comment } from '../tasks/comment.ts';
import { readId } from '../tasks/locked.ts';
import { checkLength } from '../tasks/words.ts';
import { rowsOf } from './buttons.ts';
import { roundInFacts, showRound } from './draw.ts';
import { give, takeOwnSeat } from './give.ts';
import { optionLabel } from './labels.ts';
import { listOwn, waitingFor } from './list.ts';
import { takeRound } from './locked.ts';
import { readOpinion } from './readOpinion.ts';
import { roundsInReminder } from './reminderCard.ts';
import { hasAnswered, type RoundView, readRoundCode, type SeatView, seatsOf } from './round.ts';
import { insertWords } from './store.ts';

export const opinionCommand: Command = {
  name: 'ykien',
  words: { vi: ['ykien'], en: ['opinion'] },
  guests: false,
  help: (t) => t.opinions.help.give,
  async handle(line, context) {
    const { t } = context;
    const { roundId: typed, rest } = splitRoundCode(line.text);
    const shown = typed === null && line.replyTo ? await roundUnder(line.replyTo, context) : null;
    const roundId = typed ?? shown;
    if (roundId !== null) {
      const round = await takeRound(`${roundId}`, 'see', context);
      return rest === '' ? showRound(round, context) : sayOn(round, rest, null, context);
    }
    if (rest === '') return listOwn(context);
    const waiting = await waitingFor(context);
    const [only] = waiting;
    if (only === undefined) {
      throw new UserError(t.opinions.refusals.noneWaiting, t.opinions.refusals.noneWaitingMend);
    }
    if (waiting.length > 1) {
      const codes = waiting.map(t.opinions.code).join(', ');
      throw new UserError(
        t.opinions.refusals.whichRound(codes),
        t.opinions.refusals.whichMend(t.opinions.code(only)),
      );
    }
    return sayOn(await takeRound(`${only}`, 'see', context), rest, null, context);
  },
};

/** `Feature.onReply`. Under one's own card in private it is the opinion; said by others, or where others read it, it is talk about
 *  the task. Null when the message is not about a round, or has nothing to say on its task. */
export async function opinionByReply(
  { to, text, files }: SaidUnder,
  context: Context,
): Promise<Reply | null> {
  const { trx, now, who, t, place } = context;
  const roundId = await roundUnder(to, context);
  if (roundId === null) return null;
  const round = await takeRound(`${roundId}`, 'see', context);
  const asked = round.seats.some(
    (seat) => seat.person.id === who.personId || seat.deputy?.id === who.personId,
  );
  if (!place.private || !asked) {
    if (!round.task) return place.private ? refuseNotAsked(context) : null;
    return text === '' ? null : comment(`${round.task.id}`, checkLength(text, t, null), context);
  }
  const [file, another] = files;
  if (another) throw new UserError(t.opinions.refusals.oneFile, t.opinions.refusals.oneFileMend);
  const seat = seatMeant(round, context);
  await takeOwnSeat(`${seat.id}`, context);
  const kept = file ? await keepSentFile(trx, now, file, { personId: who.personId, t }) : null;
  return sayOn(round, text, kept?.fileId ?? null, context);
}

/** `<words>.<option>`: the answer to the bot's question which option was meant. */
export const sayAction: Action = {
  name: 'opinion.say',
  async press(id, context) {
    const [wordsId = '', optionKey = ''] = id.split('.');
    const { trx, who, t } = context;
    const kept = await trx
      .selectFrom('opinion_words')
      .selectAll()
      .where('id', '=', readId(wordsId))
      .where('person_id', '=', who.personId)
      .executeTakeFirst();
    if (!kept) throw new UserError(t.chat.oldButton, t.opinions.refusals.lookAgain);
    const open = await takeOwnSeat(`${kept.seat_id}`, context);
    const words = kept.words === '' ? null : kept.words;
    return give(open, { optionKey, words, fileId: kept.file_id }, context);
  },
};

async function sayOn(
  round: RoundView,
  text: string,
  fileId: number | null,
  context: Context,
): Promise<Reply> {
  const { trx, now, who, t, place } = context;
  const open = await takeOwnSeat(`${seatMeant(round, context).id}`, context);
  const said = checkLength(text.trim(), t, null);
  const read = readOpinion(said, round.options);
  if (read) return give(open, { ...read, fileId }, context);
  const { seat } = open;
  const wordsId = await insertWords(trx, now, {
    seatId: seat.id,
    personId: who.personId,
    words: said,
    fileId,
  });
  const words = t.opinions.ask;
  const options = round.options.map(({ key }) => ({
    label: optionLabel(round, key, t).slice(0, labelMax),
    action: 'opinion.say',
    id: `${wordsId}.${key}`,
  }));
  return replyPrivately(
    {
      title: words.title(t.opinions.code(round.id)),
      tone: 'warning',
      blocks: [
        ...(said === '' ? [] : [{ kind: 'quote' as const, text: said, by: who.name }]),
        { kind: 'text', text: words.which },
      ],
      buttons: rowsOf(options),
    },
    place,
  );
}

const labelMax = 60;

/** Whoever answers for several in one round says by the buttons for whom; for the one that is still open words will do. */
function seatMeant(round: RoundView, { who, t }: Context): SeatView {
  const own = seatsOf(round, who.personId);
  const open = own.filter((seat) => !hasAnswered(seat));
  const [seat] = own.length === 1 ? own : open;
  const words = t.opinions.refusals;
  const [delegated] = round.seats.filter((each) => each.person.id === who.personId && each.deputy);
  if (own.length === 0 && delegated?.deputy) {
    throw new UserError(words.delegated(delegated.deputy.name), words.delegatedMend);
  }
  if (own.length === 0) throw new UserError(words.notAsked, words.whoMay);
  if (!seat || open.length > 1) throw new UserError(words.severalSeats, words.lookAgain);
  return seat;
}

function refuseNotAsked({ t }: Context): never {
  throw new UserError(t.opinions.refusals.notAsked, t.opinions.refusals.whoMay);
}

/** "YK-3 đồng ý" → 3 and the rest. */
function splitRoundCode(line: string): { roundId: number | null; rest: string } {
  const text = line.trim();
  const [code = ''] = /^x?yk[\s-]*\d{1,15}(?=$|[\s:,;.])/iu.exec(text) ?? [];
  const roundId = readRoundCode(code);
  if (roundId === null) return { roundId: null, rest: text };
  return { roundId, rest: text.slice(code.length).replace(/^[\s:,;.]+/u, '') };
}

/** The round that a message of the bot shows or speaks of. */
async function roundUnder(to: MessageRef, { trx, place }: Context): Promise<number | null> {
  const told = await trx
    .selectFrom('notification')
    .select(['kind', 'facts'])
    .where('platform', '=', place.platform)
    .where('chat_id', '=', to.chatId)
    .where('message_id', '=', to.messageId)
    .executeTakeFirst();
  if (told?.kind.startsWith('opinions.')) {
    const reminded = roundsInReminder(told.facts);
    return roundInFacts(told.facts) ?? (reminded.length === 1 ? (reminded[0] ?? null) : null);
  }
  const subject = await subjectOfMessage(trx, place.platform, to);
  return subject?.kind === 'round' ? subject.id : null;
}
