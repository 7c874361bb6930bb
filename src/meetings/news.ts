/** The minutes go to the agencies that took part: to their rooms, else to their officials. */
import { z } from 'zod';
import type { Block } from '../chat/card.ts';
import { cardLimits } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import type { Renderer } from '../chat/feature.ts';
import { notify } from '../delivery/notify.ts';
import { fileRefs } from '../files/readFile.ts';
import type { Locale } from '../locale/locale.ts';
import { officialsOf, type Recipient } from '../people/reach.ts';
import { roomAt } from '../people/rooms.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { agencyRoomsOf, recipientName } from '../tasks/tell.ts';
import { heldAt } from './card.ts';
import { loadMeeting } from './load.ts';
import { itemsOf, type Meeting, sidesOf } from './meeting.ts';

const minutesFacts = z.object({
  meetingId: z.number(),
  fileId: z.number(),
  by: z.number(),
  again: z.boolean(),
});
const reopenedFacts = z.object({ meetingId: z.number() });

export async function tellOfMinutes(
  context: Context,
  meeting: Meeting,
  { eventId, fileId, again }: { eventId: number; fileId: number; again: boolean },
): Promise<void> {
  const { trx, now, who } = context;
  for (const to of await recipientsOf(context, meeting)) {
    const key = `meetings.minutes:${eventId}:${recipientName(to)}`;
    const facts = { meetingId: meeting.id, fileId, by: who.personId, again };
    await notify(trx, now, { key, to, kind: 'meetings.minutes', facts, at: now, about: [] });
  }
}

/** Only those who were told of the minutes. */
export async function tellOfReopening(context: Context, meeting: Meeting, eventId: number): Promise<void> {
  const { trx, now } = context;
  for (const to of await recipientsOf(context, meeting)) {
    const key = `meetings.reopened:${eventId}:${recipientName(to)}`;
    const facts = { meetingId: meeting.id };
    await notify(trx, now, { key, to, kind: 'meetings.reopened', facts, at: now, about: [] });
  }
}

/** Nothing when the record has been reopened since, or has newer minutes. */
export const drawMinutes: Renderer = async (given, { db, t }) => {
  const { meetingId, fileId, by, again } = minutesFacts.parse(given);
  const meeting = await loadMeeting(db, meetingId);
  const file = (await fileRefs(db, [fileId])).get(fileId);
  if (!meeting || !file || meeting.minutesFileId !== fileId) return null;
  const person = await db
    .selectFrom('person as p')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['p.name', 'a.code'])
    .where('p.id', '=', by)
    .executeTakeFirstOrThrow();
  const { news, card } = t.meetings;
  const title = again ? news.minutesAgain(meeting.title) : news.minutes(meeting.title);
  return {
    title: shorten(title, cardLimits.title),
    tone: 'good',
    blocks: [
      { kind: 'text', text: heldAt(meeting, t) },
      ...summary(news.conclusions, itemsOf(meeting, 'conclusion'), t),
      ...summary(news.tasks, itemsOf(meeting, 'task'), t),
      { kind: 'text', text: card.file(file.name) },
      { kind: 'text', text: news.by(person.name, person.code ?? meeting.agency.code), style: 'small' },
    ],
    buttons: [[{ label: card.buttons.file, action: 'meeting.file', id: `${meetingId}` }]],
    files: [{ fileId: file.fileId, name: file.name, sizeBytes: file.sizeBytes }],
  };
};

export const drawReopened: Renderer = async (given, { db, t }) => {
  const { meetingId } = reopenedFacts.parse(given);
  const meeting = await loadMeeting(db, meetingId);
  if (meeting?.status !== 'open') return null;
  const { news } = t.meetings;
  return {
    title: shorten(news.reopened(meeting.title), cardLimits.title),
    tone: 'warning',
    blocks: [{ kind: 'text', text: news.reopenedText }],
    buttons: [],
  };
};

/** Not where the record is kept, and not to the one who closed it: there the card itself says so. */
async function recipientsOf({ trx, who, place }: Context, meeting: Meeting): Promise<Recipient[]> {
  const here = place.private ? null : await roomAt(trx, place);
  const all: Recipient[] = [];
  for (const { id } of sidesOf(meeting)) {
    const rooms = await agencyRoomsOf(trx, id);
    const officials = rooms.length > 0 ? [] : ((await officialsOf(trx, [id])).get(id) ?? []);
    all.push(...rooms, ...officials.map((personId) => ({ personId })));
  }
  const seen = new Set<string>();
  return all.filter((to) => {
    const name = recipientName(to);
    const isHere = 'roomId' in to ? to.roomId === here?.id : to.personId === who.personId;
    if (isHere || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

const linesShown = 5;
const lineLength = 200;

function summary(head: string, items: readonly { text: string }[], t: Locale): Block[] {
  if (items.length === 0) return [];
  const lines = items
    .slice(0, linesShown)
    .map(({ text }, index) => `${index + 1}. ${shorten(text, lineLength)}`);
  const left = items.length - linesShown;
  return [
    { kind: 'text', text: head, style: 'strong' },
    { kind: 'text', text: [...lines, ...(left > 0 ? [t.common.andMore(left)] : [])].join('\n') },
  ];
}
