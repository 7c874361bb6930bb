/** Puts a task's rows back as they were before an action, unless one of them has changed since. */
import type { Context } from '../chat/context.ts';
import { recordChange } from './change.ts';
import type { LockedTask } from './locked.ts';
import type { Changes } from './snapshot.ts';
import {
  decideExtension,
  restoreAssignment,
  restoreExtension,
  restoreTask,
  updateAssignment,
  updateTask,
} from './store.ts';

/** The task is locked. Gives the ids of the assignments put back, or null when somebody was there meanwhile: nothing is
 *  changed then. `eventId`: of the action, for the history. */
export async function restore(
  context: Context,
  task: LockedTask,
  changes: Changes,
  eventId: number,
): Promise<number[] | null> {
  if (!untouched(task, changes)) return null;
  const { trx, now, who } = context;
  if (changes.task) {
    const { before } = changes.task;
    // What the action made cannot go: its history stands. It ends as if it had been called off.
    if (before) await restoreTask(trx, task.id, before);
    else await updateTask(trx, task.id, { status: 'cancelled', closed_at: now });
  }
  for (const { id, before } of changes.assignments) {
    if (before) await restoreAssignment(trx, id, before);
    else await updateAssignment(trx, id, { status: 'cancelled', closed_at: now });
    await recordRestored(context, task, id, eventId);
  }
  for (const { id, before } of changes.extensions) {
    if (before) await restoreExtension(trx, id, before);
    else {
      const decision = { decided_by: who.personId, decided_at: now, decision_note: null };
      await decideExtension(trx, id, { status: 'withdrawn', ...decision });
    }
  }
  const extended = changes.extensions.flatMap(({ before }) => assignmentOf(before) ?? []);
  return [...new Set([...changes.assignments.map((each) => each.id), ...extended])];
}

function assignmentOf(extension: object | null): number | null {
  if (!extension || !('assignment_id' in extension)) return null;
  return typeof extension.assignment_id === 'number' ? extension.assignment_id : null;
}

/** The history says from where to where, as with every other change of a status. */
async function recordRestored(
  context: Context,
  task: LockedTask,
  id: number,
  eventId: number,
): Promise<void> {
  const from = task.assignments.find((each) => each.id === id);
  if (!from) throw new Error(`assignment ${id} is not of task ${task.id}`);
  const { status: to } = await context.trx
    .selectFrom('assignment')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await recordChange(context, from, 'assignment.undone', { from: from.status, to, eventId });
}

function untouched(task: LockedTask, changes: Changes): boolean {
  const { snapshot } = task;
  const sameTask = changes.task === null || snapshot.task?.version === changes.task.version;
  const sameAssignments = changes.assignments.every(({ id, version }) =>
    snapshot.assignments.some((row) => row.id === id && row.version === version),
  );
  const sameExtensions = changes.extensions.every(({ id, status }) =>
    snapshot.extensions.some((row) => row.id === id && row.status === status),
  );
  // A part waits for one answer at a time: an old request does not come back beside a new one.
  const asks = changes.extensions.filter(
    ({ before }) => before && 'status' in before && before.status === 'asked',
  );
  const noOtherAsks = asks.every(({ id, before }) =>
    snapshot.extensions.every(
      (row) => row.id === id || row.status !== 'asked' || assignmentOf(row) !== assignmentOf(before),
    ),
  );
  return sameTask && sameAssignments && sameExtensions && noOtherAsks;
}
