/** A task's rows as they stand, so that a change can be taken back: taken before the change, compared after it. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Trx } from '../database/transaction.ts';

/** Rows as Postgres writes them in JSON: every column to the microsecond. */
export type TaskSnapshot = z.infer<typeof snapshotShape>;

const versioned = z.looseObject({ id: z.number(), version: z.number() });
const extensionRow = z.looseObject({ id: z.number(), status: z.string() });

const snapshotShape = z.object({
  task: versioned.nullable(),
  assignments: z.array(versioned),
  extensions: z.array(extensionRow),
});

/** To be taken under the task's lock. `task` is null when there is no such task (yet). */
export async function takeSnapshot(trx: Trx, taskId: number): Promise<TaskSnapshot> {
  const { rows } = await sql<{ snapshot: unknown }>`
    select jsonb_build_object(
      'task', (select to_jsonb(t) from task t where t.id = ${taskId}),
      'assignments', (select coalesce(jsonb_agg(a order by a.id), '[]') from assignment a where a.task_id = ${taskId}),
      'extensions', (select coalesce(jsonb_agg(e order by e.id), '[]')
        from extension e join assignment a on a.id = e.assignment_id where a.task_id = ${taskId})
    ) as snapshot`.execute(trx);
  return snapshotShape.parse(rows[0]?.snapshot);
}

/** What is not there yet. */
export const noSnapshot: TaskSnapshot = { task: null, assignments: [], extensions: [] };

/** One changed row: how it was (null: it did not exist), and the version it has had since. */
export type ChangedRow = { id: number; version: number; before: { id: number; version: number } | null };
type ChangedExtension = { id: number; status: string; before: object | null };
export type Changes = {
  task: ChangedRow | null;
  assignments: ChangedRow[];
  extensions: ChangedExtension[];
};

export const changesShape = z.object({
  task: z.object({ id: z.number(), version: z.number(), before: versioned.nullable() }).nullable(),
  assignments: z.array(z.object({ id: z.number(), version: z.number(), before: versioned.nullable() })),
  extensions: z.array(z.object({ id: z.number(), status: z.string(), before: extensionRow.nullable() })),
});

/** What differs between two snapshots of the same task. */
export function changesBetween(before: TaskSnapshot, after: TaskSnapshot): Changes {
  const { task } = after;
  return {
    task: task && task.version !== before.task?.version ? changed(task, before.task) : null,
    assignments: after.assignments.flatMap((row) => {
      const old = before.assignments.find((each) => each.id === row.id) ?? null;
      return old?.version === row.version ? [] : [changed(row, old)];
    }),
    extensions: after.extensions.flatMap((row) => {
      const old = before.extensions.find((each) => each.id === row.id) ?? null;
      return old?.status === row.status ? [] : [{ id: row.id, status: row.status, before: old }];
    }),
  };
}

function changed(row: { id: number; version: number }, before: ChangedRow['before']): ChangedRow {
  return { id: row.id, version: row.version, before };
}
