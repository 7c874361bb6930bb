/** A focal department says that it is content with a version (đồng thuận): `draft.agree:<versionId>`. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { mayAgreeFor } from '../people/permissions.ts';
import { roomAt } from '../people/rooms.ts';
import { answer, remark } from '../tasks/answer.ts';
import { finishChange } from '../tasks/change.ts';
import { taskClosed } from '../tasks/happened.ts';
import { type LockedAssignment, type LockedTask, openTask } from '../tasks/locked.ts';
import { showLife } from '../tasks/signOfLife.ts';
import { closedStatuses } from '../tasks/task.ts';
import { giverOf, recipientName } from '../tasks/tell.ts';
import type { Told } from '../tasks/undo.ts';
import { allLeadsAgree, type DraftPart, type DraftVersion, worksOn } from './draft.ts';
import { insertAgreement } from './draftStore.ts';
import { contentText } from './draftText.ts';
import { latestVersion } from './load.ts';
import { openVersion } from './openVersion.ts';
import { concerned, tellDraft } from './tellDraft.ts';

export const agreeAction: Action = { name: 'draft.agree', press: agree };

async function agree(id: string, context: Context): Promise<Reply> {
  const { trx, now, who, t } = context;
  const { taskId } = await openVersion(id, context);
  const task = await openTask(`${taskId}`, 'see', context);
  // Under the lock: nothing of it changes any more.
  const version = await openVersion(id, context);
  if (task.status !== 'open') return taskClosed(context, task);
  const part = await partOf(context, task, version);
  const { refusals } = t.drafts;
  if (version.withdrawnAt) return remark(context, refusals.withdrawn(version.number));
  const latest = await latestVersion(trx, taskId);
  if (latest && latest.number > version.number) {
    return remark(context, refusals.newer(version.number, latest.number));
  }
  if (version.department?.id === part.department_id) return remark(context, refusals.ownDraft);
  const given = version.agreements.find((each) => each.department.id === part.department_id);
  if (given) {
    return remark(context, refusals.already(part.department, given.by, t.dates.shortMoment(given.at)));
  }
  await insertAgreement(trx, {
    version_id: version.id,
    department_id: part.department_id,
    agency_id: part.agency_id,
    person_id: who.personId,
    agreed_at: now,
  });
  return record(context, task, version, part);
}

/** The part for which the asker speaks; of several one that has not agreed yet, in a department's room that of the room.
 *  @throws UserError when they are of no department at work on it */
async function partOf(
  { trx, who, place, t }: Context,
  task: LockedTask,
  version: DraftVersion,
): Promise<LockedAssignment> {
  const own = task.assignments.filter((part) => worksOn(part) && mayAgreeFor(who, part.department_id));
  const room = place.private || own.length < 2 ? null : await roomAt(trx, place);
  const silent = own.filter(
    (part) =>
      part.department_id !== version.department?.id &&
      !version.agreements.some((each) => each.department.id === part.department_id),
  );
  const part = own.find((each) => each.department_id === room?.departmentId) ?? silent[0] ?? own[0];
  if (!part) throw new UserError(t.drafts.refusals.notAgreeing, t.common.askWhoMay);
  return part;
}

async function record(
  context: Context,
  task: LockedTask,
  version: DraftVersion,
  part: LockedAssignment,
): Promise<Reply> {
  const { trx, now, who, account, t } = context;
  const departmentId = part.department_id;
  const eventId = await recordEvent(trx, {
    at: now,
    kind: 'draft.agreed',
    personId: who.personId,
    platform: account.platform,
    agencyId: part.agency_id,
    taskId: task.id,
    assignmentId: part.id,
    data: { versionId: version.id, number: version.number, departmentId },
  });
  const assignmentIds = closedStatuses.includes(part.status) ? [] : [part.id];
  await showLife(trx, now, assignmentIds);
  const complete = await isComplete(context, task, version);
  const told = await tellOthers(context, task, { eventId, versionId: version.id, departmentId, complete });
  const undo = await finishChange(context, task, { eventId, assignmentIds, told });
  const { agree: words } = t.drafts;
  return answer(context, {
    title: words.done(part.department, t.common.taskCode(task.id), version.number),
    lines: [contentText(version, t), ...(complete ? [t.drafts.allAgreed] : []), words.newVersion],
    taskId: task.id,
    undo,
  });
}

async function isComplete(context: Context, task: LockedTask, version: DraftVersion): Promise<boolean> {
  const now = await openVersion(`${version.id}`, context);
  return allLeadsAgree(lockedParts(task), now) && !allLeadsAgree(lockedParts(task), version);
}

function lockedParts(task: LockedTask): DraftPart[] {
  return task.assignments.map(({ department_id: departmentId, part, status }) => ({
    departmentId,
    part,
    status,
  }));
}

/** When the last of the leads has agreed, the giver hears that instead. */
async function tellOthers(
  context: Context,
  task: LockedTask,
  news: { eventId: number; versionId: number; departmentId: number; complete: boolean },
): Promise<Told[]> {
  const { eventId, versionId, departmentId, complete } = news;
  const about = { eventId, taskId: task.id, versionId, departmentId };
  const givers = complete ? await giverOf(context.trx, task) : [];
  const names = new Set(givers.map(recipientName));
  const others = (await concerned(task, context)).filter((to) => !names.has(recipientName(to)));
  return [
    ...(await tellDraft(context, { what: 'agreed', ...about }, others)),
    ...(await tellDraft(context, { what: 'allAgreed', ...about }, givers)),
  ];
}
