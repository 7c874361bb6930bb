/** The date in a direction's words becomes the deadline when somebody says so: the giving side sets it, the leader of another
 *  agency asks for it. */
import { lastMoment } from '../calendar/deadlineMoment.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { allowedTasks } from '../people/permissions.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { answer } from '../tasks/answer.ts';
import { dueText } from '../tasks/card.ts';
import { finishChange } from '../tasks/change.ts';
import { inHand, recordExtension } from '../tasks/extend.ts';
import { changeDue } from '../tasks/giving/editTask.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { dueOf } from '../tasks/load.ts';
import type { LockedTask } from '../tasks/locked.ts';
import type { DirectionView, SaidDue } from './direction.ts';
import { openDirection } from './openDirection.ts';

export const setDueAction: Action = {
  name: 'direction.setDue',
  async press(id, context) {
    const { trx, now, who, t } = context;
    const { refusals } = t.directions;
    const { task, direction } = await openDirection(id, context);
    if (!(await allowedTasks(trx, who, 'edit', [task.id])).has(task.id)) {
      throw new UserError(t.common.notAllowed, t.common.askWhoMay);
    }
    const due = await dueNamed(direction, task, now, context);
    const current = dueOf(task);
    if (current?.at.equals(due.at)) {
      throw new UserError(
        refusals.sameDue(t.common.taskCode(task.id), dueText(due, t)),
        t.tasks.refusals.seeCard,
      );
    }
    return changeDue(task.id, due, context);
  },
};

export const askDueAction: Action = {
  name: 'direction.askDue',
  async press(id, context) {
    const { now, who, t } = context;
    const { task, direction } = await openDirection(id, context);
    if (!who.leaderOf.includes(direction.agency.id)) {
      throw new UserError(t.common.notAllowed, t.common.askWhoMay);
    }
    const due = await dueNamed(direction, task, now, context);
    return askForLater(task, direction, due, context);
  },
};

type NamedDue = SaidDue & { at: Temporal.Instant };

/** @throws UserError when the words name no day, or it has passed meanwhile */
async function dueNamed(
  { due }: DirectionView,
  task: LockedTask,
  now: Temporal.Instant,
  { trx, t }: Context,
): Promise<NamedDue> {
  const { refusals } = t.directions;
  if (!due) throw new UserError(refusals.noDue, refusals.noDueMend);
  const { timeZone } = await calendarOf(trx, task.agency_id);
  const at = lastMoment(due.dueOn, due.time, timeZone);
  if (Temporal.Instant.compare(at, now) <= 0) {
    throw new UserError(refusals.duePast(dueText(due, t)), refusals.noDueMend);
  }
  return { ...due, at };
}

/** One request for each part of the leader's agency that is being worked on and due before that day. */
async function askForLater(
  task: LockedTask,
  direction: DirectionView,
  to: NamedDue,
  context: Context,
): Promise<Reply> {
  const { t } = context;
  const waiting = await waitingRequests(task, context);
  const open = task.assignments.flatMap((assignment) => {
    const due = dueOf(assignment);
    const asks =
      assignment.agency_id === direction.agency.id &&
      inHand.some((status) => status === assignment.status) &&
      !waiting.has(assignment.id);
    return asks && due && Temporal.Instant.compare(to.at, due.at) > 0 ? [{ task, assignment, due }] : [];
  });
  const { refusals } = t.directions;
  if (open.length === 0) throw new UserError(refusals.noPartToExtend, refusals.noPartToExtendMend);
  const reason = shorten(t.directions.reason(direction.person.name, direction.text), reasonMax);
  const asked = [];
  for (const each of open) asked.push(await recordExtension(each, to, reason, context));
  const eventId = Math.max(...asked.map((each) => each.eventId));
  const undo = await finishChange(context, task, {
    eventId,
    assignmentIds: open.map((each) => each.assignment.id),
    told: asked.flatMap((each) => each.told),
  });
  return answer(context, {
    title: t.tasks.uses.extend.done(t.common.taskCode(task.id), dueText(to, t)),
    taskId: task.id,
    undo,
  });
}

const reasonMax = 1000;

async function waitingRequests(task: LockedTask, { trx }: Context): Promise<Set<number>> {
  const rows = await trx
    .selectFrom('extension')
    .select('assignment_id')
    .where(
      'assignment_id',
      'in',
      task.assignments.map((each) => each.id),
    )
    .where('status', '=', 'asked')
    .execute();
  return new Set(rows.map((row) => row.assignment_id));
}
