/** The steps that every change of a task is made of: a move with its event, what follows for the whole task, and the end, in which
 *  reminders, living cards and the undo follow. */
import type { Context } from '../chat/context.ts';
import { touchLiveCards } from '../delivery/liveCards.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { replan } from '../reminders/replan.ts';
import type { LockedAssignment, LockedTask } from './locked.ts';
import { type AssignmentChange, decideExtension, updateAssignment, updateTask } from './store.ts';
import { closedStatuses, type Move, statusAfter, taskStatusAfter } from './task.ts';
import { recordUndo, type Told } from './undo.ts';

/** The event that a move leaves in the history. */
const eventOfMove: Readonly<Record<Move, string>> = {
  consent: 'assignment.consented',
  refuseConsent: 'assignment.consentRefused',
  accept: 'assignment.accepted',
  decline: 'assignment.declined',
  submit: 'assignment.submitted',
  complete: 'assignment.completed',
  return: 'assignment.returned',
  reassign: 'assignment.reassigned',
  cancel: 'assignment.cancelled',
};

/** Makes a move that the caller found allowed; gives the id of its event. */
export async function moveAssignment(
  { trx, now, who, account }: Context,
  assignment: LockedAssignment,
  move: Move,
  {
    change = {},
    data = {},
    kind = eventOfMove[move],
  }: { change?: AssignmentChange; data?: object; kind?: string } = {},
): Promise<number> {
  const to = statusAfter(assignment.status, move);
  if (to === null) throw new Error(`assignment ${assignment.id} is ${assignment.status}: no ${move}`);
  await updateAssignment(trx, assignment.id, { ...changeOfMove(move, now), status: to, ...change });
  const withdrawn = endsExtension(move)
    ? await withdrawExtension(trx, now, assignment.id, who.personId)
    : null;
  return recordEvent(trx, {
    at: now,
    kind,
    personId: who.personId,
    platform: account.platform,
    agencyId: assignment.agency_id,
    taskId: assignment.task_id,
    assignmentId: assignment.id,
    data: { move, from: assignment.status, to, ...(withdrawn === null ? {} : { withdrawn }), ...data },
  });
}

const unblocked = { blocked_at: null, blocked_note: null, blocked_helper: null };

/** What a move does to the row beside its status. */
function changeOfMove(move: Move, now: Temporal.Instant): AssignmentChange {
  switch (move) {
    case 'accept':
      return { accepted_at: now, progress_at: now };
    case 'submit':
      return { submitted_at: now, progress_at: now, ...unblocked };
    case 'return':
      return { submitted_at: null };
    case 'consent':
      return { assigned_at: now };
    case 'reassign':
      return {
        assigned_at: now,
        accepted_at: null,
        submitted_at: null,
        closed_at: null,
        progress_percent: 0,
        progress_note: null,
        progress_at: null,
        note: null,
      };
    case 'complete':
    case 'decline':
    case 'refuseConsent':
      return { closed_at: now, ...unblocked };
    case 'cancel':
      return { closed_at: now, note: null, ...unblocked };
  }
}

/** Whoever hands in work, or is rid of it, no longer waits for a later date. */
function endsExtension(move: Move): boolean {
  return move === 'submit' || move === 'decline' || move === 'cancel';
}

async function withdrawExtension(
  trx: Context['trx'],
  now: Temporal.Instant,
  assignmentId: number,
  personId: number,
): Promise<number | null> {
  const asked = await trx
    .selectFrom('extension')
    .select('id')
    .where('assignment_id', '=', assignmentId)
    .where('status', '=', 'asked')
    .forUpdate()
    .executeTakeFirst();
  if (!asked) return null;
  const decision = { decided_by: personId, decided_at: now, decision_note: null };
  await decideExtension(trx, asked.id, { status: 'withdrawn', ...decision });
  return asked.id;
}

/** An event about one assignment that is no move: progress, blocked, an extension. */
export function recordChange(
  { trx, now, who, account }: Context,
  assignment: Pick<LockedAssignment, 'id' | 'agency_id' | 'task_id'>,
  kind: string,
  data: object,
): Promise<number> {
  return recordEvent(trx, {
    at: now,
    kind,
    personId: who.personId,
    platform: account.platform,
    agencyId: assignment.agency_id,
    taskId: assignment.task_id,
    assignmentId: assignment.id,
    data,
  });
}

/** Brings the task's status in line with its assignments. Gives the event when it changed, else null. */
export async function settleTask(
  { trx, now, who, account }: Context,
  taskId: number,
  data: object = {},
): Promise<{ eventId: number; status: 'open' | 'completed' | 'cancelled' } | null> {
  const task = await trx
    .selectFrom('task')
    .select(['status', 'agency_id'])
    .where('id', '=', taskId)
    .executeTakeFirstOrThrow();
  const rows = await trx.selectFrom('assignment').select('status').where('task_id', '=', taskId).execute();
  const status = taskStatusAfter(rows.map((row) => row.status));
  if (status === task.status) return null;
  await updateTask(trx, taskId, { status, closed_at: status === 'open' ? null : now });
  const eventId = await recordEvent(trx, {
    at: now,
    kind: status === 'open' ? 'task.reopened' : `task.${status}`,
    personId: who.personId,
    platform: account.platform,
    agencyId: task.agency_id,
    taskId,
    data: { from: task.status, to: status, ...data },
  });
  return { eventId, status };
}

/** The end of every change that can be taken back: plans, cards and the undo follow. Gives the id for `undo.take`. */
export async function finishChange(
  context: Context,
  task: LockedTask,
  {
    eventId,
    assignmentIds,
    told,
    directionId,
  }: { eventId: number; assignmentIds: readonly number[]; told: readonly Told[]; directionId?: number },
): Promise<number> {
  const { trx, now, who } = context;
  await replan(trx, now, assignmentIds);
  await touchLiveCards(trx, now, [task.id]);
  return recordUndo(trx, {
    eventId,
    personId: who.personId,
    at: now,
    taskId: task.id,
    before: task.snapshot,
    told,
    ...(directionId === undefined ? {} : { directionId }),
  });
}

/** Parts that the task still waits for. */
export function openAssignments(task: LockedTask): LockedAssignment[] {
  return task.assignments.filter((each) => !closedStatuses.includes(each.status));
}
