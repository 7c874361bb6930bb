/** Giao việc, and Huỷ: what becomes of a preview. Everything is checked again at that moment: rights, units, the date. */
import { randomUUID } from 'node:crypto';
import type { Card } from '../../chat/card.ts';
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Action } from '../../chat/feature.ts';
import { type Reply, replaceCard } from '../../chat/reply.ts';
import { drawCard } from '../drawCard.ts';
import { loadTasks } from '../load.ts';
import { recordUndo } from '../undo.ts';
import { checkBelonging } from './belonging.ts';
import { givenBefore } from './givenBefore.ts';
import { requireGiver } from './givers.ts';
import { giveTask } from './giveTask.ts';
import { newTaskOf } from './newTask.ts';
import type { Organisation } from './organisation.ts';
import { idParts, openPreview, ownPreview, refuseClosed } from './ownPreview.ts';
import type { Preview, PreviewUnit } from './preview.ts';
import { batchReply, previewReply, type Surroundings, surroundingsOf } from './previewReply.ts';
import { closePreview, loadBatch, lockBatch, savePreview } from './previewStore.ts';
import { openQuestions } from './question.ts';

export const confirmActions: readonly Action[] = [
  { name: 'assign.confirm', press: (id, context) => confirm(id, context) },
  { name: 'assign.noDeadline', press: confirmWithoutDeadline },
  { name: 'assign.cancel', press: drop },
  { name: 'assign.confirmAll', press: confirmAll },
  { name: 'assign.cancelAll', press: dropAll },
];

/** One task, whoever presses how often: the second press shows what the first has given. */
async function confirm(id: string, context: Context): Promise<Reply> {
  const preview = await ownPreview(idParts(id).previewId, context);
  if (preview.taskId !== null) return givenReply(context, preview, preview.taskId, null);
  return confirmOpen(preview, context);
}

async function confirmWithoutDeadline(id: string, context: Context): Promise<Reply> {
  const preview = await ownPreview(idParts(id).previewId, context);
  if (preview.taskId !== null) return givenReply(context, preview, preview.taskId, null);
  const { error } = context.t.giving;
  if (preview.task.recurrence !== null) throw new UserError(error.seriesNeedsDue, error.dueMend);
  return confirmOpen(preview, context, { withoutDue: true });
}

/** Gives it, or shows what must be asked first. */
async function confirmOpen(
  preview: Preview,
  context: Context,
  { withoutDue = false }: { withoutDue?: boolean } = {},
): Promise<Reply> {
  refuseClosed(preview, context);
  await requireRight(preview, context);
  const ready = await readiness(preview, context, { withoutDue });
  if (!ready.surroundings) return previewReply(context, ready.preview, { replaces: true });
  const { taskId, undoId } = await give(ready.preview, ready.surroundings, context);
  return givenReply(context, { ...ready.preview, status: 'given', taskId }, taskId, undoId);
}

async function confirmAll(id: string, context: Context): Promise<Reply> {
  const previews = await ownBatch(id, context);
  const after: Preview[] = [];
  const group = randomUUID();
  let undoId: number | null = null;
  for (const preview of previews) {
    if (preview.status !== 'open') {
      after.push(preview);
      continue;
    }
    await requireRight(preview, context);
    const ready = await readiness(preview, context);
    if (!ready.surroundings) {
      after.push(ready.preview);
      continue;
    }
    const given = await give(ready.preview, ready.surroundings, context, group);
    const { taskId } = given;
    undoId = given.undoId ?? undoId;
    after.push({ ...ready.preview, status: 'given', taskId });
  }
  return batchReply(context, after, { replaces: true, undoId });
}

async function drop(id: string, context: Context): Promise<Reply> {
  const preview = await openPreview(idParts(id).previewId, context);
  await closePreview(context.trx, preview.id, { status: 'dropped' });
  const { batch } = preview.task;
  const others = batch === null ? [] : await loadBatch(context.trx, preview.personId, batch);
  const left = others.filter((each) => each.status !== 'dropped');
  if (left.length > 0) return batchReply(context, left, { replaces: true });
  return replaceCard(droppedCard(preview.task.title, context));
}

async function dropAll(id: string, context: Context): Promise<Reply> {
  const previews = await ownBatch(id, context);
  const open = previews.filter((preview) => preview.status === 'open');
  for (const preview of open) await closePreview(context.trx, preview.id, { status: 'dropped' });
  const given = previews.filter((preview) => preview.status === 'given');
  if (given.length > 0) return batchReply(context, given, { replaces: true });
  return replaceCard(droppedCard(open.map((preview) => preview.task.title).join('\n'), context));
}

async function ownBatch(id: string, context: Context): Promise<Preview[]> {
  const { previewId } = idParts(id);
  const { error } = context.t.giving;
  const first = await ownPreview(previewId, context);
  const previews = await lockBatch(context.trx, first.personId, first.id);
  if (previews.length === 0) throw new UserError(error.noPreview, error.giveAgain);
  return previews;
}

async function requireRight({ task }: Preview, context: Context): Promise<void> {
  const agencies = await requireGiver(context);
  await checkBelonging(task, context);
  if (task.agencyId === null || agencies.includes(task.agencyId)) return;
  const { error } = context.t.giving;
  throw new UserError(error.mayNotGive, error.makeOwn);
}

/** `surroundings` null: something must be asked first. Units that were closed since are among the questions. */
async function readiness(
  preview: Preview,
  context: Context,
  { withoutDue = false }: { withoutDue?: boolean } = {},
): Promise<{ preview: Preview; surroundings: Surroundings | null }> {
  const surroundings = await surroundingsOf(context, preview.task);
  const { units, closed } = withClosedAsked(preview.task.units, surroundings.organisation);
  const task = { ...preview.task, units, ...(withoutDue ? { due: null } : {}) };
  const checked = { ...preview, task };
  const questions = openQuestions(checked, surroundings).filter(
    ({ about }) => !(withoutDue && about === 'due'),
  );
  if (questions.length === 0) return { preview: checked, surroundings };
  const changed = closed || withoutDue;
  return { preview: changed ? await savePreview(context.trx, checked) : preview, surroundings: null };
}

/** A department that was closed since the preview was made becomes a question again. */
function withClosedAsked(units: readonly PreviewUnit[], { departments }: Organisation) {
  let closed = false;
  const asked = units.map((unit): PreviewUnit => {
    const department = unit.departmentId === null ? undefined : departments.get(unit.departmentId);
    if (department?.closed !== true) return unit;
    closed = true;
    return { ...unit, words: department.name, departmentId: null, question: 'closed', options: [] };
  });
  return { units: asked, closed };
}

async function give(
  preview: Preview,
  surroundings: Surroundings,
  context: Context,
  group?: string,
): Promise<{ taskId: number; undoId: number | null }> {
  const { trx, now, who, account } = context;
  const known = await givenBefore(trx, preview.task);
  if (known !== null) {
    await closePreview(trx, preview.id, { status: 'given', taskId: known });
    return { taskId: known, undoId: null };
  }
  const by = { personId: who.personId, platform: account.platform };
  const { taskId, eventId, told } = await giveTask(trx, now, newTaskOf(preview.task, by, surroundings));
  await closePreview(trx, preview.id, { status: 'given', taskId });
  const undoId = await recordUndo(trx, {
    eventId,
    personId: who.personId,
    at: now,
    taskId,
    before: null,
    told,
    ...(group === undefined ? {} : { group }),
  });
  return { taskId, undoId };
}

/** The living card of the task in the place of the preview; within a batch, the list of what is left. */
async function givenReply(
  context: Context,
  preview: Preview,
  taskId: number,
  undoId: number | null,
): Promise<Reply> {
  const { trx } = context;
  const { batch } = preview.task;
  if (batch !== null) {
    return batchReply(context, await loadBatch(trx, preview.personId, batch), { replaces: true, undoId });
  }
  const task = (await loadTasks(trx, [taskId])).get(taskId);
  if (!task) throw new Error(`task ${taskId} was given and is not there`);
  const card = await drawCard(task, context);
  return {
    kind: 'card',
    card: withUndo(card, undoId, context),
    to: 'place',
    replaces: true,
    live: { kind: 'task', id: taskId },
  };
}

function withUndo(card: Card, undoId: number | null, { t }: Context): Card {
  if (undoId === null) return card;
  const undo = { label: t.tasks.card.buttons.undo, action: 'undo.take', id: `${undoId}` };
  return { ...card, buttons: [...card.buttons, [undo]] };
}

function droppedCard(title: string, { t }: Context): Card {
  return {
    title: t.giving.done.dropped,
    tone: 'neutral',
    blocks: title === '' ? [] : [{ kind: 'text', text: title, style: 'small' }],
    buttons: [],
  };
}
