/** The form that changes a task after it was given, and what was changed in it. */

import { UserError } from '../../chat/errors.ts';
import { type Form, type FormField, type FormValues, fieldValue } from '../../chat/form.ts';
import type { Urgency } from '../../database/codes.ts';
import { type AssignmentView, closedStatuses, type TaskView } from '../task.ts';
import type { Organisation } from './organisation.ts';
import { deadlineField, departmentsInput, initialDue, sourceFields, urgencyField } from './previewForm.ts';
import {
  checkedTitle,
  type Reader,
  readDayField,
  readDueField,
  readUnitsField,
  titleMax,
} from './readText.ts';
import { dayProblem } from './understand.ts';
import { urgencyOf } from './urgency.ts';

export type Day = { dueOn: Temporal.PlainDate; time: Temporal.PlainTime | null };
export type Source = { number: string; date: Temporal.PlainDate | null };

/** Only what differs is set. */
export type TaskEdit = {
  title?: { before: string; after: string };
  due?: { before: Day | null; after: Day | null; words: string | null; convention: object | null };
  urgency?: { before: Urgency; after: Urgency };
  source?: { before: Source | null; after: Source | null };
  addLead: number[];
  addCoordinating: number[];
  /** Open assignments. */
  remove: AssignmentView[];
};

/** The version travels along: what somebody else changes meanwhile is not overwritten. */
export function editForm(
  task: TaskView,
  { organisation, reader }: { organisation: Organisation; reader: Reader },
): Form {
  const { t } = reader;
  const { edit, form } = t.giving;
  const department = (name: string, label: string): FormField => {
    const input = departmentsInput([], { organisation, homeAgencyId: task.agency.id });
    return { name, label, required: false, input };
  };
  return {
    action: 'task.edit',
    id: `${task.id}.${task.version}`,
    title: edit.title(t.common.taskCode(task.id)),
    submit: edit.submit,
    fields: [
      {
        name: 'title',
        label: form.title,
        required: true,
        input: { kind: 'text', initial: task.title, maxLength: titleMax },
      },
      deadlineField(task.due ? { ...noDoubt, dueOn: task.due.dueOn, time: task.due.time } : null, t),
      urgencyField(task.urgency, t),
      ...sourceFields(task.source, t),
      department('addLead', edit.addLead),
      department('addCoordinating', edit.addCoordinating),
      ...removeField(task, reader),
    ],
  };
}

/** None when nothing is open: a list without options cannot be drawn. */
function removeField(task: TaskView, reader: Reader): FormField[] {
  const options = openParts(task).map((each) => ({
    value: `${each.id}`,
    label: partLabel(each, task, reader),
  }));
  if (options.length === 0) return [];
  const label = reader.t.giving.edit.remove;
  return [{ name: 'remove', label, required: false, input: { kind: 'choices', options } }];
}

/** What the form changes. @throws UserError at the field that is at fault, or when nothing differs */
export function readEdit(values: FormValues, task: TaskView, reader: Reader): TaskEdit {
  const { error } = reader.t.giving;
  const title = checkedTitle(fieldValue(values, 'title'), reader.t);
  if (title === '') throw new UserError(error.titleMissing, error.titleMend, 'title');
  const urgency = urgencyOf(fieldValue(values, 'urgency'));
  const source = readSource(values, reader);
  const due = readDue(values, task, reader);
  const edit: TaskEdit = {
    ...(title === task.title ? {} : { title: { before: task.title, after: title } }),
    ...(due ? { due } : {}),
    ...(urgency === task.urgency ? {} : { urgency: { before: task.urgency, after: urgency } }),
    ...(sameSource(source, task.source) ? {} : { source: { before: task.source, after: source } }),
    ...readParts(values, task, reader),
  };
  const parts = edit.addLead.length + edit.addCoordinating.length + edit.remove.length;
  if (parts === 0 && !edit.title && !edit.due && !edit.urgency && !edit.source) {
    throw new UserError(error.nothingChanged, error.changeSomething);
  }
  return edit;
}

/** Parts the task still waits for. */
function openParts(task: TaskView): AssignmentView[] {
  return task.assignments.filter((each) => !closedStatuses.includes(each.status));
}

function partLabel({ department, agency, part }: AssignmentView, task: TaskView, { t }: Reader): string {
  const name = agency.id === task.agency.id ? department.name : `${department.name} (${agency.code})`;
  return `${name} – ${t.common.parts[part]}`;
}

const noDoubt = { words: '', convention: null, sure: 'said', problem: null } as const;

function readSource(values: FormValues, reader: Reader): Source | null {
  const number = fieldValue(values, 'sourceNumber');
  if (number === '') return null;
  return { number, date: readDayField(fieldValue(values, 'sourceDate'), 'sourceDate', reader) };
}

function sameSource(one: Source | null, other: Source | null): boolean {
  return one?.number === other?.number && one?.date?.toString() === other?.date?.toString();
}

/** Null: as it was. A deadline in doubt is not taken: there is nobody left to ask. */
function readDue(values: FormValues, task: TaskView, reader: Reader): TaskEdit['due'] | null {
  const words = fieldValue(values, 'deadline');
  const before = task.due ? { dueOn: task.due.dueOn, time: task.due.time } : null;
  const { error, ask } = reader.t.giving;
  if (words === (before ? initialDue({ ...noDoubt, ...before }, reader.t) : '')) return null;
  const read = readDueField(words, 'deadline', reader);
  if (!read) {
    if (task.recurrence !== null)
      throw new UserError(error.seriesNeedsDue, error.stopSeriesFirst, 'deadline');
    return { before, after: null, words: null, convention: null };
  }
  const { dueOn, time, convention } = read;
  // A day from a date picker has not been looked at.
  const problem = read.problem ?? dayProblem(dueOn, time, reader.now);
  const written = dueOn ? reader.t.dates.due(dueOn, time) : read.words;
  const problems = {
    past: error.duePast(written),
    'too-far': error.dueTooFar(written),
    'no-such-day': error.dueNoSuchDay(read.words),
    'event-unknown': error.dueEventUnknown(read.words),
  };
  if (problem) throw new UserError(problems[problem], error.dueMend, 'deadline');
  if (!dueOn) throw new UserError(error.dueUnknown(words), error.dueMend, 'deadline');
  if (read.sure === 'ask') throw new UserError(ask.dueSure(read.words, written), error.dueMend, 'deadline');
  if (before?.dueOn.equals(dueOn) && `${before.time}` === `${time}`) return null;
  return { before, after: { dueOn, time }, words: read.words === '' ? null : read.words, convention };
}

function readParts(values: FormValues, task: TaskView, reader: Reader) {
  const { edit } = reader.t.giving;
  const open = openParts(task);
  const remove = (values.remove ?? []).map((value) => {
    const part = open.find((each) => `${each.id}` === value);
    if (!part) throw new UserError(edit.removeUnknown(value), edit.removeMend, 'remove');
    return part;
  });
  const addLead = newParts('addLead', values, task, reader);
  const addCoordinating = newParts('addCoordinating', values, task, reader).filter(
    (id) => !addLead.includes(id),
  );
  const leads = task.assignments.filter(
    (each) =>
      each.part === 'lead' &&
      each.status !== 'declined' &&
      each.status !== 'cancelled' &&
      !remove.some((removed) => removed.id === each.id),
  );
  if (remove.length > 0 && leads.length + addLead.length === 0) {
    throw new UserError(edit.leadLeft, edit.leadLeftMend, 'remove');
  }
  return { addLead, addCoordinating, remove };
}

/** Departments without a part that is open or completed. */
function newParts(field: string, values: FormValues, task: TaskView, reader: Reader): number[] {
  const ids = [...new Set(readUnitsField(values[field] ?? [], field, reader))];
  const taken = task.assignments.filter(
    (each) => ids.includes(each.department.id) && each.status !== 'declined' && each.status !== 'cancelled',
  );
  if (taken.length === 0) return ids;
  const { edit } = reader.t.giving;
  throw new UserError(
    edit.addedTwice(taken.map((each) => each.department.name).join(', ')),
    edit.addedTwiceMend,
    field,
  );
}
