/** The preview is confirmed: the round opens, its leaders get their private cards, those who wait for the opinions see how it stands. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { roomAt } from '../people/rooms.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { keepingAgency } from './ask.ts';
import { askDueAt } from './askCard.ts';
import { type AskContent, aboutOf, endPreview, takePreview } from './askPreview.ts';
import { findTarget, type Target } from './askTarget.ts';
import { loadRound, replaceByRound } from './draw.ts';
import { doerOf, recordRound, replanSeats } from './record.ts';
import { ownOptions, usualOptions } from './round.ts';
import { insertRound, insertSeats } from './store.ts';
import { except, holdersOf, tellOfRound, watchersOf } from './tell.ts';

export const sendAction: Action = {
  name: 'opinion.send',
  async press(id, context) {
    const { trx, now, who, place } = context;
    const { id: previewId, ask } = await takePreview(id, context);
    // Looked at again: who may, who leads and which draft is the latest may have changed since.
    const target = await findTarget(aboutOf(ask), context);
    const roundId = await open(ask, target, context);
    await endPreview(trx, previewId, { status: 'sent', roundId });
    const round = await loadRound(trx, roundId);
    if (!round) throw new Error(`round ${roundId} is gone`);
    const eventId = await recordRound(doerOf(context), round, 'round.opened');
    await replanSeats(trx, now, roundId);
    const asked = holdersOf(round.seats);
    const room = place.private ? null : await roomAt(trx, place);
    // The sent card itself is the status card here, and the private card of an opener who is asked, too.
    const here = room ? [{ roomId: room.id }] : [{ personId: who.personId }];
    await tellOfRound(trx, now, { what: 'card', eventId, round }, except(asked, here));
    const watchers = except(await watchersOf(trx, round), [...asked, ...here]);
    await tellOfRound(trx, now, { what: 'status', eventId, round }, watchers);
    const reply = await replaceByRound(round, context);
    const asksSelf = place.private && round.seats.some((seat) => seat.person.id === who.personId);
    const file = asksSelf ? round.version?.file : null;
    return file && reply.kind === 'card' ? { ...reply, card: { ...reply.card, files: [file] } } : reply;
  },
};

async function open(ask: AskContent, target: Target, context: Context): Promise<number> {
  const { trx, now, who, t } = context;
  const words = t.opinions.refusals;
  const agencyId = keepingAgency(target, context);
  const { due } = ask;
  const at = askDueAt(ask, await calendarOf(trx, agencyId));
  if (!due?.dueOn || at === null || Temporal.Instant.compare(at, now) <= 0) {
    throw new UserError(t.opinions.preview.needsDate, words.editPreview);
  }
  if (ask.question === '') throw new UserError(t.opinions.preview.needsQuestion, words.editPreview);
  const leaders = target.candidates.filter((each) => ask.leaderIds.includes(each.personId));
  const people = [...new Map(leaders.map((each) => [each.personId, each])).values()];
  if (people.length === 0) throw new UserError(t.opinions.preview.needsLeaders, words.editPreview);
  if (ask.versionId !== null && ask.versionId !== target.version?.id) {
    throw new UserError(words.newerDraft, words.editPreview);
  }
  if (ask.rule === 'lead' && !people.some((each) => each.agencyId === ask.leadAgencyId)) {
    throw new UserError(words.leadWithoutLeaders, words.editPreview);
  }
  const roundId = await insertRound(trx, now, {
    taskId: target.about.taskId,
    programmeId: target.programme?.id ?? null,
    versionId: ask.versionId,
    purpose: target.programme ? ask.purpose : 'opinion',
    question: ask.question,
    options: ask.options ? ownOptions(ask.options) : usualOptions,
    rule: ask.rule,
    leadAgencyId: ask.leadAgencyId,
    hidden: ask.hidden,
    agencyId,
    openedBy: who.personId,
    due: { dueOn: due.dueOn, time: due.time, at },
    dueWords: due.words === '' ? null : due.words,
  });
  await insertSeats(trx, roundId, people);
  return roundId;
}
