/** The append-only history. Written in the transaction of the change it tells of; the only file that writes `event`. */
import type { PlatformName } from '../chat/place.ts';
import type { Subject } from '../chat/subject.ts';
import type { SubjectKind } from '../database/codes.ts';
import type { Trx } from '../database/transaction.ts';

export type NewEvent = {
  at: Temporal.Instant;
  /** `<thing>.<what happened>`, for example `assignment.accepted`. */
  kind: string;
  /** Null: the bot itself. */
  personId: number | null;
  platform: PlatformName | null;
  agencyId?: number | null;
  taskId?: number | null;
  assignmentId?: number | null;
  /** What it happened to when that is no task, or not only a task: its living cards tell by it whether they are of today. */
  subject?: Subject & { kind: Exclude<SubjectKind, 'task'> };
  /** Facts of the change: what it was before and is now. Temporal values as their text. */
  data?: object;
};

/** Adds one line; gives its id. */
export async function recordEvent(trx: Trx, event: NewEvent): Promise<number> {
  const { id } = await trx
    .insertInto('event')
    .values({
      at: event.at,
      kind: event.kind,
      person_id: event.personId,
      platform: event.platform,
      agency_id: event.agencyId ?? null,
      task_id: event.taskId ?? null,
      assignment_id: event.assignmentId ?? null,
      subject_kind: event.subject?.kind ?? null,
      subject_id: event.subject?.id ?? null,
      data: JSON.stringify(event.data ?? {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
