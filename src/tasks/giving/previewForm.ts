/** The form of a task to be given: all its parts, empty or as understood so far. */

import { UserError } from '../../chat/errors.ts';
import { type Form, type FormField, type FormValues, fieldValue } from '../../chat/form.ts';
import type { Locale } from '../../locale/locale.ts';
import { type Organisation, openDepartments, unitLabel } from './organisation.ts';
import type { PreviewDue, PreviewTask, PreviewUnit, UnitRole } from './preview.ts';
import { recurrenceText } from './previewCard.ts';
import {
  checkedTitle,
  type Reader,
  readDayField,
  readDueField,
  readRecurrenceField,
  readUnitsField,
  recurrenceColumn,
  titleMax,
} from './readText.ts';
import { previewDue, withoutRepeats } from './understand.ts';
import { urgencies, urgencyOf } from './urgency.ts';

export type FormContext = { organisation: Organisation; agencyIds: readonly number[]; t: Locale };

/** `task` null: a fresh form. */
export function previewForm(
  task: PreviewTask | null,
  target: { action: string; id: string },
  context: FormContext,
): Form {
  const { t, agencyIds, organisation } = context;
  const { form } = t.giving;
  return {
    ...target,
    title: task ? form.editTitle : form.newTitle,
    intro: form.newIntro,
    submit: form.submit,
    fields: [
      {
        name: 'title',
        label: form.title,
        required: true,
        input: { kind: 'text', initial: task?.title ?? '', maxLength: titleMax },
      },
      unitsField('lead', true, task, context),
      unitsField('coordinating', false, task, context),
      unitsField('follower', false, task, context),
      deadlineField(task?.due ?? null, t),
      urgencyField(task?.urgency ?? 'normal', t),
      ...sourceFields(task?.source ?? null, t),
      {
        name: 'recurrence',
        label: form.recurrence,
        hint: form.recurrenceHint,
        required: false,
        input: { kind: 'line', initial: task?.recurrence ? recurrenceText(task.recurrence, t) : '' },
      },
      ...(agencyIds.length > 1
        ? [
            {
              name: 'agency',
              label: form.agency,
              required: true,
              input: {
                kind: 'choice',
                options: agencyIds.map((id) => ({
                  value: `${id}`,
                  label: organisation.agencies.get(id)?.name ?? '',
                })),
                ...(task?.agencyId ? { initial: `${task.agencyId}` } : {}),
              },
            } satisfies FormField,
          ]
        : []),
    ],
  };
}

/** What was filled in, over what the preview already held. @throws UserError at the field that is at fault */
export function readPreviewForm(
  values: FormValues,
  before: PreviewTask | null,
  { reader, agencyIds }: { reader: Reader; agencyIds: readonly number[] },
): PreviewTask {
  const { t } = reader;
  const { error } = t.giving;
  const title = checkedTitle(fieldValue(values, 'title'), t);
  if (title === '') throw new UserError(error.titleMissing, error.titleMend, 'title');
  const units = withoutRepeats(roles.flatMap((role) => readUnits(role, values, before, reader)));
  if (!units.some((unit) => unit.role === 'lead'))
    throw new UserError(error.leadMissing, error.leadMend, 'lead');
  const agencyId = Number(fieldValue(values, 'agency'));
  const recurrence = readRecurrenceField(fieldValue(values, 'recurrence'), 'recurrence', reader);
  const number = fieldValue(values, 'sourceNumber');
  return {
    agencyId: agencyIds.includes(agencyId) ? agencyId : (before?.agencyId ?? reader.agencyId),
    title,
    units,
    excluded: before?.excluded ?? [],
    due: readDue(values, before, reader) ?? previewDue(null, recurrence, reader.now),
    otherDates: before?.otherDates ?? [],
    recurrence: recurrenceColumn(recurrence),
    urgency: urgencyOf(fieldValue(values, 'urgency')),
    source:
      number === ''
        ? null
        : { number, date: readDayField(fieldValue(values, 'sourceDate'), 'sourceDate', reader) },
    sourceMessage: before?.sourceMessage ?? null,
    batch: before?.batch ?? null,
    ...(before?.belonging ? { belonging: before.belonging } : {}),
  };
}

const roles = ['lead', 'coordinating', 'follower'] as const;

/** The departments of one part. A name that is still to be asked about stays so, unless the choice of that part was changed:
 *  then it has been answered. */
function readUnits(
  role: UnitRole,
  values: FormValues,
  before: PreviewTask | null,
  reader: Reader,
): PreviewUnit[] {
  const known = before?.units.filter((unit) => unit.role === role) ?? [];
  const chosen = readUnitsField(values[role] ?? [], role, reader);
  const settled = known.flatMap((unit) => unit.departmentId ?? []);
  const open = known.filter((unit) => unit.departmentId === null);
  const same = new Set(chosen).symmetricDifference(new Set(settled)).size === 0;
  return [
    ...chosen.map((departmentId) => ({ words: '', role, departmentId, question: null, options: [] })),
    ...(same ? open : []),
  ];
}

/** The unchanged date keeps the words it was given in; a date or words of the form replace them. */
function readDue(values: FormValues, before: PreviewTask | null, reader: Reader): PreviewDue | null {
  const words = fieldValue(values, 'deadline');
  const known = before?.due;
  if (known && words !== '' && words === initialDue(known, reader.t)) return known;
  return readDueField(words, 'deadline', reader);
}

export function deadlineField(due: PreviewDue | null, t: Locale): FormField {
  const { form } = t.giving;
  return {
    name: 'deadline',
    label: form.deadline,
    hint: form.deadlineHint,
    required: false,
    input: { kind: 'date', initial: due ? initialDue(due, t) : '' },
  };
}

export function urgencyField(initial: string, t: Locale): FormField {
  const options = urgencies.map((value) => ({ value, label: t.common.urgency[value] }));
  return {
    name: 'urgency',
    label: t.giving.form.urgency,
    required: true,
    input: { kind: 'choice', options, initial },
  };
}

export function sourceFields(
  source: { number: string; date: Temporal.PlainDate | null } | null,
  t: Locale,
): FormField[] {
  const { form } = t.giving;
  return [
    {
      name: 'sourceNumber',
      label: form.sourceNumber,
      required: false,
      input: { kind: 'line', initial: source?.number ?? '', maxLength: 200 },
    },
    {
      name: 'sourceDate',
      label: form.sourceDate,
      required: false,
      input: { kind: 'date', initial: source?.date?.toString() ?? '' },
    },
  ];
}

/** A field that takes departments: a list to tick while it is of a length one can look through, else names. */
export function departmentsInput(
  chosen: readonly number[],
  { organisation, homeAgencyId }: { organisation: Organisation; homeAgencyId: number | null },
): FormField['input'] {
  const open = openDepartments(organisation, homeAgencyId);
  const initial = chosen.filter((id) => open.some((unit) => unit.id === id));
  if (open.length > optionsMax) {
    const names = initial.map((id) => organisation.departments.get(id));
    return {
      kind: 'line',
      initial: names.flatMap((unit) => (unit ? [`${unit.agencyCode}/${unit.code}`] : [])).join(', '),
    };
  }
  const options = open.map((unit) => ({ value: `${unit.id}`, label: unitLabel(unit, homeAgencyId) }));
  return { kind: 'choices', options, initial: initial.map(String) };
}

/** Slack shows at most 100 options in a list. */
const optionsMax = 100;

function unitsField(
  role: UnitRole,
  required: boolean,
  task: PreviewTask | null,
  { organisation, agencyIds, t }: FormContext,
): FormField {
  const { form } = t.giving;
  const chosen =
    task?.units.filter((unit) => unit.role === role).flatMap((unit) => unit.departmentId ?? []) ?? [];
  const homeAgencyId = task?.agencyId ?? agencyIds[0] ?? null;
  const input = departmentsInput(chosen, { organisation, homeAgencyId });
  return {
    name: role,
    label: form[role],
    required,
    input,
    ...(input.kind === 'line' ? { hint: form.unitsHint } : {}),
  };
}

/** A plain day as ISO, so that a date picker can take it; with a time, the words that give it. */
export function initialDue(
  { words, dueOn, time }: Pick<PreviewDue, 'words' | 'dueOn' | 'time'>,
  t: Locale,
): string {
  if (dueOn === null) return words;
  return time === null ? dueOn.toString() : t.dates.shortDue(dueOn, time);
}
