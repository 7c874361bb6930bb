/** Which department was meant: the answer to a name that fits several, none, or a whole agency. */
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Action } from '../../chat/feature.ts';
import { type Form, type FormValues, fieldValue } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { loadOrganisation } from './organisation.ts';
import { idParts, openPreview, wholeNumber } from './ownPreview.ts';
import type { Preview, PreviewUnit, UnitOption } from './preview.ts';
import { changePreview } from './previewReply.ts';
import { optionLabel, optionsFor } from './question.ts';
import { withoutRepeats } from './understand.ts';

export const chooseUnitAction: Action = { name: 'assign.choose', press: choose, submit: chooseFromForm };

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
  if (wholeNumber(version) !== preview.version || index === null || !unit || !isOpen(unit)) {
    const { error } = context.t.giving;
    throw new UserError(error.changed, error.pressAgain);
  }
  return { preview, index, choice };
}

/** Not settled, or settled as one's own while others are called so too. */
function isOpen({ departmentId, options }: PreviewUnit): boolean {
  return departmentId === null || options.length > 0;
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
  const offered = unit ? optionsFor(unit, organisation, preview.task.agencyId) : [];
  const option = offered.find((each) => optionValue(each) === text);
  if (!option || (option.kind === 'department' && organisation.departments.get(option.id)?.closed)) {
    throw new UserError(t.giving.error.changed, t.giving.error.pressAgain);
  }
  return option;
}

function optionValue({ kind, id }: UnitOption): string {
  return `${kind === 'department' ? 'd' : 'a'}${id}`;
}

/** A name that nobody bears, or nearly so, was put right; of one that several bear there is nothing to learn. */
function correctionOf({ question }: PreviewUnit): Pick<PreviewUnit, 'correction'> {
  return question === 'unknown' || question === 'spelling' ? { correction: 'said' } : {};
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
      ? [{ ...unit, departmentId: option.id, question: null, options: [], ...correctionOf(unit) }]
      : [{ ...unit, question: 'agency' as const, options: [option] }];
  });
  return changePreview(preview, { ...preview.task, units: withoutRepeats(units) }, context);
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
          options: optionsFor(unit, organisation, preview.task.agencyId).map((option) => ({
            value: optionValue(option),
            label: optionLabel(option, organisation),
          })),
        },
      },
    ],
  };
}
