/** Lets an action be taken back. Called at the end of every action that can be, in its transaction: what it changed is found
 *  by comparing the task's rows with the snapshot taken before. How it is taken back: takeBack.ts. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Trx } from '../database/transaction.ts';
import type { Recipient } from '../people/reach.ts';
import {
  type ChangedRow,
  type Changes,
  changesBetween,
  changesShape,
  noSnapshot,
  type TaskSnapshot,
  takeSnapshot,
} from './snapshot.ts';

/** A message that told of the action: its key, and to whom it went. */
export type Told = { key: string; to: Recipient };

export type NewUndo = {
  /** Of the action. */
  eventId: number;
  personId: number;
  at: Temporal.Instant;
  taskId: number;
  /** Null: the action made the task. Taken back, such a task is cancelled. */
  before: TaskSnapshot | null;
  /** Who has to be told when it is taken back. */
  told: readonly Told[];
  /** A direction that goes with it. */
  directionId?: number;
  /** The same for all that one press did: they are taken back together. */
  group?: string;
};

/** Gives the id that `undo.take:<id>` acts on. */
export async function recordUndo(trx: Trx, undo: NewUndo): Promise<number> {
  const { eventId, personId, at, taskId, told, directionId, group } = undo;
  const changes = changesBetween(undo.before ?? noSnapshot, await takeSnapshot(trx, taskId));
  const { id } = await trx
    .insertInto('undo_step')
    .values({
      event_id: eventId,
      person_id: personId,
      at,
      task_id: taskId,
      before: JSON.stringify({ changes, told, directionId, group }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** So long an action can be taken back, in minutes. */
export const undoMinutes = 10;

/** The steps that go back together with this one, itself among them, in the order of their tasks; it alone when it belongs
 *  to no others. Index: undo_step_person_idx. */
export async function stepsOfGroup(trx: Trx, stepId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('undo_step as one')
    .innerJoin('undo_step as u', (join) =>
      join
        .onRef('u.person_id', '=', 'one.person_id')
        .onRef('u.at', '=', 'one.at')
        .on(sql<boolean>`u.before ->> 'group' = one.before ->> 'group'`),
    )
    .select('u.id')
    .where('one.id', '=', stepId)
    .orderBy('u.task_id')
    .execute();
  return rows.length > 0 ? rows.map((row) => row.id) : [stepId];
}

/** What this event did cannot be taken back any more: something else has become of it. */
export async function endUndo(trx: Trx, eventId: number, now: Temporal.Instant): Promise<void> {
  await trx.updateTable('undo_step').set({ undone_at: now }).where('event_id', '=', eventId).execute();
}

/** Taking back raises versions, too. Steps before the one taken back recorded the versions that are now restored: they are told
 *  the new ones, so that one can go back step by step. */
export async function carryVersions(trx: Trx, taskId: number, restored: Changes): Promise<void> {
  const now = await takeSnapshot(trx, taskId);
  const steps = await trx
    .selectFrom('event as e') // by way of event_task_idx: a task has few events, the table of steps grows with all
    .innerJoin('undo_step as u', 'u.event_id', 'e.id')
    .select(['u.id', 'u.before'])
    .where('e.task_id', '=', taskId)
    .where('u.undone_at', 'is', null)
    .execute();
  for (const step of steps) {
    const { changes, ...rest } = readUndo(step.before);
    const carried = {
      ...changes,
      task: changes.task && carry(changes.task, [restored.task ?? []].flat(), [now.task ?? []].flat()),
      assignments: changes.assignments.map((row) => carry(row, restored.assignments, now.assignments)),
    };
    await trx
      .updateTable('undo_step')
      .set({ before: JSON.stringify({ changes: carried, ...rest }) })
      .where('id', '=', step.id)
      .execute();
  }
}

function carry(
  row: ChangedRow,
  restored: readonly ChangedRow[],
  now: readonly { id: number; version: number }[],
): ChangedRow {
  const back = restored.find((each) => each.id === row.id)?.before;
  if (!back || back.version !== row.version) return row;
  return { ...row, version: now.find((each) => each.id === row.id)?.version ?? row.version };
}

const recipientShape = z.union([z.object({ roomId: z.number() }), z.object({ personId: z.number() })]);
const stepShape = z.object({
  changes: changesShape,
  told: z.array(z.object({ key: z.string(), to: recipientShape })),
  directionId: z.number().optional(),
  group: z.string().optional(),
});

/** Reads what `recordUndo` wrote. */
export function readUndo(before: object): {
  changes: Changes;
  told: Told[];
  directionId?: number | undefined;
  group?: string | undefined;
} {
  return stepShape.parse(before);
}
