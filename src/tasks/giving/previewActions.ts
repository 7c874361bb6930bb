/** The buttons of a preview that settle what was open, and its form. Each shows the preview anew in its place. */
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Action } from '../../chat/feature.ts';
import { type Form, type FormValues, fieldValue } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { readerFor } from './giveCommand.ts';
import { requireGiver } from './givers.ts';
import { loadOrganisation } from './organisation.ts';
import { idParts, openPreview, ownPreview, wholeNumber } from './ownPreview.ts';
import type { Preview, PreviewDue, PreviewTask, UnitOption } from './preview.ts';
import { deadlineField, previewForm, readPreviewForm } from './previewForm.ts';
import { batchReply, previewReply } from './previewReply.ts';
import { loadBatch, savePreview } from './previewStore.ts';
import { optionLabel, optionsFor } from './question.ts';
import { readDueField } from './readText.ts';
import { withoutRepeats } from './understand.ts';

export const previewActions: readonly Action[] = [
  { name: 'assign.edit', press: showForm, submit: saveForm },
  { name: 'assign.choose', press: choose, submit: chooseFromForm },
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
  return { kind: 'form', form: previewForm(preview.task, target, { organisation, agencyIds, t: context.t }) };
}

async function saveForm(id: string, values: FormValues, context: Context): Promise<Reply> {
  const preview = await openPreview(idParts(id).previewId, context);
  const agencyIds = await requireGiver(context);
  const reader = await readerFor(context, await loadOrganisation(context.trx), agencyIds);
  return change(preview, readPreviewForm(values, preview.task, { reader, agencyIds }), context);
}

async function choose(id: string, context: Context): Promise<Reply> {
  const { preview, index, choice } = await askedUnit(id, context);
  if (choice === undefined) return { kind: 'form', form: await choiceForm(id, preview, index, context) };
  return settleUnit(
    preview,
    index,
    choice === 'x' ? null : await readOption(choice, preview, index, context),
    context,
  );
}

async function chooseFromForm(id: string, values: FormValues, context: Context): Promise<Reply> {
  const { preview, index } = await askedUnit(id, context);
  const option = await readOption(fieldValue(values, 'unit'), preview, index, context);
  return settleUnit(preview, index, option, context);
}

/** The open question that an id of `assign.choose` speaks of. @throws UserError when the preview has changed since */
async function askedUnit(id: string, context: Context) {
  const { previewId, rest } = idParts(id);
  const preview = await openPreview(previewId, context);
  const [version = '', place = '', choice] = rest;
  const index = wholeNumber(place);
  const unit = index === null ? undefined : preview.task.units[index];
  if (wholeNumber(version) !== preview.version || index === null || !unit || unit.departmentId !== null) {
    const { error } = context.t.giving;
    throw new UserError(error.changed, error.pressAgain);
  }
  return { preview, index, choice };
}

/** `d12` or `a3`. @throws UserError unless it is among what was offered */
async function readOption(
  text: string,
  preview: Preview,
  index: number,
  { trx, t }: Context,
): Promise<UnitOption> {
  const organisation = await loadOrganisation(trx);
  const unit = preview.task.units[index];
  const offered = unit ? optionsFor(unit, organisation) : [];
  const option = offered.find((each) => optionValue(each) === text);
  if (!option || (option.kind === 'department' && organisation.departments.get(option.id)?.closed)) {
    throw new UserError(t.giving.error.changed, t.giving.error.pressAgain);
  }
  return option;
}

function optionValue({ kind, id }: UnitOption): string {
  return `${kind === 'department' ? 'd' : 'a'}${id}`;
}

/** An agency as the answer raises the next question: which department there. Null drops the unit. */
function settleUnit(
  preview: Preview,
  index: number,
  option: UnitOption | null,
  context: Context,
): Promise<Reply> {
  const units = preview.task.units.flatMap((unit, place) => {
    if (place !== index) return [unit];
    if (option === null) return [];
    return option.kind === 'department'
      ? [{ ...unit, departmentId: option.id, question: null, options: [] }]
      : [{ ...unit, question: 'agency' as const, options: [option] }];
  });
  return change(preview, { ...preview.task, units: withoutRepeats(units) }, context);
}

async function choiceForm(id: string, preview: Preview, index: number, { trx, t }: Context): Promise<Form> {
  const organisation = await loadOrganisation(trx);
  const unit = preview.task.units[index];
  if (!unit) throw new Error(`preview ${preview.id} has no unit ${index}`);
  const { form } = t.giving;
  return {
    action: 'assign.choose',
    id,
    title: form.chooseTitle(unit.words),
    submit: form.choose,
    fields: [
      {
        name: 'unit',
        label: form.chooseUnit,
        required: true,
        input: {
          kind: 'choice',
          options: optionsFor(unit, organisation).map((option) => ({
            value: optionValue(option),
            label: optionLabel(option, organisation),
          })),
        },
      },
    ],
  };
}

async function chooseAgency(id: string, context: Context): Promise<Reply> {
  const { previewId, rest } = idParts(id);
  const preview = await openPreview(previewId, context);
  const agencyId = wholeNumber(rest[0] ?? '');
  const agencies = await requireGiver(context);
  const { error } = context.t.giving;
  if (agencyId === null || !agencies.includes(agencyId)) throw new UserError(error.changed, error.pressAgain);
  return change(preview, { ...preview.task, agencyId }, context);
}

/** With a day in the id: that day, of the two around a day off. Without: asks for one. */
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
  return changeDue(preview, day, context);
}

async function setDueFromForm(id: string, values: FormValues, context: Context): Promise<Reply> {
  const preview = await openPreview(idParts(id).previewId, context);
  return changeDue(preview, fieldValue(values, 'deadline'), context);
}

async function changeDue(preview: Preview, words: string, context: Context): Promise<Reply> {
  const { trx, t } = context;
  const reader = await readerFor(context, await loadOrganisation(trx), await requireGiver(context));
  const read = readDueField(words, 'deadline', reader);
  if (!read) throw new UserError(t.giving.error.dueUnknown(words), t.giving.error.dueMend, 'deadline');
  return change(preview, { ...preview.task, due: keepTime(read, preview.task.due, words) }, context);
}

/** A neighbouring day keeps the time of day that was asked for. */
function keepTime(read: PreviewDue, before: PreviewDue | null, words: string): PreviewDue {
  return read.words === '' && words !== '' ? { ...read, time: before?.time ?? null } : read;
}

async function confirmDue(id: string, context: Context): Promise<Reply> {
  const preview = await openPreview(idParts(id).previewId, context);
  const { due } = preview.task;
  if (!due) return previewReply(context, preview, { replaces: true });
  return change(preview, { ...preview.task, due: { ...due, sure: 'said' } }, context);
}

async function open(id: string, context: Context): Promise<Reply> {
  const preview = await openPreview(idParts(id).previewId, context);
  return previewReply(context, preview, { replaces: true });
}

async function list(id: string, context: Context): Promise<Reply> {
  const first = await ownPreview(idParts(id).previewId, context);
  const previews = await loadBatch(context.trx, first.personId, first.id);
  if (previews.length === 0) return previewReply(context, first, { replaces: true });
  return batchReply(context, previews, { replaces: true });
}

async function change(preview: Preview, task: PreviewTask, context: Context): Promise<Reply> {
  const saved = await savePreview(context.trx, { ...preview, task });
  return previewReply(context, saved, { replaces: true });
}
