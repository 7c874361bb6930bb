/** The card of a record for whoever looks at it, from its present state. */
import type { Kysely } from 'kysely';
import type { Card } from '../chat/card.ts';
import type { LiveCard } from '../chat/feature.ts';
import { type Reply, replaceCard, showCard } from '../chat/reply.ts';
import type { Database } from '../database/tables.ts';
import { fileRefs } from '../files/readFile.ts';
import type { Locale } from '../locale/locale.ts';
import { loadActorOf } from '../people/identify.ts';
import { meetingCard } from './card.ts';
import { loadMeeting } from './load.ts';
import { may } from './locked.ts';
import { type Meeting, sidesOf } from './meeting.ts';

/** `Feature.liveCards`: the card stands in the conversation that the record is kept in, or with somebody who may see it. */
export const drawLiveMeeting: LiveCard = async (id, { db, t, roomId, personId }) => {
  const meeting = await loadMeeting(db, id);
  if (!meeting) return null;
  if (roomId !== null && !(await isItsRoom(db, meeting, roomId))) return null;
  if (personId !== null) {
    const who = await loadActorOf(db, personId);
    if (!who || !(isOpener(meeting, personId) || may(who, 'see', meeting, null))) return null;
  }
  return drawMeeting(db, meeting, t);
};

export async function drawMeeting(db: Kysely<Database>, meeting: Meeting, t: Locale): Promise<Card> {
  const { minutesFileId: fileId } = meeting;
  const file = fileId === null ? undefined : (await fileRefs(db, [fileId])).get(fileId);
  return meetingCard(meeting, { t, file: file?.name ?? null });
}

/** The living card, as a message of its own or in the place of the one whose button was pressed. */
export async function meetingReply(
  db: Kysely<Database>,
  id: number,
  { t, replaces }: { t: Locale; replaces: boolean },
): Promise<Extract<Reply, { kind: 'card' }>> {
  const meeting = await loadMeeting(db, id);
  if (!meeting) throw new Error(`the record ${id} is not there`);
  const card = await drawMeeting(db, meeting, t);
  const reply = replaces ? replaceCard(card) : showCard(card);
  if (reply.kind !== 'card') throw new Error('a card was to be shown');
  return { ...reply, live: { kind: 'meeting', id } };
}

function isOpener({ openedBy }: Meeting, personId: number): boolean {
  return openedBy.id === personId;
}

async function isItsRoom(db: Kysely<Database>, meeting: Meeting, roomId: number): Promise<boolean> {
  const room = await db
    .selectFrom('room')
    .select(['platform', 'chat_id', 'agency_id'])
    .where('id', '=', roomId)
    .executeTakeFirst();
  if (!room) return false;
  const isThere = room.platform === meeting.platform && room.chat_id === meeting.chatId;
  return isThere || sidesOf(meeting).some(({ id }) => id === room.agency_id);
}
