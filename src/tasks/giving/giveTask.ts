/** Gives a task: its row, its parts, its followers, the history, the messages and the reminders, all or nothing. */
import { lastMoment } from '../../calendar/deadlineMoment.ts';
import type { PlatformName } from '../../chat/place.ts';
import type { AssignmentPart, Urgency } from '../../database/codes.ts';
import type { Trx } from '../../database/transaction.ts';
import { touchLiveCards } from '../../delivery/liveCards.ts';
import { notify } from '../../delivery/notify.ts';
import { recordEvent } from '../../history/recordEvent.ts';
import { replan } from '../../reminders/replan.ts';
import { announceAssignments, type TellAt } from '../announce.ts';
import type { Due } from '../task.ts';
import { departmentsOf, recipientName } from '../tell.ts';
import type { Told } from '../undo.ts';
import type { Belonging } from './preview.ts';
import { insertFollower, insertParts, insertTask, type NewPart } from './taskStore.ts';

export type NewTask = {
  title: string;
  agencyId: number;
  /** Of the giving agency: a day ends there. */
  timeZone: string;
  givenBy: number;
  /** Who acts: the giver, or null when the bot opens the next of a series. */
  by: { personId: number; platform: PlatformName } | null;
  due: { dueOn: Temporal.PlainDate; time: Temporal.PlainTime | null } | null;
  dueWords: string | null;
  dueConvention: object | null;
  urgency: Urgency;
  source: { number: string; date: Temporal.PlainDate | null } | null;
  sourceMessage: object | null;
  recurrence: string | null;
  seriesId: number | null;
  belonging: Belonging | null;
  parts: readonly NewPart[];
  followers: readonly ({ personId: number } | { departmentId: number })[];
};

/** `told`: for the undo. */
export type GivenTask = { taskId: number; eventId: number; told: Told[] };

/** `tellAt`: when the people of an agency are told of it; at once unless given. */
export async function giveTask(
  trx: Trx,
  now: Temporal.Instant,
  task: NewTask,
  tellAt: TellAt = () => now,
): Promise<GivenTask> {
  const { due: given, parts, followers, by, timeZone, ...columns } = task;
  const due: Due | null = given ? { ...given, at: lastMoment(given.dueOn, given.time, timeZone) } : null;
  const taskId = await insertTask(trx, { ...columns, due, givenAt: now });
  const assignmentIds = await insertParts(trx, now, { taskId, due }, parts);
  for (const follower of followers)
    await insertFollower(trx, now, { taskId, addedBy: task.givenBy, ...follower });
  const eventId = await recordEvent(trx, {
    at: now,
    kind: 'task.given',
    ...actor(by),
    agencyId: task.agencyId,
    taskId,
    data: {
      title: task.title,
      dueOn: given?.dueOn.toString() ?? null,
      dueTime: given?.time?.toString() ?? null,
      dueWords: task.dueWords,
      recurrence: task.recurrence,
      seriesId: task.seriesId,
    },
  });
  await recordParts(trx, now, { taskId, by }, assignmentIds, parts);
  const told = await announceAssignments(trx, now, assignmentIds, tellAt);
  const watched = await tellFollowers(trx, now, { taskId, at: tellAt(task.agencyId) }, followers);
  await replan(trx, now, assignmentIds);
  if (task.belonging) await touchLiveCards(trx, now, [taskId]);
  return { taskId, eventId, told: [...told, ...watched] };
}

/** Who watches gets the living card too. */
async function tellFollowers(
  trx: Trx,
  now: Temporal.Instant,
  { taskId, at }: { taskId: number; at: Temporal.Instant },
  followers: NewTask['followers'],
): Promise<Told[]> {
  const departments = followers.flatMap((each) => ('departmentId' in each ? each.departmentId : []));
  const people = followers.flatMap((each) => ('personId' in each ? [{ personId: each.personId }] : []));
  const recipients = [...people, ...(await departmentsOf(trx, departments))];
  const told = recipients.map((to) => ({ key: `following:${taskId}:${recipientName(to)}`, to }));
  for (const { key, to } of told) {
    const about = [{ taskId, assignmentId: null }];
    await notify(trx, now, {
      key,
      to,
      kind: 'giving.following',
      facts: { taskId, live: true },
      at,
      about,
    });
  }
  return told;
}

/** One line of history for each department that got a part. */
export async function recordParts(
  trx: Trx,
  now: Temporal.Instant,
  of: { taskId: number; by: NewTask['by'] },
  assignmentIds: readonly number[],
  parts: readonly {
    departmentId: number;
    agencyId: number;
    part: AssignmentPart;
    status: NewPart['status'];
  }[],
): Promise<void> {
  for (const [index, part] of parts.entries()) {
    await recordEvent(trx, {
      at: now,
      kind: `assignment.${part.status}`,
      ...actor(of.by),
      agencyId: part.agencyId,
      taskId: of.taskId,
      assignmentId: assignmentIds[index] ?? null,
      data: { departmentId: part.departmentId, part: part.part, status: part.status },
    });
  }
}

function actor(by: NewTask['by']) {
  return { personId: by?.personId ?? null, platform: by?.platform ?? null };
}
