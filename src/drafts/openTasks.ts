/** Tasks on which somebody may hand in a draft, when none was named: open ones of their departments, and those they gave. */
import type { Context } from '../chat/context.ts';
import { roomAt } from '../people/rooms.ts';

export type OpenTask = { id: number; title: string };

/** More than a list of buttons or of choices should hold. */
export const openTasksMax = 20;

/** Newest first, at most one more than `openTasksMax`. In a department's room those of that department, if it has any.
 *  Indexes: assignment_department_open_idx, task_giver_idx. */
export async function openTasksOf({ trx, who, place }: Context): Promise<OpenTask[]> {
  const departmentIds = who.memberOf.map((each) => each.departmentId);
  const room = place.private || departmentIds.length < 2 ? null : await roomAt(trx, place);
  const here = departmentIds.filter((id) => id === room?.departmentId);
  const ofThisRoom = here.length > 0 ? await ofDepartments(trx, here) : [];
  if (ofThisRoom.length > 0) return ofThisRoom;
  const given = await trx
    .selectFrom('task')
    .select(['id', 'title'])
    .where('given_by', '=', who.personId)
    .where('status', '=', 'open')
    .orderBy('id', 'desc')
    .limit(openTasksMax + 1)
    .execute();
  const all = [...given, ...(await ofDepartments(trx, departmentIds))];
  const byId = new Map(all.map((task) => [task.id, task]));
  return [...byId.values()].sort((one, other) => other.id - one.id).slice(0, openTasksMax + 1);
}

async function ofDepartments(trx: Context['trx'], departmentIds: readonly number[]): Promise<OpenTask[]> {
  if (departmentIds.length === 0) return [];
  return await trx
    .selectFrom('assignment as a')
    .innerJoin('task as t', 't.id', 'a.task_id')
    .select(['t.id', 't.title'])
    .distinct()
    .where('a.department_id', 'in', [...departmentIds])
    .where('a.closed_at', 'is', null)
    .where('a.status', '!=', 'proposed')
    .where('t.status', '=', 'open')
    .orderBy('t.id', 'desc')
    .limit(openTasksMax + 1)
    .execute();
}
