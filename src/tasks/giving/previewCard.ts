/** A preview as a card: every part as understood, what must be asked, and Giao việc once nothing is open. Pure. */
import type { WorkCalendar } from '../../calendar/workCalendar.ts';
import { nextWorkingDay, previousWorkingDay } from '../../calendar/workingDays.ts';
import type { Block, Button, Card, Field } from '../../chat/card.ts';
import { readRecurrence } from '../../language/deadlines/recurrence.ts';
import type { Locale } from '../../locale/locale.ts';
import type { BelongingLabel } from '../../programmes/find.ts';
import { belongingText } from '../card.ts';
import { type Organisation, unitLabel } from './organisation.ts';
import type { Preview, PreviewTask, UnitRole } from './preview.ts';
import {
  learnButtons,
  openQuestions,
  otherUnitButtons,
  presentProblem,
  type Question,
  type QuestionContext,
} from './question.ts';
import type { SimilarTask } from './similar.ts';

export type PreviewView = QuestionContext & {
  preview: Preview;
  calendar: WorkCalendar;
  similar: readonly SimilarTask[];
  /** Its place among the tasks of one message; null for a task that came alone. */
  place: { number: number; count: number } | null;
  /** The programme it belongs to. */
  belonging: BelongingLabel | null;
};

export function previewCard(view: PreviewView): Card {
  const { preview, place, t } = view;
  const { task } = preview;
  const texts = t.giving.preview;
  const questions = openQuestions(preview, view);
  const [question] = questions;
  return {
    title: place ? texts.titleOf(place.number, place.count) : texts.title,
    tone: question ? 'warning' : 'neutral',
    blocks: [
      { kind: 'text', text: task.title || texts.noTitle, style: 'strong' },
      { kind: 'fields', fields: previewFields(view) },
      ...notes(view).map((text): Block => ({ kind: 'text', text, style: 'small' })),
      ...(task.sourceMessage
        ? [{ kind: 'quote', text: task.sourceMessage.text, by: task.sourceMessage.by } satisfies Block]
        : []),
      ...questions.map(({ text }): Block => ({ kind: 'text', text, style: 'strong' })),
    ],
    buttons: [
      ...(question?.buttons ?? []),
      ...(question
        ? []
        : [...otherUnitButtons(preview, view), ...learnButtons(preview, view), ...dayOffButtons(view)]),
      ...similarButtons(view),
      lastRow(view, question),
    ],
  };
}

/** The names of its departments in one part, in the order in which they were said. */
export function partNames(task: PreviewTask, role: UnitRole, organisation: Organisation): string {
  return task.units
    .filter((unit) => unit.role === role)
    .map((unit) => {
      const department =
        unit.departmentId === null ? undefined : organisation.departments.get(unit.departmentId);
      return department ? unitLabel(department, task.agencyId) : `“${unit.words}”?`;
    })
    .join(', ');
}

/** The full date beside the words it was given in. */
export function dueText(task: PreviewTask, t: Locale): string {
  const { due } = task;
  if (!due) return t.common.noDeadline;
  if (due.dueOn === null) return `“${due.words}”?`;
  const written = t.dates.due(due.dueOn, due.time);
  const same =
    due.words === '' || due.words === written || due.words === t.dates.shortDue(due.dueOn, due.time);
  return same ? written : t.giving.preview.dueFrom(written, due.words);
}

export function recurrenceText(recurrence: string, t: Locale): string {
  const read = readRecurrence(recurrence);
  return read ? t.giving.recurrence(read) : recurrence;
}

function previewFields({ preview, organisation, agencyIds, belonging, t }: PreviewView): Field[] {
  const { task } = preview;
  const { preview: texts, roleNames } = t.giving;
  const agency = task.agencyId === null ? undefined : organisation.agencies.get(task.agencyId);
  const { source } = task;
  const fields: (Field | null)[] = [
    ...(['lead', 'coordinating', 'follower'] as const).map((role) =>
      field(roleNames[role], partNames(task, role, organisation)),
    ),
    { label: texts.deadline, value: dueText(task, t) },
    task.recurrence ? field(texts.recurs, recurrenceText(task.recurrence, t)) : null,
    task.urgency === 'normal' ? null : field(texts.urgency, t.common.urgency[task.urgency]),
    source
      ? field(texts.source, texts.sourceOf(source.number, source.date ? t.dates.shortDay(source.date) : null))
      : null,
    belonging ? field(t.tasks.card.fields.programme, belongingText(belonging, t)) : null,
    agencyIds.length > 1 && agency ? field(texts.onBehalf, agency.name) : null,
    field(texts.excluded, task.excluded.join(', ')),
  ];
  return fields.filter((each) => each !== null);
}

function field(label: string, value: string): Field | null {
  return value === '' ? null : { label, value };
}

function notes(view: PreviewView): string[] {
  const { preview, organisation, similar, t } = view;
  const { task } = preview;
  const { preview: texts, convention } = t.giving;
  const { due } = task;
  const notes: string[] = [];
  if (due?.dueOn && due.convention) {
    notes.push(texts.byConvention(convention(due.convention, due.dueOn, due.time, t.dates)));
  }
  if (task.otherDates.length > 0) {
    notes.push(texts.otherDates(task.otherDates.map((each) => each.words).join(', ')));
  }
  const dayOff = dayOffOf(view);
  if (dayOff) notes.push(dayOff);
  const settled = task.units.flatMap((unit) =>
    unit.departmentId === null
      ? []
      : [{ role: unit.role, unit: organisation.departments.get(unit.departmentId) }],
  );
  for (const { words, departmentId, options, correction } of task.units) {
    const taken = departmentId === null ? undefined : organisation.departments.get(departmentId);
    if (taken && options.length > 0) notes.push(texts.takenAsOwn(words, taken.name));
    if (taken && correction === 'learnt') notes.push(texts.learnt(words, taken.name));
  }
  const leads = settled.filter(({ role }) => role === 'lead');
  const [first] = leads;
  if (leads.length > 1 && first?.unit) notes.push(texts.answers(first.unit.name));
  const foreign = settled.flatMap(({ role, unit }) =>
    unit && role !== 'follower' && task.agencyId !== null && unit.agencyId !== task.agencyId
      ? [unitLabel(unit, task.agencyId)]
      : [],
  );
  if (foreign.length > 0) notes.push(texts.consent(foreign.join(', ')));
  if (similar.length > 0) {
    const lines = similar.map(({ id, title, due: dueOfOther }) =>
      texts.similarOne(
        t.common.taskCode(id),
        title,
        dueOfOther ? t.dates.shortDue(dueOfOther.dueOn, dueOfOther.time) : t.common.noDeadline,
      ),
    );
    const codes = similar.map(({ id }) => t.common.taskCode(id)).join(', ');
    notes.push([texts.similar(codes), ...lines].join('\n'));
  }
  return notes;
}

function dayOffOf({ preview, calendar, now, t }: PreviewView): string | null {
  const { due } = preview.task;
  if (!due?.dueOn || presentProblem(due, now) !== null) return null;
  const off = calendar.dayOff(due.dueOn);
  if (!off) return null;
  const { preview: texts } = t.giving;
  const reason = off.kind === 'weekend' ? texts.weekend : (off.name ?? texts.holiday);
  const written = off.provisional ? `${reason}; ${texts.provisional}` : reason;
  return texts.dayOff(t.dates.day(due.dueOn), written);
}

/** The working days around a day off; one that has passed is not offered. */
function dayOffButtons({ preview, calendar, now, t }: PreviewView): Button[][] {
  const { due } = preview.task;
  if (!due?.dueOn || calendar.dayOff(due.dueOn) === null) return [];
  const days = [previousWorkingDay(calendar, due.dueOn), nextWorkingDay(calendar, due.dueOn)];
  const offered = days.filter((day) => presentProblem({ ...due, dueOn: day, problem: null }, now) === null);
  return [
    offered.map((day) => ({
      label: t.dates.day(day),
      action: 'assign.due',
      id: `${preview.id}.${day.toString()}`,
    })),
  ];
}

function similarButtons({ similar, t }: PreviewView): Button[][] {
  if (similar.length === 0) return [];
  return [
    similar.map(({ id }) => ({
      label: t.giving.button.open(t.common.taskCode(id)),
      action: 'task.open',
      id: `${id}`,
    })),
  ];
}

function lastRow({ preview, place, t }: PreviewView, question: Question | undefined): Button[] {
  const { button } = t.giving;
  const id = `${preview.id}`;
  const { batch } = preview.task;
  return [
    ...(question
      ? []
      : [{ label: button.confirm, action: 'assign.confirm', id, style: 'primary' } satisfies Button]),
    { label: button.edit, action: 'assign.edit', id },
    { label: button.drop, action: 'assign.cancel', id },
    ...(place && batch !== null ? [{ label: button.backToList, action: 'assign.list', id: `${batch}` }] : []),
  ];
}
