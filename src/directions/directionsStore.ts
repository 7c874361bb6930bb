/** Writes the tables of directions. The task's row is locked by whoever calls. */
import type { PlatformName } from '../chat/place.ts';
import type { Trx } from '../database/transaction.ts';
import type { SaidDue } from './direction.ts';

export async function insertDirection(
  trx: Trx,
  direction: {
    taskId: number;
    personId: number;
    agencyId: number;
    text: string;
    at: Temporal.Instant;
    platform: PlatformName;
    due: SaidDue | null;
  },
): Promise<number> {
  const { taskId, personId, agencyId, text, at, platform, due } = direction;
  const { id } = await trx
    .insertInto('direction')
    .values({
      task_id: taskId,
      person_id: personId,
      agency_id: agencyId,
      text,
      given_at: at,
      platform,
      due_on: due?.dueOn ?? null,
      due_time: due?.time ?? null,
      due_words: due?.words ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** `askAt`: when the department is asked again unless it has read by then. */
export async function insertReaders(
  trx: Trx,
  directionId: number,
  readers: readonly { departmentId: number; agencyId: number; askAt: Temporal.Instant }[],
): Promise<void> {
  if (readers.length === 0) return;
  const rows = readers.map(({ departmentId, agencyId, askAt }) => ({
    direction_id: directionId,
    department_id: departmentId,
    agency_id: agencyId,
    ask_at: askAt,
  }));
  await trx.insertInto('direction_reader').values(rows).execute();
}

export async function markRead(
  trx: Trx,
  reader: { directionId: number; departmentId: number },
  read: { at: Temporal.Instant; by: number },
): Promise<void> {
  await trx
    .updateTable('direction_reader')
    .set({ read_at: read.at, read_by: read.by, ask_at: null })
    .where('direction_id', '=', reader.directionId)
    .where('department_id', '=', reader.departmentId)
    .where('read_at', 'is', null)
    .execute();
}

/** `at`: null when there was nobody to be asked any more. */
export async function markAsked(
  trx: Trx,
  reader: { directionId: number; departmentId: number },
  at: Temporal.Instant | null,
): Promise<void> {
  await trx
    .updateTable('direction_reader')
    .set({ ask_at: null, ...(at === null ? {} : { asked_at: at }) })
    .where('direction_id', '=', reader.directionId)
    .where('department_id', '=', reader.departmentId)
    .execute();
}

export async function postponeAsking(
  trx: Trx,
  reader: { directionId: number; departmentId: number },
  to: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('direction_reader')
    .set({ ask_at: to })
    .where('direction_id', '=', reader.directionId)
    .where('department_id', '=', reader.departmentId)
    .where('read_at', 'is', null)
    .execute();
}

export async function markWithdrawn(trx: Trx, directionId: number, at: Temporal.Instant): Promise<void> {
  await trx.updateTable('direction').set({ withdrawn_at: at }).where('id', '=', directionId).execute();
  await trx
    .updateTable('direction_reader')
    .set({ ask_at: null })
    .where('direction_id', '=', directionId)
    .execute();
}
