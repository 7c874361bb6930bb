/** A leader gives a direction on a task: /chidao NV-12 …, the button, or a reply under its card. */
import type { Card } from '../chat/card.ts';
import type { CommandLine, Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command, SaidUnder } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { taskOfMessage } from '../delivery/liveCards.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { allowedTasks, standingStatuses } from '../people/permissions.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { finishChange } from '../tasks/change.ts';
import { loadTasks } from '../tasks/load.ts';
import { type LockedTask, openTask } from '../tasks/locked.ts';
import { checkLength, splitCode } from '../tasks/words.ts';
import { insertDirection } from './directionsStore.ts';
import { askForm } from './form.ts';
import { givenCard } from './givenCard.ts';
import { loadDirections } from './loadDirections.ts';
import { addReaders } from './readers.ts';
import { saidDue } from './saidDue.ts';
import { tellOfDirection } from './tellOfDirection.ts';

export const directCommand: Command = {
  name: 'chidao',
  words: { vi: ['chidao', 'chỉ đạo', 'chỉ-đạo'], en: ['direct', 'direction'] },
  guests: false,
  help: (t) => t.directions.help,
  handle: command,
};

export const directAction: Action = {
  name: 'direction.new',
  async press(id, context) {
    const task = await openForDirection(id, context);
    return askForm(context, task.id);
  },
  async submit(id, values, context) {
    const { refusals } = context.t.directions;
    const text = fieldValue(values, 'words');
    const taskId = id === 'new' ? fieldValue(values, 'task') : id;
    if (text === '') throw new UserError(refusals.textMissing, refusals.textMend, 'words');
    return direct(taskId, checkLength(text, context.t, 'words'), context);
  },
};

async function command(line: CommandLine, context: Context): Promise<Reply> {
  const { t } = context;
  const { refusals } = t.directions;
  const { taskId: typed, rest } = splitCode(line.text);
  if (typed === null && /^nv[\s-]*\d/iu.test(rest)) {
    throw new UserError(refusals.codeMissing, refusals.codeMend);
  }
  const shown =
    typed === null && line.replyTo
      ? await taskOfMessage(context.trx, context.place.platform, line.replyTo)
      : null;
  const taskId = typed ?? shown;
  if (taskId === null) {
    if (rest === '') return askForm(context, null);
    throw new UserError(refusals.codeMissing, refusals.codeMend);
  }
  if (rest !== '') return direct(`${taskId}`, checkLength(rest, t, null), context);
  const task = await openForDirection(`${taskId}`, context);
  return askForm(context, task.id);
}

/** Words of a leader under the card of a task that they may direct. Null for everybody else, and under other messages: a
 *  comment. Files go their own way. */
export async function directByReply({ to, text, files }: SaidUnder, context: Context): Promise<Reply | null> {
  if (text === '' || files.length > 0 || context.who.leaderOf.length === 0) return null;
  const taskId = await taskOfMessage(context.trx, context.place.platform, to);
  if (taskId === null || (await answersTalk(to.messageId, to.chatId, context))) return null;
  const { trx, who } = context;
  if (!(await allowedTasks(trx, who, 'direct', [taskId])).has(taskId)) return null;
  const task = await openForDirection(`${taskId}`, context).catch((error: unknown) => {
    if (error instanceof UserError) return null;
    throw error;
  });
  if (!task) return null;
  return give(task, checkLength(text, context.t, null), { byReply: true }, context);
}

/** What is answered to talk is talk. */
async function answersTalk(messageId: string, chatId: string, { trx, place }: Context): Promise<boolean> {
  const told = await trx
    .selectFrom('notification')
    .select('kind')
    .where('platform', '=', place.platform)
    .where('chat_id', '=', chatId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return told?.kind === 'tasks.comment' || told?.kind === 'directions.comment';
}

async function direct(taskId: string, text: string, context: Context): Promise<Reply> {
  return give(await openForDirection(taskId, context), text, { byReply: false }, context);
}

/** The task under lock. @throws UserError when the actor may not see or direct it, or it has ended */
async function openForDirection(id: string, context: Context): Promise<LockedTask> {
  const { trx, who, t } = context;
  const { refusals } = t.directions;
  const task = await openTask(id, 'see', context);
  if (!(await allowedTasks(trx, who, 'direct', [task.id])).has(task.id)) {
    throw new UserError(refusals.notLeader, refusals.notLeaderMend);
  }
  if (task.status !== 'open') {
    const status = t.common.taskStatus[task.status];
    throw new UserError(refusals.closed(t.common.taskCode(task.id), status), refusals.closedMend);
  }
  return task;
}

async function give(
  task: LockedTask,
  text: string,
  { byReply }: { byReply: boolean },
  context: Context,
): Promise<Reply> {
  const { trx, now, who, account } = context;
  const calendar = await calendarOf(trx, task.agency_id);
  const agencyId = speaksFor(task, context);
  const directionId = await insertDirection(trx, {
    taskId: task.id,
    personId: who.personId,
    agencyId,
    text,
    at: now,
    platform: account.platform,
    due: saidDue(text, { now, calendar }),
  });
  await addReaders(trx, now, directionId, standing(task));
  const eventId = await recordEvent(trx, {
    at: now,
    kind: 'direction.given',
    personId: who.personId,
    platform: account.platform,
    agencyId,
    taskId: task.id,
    data: { directionId, text },
  });
  const told = await tellOfDirection(context, task, { directionId, eventId });
  const undo = await finishChange(context, task, { eventId, assignmentIds: [], told, directionId });
  const direction = (await loadDirections(trx, [directionId])).get(directionId);
  const view = (await loadTasks(trx, [task.id])).get(task.id);
  if (!direction || !view) throw new Error(`direction ${directionId} was given and is not there`);
  return shown(givenCard(direction, view, { byReply, undo }, context), context);
}

/** In a room only the leader is asked what their words were; the direction itself comes to the room by itself. */
function shown(card: Card, { place }: Context): Reply {
  return { kind: 'card', card, to: place.private ? 'place' : 'asker', replaces: false };
}

/** The giving agency when the leader leads it, else the one whose part stands. */
function speaksFor(task: LockedTask, { who }: Context): number {
  const agencyIds = [task.agency_id, ...standing(task).map((each) => each.agency_id)];
  const led = agencyIds.find((id) => who.leaderOf.includes(id));
  if (led === undefined) throw new Error(`person ${who.personId} leads no agency of task ${task.id}`);
  return led;
}

function standing(task: LockedTask) {
  return task.assignments.filter((each) => standingStatuses.includes(each.status));
}
