/** Lets an action be taken back. Called at the end of every action that can be, in its transaction: what it changed is found
 *  by comparing the task's rows with the snapshot taken before. How it is taken back: takeBack.ts. */
import { z } from 'zod';
import type { Trx } from '../database/transaction.ts';
import type { Recipient } from '../people/reach.ts';
import {
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
};

/** Gives the id that `undo.take:<id>` acts on. */
export async function recordUndo(trx: Trx, undo: NewUndo): Promise<number> {
  const { eventId, personId, at, taskId, told } = undo;
  const changes = changesBetween(undo.before ?? noSnapshot, await takeSnapshot(trx, taskId));
  const { id } = await trx
    .insertInto('undo_step')
    .values({
      event_id: eventId,
      person_id: personId,
      at,
      task_id: taskId,
      before: JSON.stringify({ changes, told }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const recipientShape = z.union([z.object({ roomId: z.number() }), z.object({ personId: z.number() })]);
const stepShape = z.object({
  changes: changesShape,
  told: z.array(z.object({ key: z.string(), to: recipientShape })),
});

/** Reads what `recordUndo` wrote. */
export function readUndo(before: object): { changes: Changes; told: Told[] } {
  return stepShape.parse(before);
}
