/** What was held, when, where and with whom, put right. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import type { FormValues } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { meetingReply } from './drawCard.ts';
import { finishChange, lockMeeting, readId, requireRight } from './locked.ts';
import type { Meeting } from './meeting.ts';
import { factFields, programmesOf, readFacts } from './meetingForm.ts';
import { replaceAttendants, updateFacts } from './meetingsStore.ts';
import { readingFor } from './openMeeting.ts';
import { loadAttendance, peopleFields, readPeople } from './people.ts';

export const changeActions: readonly Action[] = [
  { name: 'meeting.edit', press: showFacts, submit: saveFacts },
  { name: 'meeting.people', press: (id, context) => peopleForm(readId(id), context), submit: savePeople },
];

export async function peopleForm(id: number, context: Context): Promise<Reply> {
  const meeting = await lockChangeable(id, context);
  const { form } = context.t.meetings;
  const attendance = await loadAttendance(context.trx, meeting.agency.id);
  return {
    kind: 'form',
    form: {
      action: 'meeting.people',
      id: `${meeting.id}`,
      title: form.peopleTitle,
      submit: form.save,
      fields: peopleFields(meeting.agency, attendance, meeting, context.t),
    },
  };
}

/** Of a draft the participants too: it has no button of its own for them. */
async function showFacts(id: string, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const meeting = await lockChangeable(readId(id), context);
  const { now } = await readingFor(context, meeting.agency.id);
  const { form } = t.meetings;
  const programmes = await programmesOf(trx, meeting.agency.id);
  const people =
    meeting.status === 'draft'
      ? peopleFields(meeting.agency, await loadAttendance(trx, meeting.agency.id), meeting, t)
      : [];
  return {
    kind: 'form',
    form: {
      action: 'meeting.edit',
      id: `${meeting.id}`,
      title: form.editTitle,
      submit: form.save,
      fields: [...factFields(meeting, now.toPlainDate(), programmes, t), ...people],
    },
  };
}

async function saveFacts(id: string, values: FormValues, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const meeting = await lockChangeable(readId(id), context);
  const programmes = await programmesOf(trx, meeting.agency.id);
  const reading = await readingFor(context, meeting.agency.id);
  const facts = readFacts(values, programmes, { reading, t });
  await updateFacts(trx, meeting.id, facts);
  if (meeting.status === 'draft') await writePeople(meeting, values, context);
  await finishChange(context, meeting, 'meeting.edited', {
    before: { title: meeting.title, heldOn: meeting.heldOn.toString(), place: meeting.place },
    after: { title: facts.title, heldOn: facts.heldOn.toString(), place: facts.place },
  });
  return cardAfter(meeting, context);
}

async function savePeople(id: string, values: FormValues, context: Context): Promise<Reply> {
  const meeting = await lockChangeable(readId(id), context);
  const after = await writePeople(meeting, values, context);
  await finishChange(context, meeting, 'meeting.peopleChanged', {
    before: meeting.participants.map(({ name }) => name),
    after,
  });
  return cardAfter(meeting, context);
}

async function writePeople(meeting: Meeting, values: FormValues, { trx, t }: Context): Promise<string[]> {
  const attendance = await loadAttendance(trx, meeting.agency.id);
  const attendants = readPeople(values, meeting.agency, attendance, t);
  await replaceAttendants(trx, meeting.id, attendants);
  return attendants.participants.map(({ name }) => name);
}

/** A closed record is changed by those who may close it, for the next minutes. @throws UserError */
async function lockChangeable(id: number, context: Context): Promise<Meeting> {
  const meeting = await lockMeeting(id, 'record', context);
  const { error, list } = context.t.meetings;
  if (meeting.status === 'cancelled') {
    throw new UserError(error.notOpen(list.status.cancelled), error.cancelledMend);
  }
  if (meeting.status === 'closed') requireRight('close', meeting, context);
  return meeting;
}

/** Of a draft it is no living card yet. */
async function cardAfter({ id, status }: Meeting, { trx, t }: Context): Promise<Reply> {
  const { live, ...reply } = await meetingReply(trx, id, { t, replaces: true });
  return status === 'draft' || !live ? reply : { ...reply, live };
}
