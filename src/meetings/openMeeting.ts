/** A record is opened: from a form, or from words with a look before. One at a time in a conversation. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import type { FormValues } from '../chat/form.ts';
import { type Reply, showCard } from '../chat/reply.ts';
import { buildUnitIndex } from '../language/matching/matchUnits.ts';
import { mayOpenMeeting } from '../people/permissions.ts';
import { roomAt } from '../people/rooms.ts';
import { loadUnits } from '../people/units.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { drawMeeting, meetingReply } from './drawCard.ts';
import { loadMeeting, openMeetingAt } from './load.ts';
import { finishChange, lockWithConversation, readId } from './locked.ts';
import type { Participant, Side } from './meeting.ts';
import { checkedTitle, factFields, programmesOf, readFacts } from './meetingForm.ts';
import {
  type Conversation,
  insertMeeting,
  lockConversation,
  replaceAttendants,
  updateStatus,
} from './meetingsStore.ts';
import { loadAttendance, peopleFields, readPeople } from './people.ts';
import { type MeetingContext, readMeeting } from './readMeeting.ts';

export const openActions: readonly Action[] = [
  { name: 'meeting.new', submit: openFromForm },
  { name: 'meeting.open', press: openDraft },
];

/** For whom a record here is opened: the agency of the room, else that of the one who asks.
 *  @throws UserError when the room is another agency's, or they have none */
async function agencyHere({ trx, who, place, t }: Context): Promise<Side> {
  const { error } = t.meetings;
  const room = place.private ? null : await roomAt(trx, place);
  const agencyId = room?.agencyId ?? who.agencyId ?? who.officialOf[0] ?? who.leaderOf[0] ?? null;
  if (agencyId === null) throw new UserError(error.noAgency, t.common.askWhoMay);
  const agency = await trx
    .selectFrom('agency')
    .select(['id', 'code', 'name'])
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow();
  if (!mayOpenMeeting(who, agencyId))
    throw new UserError(error.othersRoom(agency.name), error.othersRoomMend);
  return agency;
}

/** /cuochop without words. */
export async function newMeetingForm(context: Context): Promise<Reply> {
  const { trx, t } = context;
  const agency = await agencyHere(context);
  const { now } = await readingFor(context, agency.id);
  const { form } = t.meetings;
  return {
    kind: 'form',
    form: {
      action: 'meeting.new',
      id: 'new',
      title: form.newTitle,
      intro: form.newIntro,
      submit: form.open,
      fields: [
        ...factFields(null, now.toPlainDate(), await programmesOf(trx, agency.id), t),
        ...peopleFields(
          agency,
          await loadAttendance(trx, agency.id),
          { guests: [], participants: present(context, agency) },
          t,
        ),
      ],
    },
  };
}

/** /cuochop with the announcement of a meeting: what was read, to be opened, put right or dropped. */
export async function proposeMeeting(line: string, context: Context): Promise<Reply> {
  const { trx, now, who, t } = context;
  const agency = await agencyHere(context);
  await refuseSecond(context.place, context);
  const reader = await readingFor(context, agency.id);
  const units = buildUnitIndex(await loadUnits(trx), { agencyId: agency.id });
  const reading = readMeeting(line, { ...reader, units });
  const id = await insertMeeting(trx, now, {
    title: checkedTitle(reading.title, t),
    heldOn: reading.heldOn ?? reader.now.toPlainDate(),
    startTime: reading.startTime,
    place: reading.place.slice(0, 300),
    programmeId: null,
    agencyId: agency.id,
    conversation: context.place,
    openedBy: who.personId,
    status: 'draft',
  });
  const guestIds = reading.agencyIds.filter((agencyId) => agencyId !== agency.id);
  await replaceAttendants(trx, id, {
    guestIds,
    participants: present(context, agency).map(({ name, personId }) => ({
      agencyId: agency.id,
      name,
      personId,
    })),
  });
  const meeting = await loadMeeting(trx, id);
  if (!meeting) throw new Error(`the record ${id} is not there`);
  return showCard(await drawMeeting(trx, meeting, t));
}

async function openFromForm(_id: string, values: FormValues, context: Context): Promise<Reply> {
  const { trx, now, who, t } = context;
  const agency = await agencyHere(context);
  const programmes = await programmesOf(trx, agency.id);
  const facts = readFacts(values, programmes, { reading: await readingFor(context, agency.id), t });
  const people = readPeople(values, agency, await loadAttendance(trx, agency.id), t);
  await lockConversation(trx, context.place);
  await refuseSecond(context.place, context);
  const id = await insertMeeting(trx, now, {
    ...facts,
    agencyId: agency.id,
    conversation: context.place,
    openedBy: who.personId,
    status: 'open',
  });
  await replaceAttendants(trx, id, people);
  await finishChange(context, { id, agency }, 'meeting.opened', { title: facts.title });
  return meetingReply(trx, id, { t, replaces: false });
}

async function openDraft(id: string, context: Context): Promise<Reply> {
  const { trx, now, t } = context;
  const meeting = await lockWithConversation(readId(id), 'record', context);
  const { error } = t.meetings;
  if (meeting.status === 'open') return meetingReply(trx, meeting.id, { t, replaces: true });
  if (meeting.status !== 'draft') throw new UserError(error.notDraft, error.cancelledMend);
  await refuseSecond(meeting, context);
  await updateStatus(trx, now, meeting.id, { status: 'open' });
  await finishChange(context, meeting, 'meeting.opened', { title: meeting.title });
  return meetingReply(trx, meeting.id, { t, replaces: true });
}

/** Whoever writes is there, too; people of other agencies are ticked by hand. */
function present({ who }: Context, agency: Side): Participant[] {
  return who.agencyId === agency.id ? [{ agency, personId: who.personId, name: who.name }] : [];
}

/** @throws UserError that names the record being kept there */
export async function refuseSecond(where: Conversation, { trx, t }: Context): Promise<void> {
  const open = await openMeetingAt(trx, where);
  const { error } = t.meetings;
  if (open) throw new UserError(error.openAlready(open.title), error.openAlreadyMend);
}

/** Days and times are read in the calendar and zone of the agency. */
export async function readingFor(
  { trx, now }: Pick<Context, 'trx' | 'now'>,
  agencyId: number,
): Promise<MeetingContext> {
  const calendar = await calendarOf(trx, agencyId);
  return { now: now.toZonedDateTimeISO(calendar.timeZone), calendar };
}
