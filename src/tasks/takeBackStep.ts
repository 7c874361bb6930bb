/** Takes one recorded step back: within ten minutes, by the same person, and only while nobody has acted on its result. The
 *  history keeps both. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import { touchLiveCards } from '../delivery/liveCards.ts';
import { notify } from '../delivery/notify.ts';
import { tasksCameOf, withdrawDirection } from '../directions/withdraw.ts';
import { draftOvertaken, takeBackDraft } from '../drafts/takeBackDraft.ts';
import { recordEvent } from '../history/recordEvent.ts';
import type { Locale } from '../locale/locale.ts';
import { replan } from '../reminders/replan.ts';
import { settleTask } from './change.ts';
import { type LockedTask, lockTask } from './locked.ts';
import { restore } from './restore.ts';
import { markUndone } from './store.ts';
import { recipientName } from './tell.ts';
import { carryVersions, readUndo, type Told, undoMinutes } from './undo.ts';

/** `kind`: of the event that was taken back. */
export type TakenBack = { taskId: number } & ({ kind: string } | { refused: string });

/** Takes it back whole, or says why it cannot be. @throws UserError when there is no such step, or it is somebody else's */
export async function takeBackStep(stepId: number, context: Context): Promise<TakenBack> {
  const { trx, now, who, t } = context;
  const { refusals } = t.tasks;
  const found = await trx
    .selectFrom('undo_step')
    .select(['person_id', 'task_id'])
    .where('id', '=', stepId)
    .executeTakeFirst();
  if (!found || found.task_id === null) throw new UserError(refusals.gone, refusals.undoNothingMend);
  if (found.person_id !== who.personId)
    throw new UserError(refusals.undoNotYours, refusals.undoOvertakenMend);
  const taskId = found.task_id;
  const refused = (why: string): TakenBack => ({ taskId, refused: why });
  const task = await lockTask(trx, taskId);
  if (!task) throw new Error(`undo step ${stepId} names a task that is not there`);
  const step = await trx
    .selectFrom('undo_step as u')
    .innerJoin('event as e', 'e.id', 'u.event_id')
    .select(['u.at', 'u.before', 'u.undone_at', 'u.event_id', 'e.kind', 'e.data'])
    .where('u.id', '=', stepId)
    .executeTakeFirstOrThrow();
  if (step.undone_at) return refused(refusals.undoneAlready(t.dates.shortMoment(step.undone_at)));
  if (Temporal.Instant.compare(now, step.at.add({ minutes: undoMinutes })) > 0) {
    return refused(refusals.undoTooLate);
  }
  const { changes, told, directionId } = readUndo(step.before);
  if (directionId !== undefined && (await tasksCameOf(trx, directionId))) {
    return refused(t.directions.refusals.becameTask);
  }
  if (await draftOvertaken(trx, step)) return refused(await overtaken(context, task, step.event_id));
  const restored = await restore(context, task, changes, step.event_id);
  if (!restored) return refused(await overtaken(context, task, step.event_id));
  if (directionId !== undefined) await withdrawDirection(trx, now, directionId);
  await takeBackDraft(context, task.id, step);
  await markUndone(trx, stepId, now);
  await carryVersions(trx, task.id, changes);
  const eventId = await recordEvent(trx, {
    at: now,
    kind: 'action.undone',
    personId: who.personId,
    platform: context.account.platform,
    agencyId: task.agency_id,
    taskId: task.id,
    data: { eventId: step.event_id, kind: step.kind },
  });
  await settleTask(context, task.id);
  await replan(trx, now, restored);
  await touchLiveCards(trx, now, [task.id]);
  await tellUndone(context, task, { eventId, told });
  return { taskId, kind: step.kind };
}

/** Who was told gets a word that it no longer holds. Living cards mend themselves, and what was not sent yet never is. */
async function tellUndone(
  { trx, now, who }: Context,
  task: LockedTask,
  { eventId, told }: { eventId: number; told: readonly Told[] },
): Promise<void> {
  if (told.length === 0) return;
  const sent = await trx
    .selectFrom('notification')
    .select(['key', 'facts'])
    .where(
      'key',
      'in',
      told.map((each) => each.key),
    )
    .execute();
  const living = new Set(sent.filter(({ facts }) => 'live' in facts).map((row) => row.key));
  for (const { key, to } of told) {
    if (living.has(key) || ('personId' in to && to.personId === who.personId)) continue;
    await notify(trx, now, {
      key: `tasks.undone:${eventId}:${recipientName(to)}:${key}`,
      to,
      kind: 'tasks.undone',
      facts: { eventId, key },
      at: now,
      about: [{ taskId: task.id, assignmentId: null }],
    });
  }
}

/** What came after, and from whom: the latest of somebody else's, if there is one. */
async function overtaken({ trx, who, t }: Context, task: LockedTask, eventId: number): Promise<string> {
  const later = await trx
    .selectFrom('event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.kind', 'e.at', 'e.person_id', 'p.name'])
    .where('e.task_id', '=', task.id)
    .where('e.id', '>', eventId)
    .where('e.kind', 'not in', changesNothing)
    .orderBy('e.id', 'desc')
    .execute();
  const done = later.filter(({ kind }) => kind !== 'action.undone' && kind !== 'assignment.undone');
  const next = done.find((row) => row.person_id !== who.personId) ?? done[0] ?? later[0];
  const what = next ? eventWords(next.kind, t) : '';
  const at = next ? t.dates.shortMoment(next.at) : '';
  return t.tasks.refusals.undoOvertaken(what, next?.name ?? '', at);
}

/** What happens beside the work leaves it as it is. */
const changesNothing = [
  'direction.askedAgain',
  'direction.given',
  'direction.read',
  'direction.withdrawn',
  'assignment.urged',
  'reminder.acknowledged',
  'reminder.snoozed',
  'task.commented',
  'task.followed',
  'task.unfollowed',
];

export function eventWords(kind: string, t: Locale): string {
  const words: Readonly<Record<string, string>> = t.reports.events;
  return words[kind] ?? kind;
}
