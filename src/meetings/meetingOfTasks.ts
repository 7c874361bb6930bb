/** The meeting that a task was given at, for its card. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';

export type MeetingLabel = { title: string; heldOn: Temporal.PlainDate };

/** By the task's id; tasks that came from no record have no entry. */
export async function meetingsOfTasks(
  db: Kysely<Database>,
  taskIds: readonly number[],
): Promise<Map<number, MeetingLabel>> {
  if (taskIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('task as t')
    .innerJoin('meeting_item as i', 'i.id', 't.origin_id')
    .innerJoin('meeting as m', 'm.id', 'i.meeting_id')
    .select(['t.id', 'm.title', 'm.held_on as heldOn'])
    .where('t.id', 'in', [...taskIds])
    .where('t.origin_kind', '=', 'meeting')
    .execute();
  return new Map(rows.map(({ id, title, heldOn }) => [id, { title, heldOn }]));
}
