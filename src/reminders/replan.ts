/** Keeps the next reminder of each assignment true to what is known about it. */
import type { Trx } from '../database/transaction.ts';
import { calendarsOf } from './calendars.ts';
import { openDigests } from './digestsStore.ts';
import { wholePlan } from './nextItem.ts';
import { lockedPlanRows, planFacts, readStamp, reminderKind } from './planned.ts';
import { policiesOf } from './policies.ts';
import { defaultPolicy } from './policy.ts';
import { type NextReminder, saveNext, storedReminders } from './remindersStore.ts';
import type { Snooze } from './snoozeSpan.ts';

/**
 * Plans these assignments anew; to be called in the transaction of every change of an assignment's status, deadline, progress or
 * department, and for new ones. Repeating it changes nothing. `snooze` puts off what their departments get.
 *
 * What the old plan had due by `now` and the minute has not yet taken stays due when the new plan has it too; everything else up to
 * `now` is overtaken. A snooze lasts as long as status and deadline do.
 */
export async function replan(
  trx: Trx,
  now: Temporal.Instant,
  assignmentIds: readonly number[],
  snooze: Snooze | null = null,
): Promise<void> {
  const ids = [...new Set([...assignmentIds, ...(await declinedBeside(trx, assignmentIds))])];
  for (let from = 0; from < ids.length; from += chunk) {
    await replanChunk(trx, now, ids.slice(from, from + chunk), snooze);
  }
}

/** Somebody watches this task from now on: their agency gets its Monday digests. For new tasks `replan` does that. */
export async function planFollowing(trx: Trx, now: Temporal.Instant, taskId: number): Promise<void> {
  await openDigests(trx, now, [taskId]);
}

/** Parts of the same tasks that were declined: whether somebody has the task in hand is said of the last of them, and
 *  changes with the others. */
async function declinedBeside(trx: Trx, assignmentIds: readonly number[]): Promise<number[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await trx
    .selectFrom('assignment as changed')
    .innerJoin('assignment as beside', 'beside.task_id', 'changed.task_id')
    .select('beside.id')
    .where('changed.id', 'in', [...assignmentIds])
    .where('beside.status', '=', 'declined')
    .execute();
  return rows.map((row) => row.id);
}

/** So many assignments are held in memory at once. */
const chunk = 500;

async function replanChunk(
  trx: Trx,
  now: Temporal.Instant,
  ids: readonly number[],
  newSnooze: Snooze | null,
): Promise<void> {
  const rows = await lockedPlanRows(trx, ids);
  const agencyIds = rows.map((row) => row.agency_id);
  const policies = await policiesOf(trx, agencyIds);
  const calendars = await calendarsOf(trx, agencyIds);
  const stored = new Map((await storedReminders(trx, ids)).map((row) => [row.assignment_id, row]));
  const next: NextReminder[] = rows.map((row) => {
    const calendar = calendars.get(row.agency_id);
    if (!calendar) throw new Error(`assignment ${row.id} has no agency`);
    const facts = planFacts(row);
    const old = stored.get(row.id);
    const stamp = old ? readStamp(reminderKind.parse(old.kind), old.facts) : null;
    const sameGround =
      stamp !== null && stamp.status === facts.status && sameMoment(stamp.dueAt, facts.due?.at ?? null);
    const oldSnooze: Snooze | null =
      sameGround && old?.snoozed_until && old.snoozed_by
        ? { until: old.snoozed_until, by: old.snoozed_by }
        : null;
    const snooze = newSnooze ?? oldSnooze;
    const { policy } = policies.get(row.agency_id) ?? { policy: defaultPolicy };
    const plan = wholePlan(facts, policy, calendar, snooze?.until ?? null);
    const justBefore = stamp?.plannedAt.subtract({ milliseconds: 1 });
    const stillDue =
      stamp !== null &&
      justBefore !== undefined &&
      Temporal.Instant.compare(stamp.plannedAt, now) <= 0 &&
      plan
        .passed(justBefore, now)
        .some((item) => item.kind === stamp.kind && item.at.equals(stamp.plannedAt));
    const settled =
      stillDue && justBefore ? later(old?.settled_through, justBefore) : later(old?.settled_through, now);
    return { assignmentId: row.id, facts, item: plan.next(settled), settled, snooze, remindAt: null };
  });
  await saveNext(trx, next);
  await openDigests(
    trx,
    now,
    rows.map((row) => row.task_id),
  );
}

function later(a: Temporal.Instant | undefined, b: Temporal.Instant): Temporal.Instant {
  return a && Temporal.Instant.compare(a, b) > 0 ? a : b;
}

function sameMoment(a: Temporal.Instant | null, b: Temporal.Instant | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
