/** How far the tasks of a programme are, content by content. Reads only. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Progress } from './programme.ts';

/** By content; under null the tasks of no content, and of one that was dropped. One query, whatever the number of tasks.
 *  Indexes: task_programme_idx, and the assignments of each task. */
export async function progressOf(
  db: Kysely<Database>,
  programmeId: number,
  now: Temporal.Instant,
): Promise<Map<number | null, Progress>> {
  const contentId = sql<number | null>`case when c.dropped_at is null then t.content_id end`;
  const rows = await db
    .selectFrom('task as t')
    .innerJoin('assignment as a', 'a.task_id', 't.id')
    .leftJoin('programme_content as c', 'c.id', 't.content_id')
    .select([
      contentId.as('contentId'),
      sql<number>`count(*)`.as('parts'),
      sql<number>`count(*) filter (where a.status = 'completed')`.as('completed'),
      sql<number>`count(*) filter (where a.closed_at is null and a.status <> 'submitted' and a.due_at <= ${now})`.as(
        'overdue',
      ),
    ])
    .where('t.programme_id', '=', programmeId)
    .where('a.status', 'not in', ['declined', 'cancelled'])
    .groupBy(contentId)
    .execute();
  return new Map(
    rows.map(({ contentId: id, parts, completed, overdue }) => [id, { parts, completed, overdue }]),
  );
}
