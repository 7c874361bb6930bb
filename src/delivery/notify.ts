/** Writes what the bot has to say, in the transaction of the change that causes it. Delivery sends it. */
import type { Trx } from '../database/transaction.ts';

export type NewNotification = {
  /** Names the fact, so that telling it twice writes one row: `overdue:<assignment>:<day>`. */
  key: string;
  to: { roomId: number } | { personId: number };
  /** A registered renderer's name, and the facts it draws from. Instants and days as their text. */
  kind: string;
  facts: object;
  /** Not before. */
  at: Temporal.Instant;
  /** Better unsaid after this. */
  staleAfter?: Temporal.Instant | null;
  /** What it speaks of: the proof of delivery, and for a reminder what its buttons act on. */
  about: readonly { taskId: number; assignmentId: number | null }[];
};

/** Gives the id of the row, new or already there. Repeating a key changes nothing. */
export async function notify(
  trx: Trx,
  now: Temporal.Instant,
  notification: NewNotification,
): Promise<number> {
  const { key, to, kind, facts, at, staleAfter = null, about } = notification;
  const inserted = await trx
    .insertInto('notification')
    .values({
      key,
      room_id: 'roomId' in to ? to.roomId : null,
      person_id: 'personId' in to ? to.personId : null,
      kind,
      facts: JSON.stringify(facts),
      created_at: now,
      send_at: at,
      stale_after: staleAfter,
      next_try_at: at,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) {
    const found = await trx
      .selectFrom('notification')
      .select('id')
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    return found.id;
  }
  if (about.length > 0) {
    await trx
      .insertInto('notification_task')
      .values(
        about.map(({ taskId, assignmentId }) => ({
          notification_id: inserted.id,
          task_id: taskId,
          assignment_id: assignmentId,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return inserted.id;
}
