/** Loads the event that a message tells of, with the names that belong to it. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/tables.ts';
import { loadTasks } from './load.ts';
import type { AssignmentView, TaskView } from './task.ts';

export type NewsEvent = {
  id: number;
  at: Temporal.Instant;
  kind: string;
  person: string | null;
  task: TaskView;
  assignment: AssignmentView | null;
  data: z.infer<typeof dataShape>;
};

/** What the events of tasks say beside who and when; each has some of it. */
const dataShape = z.object({
  reason: z.string().nullish(),
  note: z.string().nullish(),
  helper: z.string().nullish(),
  text: z.string().nullish(),
  extensionId: z.number().nullish(),
  from: z.union([z.string(), z.number()]).nullish(),
  fromTime: z.string().nullish(),
  to: z.string().nullish(),
  toTime: z.string().nullish(),
  toDepartment: z.string().nullish(),
});

export async function loadNewsEvent(db: Kysely<Database>, eventId: number): Promise<NewsEvent | null> {
  const event = await db
    .selectFrom('event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.id', 'e.at', 'e.kind', 'e.task_id', 'e.assignment_id', 'e.data', 'p.name'])
    .where('e.id', '=', eventId)
    .executeTakeFirst();
  if (!event || event.task_id === null) return null;
  const task = (await loadTasks(db, [event.task_id])).get(event.task_id);
  if (!task) return null;
  const assignment = task.assignments.find((each) => each.id === event.assignment_id) ?? null;
  const { id, at, kind, name: person } = event;
  return { id, at, kind, person, task, assignment, data: dataShape.parse(event.data) };
}

/** Whether the action has been taken back since. */
export async function isUndone(db: Kysely<Database>, actionId: number): Promise<boolean> {
  const step = await db
    .selectFrom('undo_step')
    .select('undone_at')
    .where('event_id', '=', actionId)
    .executeTakeFirst();
  return step?.undone_at != null;
}
