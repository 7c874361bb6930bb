/** Every INSERT and UPDATE on the tables of meetings. */
import { sql } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { MeetingItemKind, MeetingStatus } from '../database/codes.ts';
import type { Trx } from '../database/transaction.ts';

export type MeetingFacts = {
  title: string;
  heldOn: Temporal.PlainDate;
  startTime: Temporal.PlainTime | null;
  place: string;
  programmeId: number | null;
};

/** Where a record is kept. */
export type Conversation = { platform: PlatformName; chatId: string; threadId: string };

export async function insertMeeting(
  trx: Trx,
  now: Temporal.Instant,
  meeting: MeetingFacts & {
    agencyId: number;
    conversation: Conversation;
    openedBy: number;
    status: 'draft' | 'open';
  },
): Promise<number> {
  const { agencyId, conversation, openedBy, status, ...facts } = meeting;
  const { id } = await trx
    .insertInto('meeting')
    .values({
      ...factColumns(facts),
      agency_id: agencyId,
      platform: conversation.platform,
      chat_id: conversation.chatId,
      thread_id: conversation.threadId,
      opened_by: openedBy,
      opened_at: now,
      status,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateFacts(trx: Trx, id: number, facts: MeetingFacts): Promise<void> {
  await trx.updateTable('meeting').set(factColumns(facts)).where('id', '=', id).execute();
}

/** `fileId` left out: the minutes stay what they are. */
export async function updateStatus(
  trx: Trx,
  now: Temporal.Instant,
  id: number,
  to: { status: MeetingStatus; fileId?: number | null },
): Promise<void> {
  const { status, fileId } = to;
  await trx
    .updateTable('meeting')
    .set({
      status,
      closed_at: status === 'closed' || status === 'cancelled' ? now : null,
      ...(fileId === undefined ? {} : { minutes_file_id: fileId }),
    })
    .where('id', '=', id)
    .execute();
}

/** Waits until nobody else opens a record in this conversation; held until the end of the transaction. */
export async function lockConversation(trx: Trx, conversation: Conversation): Promise<void> {
  const { platform, chatId, threadId } = conversation;
  const name = `${platform} ${chatId} ${threadId}`;
  await sql`select pg_advisory_xact_lock(${openingLocks}, hashtext(${name}))`.execute(trx);
}

/** A space of its own among the database's locks of two numbers. */
const openingLocks = 6021;

/** Who was present, and which other agencies. */
export type Attendants = {
  guestIds: readonly number[];
  participants: readonly { agencyId: number; personId: number | null; name: string }[];
};

export async function replaceAttendants(
  trx: Trx,
  meetingId: number,
  { guestIds, participants }: Attendants,
): Promise<void> {
  await trx.deleteFrom('meeting_agency').where('meeting_id', '=', meetingId).execute();
  await trx.deleteFrom('meeting_participant').where('meeting_id', '=', meetingId).execute();
  if (guestIds.length > 0) {
    const rows = guestIds.map((agencyId) => ({ meeting_id: meetingId, agency_id: agencyId }));
    await trx.insertInto('meeting_agency').values(rows).execute();
  }
  if (participants.length === 0) return;
  await trx
    .insertInto('meeting_participant')
    .values(
      participants.map(({ agencyId, personId, name }) => ({
        meeting_id: meetingId,
        agency_id: agencyId,
        person_id: personId,
        name,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What is kept in one conversation goes on in another that took its place; where a record is being kept there already, the old
 *  one stays where it was. */
export async function updateConversation(
  trx: Trx,
  moved: { platform: PlatformName; from: string; to: string },
): Promise<void> {
  const { platform, from, to } = moved;
  await trx
    .updateTable('meeting as m')
    .set({ chat_id: to })
    .where('m.platform', '=', platform)
    .where('m.chat_id', '=', from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meeting as there')
            .select('there.id')
            .where('there.platform', '=', platform)
            .where('there.chat_id', '=', to)
            .whereRef('there.thread_id', '=', 'm.thread_id')
            .where('there.status', '=', 'open'),
        ),
      ),
    )
    .execute();
}

export type NewItem = {
  kind: MeetingItemKind;
  text: string;
  saidBy: string;
  recordedBy: number;
  /** The message it was taken from. */
  messageId: string | null;
};

export async function insertItem(
  trx: Trx,
  now: Temporal.Instant,
  meetingId: number,
  item: NewItem,
): Promise<number> {
  const { id } = await trx
    .insertInto('meeting_item')
    .values({
      meeting_id: meetingId,
      kind: item.kind,
      text: item.text,
      said_by: item.saidBy,
      recorded_by: item.recordedBy,
      recorded_at: now,
      message_id: item.messageId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeItem(
  trx: Trx,
  now: Temporal.Instant,
  id: number,
  to: { kind?: MeetingItemKind; text?: string; saidBy?: string },
): Promise<void> {
  await trx
    .updateTable('meeting_item')
    .set({
      ...(to.kind === undefined ? {} : { kind: to.kind }),
      ...(to.text === undefined ? {} : { text: to.text }),
      ...(to.saidBy === undefined ? {} : { said_by: to.saidBy }),
      changed_at: now,
    })
    .where('id', '=', id)
    .execute();
}

/** `at` null puts it back. */
export async function dropItem(trx: Trx, id: number, at: Temporal.Instant | null): Promise<void> {
  await trx.updateTable('meeting_item').set({ dropped_at: at }).where('id', '=', id).execute();
}

function factColumns({ title, heldOn, startTime, place, programmeId }: MeetingFacts) {
  return { title, held_on: heldOn, start_time: startTime, place, programme_id: programmeId };
}
