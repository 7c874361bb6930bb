/** Loads directions, those taken back left out: one query per table, whatever their number. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { DirectionReader, DirectionView } from './direction.ts';

/** Of these tasks, by task, oldest first; the latest `limit` of each. Index: direction_task_idx. */
export async function directionsOfTasks(
  db: Kysely<Database>,
  taskIds: readonly number[],
  limit: number,
): Promise<Map<number, DirectionView[]>> {
  if (taskIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('task as t')
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('direction')
          .select('id')
          .whereRef('task_id', '=', 't.id')
          .where('withdrawn_at', 'is', null)
          .orderBy('id', 'desc')
          .limit(limit)
          .as('d'),
      (join) => join.onTrue(),
    )
    .select('d.id')
    .where('t.id', 'in', [...taskIds])
    .execute();
  const found = await loadDirections(
    db,
    rows.map((row) => row.id),
  );
  return Map.groupBy(found.values(), (each) => each.taskId);
}

/** By id, in the order of their ids; ids that do not exist, or were taken back, have no entry. */
export async function loadDirections(
  db: Kysely<Database>,
  ids: readonly number[],
): Promise<Map<number, DirectionView>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('direction as d')
    .innerJoin('person as p', 'p.id', 'd.person_id')
    .innerJoin('agency as a', 'a.id', 'd.agency_id')
    .selectAll('d')
    .select(['p.name', 'a.code'])
    .where('d.id', 'in', [...ids])
    .where('d.withdrawn_at', 'is', null)
    .orderBy('d.id')
    .execute();
  const readers = Map.groupBy(await loadReaders(db, ids), (each) => each.directionId);
  const tasks = Map.groupBy(await loadTaskIds(db, ids), (each) => each.origin_id);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        taskId: row.task_id,
        person: { id: row.person_id, name: row.name },
        agency: { id: row.agency_id, code: row.code },
        at: row.given_at,
        text: row.text,
        due: row.due_on && { dueOn: row.due_on, time: row.due_time, words: row.due_words ?? '' },
        readers: readers.get(row.id) ?? [],
        taskIds: (tasks.get(row.id) ?? []).map((each) => each.id),
      },
    ]),
  );
}

async function loadReaders(
  db: Kysely<Database>,
  ids: readonly number[],
): Promise<(DirectionReader & { directionId: number })[]> {
  const rows = await db
    .selectFrom('direction_reader as r')
    .innerJoin('direction as x', 'x.id', 'r.direction_id')
    .innerJoin('department as d', 'd.id', 'r.department_id')
    .leftJoin('person as p', 'p.id', 'r.read_by')
    .leftJoin('assignment as a', (join) =>
      join.onRef('a.task_id', '=', 'x.task_id').onRef('a.department_id', '=', 'r.department_id'),
    )
    .select(['r.direction_id', 'r.department_id', 'r.agency_id', 'r.read_at', 'r.asked_at'])
    .select(['d.code', 'd.name', 'p.name as reader'])
    .where('r.direction_id', 'in', [...ids])
    .orderBy('a.part', 'desc') // leads first
    .orderBy('a.id')
    .execute();
  return rows.map((row) => ({
    directionId: row.direction_id,
    department: { id: row.department_id, code: row.code, name: row.name },
    agencyId: row.agency_id,
    read: row.read_at && { at: row.read_at, by: row.reader ?? '' },
    askedAgain: row.asked_at !== null,
  }));
}

/** Index: task_origin_idx. */
function loadTaskIds(db: Kysely<Database>, ids: readonly number[]) {
  return db
    .selectFrom('task')
    .select(['id', 'origin_id'])
    .where('origin_kind', '=', 'direction')
    .where('origin_id', 'in', [...ids])
    .where('status', '<>', 'cancelled')
    .orderBy('id')
    .execute();
}
