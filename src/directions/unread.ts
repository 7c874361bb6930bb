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
    for (const due of await dueReaders(db, now)) {
      try {
        await inTransaction(db, (trx) => askAgain(trx, now, due));
      } catch (error) {
        const { directionId, departmentId } = due;
        const what = `direction ${directionId}, department ${departmentId}`;
        failures.push(new Error(`${what} could not be asked again`, { cause: error }));
        await inTransaction(db, (trx) => postponeAsking(trx, due, now.add({ hours: 1 })));
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

async function askAgain(trx: Trx, now: Temporal.Instant, reader: Reader): Promise<void> {
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
  if (!still) return;
  if (task.status !== 'open' || still.withdrawn_at !== null) {
    await markAsked(trx, reader, null);
    return;
  }
  const calendar = await calendarOf(trx, agencyId);
  const { policy } = await policyOf(trx, agencyId);
  if (!isOfficeMoment(calendar, policy.hours, now)) {
    await postponeAsking(trx, reader, nextOfficeMoment(calendar, policy.hours, now));
    return;
  }
  await markAsked(trx, reader, now);
  const eventId = await recordEvent(trx, {
    at: now,
    kind: 'direction.askedAgain',
    personId: null,
    platform: null,
    agencyId,
    taskId,
    data: { directionId, departmentId },
  });
  await touchLiveCards(trx, now, [taskId]);
  for (const to of await departmentsOf(trx, [departmentId])) {
    await notify(trx, now, {
      key: `directions.unread:${eventId}:${recipientName(to)}`,
      to,
      kind: 'directions.unread',
      facts: { directionId, departmentId },
      at: now,
      about: [{ taskId, assignmentId: null }],
    });
  }
}
