/** The minute of the directions: a department that has not read one after a working day is asked once more, and its silence
 *  stands on the card. */
import type { Kysely } from 'kysely';
import { isOfficeMoment, nextOfficeMoment } from '../calendar/officeHours.ts';
import type { Tick } from '../chat/feature.ts';
import type { Database } from '../database/tables.ts';
import { inTransaction, type Trx } from '../database/transaction.ts';
import { touchLiveCards } from '../delivery/liveCards.ts';
import { notify } from '../delivery/notify.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { policyOf } from '../reminders/policies.ts';
import { departmentsOf, recipientName } from '../tasks/tell.ts';
import { markAsked, postponeAsking } from './directionsStore.ts';

export const unreadTick: Tick = {
  name: 'directions.unread',
  async nextAt(db) {
    const row = await db
      .selectFrom('direction_reader')
      .select(({ fn }) => fn.min('ask_at').as('at'))
      .executeTakeFirst();
    return row?.at ?? null;
  },
  async run(db, now) {
    const failures: unknown[] = [];
    const due = Map.groupBy(await dueReaders(db, now), (each) => each.departmentId);
    for (const [departmentId, readers] of due) {
      try {
        await inTransaction(db, (trx) => askAgain(trx, now, departmentId, readers));
      } catch (error) {
        failures.push(new Error(`department ${departmentId} could not be asked again`, { cause: error }));
        await inTransaction(db, async (trx) => {
          for (const each of readers) await postponeAsking(trx, each, now.add({ hours: 1 }));
        });
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'unread directions failed');
  },
};

type Reader = { directionId: number; departmentId: number; agencyId: number; taskId: number };

/** So many are asked in one minute; the others follow in the next. */
const askedMax = 500;

/** Index: direction_reader_ask_idx. */
function dueReaders(db: Kysely<Database>, now: Temporal.Instant): Promise<Reader[]> {
  return db
    .selectFrom('direction_reader as r')
    .innerJoin('direction as d', 'd.id', 'r.direction_id')
    .select(['r.direction_id as directionId', 'r.department_id as departmentId'])
    .select(['r.agency_id as agencyId', 'd.task_id as taskId'])
    .where('r.ask_at', '<=', now)
    .orderBy('r.ask_at')
    .orderBy('r.direction_id')
    .orderBy('r.department_id')
    .limit(askedMax)
    .execute();
}

/** What a department has not read comes as one message. */
async function askAgain(
  trx: Trx,
  now: Temporal.Instant,
  departmentId: number,
  readers: readonly Reader[],
): Promise<void> {
  const asked: { eventId: number; reader: Reader }[] = [];
  // In the order of the tasks, like everybody who locks several.
  for (const reader of readers.toSorted((a, b) => a.taskId - b.taskId || a.directionId - b.directionId)) {
    const eventId = await noteSilence(trx, now, reader);
    if (eventId !== null) asked.push({ eventId, reader });
  }
  const [first] = asked;
  if (!first) return;
  const directionIds = asked.map(({ reader }) => reader.directionId).sort((a, b) => a - b);
  const taskIds = [...new Set(asked.map(({ reader }) => reader.taskId))];
  for (const to of await departmentsOf(trx, [departmentId])) {
    await notify(trx, now, {
      key: `directions.unread:${first.eventId}:${recipientName(to)}`,
      to,
      kind: 'directions.unread',
      facts: { directionIds, departmentId },
      at: now,
      about: taskIds.map((taskId) => ({ taskId, assignmentId: null })),
    });
  }
}

/** Gives the event when the department is to be asked; null when there is nothing to ask, or not now. */
async function noteSilence(trx: Trx, now: Temporal.Instant, reader: Reader): Promise<number | null> {
  const { directionId, departmentId, agencyId, taskId } = reader;
  const task = await trx
    .selectFrom('task')
    .select('status')
    .where('id', '=', taskId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const still = await trx
    .selectFrom('direction_reader as r')
    .innerJoin('direction as d', 'd.id', 'r.direction_id')
    .select('d.withdrawn_at')
    .where('r.direction_id', '=', directionId)
    .where('r.department_id', '=', departmentId)
    .where('r.ask_at', '<=', now)
    .executeTakeFirst();
  if (!still) return null;
  if (task.status !== 'open' || still.withdrawn_at !== null) {
    await markAsked(trx, reader, null);
    return null;
  }
  const calendar = await calendarOf(trx, agencyId);
  const { policy } = await policyOf(trx, agencyId);
  if (!isOfficeMoment(calendar, policy.hours, now)) {
    await postponeAsking(trx, reader, nextOfficeMoment(calendar, policy.hours, now));
    return null;
  }
  await markAsked(trx, reader, now);
  const data = { directionId, departmentId };
  const event = { at: now, kind: 'direction.askedAgain', personId: null, platform: null, agencyId, taskId };
  const eventId = await recordEvent(trx, { ...event, data });
  await touchLiveCards(trx, now, [taskId]);
  return eventId;
}
