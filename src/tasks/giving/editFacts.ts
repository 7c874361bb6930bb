/** What a change was, as the history keeps it: old and new; and the lines that say it. Pure. */
import { z } from 'zod';
import type { KnownUnit } from '../../language/matching/unit.ts';
import type { Locale } from '../../locale/locale.ts';
import type { Day, Source, TaskEdit } from './editForm.ts';

const day = z
  .object({
    dueOn: z.iso.date().transform((text) => Temporal.PlainDate.from(text)),
    time: z.iso
      .time()
      .transform((text) => Temporal.PlainTime.from(text))
      .nullable(),
  })
  .nullable();
const urgency = z.enum(['normal', 'urgent', 'very_urgent', 'express']);
const source = z
  .object({
    number: z.string(),
    date: z.iso
      .date()
      .transform((text) => Temporal.PlainDate.from(text))
      .nullable(),
  })
  .nullable();

/** The data of a `task.edited` event. */
const factsShape = z.object({
  title: z.object({ before: z.string(), after: z.string() }).optional(),
  due: z.object({ before: day, after: day, words: z.string().nullable() }).optional(),
  urgency: z.object({ before: urgency, after: urgency }).optional(),
  source: z.object({ before: source, after: source }).optional(),
  added: z.array(z.number()),
  removed: z.array(z.number()),
});

/** As it is written: days and times as text. */
export type EditFacts = z.input<typeof factsShape>;

export function editFacts(edit: TaskEdit): EditFacts {
  const { title, due, urgency, source, addLead, addCoordinating, remove } = edit;
  return {
    ...(title ? { title } : {}),
    ...(due ? { due: { before: dayFacts(due.before), after: dayFacts(due.after), words: due.words } } : {}),
    ...(urgency ? { urgency } : {}),
    ...(source ? { source: { before: sourceFacts(source.before), after: sourceFacts(source.after) } } : {}),
    added: [...addLead, ...addCoordinating],
    removed: remove.map((each) => each.department.id),
  };
}

/** "Hạn: thứ Sáu, 15/4/2016 → thứ Tư, 20/4/2016", a line for each thing that changed. Facts may come from the history. */
export function editLines(facts: object, departments: ReadonlyMap<number, KnownUnit>, t: Locale): string[] {
  const { title, due, urgency, source, added, removed } = factsShape.parse(facts);
  const { fields, fromTo } = t.giving.changed;
  const names = (ids: readonly number[]) => ids.map((id) => departments.get(id)?.name ?? '').join(', ');
  const line = (label: string, value: string) => t.giving.changed.line(label, value);
  const { urgency: urgencies } = t.common;
  return [
    ...(title ? [line(fields.title, fromTo(title.before, title.after))] : []),
    ...(due ? [line(fields.due, fromTo(dayText(due.before, t), dayText(due.after, t)))] : []),
    ...(urgency ? [line(fields.urgency, fromTo(urgencies[urgency.before], urgencies[urgency.after]))] : []),
    ...(source
      ? [line(fields.source, fromTo(sourceText(source.before, t), sourceText(source.after, t)))]
      : []),
    ...(added.length > 0 ? [line(fields.added, names(added))] : []),
    ...(removed.length > 0 ? [line(fields.removed, names(removed))] : []),
  ];
}

function dayText(day: Day | null, t: Locale): string {
  return day ? t.dates.due(day.dueOn, day.time) : t.common.noDeadline;
}

function sourceText(source: Source | null, t: Locale): string {
  if (!source) return t.giving.changed.none;
  return t.giving.preview.sourceOf(source.number, source.date ? t.dates.shortDay(source.date) : null);
}

function dayFacts(day: Day | null) {
  return day && { dueOn: day.dueOn.toString(), time: day.time?.toString() ?? null };
}

function sourceFacts(source: Source | null) {
  return source && { number: source.number, date: source.date?.toString() ?? null };
}
