/** Changes a task after it was given: title, deadline, urgency, source, departments. The history keeps old and new. */
import { lastMoment } from '../../calendar/deadlineMoment.ts';
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Action } from '../../chat/feature.ts';
import type { FormValues } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { recordEvent } from '../../history/recordEvent.ts';
import { findDeadlines } from '../../language/deadlines/findDeadlines.ts';
import { fold } from '../../language/folding.ts';
import { announceAssignments } from '../announce.ts';
import { answer } from '../answer.ts';
import { finishChange, settleTask } from '../change.ts';
import { dueOf, loadTasks } from '../load.ts';
import { openTask } from '../locked.ts';
import { updateTask } from '../store.ts';
import type { Due, TaskView } from '../task.ts';
import { editFacts, editLines } from './editFacts.ts';
import { type Day, editForm, readEdit, type TaskEdit } from './editForm.ts';
import { tellOfEdit } from './editNews.ts';
import { addParts, moveDue, removeParts } from './editParts.ts';
import { loadOrganisation } from './organisation.ts';
import type { Reader } from './readText.ts';
import { dueColumns } from './taskStore.ts';

export const editAction: Action = {
  name: 'task.edit',
  press: (id, context) => showEditForm(id, context, ''),
  submit: save,
};

/** `said`: words beside the command; a deadline among them is filled in. @throws UserError */
export async function showEditForm(id: string, context: Context, said: string): Promise<Reply> {
  const { task, organisation, reader } = await openForEdit(id, context);
  const form = editForm(task, { organisation, reader });
  const due = findDeadlines(said, reader).find(({ closes, dueOn }) => closes && dueOn !== null);
  if (!due) return { kind: 'form', form };
  const fields = form.fields.map((field) =>
    field.name === 'deadline' ? { ...field, input: { kind: 'date' as const, initial: due.text } } : field,
  );
  return { kind: 'form', form: { ...form, fields } };
}

async function save(id: string, values: FormValues, context: Context): Promise<Reply> {
  const [taskId = '', version] = id.split('.');
  const open = await openForEdit(taskId, context);
  const { task, reader } = open;
  if (`${task.version}` !== version) throw await conflict(task, context);
  return apply(readEdit(values, task, reader), open, context);
}

/** The same change of the deadline alone, for a day that somebody named elsewhere. @throws UserError */
export async function changeDue(
  taskId: number,
  { dueOn, time, words }: Day & { words: string },
  context: Context,
): Promise<Reply> {
  const open = await openForEdit(`${taskId}`, context);
  const before = open.task.due && { dueOn: open.task.due.dueOn, time: open.task.due.time };
  const due = { before, after: { dueOn, time }, words, convention: null };
  return apply({ due, addLead: [], addCoordinating: [], remove: [] }, open, context);
}

async function apply(
  edit: TaskEdit,
  { locked, task, organisation }: Awaited<ReturnType<typeof openForEdit>>,
  context: Context,
): Promise<Reply> {
  const { trx, t } = context;
  const due = edit.due ? dueFrom(edit.due.after, task.calendar.timeZone) : dueOf(locked);
  await updateTask(trx, task.id, {
    ...(edit.title ? { title: edit.title.after, title_folded: fold(edit.title.after) } : {}),
    ...(edit.due
      ? {
          ...dueColumns(due),
          due_words: edit.due.words,
          due_convention: edit.due.convention ? JSON.stringify(edit.due.convention) : null,
        }
      : {}),
    ...(edit.urgency ? { urgency: edit.urgency.after } : {}),
    ...(edit.source
      ? { source_number: edit.source.after?.number ?? null, source_date: edit.source.after?.date ?? null }
      : {}),
  });
  const facts = editFacts(edit);
  const eventId = await recordEvent(trx, { ...happened(context, task), kind: 'task.edited', data: facts });
  const moved = edit.due ? await moveDue(locked, due, edit, context) : { ids: [], kept: [] };
  const removed = await removeParts(locked, edit, context);
  const added = await addParts(locked, edit, due, organisation, context);
  await settleTask(context, task.id);
  const told = [
    ...(await announceAssignments(trx, context.now, added)),
    ...(await tellOfEdit(context, task, edit, eventId)),
  ];
  const assignmentIds = [...moved.ids, ...removed, ...added];
  const undo = await finishChange(context, locked, { eventId, assignmentIds, told });
  const kept = moved.kept.length > 0 ? [t.giving.done.kept(moved.kept.join(', '))] : [];
  return answer(context, {
    title: t.giving.done.edited(t.common.taskCode(task.id)),
    lines: [...editLines(facts, organisation.departments, t), ...kept],
    taskId: task.id,
    undo,
  });
}

/** The task under lock, with what its form needs. @throws UserError when it may not be changed, or not any more */
async function openForEdit(id: string, context: Context) {
  const { trx, now, t } = context;
  const locked = await openTask(id, 'edit', context);
  const task = (await loadTasks(trx, [locked.id])).get(locked.id);
  if (!task) throw new Error(`task ${locked.id} is locked and not there`);
  if (task.status !== 'open') {
    const { error } = t.giving;
    const status = t.common.taskStatus[task.status];
    throw new UserError(error.taskClosed(t.common.taskCode(task.id), status), error.newTask);
  }
  const organisation = await loadOrganisation(trx);
  const { calendar } = task;
  const reader: Reader = {
    now: now.toZonedDateTimeISO(calendar.timeZone),
    calendar,
    units: organisation.units,
    homeAgencyId: task.agency.id,
    agencyId: task.agency.id,
    t,
  };
  return { locked, task, organisation, reader };
}

/** Says who was there meanwhile, and how the task stands now. */
async function conflict(task: TaskView, { trx, t }: Context): Promise<UserError> {
  const last = await trx
    .selectFrom('event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.at', 'p.name'])
    .where('e.task_id', '=', task.id)
    .orderBy('e.id', 'desc')
    .executeTakeFirst();
  const { error } = t.giving;
  const due = task.due ? t.dates.due(task.due.dueOn, task.due.time) : t.common.noDeadline;
  const by = last ? error.changedBy(last.name ?? error.theBot, t.dates.moment(last.at)) : '';
  return new UserError(error.conflict(by, task.title, due), error.reopenForm);
}

function dueFrom(day: Day | null, timeZone: string): Due | null {
  return day && { ...day, at: lastMoment(day.dueOn, day.time, timeZone) };
}

function happened({ now, who, account }: Context, task: TaskView) {
  return {
    at: now,
    personId: who.personId,
    platform: account.platform,
    agencyId: task.agency.id,
    taskId: task.id,
  };
}
