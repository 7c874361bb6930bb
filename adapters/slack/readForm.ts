/** What came back from a modal, and the same modal with other contents. Pure. */
import { z } from 'zod';
import type { FormValues } from '../../src/chat/form.ts';
import { blockIdOf } from './renderForm.ts';
import { valueAction } from './renderInput.ts';

const option = z.looseObject({ value: z.string() });
const elementState = z.looseObject({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
});
const looseBlock = z.looseObject({ type: z.string(), block_id: z.string().default('') });

/** A view as Slack sends it with a press or a submission. */
export const sentView = z.looseObject({
  id: z.string(),
  hash: z.string().optional(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  title: z.looseObject({ text: z.string() }).optional(),
  submit: z.looseObject({ text: z.string() }).nullish(),
  blocks: z.array(looseBlock),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), elementState)) }).optional(),
});

export type SentView = z.infer<typeof sentView>;
export type SentBlock = z.infer<typeof looseBlock>;

/** One entry per field that was filled in. */
export function readValues(view: SentView): FormValues {
  const filled: Record<string, readonly string[]> = {};
  for (const [blockId, elements] of Object.entries(view.state?.values ?? {})) {
    const state = elements[valueAction];
    if (!state) continue;
    const values =
      state.selected_options?.map((each) => each.value) ??
      [state.selected_option?.value ?? state.value ?? ''].filter((value) => value !== '');
    if (values.length > 0) filled[nameOf(blockId)] = values;
  }
  return filled;
}

/** Errors by block, as Slack wants them. What belongs to no field of this view stands at its first one. */
export function errorsByBlock(
  view: SentView,
  errors: Readonly<Record<string, string>>,
): Record<string, string> {
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const byBlock: Record<string, string> = {};
  for (const [name, text] of Object.entries(errors)) {
    const blockId = inputs.find((id) => nameOf(id) === name) ?? inputs[0];
    if (blockId) byBlock[blockId] = [byBlock[blockId], text].filter(Boolean).join(' ');
  }
  return byBlock;
}

/** The blocks with the picked day (ISO) written into its text field. Slack shows new contents only under a new id. */
export function withPickedDay(view: SentView, pickerBlockId: string, day: string): SentBlock[] {
  const name = pickerBlockId.replace(/^pick:/u, '');
  return view.blocks.map((block) =>
    block.type === 'input' && nameOf(block.block_id) === name ? refilled(block, day) : block,
  );
}

/** The blocks with everything that was typed: for a modal that had to show something else meanwhile. */
export function withTypedValues(view: SentView): SentBlock[] {
  return view.blocks.map((block) => {
    const state = view.state?.values[block.block_id]?.[valueAction];
    const element = looseElement.safeParse(block.element);
    if (!state || !element.success) return block;
    const kept = withoutInitial(element.data);
    const filled = {
      ...kept,
      ...(state.value ? { initial_value: state.value } : {}),
      ...(state.selected_option ? { initial_option: state.selected_option } : {}),
      ...(state.selected_options?.length ? { initial_options: state.selected_options } : {}),
    };
    return { ...block, block_id: nextId(block.block_id), element: filled };
  });
}

const looseElement = z.looseObject({ type: z.string() });

function refilled(block: SentBlock, text: string): SentBlock {
  const element = looseElement.parse(block.element);
  return {
    ...block,
    block_id: nextId(block.block_id),
    element: { ...withoutInitial(element), initial_value: text },
  };
}

function withoutInitial(element: z.infer<typeof looseElement>) {
  const { initial_value: _value, initial_option: _option, initial_options: _options, ...rest } = element;
  return rest;
}

function nameOf(blockId: string): string {
  return blockId.replace(/\|\d+$/u, '');
}

function nextId(blockId: string): string {
  const version = Number(/\|(\d+)$/u.exec(blockId)?.[1] ?? 1);
  return blockIdOf(nameOf(blockId), version + 1);
}
