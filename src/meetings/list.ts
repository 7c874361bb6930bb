/** /cuochop xem: the latest records of this conversation, or of the asker's agency. */
import type { Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import type { Action } from '../chat/feature.ts';
import { type Reply, showCard, tellAsker } from '../chat/reply.ts';
import { drawMeeting } from './drawCard.ts';
import { lockMeeting, readId } from './locked.ts';

const recordsShown = 10;

export const showMeetingAction: Action = { name: 'meeting.show', press: show };

export async function listMeetings({ trx, who, place, t }: Context): Promise<Reply> {
  const { list } = t.meetings;
  const { platform, chatId, threadId } = place;
  const rows = await trx
    .selectFrom('meeting as m')
    .select(['m.id', 'm.title', 'm.held_on', 'm.status'])
    .where('m.status', 'in', ['open', 'closed'])
    .where(({ and, eb, or }) =>
      or([
        and([
          eb('m.platform', '=', platform),
          eb('m.chat_id', '=', chatId),
          eb('m.thread_id', '=', threadId),
        ]),
        ...(place.private && who.agencyId !== null ? [eb('m.agency_id', '=', who.agencyId)] : []),
      ]),
    )
    .orderBy('m.id', 'desc')
    .limit(recordsShown)
    .execute();
  const card: Card = {
    title: list.title,
    tone: 'neutral',
    blocks: [
      rows.length === 0
        ? { kind: 'text', text: list.none }
        : {
            kind: 'list',
            items: rows.map((row) => ({
              text: row.title,
              detail: list.detail(list.status[row.status], t.dates.shortDay(row.held_on)),
              button: { label: list.show, action: 'meeting.show', id: `${row.id}` },
            })),
          },
    ],
    buttons: [],
  };
  return place.private ? showCard(card) : tellAsker(card);
}

async function show(id: string, context: Context): Promise<Reply> {
  const { trx, place, t } = context;
  const meeting = await lockMeeting(readId(id), 'see', context);
  const card = await drawMeeting(trx, meeting, t);
  if (!place.private) return tellAsker(card);
  return { ...showCard(card), live: { kind: 'meeting', id: meeting.id } };
}
