/** A record taken for change: its row locked, the right asked. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Place } from '../chat/place.ts';
import { touchLiveCards } from '../delivery/liveCards.ts';
import { recordEvent } from '../history/recordEvent.ts';
import type { Locale } from '../locale/locale.ts';
import type { Actor } from '../people/actor.ts';
import { type MeetingAction, mayOnMeeting } from '../people/permissions.ts';
import { loadMeeting } from './load.ts';
import { type Meeting, sidesOf } from './meeting.ts';
import { lockConversation } from './meetingsStore.ts';

/** The id a button carries; 0, which nothing has, for anything that is no id. */
export function readId(text: string): number {
  return /^[1-9]\d{0,14}$/u.test(text) ? Number(text) : 0;
}

/** Held until the end of the transaction.
 *  @throws UserError in the same words for a record that does not exist and one the actor may not see */
export async function lockMeeting(id: number, action: MeetingAction, context: Context): Promise<Meeting> {
  const { trx, who, place, t } = context;
  const { error } = t.meetings;
  await trx.selectFrom('meeting').select('id').where('id', '=', id).forUpdate().execute();
  const meeting = await loadMeeting(trx, id);
  if (!meeting || !may(who, 'see', meeting, place)) throw new UserError(error.notFound, error.seeList);
  requireRight(action, meeting, context);
  return meeting;
}

/** The same, when it may become the record that is kept in its conversation: that is locked first, as always. */
export async function lockWithConversation(
  id: number,
  action: MeetingAction,
  context: Context,
): Promise<Meeting> {
  const { trx } = context;
  const row = await trx
    .selectFrom('meeting')
    .select(['platform', 'chat_id as chatId', 'thread_id as threadId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row) await lockConversation(trx, row);
  return lockMeeting(id, action, context);
}

export function requireRight(action: MeetingAction, meeting: Meeting, { who, place, t }: Context): void {
  if (may(who, action, meeting, place)) return;
  const { error } = t.meetings;
  const what = action === 'close' ? error.mayNotClose : error.mayNotChange;
  throw new UserError(what, error.mayNotChangeMend(meeting.openedBy.name));
}

/** `place` null: somebody who looks from outside. */
export function may(who: Actor, action: MeetingAction, meeting: Meeting, place: Place | null): boolean {
  return mayOnMeeting(who, action, {
    agencyId: meeting.agency.id,
    openedBy: meeting.openedBy.id,
    participantIds: [...meeting.participants.flatMap(({ personId }) => personId ?? []), ...meeting.writerIds],
    toldAgencyIds: meeting.status === 'closed' ? sidesOf(meeting).map(({ id }) => id) : [],
    isHere: place !== null && isKeptAt(meeting, place),
  });
}

/** It waits for entries. @throws UserError that says what has become of it */
export function refuseClosed(meeting: Meeting, t: Locale): void {
  const { error, list } = t.meetings;
  if (meeting.status === 'open') return;
  const mend = meeting.status === 'closed' ? error.notOpenMend : error.cancelledMend;
  throw new UserError(error.notOpen(list.status[meeting.status]), mend);
}

/** What every change ends with: the history, and the cards. Gives the event's id. */
export async function finishChange(
  { trx, now, who, account }: Context,
  { id, agency }: Pick<Meeting, 'id' | 'agency'>,
  kind: `meeting.${string}`,
  data: object = {},
): Promise<number> {
  const eventId = await recordEvent(trx, {
    at: now,
    kind,
    personId: who.personId,
    platform: account.platform,
    agencyId: agency.id,
    subject: { kind: 'meeting', id },
    data,
  });
  await touchLiveCards(trx, now, [id], 'meeting');
  return eventId;
}

function isKeptAt(meeting: Meeting, { platform, chatId, threadId }: Place): boolean {
  return meeting.platform === platform && meeting.chatId === chatId && meeting.threadId === threadId;
}
