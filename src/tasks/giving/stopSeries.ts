/** Dừng lặp lại: the task stays, no other follows it. */
import { z } from 'zod';
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Action, Renderer } from '../../chat/feature.ts';
import type { Reply } from '../../chat/reply.ts';
import { recordEvent } from '../../history/recordEvent.ts';
import { answer, openButton } from '../answer.ts';
import { taskTitle } from '../card.ts';
import { finishChange } from '../change.ts';
import { openTask } from '../locked.ts';
import { updateTask } from '../store.ts';
import { tailOf } from './seriesStore.ts';

export const stopSeriesAction: Action = { name: 'task.stopSeries', press: stop };

async function stop(id: string, context: Context): Promise<Reply> {
  const { trx, now, who, account, t } = context;
  const task = await openTask(id, 'edit', context);
  const { recurrence } = await trx
    .selectFrom('task')
    .select('recurrence')
    .where('id', '=', task.id)
    .executeTakeFirstOrThrow();
  const tail = await tailOf(trx, task.id);
  const { error, done } = t.giving;
  if (recurrence === null || tail === null) throw new UserError(error.notRecurring, t.common.listYours);
  if (tail !== task.id) {
    const code = t.common.taskCode(tail);
    throw new UserError(error.alreadyContinued(code), error.stopThere(code));
  }
  await updateTask(trx, task.id, { recurrence: null });
  const eventId = await recordEvent(trx, {
    at: now,
    kind: 'task.seriesStopped',
    personId: who.personId,
    platform: account.platform,
    agencyId: task.agency_id,
    taskId: task.id,
    data: { recurrence },
  });
  const undo = await finishChange(context, task, { eventId, assignmentIds: [], told: [] });
  return answer(context, {
    title: done.seriesStopped(t.common.taskCode(task.id)),
    taskId: task.id,
    undo,
  });
}

const facts = z.object({ taskId: z.number() });

/** For a series that the bot had to end. */
export const drawSeriesStopped: Renderer = async (given, { db, t }) => {
  const { taskId } = facts.parse(given);
  const task = await db
    .selectFrom('task')
    .select(['id', 'title'])
    .where('id', '=', taskId)
    .executeTakeFirst();
  if (!task) return null;
  const { series } = t.giving;
  return {
    title: series.stoppedTitle(t.common.taskCode(taskId)),
    tone: 'warning',
    blocks: [
      { kind: 'text', text: taskTitle(task, t), style: 'strong' },
      { kind: 'text', text: series.stoppedText },
    ],
    buttons: [[openButton(taskId, { t })]],
  };
};
