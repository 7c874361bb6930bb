/** Reads records of meetings. */
import type { Kysely } from 'kysely';
import type { Place } from '../chat/place.ts';
import type { Database } from '../database/tables.ts';
import type { Item, Meeting, Participant, Side } from './meeting.ts';

/** Null: there is no such record. */
export async function loadMeeting(db: Kysely<Database>, id: number): Promise<Meeting | null> {
  const row = await db
    .selectFrom('meeting as m')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .innerJoin('person as p', 'p.id', 'm.opened_by')
    .leftJoin('programme as g', 'g.id', 'm.programme_id')
    .selectAll('m')
    .select(['a.code as agencyCode', 'a.name as agencyName', 'p.name as openedByName'])
    .select('g.title as programmeTitle')
    .where('m.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    title: row.title,
    heldOn: row.held_on,
    startTime: row.start_time,
    place: row.place,
    agency: { id: row.agency_id, code: row.agencyCode, name: row.agencyName },
    programme: row.programme_id === null ? null : { id: row.programme_id, title: row.programmeTitle ?? '' },
    platform: row.platform,
    chatId: row.chat_id,
    threadId: row.thread_id,
    openedBy: { id: row.opened_by, name: row.openedByName },
    status: row.status,
    closedAt: row.closed_at,
    minutesFileId: row.minutes_file_id,
    guests: await guestsOf(db, id, row.agency_id),
    participants: await participantsOf(db, id),
    writerIds: await writersOf(db, id),
    items: await itemsOf(db, id),
  };
}

/** The record that is being kept in this conversation. */
export async function openMeetingAt(
  db: Kysely<Database>,
  { platform, chatId, threadId }: Pick<Place, 'platform' | 'chatId' | 'threadId'>,
): Promise<{ id: number; title: string } | null> {
  const row = await db
    .selectFrom('meeting')
    .select(['id', 'title'])
    .where('platform', '=', platform)
    .where('chat_id', '=', chatId)
    .where('thread_id', '=', threadId)
    .where('status', '=', 'open')
    .executeTakeFirst();
  return row ?? null;
}

async function guestsOf(db: Kysely<Database>, meetingId: number, agencyId: number): Promise<Side[]> {
  const named = db.selectFrom('meeting_agency').select('agency_id').where('meeting_id', '=', meetingId);
  const present = db
    .selectFrom('meeting_participant')
    .select('agency_id')
    .where('meeting_id', '=', meetingId);
  return await db
    .selectFrom('agency')
    .select(['id', 'code', 'name'])
    .where('id', 'in', named.union(present))
    .where('id', '<>', agencyId)
    .orderBy('id')
    .execute();
}

async function participantsOf(db: Kysely<Database>, meetingId: number): Promise<Participant[]> {
  const rows = await db
    .selectFrom('meeting_participant as t')
    .innerJoin('agency as a', 'a.id', 't.agency_id')
    .select(['t.person_id', 't.name', 'a.id as agencyId', 'a.code', 'a.name as agencyName'])
    .where('t.meeting_id', '=', meetingId)
    .orderBy('t.id')
    .execute();
  return rows.map((row) => ({
    agency: { id: row.agencyId, code: row.code, name: row.agencyName },
    personId: row.person_id,
    name: row.name,
  }));
}

async function writersOf(db: Kysely<Database>, meetingId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('meeting_item')
    .select('recorded_by')
    .distinct()
    .where('meeting_id', '=', meetingId)
    .execute();
  return rows.map((row) => row.recorded_by);
}

async function itemsOf(db: Kysely<Database>, meetingId: number): Promise<Item[]> {
  const rows = await db
    .selectFrom('meeting_item as i')
    .innerJoin('person as p', 'p.id', 'i.recorded_by')
    .selectAll('i')
    .select('p.name as recordedByName')
    .where('i.meeting_id', '=', meetingId)
    .where('i.dropped_at', 'is', null)
    .orderBy('i.id')
    .execute();
  const given = await tasksFrom(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    saidBy: row.said_by,
    recordedBy: { id: row.recorded_by, name: row.recordedByName },
    recordedAt: row.recorded_at,
    messageId: row.message_id,
    changedAt: row.changed_at,
    taskIds: given.get(row.id) ?? [],
  }));
}

/** Ids of the tasks that were given from each of these items. */
async function tasksFrom(db: Kysely<Database>, itemIds: readonly number[]): Promise<Map<number, number[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('task')
    .select(['id', 'origin_id'])
    .where('origin_kind', '=', 'meeting')
    .where('origin_id', 'in', [...itemIds])
    .where('status', '<>', 'cancelled')
    .orderBy('id')
    .execute();
  const byItem = Map.groupBy(rows, ({ origin_id: itemId }) => itemId ?? 0);
  return new Map([...byItem].map(([itemId, tasks]) => [itemId, tasks.map(({ id }) => id)]));
}
