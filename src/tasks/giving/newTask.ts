/** A settled preview as the task to be given. Pure. */
import type { PlatformName } from '../../chat/place.ts';
import type { NewTask } from './giveTask.ts';
import type { Organisation } from './organisation.ts';
import type { PreviewTask } from './preview.ts';
import type { Surroundings } from './previewReply.ts';
import type { NewPart } from './taskStore.ts';

/** Call it only when no question is open. */
export function newTaskOf(
  task: PreviewTask,
  by: { personId: number; platform: PlatformName },
  { organisation, calendar }: Pick<Surroundings, 'organisation' | 'calendar'>,
): NewTask {
  const { agencyId, title, due, urgency, source, sourceMessage, recurrence, units } = task;
  if (agencyId === null) throw new Error('a task without a giving agency');
  const settled = units.map((unit) => {
    if (unit.departmentId === null) throw new Error(`“${unit.words}” is still open`);
    return { role: unit.role, departmentId: unit.departmentId };
  });
  return {
    title,
    agencyId,
    timeZone: calendar.timeZone,
    givenBy: by.personId,
    by,
    due: due?.dueOn ? { dueOn: due.dueOn, time: due.time } : null,
    dueWords: due && due.words !== '' ? due.words : null,
    dueConvention: due?.convention ?? null,
    urgency,
    source,
    sourceMessage,
    recurrence,
    seriesId: null,
    belonging: task.belonging ?? null,
    parts: settled.flatMap(({ role, departmentId }) =>
      role === 'follower' ? [] : [partOf(departmentId, role, agencyId, organisation)],
    ),
    followers: settled.flatMap(({ role, departmentId }) => (role === 'follower' ? [{ departmentId }] : [])),
  };
}

/** A department of another agency gets it as a proposal: that agency's consent is asked. */
export function partOf(
  departmentId: number,
  part: NewPart['part'],
  givingAgencyId: number,
  { departments }: Organisation,
): NewPart {
  const unit = departments.get(departmentId);
  if (!unit) throw new Error(`there is no department ${departmentId}`);
  const status = unit.agencyId === givingAgencyId ? 'assigned' : 'proposed';
  return { departmentId, agencyId: unit.agencyId, part, status };
}
