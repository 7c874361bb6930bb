/** The giving side answers a request for a later deadline. */
import { lastMoment } from '../calendar/deadlineMoment.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { answer, remark } from './answer.ts';
import { dueText } from './card.ts';
import { finishChange, openAssignments, recordChange } from './change.ts';
import { dueOf } from './load.ts';
import { type LockedAssignment, type LockedTask, openAssignment, readId } from './locked.ts';
import { decideExtension, updateAssignment, updateTask } from './store.ts';
import { departmentsOf, tell } from './tell.ts';
import { readNote, textForm } from './words.ts';

export const approveExtensionAction: Action = {
  name: 'extension.approve',
  async press(id, context) {
    const { trx, now, who, t } = context;
    const open = await openExtension(id, context);
    if ('reply' in open) return open.reply;
    const { task, assignment, extension } = open;
    const { timeZone } = await calendarOf(trx, task.agency_id);
    const { to_due_on: dueOn, to_due_time: time } = extension;
    const at = lastMoment(dueOn, time, timeZone);
    const old = dueOf(assignment);
    if (old && Temporal.Instant.compare(at, old.at) <= 0) {
      return remark(context, t.tasks.refusals.dateNotLater(dueText(old, t)));
    }
    const due = { due_on: dueOn, due_time: time, due_at: at };
    const moved = movedWith(task, assignment);
    for (const each of moved) await updateAssignment(trx, each.id, due);
    const movesTask = assignment.part === 'lead' && sameMoment(assignment.due_at, task.due_at);
    if (movesTask) {
      await updateTask(trx, task.id, { ...due, due_words: extension.to_words, due_convention: null });
    }
    const decision = { decided_by: who.personId, decided_at: now, decision_note: null };
    await decideExtension(trx, extension.id, { status: 'approved', ...decision });
    const eventId = await recordChange(context, assignment, 'extension.approved', {
      extensionId: extension.id,
      from: old?.dueOn.toString() ?? null,
      fromTime: old?.time?.toString() ?? null,
      to: dueOn.toString(),
      toTime: time?.toString() ?? null,
      movesTask,
      assignmentIds: moved.map((each) => each.id),
    });
    const departmentIds = moved.map((each) => each.department_id);
    const news = {
      what: 'extensionApproved',
      eventId,
      taskId: task.id,
      assignmentId: assignment.id,
    } as const;
    const told = await tell(context, news, await departmentsOf(trx, departmentIds));
    const assignmentIds = moved.map((each) => each.id);
    const undo = await finishChange(context, task, { eventId, assignmentIds, told });
    const words = t.tasks.uses.extend;
    return answer(context, {
      title: words.approved(t.common.taskCode(task.id), dueText({ dueOn, time }, t)),
      lines: moved.length > 1 ? [words.moved(moved.map((each) => each.department).join(', '))] : [],
      taskId: task.id,
      undo,
    });
  },
};

export const refuseExtensionAction: Action = {
  name: 'extension.refuse',
  async press(id, context) {
    const { t } = context;
    const open = await openExtension(id, context);
    if ('reply' in open) return open.reply;
    const title = t.tasks.uses.extend.refuseTitle(t.common.taskCode(open.task.id));
    const form = { action: 'extension.refuse', id: open.extension.id, title, label: t.tasks.uses.reason };
    return { kind: 'form', form: textForm(t, { ...form, required: false }) };
  },
  async submit(id, values, context) {
    const { trx, now, who, t } = context;
    const note = readNote(values, t);
    const open = await openExtension(id, context);
    if ('reply' in open) return open.reply;
    const { task, assignment, extension } = open;
    const decision = { decided_by: who.personId, decided_at: now, decision_note: note };
    await decideExtension(trx, extension.id, { status: 'refused', ...decision });
    const data = { extensionId: extension.id, to: extension.to_due_on.toString(), note };
    const eventId = await recordChange(context, assignment, 'extension.refused', data);
    const news = { what: 'extensionRefused', eventId, taskId: task.id, assignmentId: assignment.id } as const;
    const told = await tell(context, news, await departmentsOf(trx, [assignment.department_id]));
    const undo = await finishChange(context, task, { eventId, assignmentIds: [assignment.id], told });
    const due = dueText(dueOf(assignment), t);
    return answer(context, {
      title: t.tasks.uses.extend.refused(t.common.taskCode(task.id), due),
      tone: 'neutral',
      taskId: task.id,
      undo,
    });
  },
};

/** A lead's new date is the date of the whole: it moves every part that had the old one. A coordinating department's is its
 *  own affair. */
function movedWith(task: LockedTask, assignment: LockedAssignment): LockedAssignment[] {
  if (assignment.part !== 'lead' || !sameMoment(assignment.due_at, task.due_at)) return [assignment];
  return openAssignments(task).filter((each) => sameMoment(each.due_at, assignment.due_at));
}

function sameMoment(one: Temporal.Instant | null, other: Temporal.Instant | null): boolean {
  return one !== null && other !== null && one.equals(other);
}

type OpenExtension = Awaited<ReturnType<typeof openAssignment>> & {
  extension: {
    id: number;
    to_due_on: Temporal.PlainDate;
    to_due_time: Temporal.PlainTime | null;
    to_words: string;
  };
};

/** The request, its task locked, while it waits; otherwise what became of it. */
async function openExtension(id: string, context: Context): Promise<OpenExtension | { reply: Reply }> {
  const { trx, t } = context;
  const found = await trx
    .selectFrom('extension')
    .select('assignment_id')
    .where('id', '=', readId(id))
    .executeTakeFirst();
  if (!found) throw new UserError(t.tasks.refusals.gone, t.common.listYours);
  const opened = await openAssignment(`${found.assignment_id}`, 'decideExtension', context);
  const extension = await trx
    .selectFrom('extension as e')
    .leftJoin('person as p', 'p.id', 'e.decided_by')
    .select(['e.id', 'e.status', 'e.to_due_on', 'e.to_due_time', 'e.to_words', 'e.decided_at', 'p.name'])
    .where('e.id', '=', readId(id))
    .executeTakeFirstOrThrow();
  if (extension.status === 'asked') return { ...opened, extension };
  const at = extension.decided_at ? t.dates.shortMoment(extension.decided_at) : '';
  const code = t.common.taskCode(opened.task.id);
  const what = t.tasks.refusals.extensionDecided(code, extension.status, at, extension.name ?? '');
  return { reply: remark(context, what) };
}
