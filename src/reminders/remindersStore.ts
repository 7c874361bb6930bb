/** Writes `reminder` and `reminder_sent`. */
import { sql } from 'kysely';
import type { Trx } from '../database/transaction.ts';
import type { PlanFacts, PlannedReminder } from './plan.ts';
import { writeStamp } from './planned.ts';
import type { Snooze } from './snoozeSpan.ts';

export type NextReminder = {
  assignmentId: number;
  facts: PlanFacts;
  /** Null: nothing comes any more. */
  item: PlannedReminder | null;
  settled: Temporal.Instant;
  snooze: Snooze | null;
  /** When the item goes out, if not at its own time (the office was closed when it was found due). */
  remindAt: Temporal.Instant | null;
};

/** The next items of these assignments as stored, held against change, in the order of their ids. */
export function storedReminders(trx: Trx, assignmentIds: readonly number[]) {
  return trx
    .selectFrom('reminder')
    .selectAll()
    .where('assignment_id', 'in', [...assignmentIds])
    .orderBy('assignment_id')
    .forUpdate()
    .execute();
}

export async function saveNext(trx: Trx, reminders: readonly NextReminder[]): Promise<void> {
  const ended = reminders.filter(({ item }) => item === null).map(({ assignmentId }) => assignmentId);
  if (ended.length > 0) await trx.deleteFrom('reminder').where('assignment_id', 'in', ended).execute();
  const rows = reminders.flatMap(({ assignmentId, facts, item, settled, snooze, remindAt }) =>
    item === null
      ? []
      : {
          assignment_id: assignmentId,
          remind_at: remindAt ?? item.at,
          kind: item.kind,
          settled_through: settled,
          snoozed_until: snooze?.until ?? null,
          snoozed_by: snooze?.by ?? null,
          facts: writeStamp(item, facts),
        },
  );
  if (rows.length === 0) return;
  await trx
    .insertInto('reminder')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('assignment_id').doUpdateSet((eb) => ({
        remind_at: eb.ref('excluded.remind_at'),
        kind: eb.ref('excluded.kind'),
        settled_through: eb.ref('excluded.settled_through'),
        snoozed_until: eb.ref('excluded.snoozed_until'),
        snoozed_by: eb.ref('excluded.snoozed_by'),
        facts: eb.ref('excluded.facts'),
      })),
    )
    .execute();
}

/** Not now, but later: what is planned, and that it is not done with, stays. */
export async function postpone(
  trx: Trx,
  assignmentIds: readonly number[],
  until: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('reminder')
    .set({ remind_at: until })
    .where('assignment_id', 'in', [...assignmentIds])
    .execute();
}

export type SentReminder = { assignmentId: number; item: PlannedReminder; notificationId: number };

/** That these items were made into notifications. Whether those arrived, the notifications say. */
export async function saveSent(
  trx: Trx,
  now: Temporal.Instant,
  sent: readonly SentReminder[],
): Promise<void> {
  if (sent.length === 0) return;
  await trx
    .insertInto('reminder_sent')
    .values(
      sent.map(({ assignmentId, item, notificationId }) => ({
        assignment_id: assignmentId,
        kind: item.kind,
        planned_at: item.at,
        sent_at: now,
        notification_id: notificationId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['assignment_id', 'kind', 'planned_at']).doNothing())
    .execute();
}

/** One tick at a time over all instances, until the transaction ends: two that part the rows of a department between them
 *  would send it two digests. The number is the reminders' own among advisory locks. */
export async function lockTick(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(74110001)`.execute(trx);
}
