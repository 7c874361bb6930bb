/** INSERTs and UPDATEs of giving on tasks, assignments and followers. */
import type { AssignmentPart, Urgency } from '../../database/codes.ts';
import type { Trx } from '../../database/transaction.ts';
import { fold } from '../../language/folding.ts';
import { insertAssignment } from '../store.ts';
import type { Due } from '../task.ts';
import type { Belonging } from './preview.ts';

export type TaskColumns = {
  title: string;
  agencyId: number;
  givenBy: number;
  givenAt: Temporal.Instant;
  due: Due | null;
  dueWords: string | null;
  dueConvention: object | null;
  urgency: Urgency;
  source: { number: string; date: Temporal.PlainDate | null } | null;
  sourceMessage: object | null;
  recurrence: string | null;
  /** The first task of a series names itself: null for it as for a task that comes once. */
  seriesId: number | null;
  belonging: Belonging | null;
};

export async function insertTask(trx: Trx, task: TaskColumns): Promise<number> {
  const { id } = await trx
    .insertInto('task')
    .values({
      title: task.title,
      title_folded: fold(task.title),
      agency_id: task.agencyId,
      given_by: task.givenBy,
      given_at: task.givenAt,
      ...dueColumns(task.due),
      due_words: task.dueWords,
      due_convention: task.dueConvention ? JSON.stringify(task.dueConvention) : null,
      urgency: task.urgency,
      source_number: task.source?.number ?? null,
      source_date: task.source?.date ?? null,
      source_message: task.sourceMessage ? JSON.stringify(task.sourceMessage) : null,
      recurrence: task.recurrence,
      series_id: task.seriesId,
      programme_id: task.belonging?.programme?.id ?? null,
      content_id: task.belonging?.programme?.contentId ?? null,
      origin_kind: task.belonging?.origin?.kind ?? null,
      origin_id: task.belonging?.origin?.id ?? null,
      occurrence_on: task.recurrence === null ? null : (task.due?.dueOn ?? null),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (task.recurrence !== null && task.seriesId === null) {
    await trx.updateTable('task').set({ series_id: id }).where('id', '=', id).execute();
  }
  return id;
}

export type NewPart = {
  departmentId: number;
  agencyId: number;
  part: AssignmentPart;
  status: 'assigned' | 'proposed';
};

/** Gives their ids in the same order. */
export async function insertParts(
  trx: Trx,
  now: Temporal.Instant,
  to: { taskId: number; due: Due | null },
  parts: readonly NewPart[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const { departmentId, agencyId, part, status } of parts) {
    const row = { task_id: to.taskId, department_id: departmentId, agency_id: agencyId, part, status };
    ids.push(await insertAssignment(trx, { ...row, ...dueColumns(to.due), assigned_at: now }));
  }
  return ids;
}

export async function insertFollower(
  trx: Trx,
  now: Temporal.Instant,
  follower: { taskId: number; addedBy: number } & ({ personId: number } | { departmentId: number }),
): Promise<boolean> {
  const { taskId, addedBy } = follower;
  const inserted = await trx
    .insertInto('follower')
    .values({
      task_id: taskId,
      person_id: 'personId' in follower ? follower.personId : null,
      department_id: 'departmentId' in follower ? follower.departmentId : null,
      added_by: addedBy,
      added_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Whether there was something to take away. */
export async function deletePersonFollower(trx: Trx, taskId: number, personId: number): Promise<boolean> {
  const deleted = await trx
    .deleteFrom('follower')
    .where('task_id', '=', taskId)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst();
  return deleted !== undefined;
}

export function dueColumns(due: Due | null) {
  return { due_on: due?.dueOn ?? null, due_time: due?.time ?? null, due_at: due?.at ?? null };
}
