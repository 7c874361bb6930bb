/** Đôn đốc one department about one task: its people are told at once, or when their office opens. */
import { nextOfficeMoment } from '../calendar/officeHours.ts';
import type { Context } from '../chat/context.ts';
import { notify } from '../delivery/notify.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { departmentRecipients, type Recipient } from '../people/reach.ts';
import { calendarOf } from './calendars.ts';
import { policyOf } from './policies.ts';
import { saveUrge } from './urgeStore.ts';

export type Urged =
  | { what: 'sent'; at: Temporal.Instant }
  | { what: 'already'; at: Temporal.Instant; by: string };

export type UrgedAssignment = {
  id: number;
  taskId: number;
  departmentId: number;
  agencyId: number;
  givenBy: number;
};

export async function urgeDepartment(
  { trx, now, who, account }: Context,
  assignment: UrgedAssignment,
  words: string | null,
): Promise<Urged> {
  const { taskId, departmentId, agencyId } = assignment;
  const calendar = await calendarOf(trx, agencyId);
  const { policy } = await policyOf(trx, agencyId);
  const at = nextOfficeMoment(calendar, policy.hours, now);
  // The day on which it arrives: a weekend's urging is one message on Monday.
  const day = at.toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  const urgeId = await saveUrge(trx, now, { taskId, departmentId, day, by: who.personId, words });
  if (urgeId === null) {
    const earlier = await trx
      .selectFrom('urge as u')
      .innerJoin('person as p', 'p.id', 'u.urged_by')
      .select(['u.urged_at', 'p.name'])
      .where('u.task_id', '=', taskId)
      .where('u.department_id', '=', departmentId)
      .where('u.day', '=', day)
      .executeTakeFirstOrThrow();
    return { what: 'already', at: earlier.urged_at, by: earlier.name };
  }
  const reached = (await departmentRecipients(trx, [departmentId])).get(departmentId) ?? [];
  // Never to nobody: whoever gave the task learns that the department cannot be reached when delivery gives it to them.
  const recipients: readonly Recipient[] = reached.length > 0 ? reached : [{ personId: assignment.givenBy }];
  for (const to of recipients) {
    const name = 'roomId' in to ? `r${to.roomId}` : `p${to.personId}`;
    await notify(trx, now, {
      key: `urge:${urgeId}:${name}`,
      to,
      kind: 'reminders.urge',
      facts: { urgeId, assignmentId: assignment.id },
      at,
      about: [{ taskId, assignmentId: assignment.id }],
    });
  }
  await recordEvent(trx, {
    at: now,
    kind: 'assignment.urged',
    personId: who.personId,
    platform: account.platform,
    agencyId,
    taskId,
    assignmentId: assignment.id,
    data: { words, sendAt: at.toString() },
  });
  return { what: 'sent', at };
}
