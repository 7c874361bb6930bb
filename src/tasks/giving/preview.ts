/** What /giao understood, as it is kept until it is confirmed: facts only, nothing of it is given yet. Pure. */
import { z } from 'zod';
import { conventionSchema } from './convention.ts';

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const time = z.iso.time({ precision: 0 }).transform((text) => Temporal.PlainTime.from(text));

const unitOption = z.object({ kind: z.enum(['department', 'agency']), id: z.number().int() });

const previewUnit = z.object({
  /** The words that named it. */
  words: z.string(),
  role: z.enum(['lead', 'coordinating', 'follower']),
  /** Null while somebody must say which department is meant. */
  departmentId: z.number().int().nullable(),
  /** Why that must be asked: several fit, the spelling was off, a whole agency was named, nobody is called so, or the unit is
   *  closed. */
  question: z.enum(['several', 'spelling', 'agency', 'unknown', 'closed']).nullable(),
  /** What else the words may mean; of a settled unit, the departments of other agencies that are called so too. */
  options: z.array(unitOption),
  /** What became of words that the bot did not know: the maker said whom they mean, and the bot may keep that. */
  correction: z.enum(['said', 'learnt']).optional(),
});

export const previewDueShape = z.object({
  words: z.string(),
  /** Null when the words name no day; `problem` says why. */
  dueOn: day.nullable(),
  time: time.nullable(),
  convention: conventionSchema.nullable(),
  sure: z.enum(['said', 'convention', 'ask']),
  problem: z.enum(['past', 'no-such-day', 'event-unknown', 'too-far']).nullable(),
});

const quoted = z.object({ text: z.string(), by: z.string(), link: z.string().nullable() });

/** Where a task belongs, and what it came from beside a line of /giao. */
const belonging = z.object({
  programme: z.object({ id: z.number().int(), contentId: z.number().int().nullable() }).nullable(),
  /** `id`: of the direction, the round, the item of a meeting's record, or the request to work together on a matter. */
  origin: z
    .object({ kind: z.enum(['direction', 'round', 'meeting', 'matter']), id: z.number().int() })
    .nullable(),
});

const previewTask = z.object({
  /** On whose behalf it is given; null while a giver for several agencies has not said. */
  agencyId: z.number().int().nullable(),
  title: z.string(),
  units: z.array(previewUnit),
  /** Words of units that the line rules out. */
  excluded: z.array(z.string()),
  due: previewDueShape.nullable(),
  /** Dates in the words that were not taken to close the task. */
  otherDates: z.array(previewDueShape),
  /** As `writeRecurrence` writes it. */
  recurrence: z.string().nullable(),
  urgency: z.enum(['normal', 'urgent', 'very_urgent', 'express']),
  source: z.object({ number: z.string(), date: day.nullable() }).nullable(),
  /** The message whose words it comes from. */
  sourceMessage: quoted.nullable(),
  /** Tasks of one message share it: the id of the first preview. Null for a task that came alone. */
  batch: z.number().int().nullable(),
  /** Left out: it belongs to no programme, and came from a line. */
  belonging: belonging.optional(),
});

export type Belonging = z.output<typeof belonging>;
export type UnitOption = z.output<typeof unitOption>;
export type PreviewUnit = z.output<typeof previewUnit>;
export type PreviewDue = z.output<typeof previewDueShape>;
export type PreviewTask = z.output<typeof previewTask>;
export type UnitRole = PreviewUnit['role'];

/** A row of `task_preview`. */
export type Preview = {
  id: number;
  personId: number;
  version: number;
  status: 'open' | 'given' | 'dropped';
  taskId: number | null;
  task: PreviewTask;
};

/** What was written with `JSON.stringify`. Throws when it is something else: a bug. */
export function readPreviewTask(content: object): PreviewTask {
  return previewTask.parse(content);
}
