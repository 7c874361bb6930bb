/** The buttons of a preview that settle what was open, and its form. Each shows the preview anew in its place. */
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Action } from '../../chat/feature.ts';
import { type FormValues, fieldValue } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { labelOf, programmeField, readProgrammeField } from './belonging.ts';
import { readerFor } from './giveCommand.ts';
import { requireGiver } from './givers.ts';
import { loadOrganisation } from './organisation.ts';
import { idParts, openPreview, ownPreview, wholeNumber } from './ownPreview.ts';
import type { Preview, PreviewDue } from './preview.ts';
import { deadlineField, previewForm, readPreviewForm } from './previewForm.ts';
import { batchReply, changePreview, previewReply } from './previewReply.ts';
import { loadBatch } from './previewStore.ts';
import { readDueField } from './readText.ts';

export const previewActions: readonly Action[] = [
  { name: 'assign.edit', press: showForm, submit: saveForm },
  { name: 'assign.agency', press: chooseAgency },
  { name: 'assign.due', press: setDue, submit: setDueFromForm },
  { name: 'assign.dueSure', press: confirmDue },
  { name: 'assign.open', press: open },
  { name: 'assign.list', press: list },
];

async function showForm(id: string, context: Context): Promise<Reply> {
  const preview = await openPreview(idParts(id).previewId, context);
  const agencyIds = await requireGiver(context);
  const organisation = await loadOrganisation(context.trx);
  const target = { action: 'assign.edit', id: `${preview.id}` };
  const form = previewForm(preview.task, target, { organisation, agencyIds, t: context.t });
  const label = await labelOf(preview.task, context);
  const fields = label ? [...form.fields, programmeField(label, context.t)] : form.fields;
  return { kind: 'form', form: { ...form, fields } };
}

async function saveForm(id: string, values: FormValues, context: Context): Promise<Reply> {
  const preview = await openPreview(idParts(id).previewId, context);
  const agencyIds = await requireGiver(context);
  const reader = await readerFor(context, await loadOrganisation(context.trx), agencyIds);
  const task = readPreviewForm(values, preview.task, { reader, agencyIds });
  const { belonging } = preview.task;
  if (!belonging?.programme) return changePreview(preview, { ...task, belonging }, context);
  const programme = await readProgrammeField(fieldValue(values, 'programme'), context);
  return changePreview(preview, { ...task, belonging: { ...belonging, programme } }, context);
}

async function chooseAgency(id: string, context: Context): Promise<Reply> {
  const { previewId, rest } = idParts(id);
  const preview = await openPreview(previewId, context);
  const agencyId = wholeNumber(rest[0] ?? '');
  const agencies = await requireGiver(context);
  const { error } = context.t.giving;
  if (agencyId === null || !agencies.includes(agencyId)) throw new UserError(error.changed, error.pressAgain);
  return changePreview(preview, { ...preview.task, agencyId }, context);
}

/** With a day in the id: that day, of the two around a day off; with `o0`: that one of the other dates in the line. Without:
 *  asks for one. */
async function setDue(id: string, context: Context): Promise<Reply> {
  const { previewId, rest } = idParts(id);
  const preview = await openPreview(previewId, context);
  const [day] = rest;
  if (day === undefined) {
    const { form } = context.t.giving;
    const field = { ...deadlineField(preview.task.due, context.t), required: true };
    return {
      kind: 'form',
      form: { action: 'assign.due', id, title: form.dueTitle, fields: [field], submit: form.setDue },
    };
  }
  const other = preview.task.otherDates.find((_, index) => day === `o${index}`);
  if (!other) return changeDue(preview, day, context);
  const otherDates = preview.task.otherDates.filter((each) => each !== other);
  return changePreview(preview, { ...preview.task, due: { ...other, sure: 'said' }, otherDates }, context);
}

async function setDueFromForm(id: string, values: FormValues, context: Context): Promise<Reply> {
  const preview = await openPreview(idParts(id).previewId, context);
  return changeDue(preview, fieldValue(values, 'deadline'), context);
}

async function changeDue(preview: Preview, words: string, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const reader = await readerFor(context, await loadOrganisation(trx), await requireGiver(context));
  const read = readDueField(words, 'deadline', reader);
  if (!read) throw new UserError(t.giving.error.dueMissing, t.giving.error.dueMend, 'deadline');
  return changePreview(preview, { ...preview.task, due: keepTime(read, preview.task.due, words) }, context);
}

/** A neighbouring day keeps the time of day that was asked for. */
function keepTime(read: PreviewDue, before: PreviewDue | null, words: string): PreviewDue {
  return read.words === '' && words !== '' ? { ...read, time: before?.time ?? null } : read;
}

async function confirmDue(id: string, context: Context): Promise<Reply> {
  const preview = await openPreview(idParts(id).previewId, context);
  const { due } = preview.task;
  if (!due) return previewReply(context, preview, { replaces: true });
  return changePreview(preview, { ...preview.task, due: { ...due, sure: 'said' } }, context);
}

async function open(id: string, context: Context): Promise<Reply> {
  const preview = await openPreview(idParts(id).previewId, context);
  return previewReply(context, preview, { replaces: true });
}

/** With a page in the id: that one of a long list. */
async function list(id: string, context: Context): Promise<Reply> {
  const { previewId, rest } = idParts(id);
  const first = await ownPreview(previewId, context);
  const previews = await loadBatch(context.trx, first.personId, first.id);
  if (previews.length === 0) return previewReply(context, first, { replaces: true });
  return batchReply(context, previews, { replaces: true, page: wholeNumber(rest[0] ?? '') });
}
