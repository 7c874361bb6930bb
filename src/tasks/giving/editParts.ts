/** The departments' side of a change: dates that move along, parts that are taken away and added. */
import type { Context } from '../../chat/context.ts';
import { moveAssignment } from '../change.ts';
import { dueOf } from '../load.ts';
import type { LockedTask } from '../locked.ts';
import { updateAssignment } from '../store.ts';
import { closedStatuses, type Due } from '../task.ts';
import type { TaskEdit } from './editForm.ts';
import { recordParts } from './giveTask.ts';
import { partOf } from './newTask.ts';
import type { Organisation } from './organisation.ts';
import { dueColumns, insertParts } from './taskStore.ts';

/** Every open part that had the task's deadline gets the new one; a part with a date of its own keeps it. */
export async function moveDue(locked: LockedTask, due: Due | null, edit: TaskEdit, { trx }: Context) {
  const open = locked.assignments.filter(
    (each) => !closedStatuses.includes(each.status) && !edit.remove.some((removed) => removed.id === each.id),
  );
  const before = dueOf(locked);
  const ids: number[] = [];
  const kept: string[] = [];
  for (const assignment of open) {
    if (!sameMoment(dueOf(assignment), before)) {
      kept.push(assignment.department);
      continue;
    }
    await updateAssignment(trx, assignment.id, dueColumns(due));
    ids.push(assignment.id);
  }
  return { ids, kept };
}

export async function removeParts(locked: LockedTask, edit: TaskEdit, context: Context): Promise<number[]> {
  const ids = edit.remove.map((each) => each.id);
  for (const assignment of locked.assignments) {
    if (ids.includes(assignment.id))
      await moveAssignment(context, assignment, 'cancel', { data: { removed: true } });
  }
  return ids;
}

/** A department that had a part before and ended it gets that one anew. */
export async function addParts(
  locked: LockedTask,
  edit: TaskEdit,
  due: Due | null,
  organisation: Organisation,
  context: Context,
): Promise<number[]> {
  const { trx, now, who, account } = context;
  const parts = [
    ...edit.addLead.map((id) => partOf(id, 'lead', locked.agency_id, organisation)),
    ...edit.addCoordinating.map((id) => partOf(id, 'coordinating', locked.agency_id, organisation)),
  ];
  const ids: number[] = [];
  for (const part of parts) {
    const ended = locked.assignments.find((each) => each.department_id === part.departmentId);
    if (ended) {
      const change = { part: part.part, status: part.status, ...dueColumns(due) };
      await moveAssignment(context, ended, 'reassign', {
        change,
        data: { to: part.status, part: part.part },
      });
      ids.push(ended.id);
      continue;
    }
    const [id] = await insertParts(trx, now, { taskId: locked.id, due }, [part]);
    if (id === undefined) throw new Error('a part without an id');
    const by = { personId: who.personId, platform: account.platform };
    await recordParts(trx, now, { taskId: locked.id, by }, [id], [part]);
    ids.push(id);
  }
  return ids;
}

function sameMoment(one: Due | null, other: Due | null): boolean {
  return one && other ? one.at.equals(other.at) : one === other;
}
