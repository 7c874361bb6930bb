/** Hands in a version: checks the right, keeps what was sent, compares it with the version before, and tells those concerned. */
import type { Context } from '../chat/context.ts';
import type { Reply } from '../chat/reply.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { newVersionInRounds } from '../opinions/newVersion.ts';
import { roomAt } from '../people/rooms.ts';
import { answer } from '../tasks/answer.ts';
import { finishChange, moveAssignment } from '../tasks/change.ts';
import { taskClosed } from '../tasks/happened.ts';
import { type LockedAssignment, type LockedTask, openTask } from '../tasks/locked.ts';
import { showLife } from '../tasks/signOfLife.ts';
import { closedStatuses } from '../tasks/task.ts';
import type { DraftChanges } from './changes.ts';
import { type Content, compareWithLatest, type HandedIn, keepContent } from './content.ts';
import { worksOn } from './draft.ts';
import { insertVersion } from './draftStore.ts';
import { changesLine } from './draftText.ts';
import { latestVersion } from './load.ts';
import { requireHandIn } from './rights.ts';
import { concerned, tellDraft } from './tellDraft.ts';

type Given = {
  content: HandedIn;
  note: string | null;
  /** Said first in the answer. */
  lines?: readonly string[];
};

/** @throws UserError */
export async function handIn(context: Context, taskId: number, given: Given): Promise<Reply> {
  const { trx } = context;
  // Fetching and comparing take their time: nobody should wait for the task meanwhile.
  if ((await requireHandIn(context, taskId)) !== 'open') {
    return taskClosed(context, await openTask(`${taskId}`, 'see', context));
  }
  const content = await keepContent(context, taskId, given.content);
  const before = await latestVersion(trx, taskId);
  const compared = await compareWithLatest(context, before, content);
  const task = await openTask(`${taskId}`, 'see', context);
  await requireHandIn(context, taskId);
  if (task.status !== 'open') return taskClosed(context, task);
  const latest = await latestVersion(trx, taskId);
  const changes = latest?.id === before?.id ? compared : await compareWithLatest(context, latest, content);
  return record(context, task, { content, changes, note: given.note, lines: given.lines ?? [] });
}

type Checked = {
  content: Content;
  changes: DraftChanges | null;
  note: string | null;
  lines: readonly string[];
};

async function record(
  context: Context,
  task: LockedTask,
  { content, changes, note, lines }: Checked,
): Promise<Reply> {
  const { trx, now, who, account, t } = context;
  const own = await ownPart(context, task);
  const agencyId = own?.agency_id ?? task.agency_id;
  const { id: versionId, number } = await insertVersion(trx, {
    task_id: task.id,
    file_id: content.fileId,
    text: content.text,
    sha256: content.sha256,
    note,
    person_id: who.personId,
    department_id: own?.department_id ?? null,
    agency_id: agencyId,
    handed_in_at: now,
    platform: account.platform,
    changes,
  });
  // Whoever hands in a draft has taken the work on.
  const accepts = own?.status === 'assigned';
  if (own && accepts) await moveAssignment(context, own, 'accept');
  const eventId = await recordEvent(trx, {
    at: now,
    kind: 'draft.handedIn',
    personId: who.personId,
    platform: account.platform,
    agencyId,
    taskId: task.id,
    assignmentId: own?.id ?? null,
    data: { versionId, number, sha256: content.sha256, note },
  });
  const assignmentIds = own && !closedStatuses.includes(own.status) ? [own.id] : [];
  await showLife(trx, now, assignmentIds);
  await newVersionInRounds(context, task.id, versionId);
  const news = { what: 'handedIn', eventId, taskId: task.id, versionId } as const;
  const told = await tellDraft(context, news, await concerned(task, context));
  const undo = await finishChange(context, task, { eventId, assignmentIds, told });
  return answer(context, {
    title: t.drafts.handedIn.done(t.common.taskCode(task.id), number),
    lines: [
      ...lines,
      ...(changes ? [changesLine(changes, t)] : []),
      ...(accepts ? [t.tasks.uses.progress.accepted] : []),
      t.drafts.handedIn.told,
    ],
    taskId: task.id,
    undo,
  });
}

/** For which department the asker speaks: in a department's room for that one, else for one in the lead. Null: for the giving
 *  side. */
async function ownPart(context: Context, task: LockedTask): Promise<LockedAssignment | null> {
  const { trx, who, place } = context;
  const own = task.assignments.filter(
    (part) => worksOn(part) && who.memberOf.some((each) => each.departmentId === part.department_id),
  );
  const room = place.private || own.length < 2 ? null : await roomAt(trx, place);
  const here = own.find((part) => part.department_id === room?.departmentId);
  return here ?? own.find((part) => part.part === 'lead') ?? own[0] ?? null;
}
