/** A form as a modal. Field `name` stands in the block `name|1`; its element is always `value`. Pure. */
import type { types } from '@slack/bolt';
import type { Form, FormField } from '../../src/chat/form.ts';
import { type FormTarget, type Origin, writeTarget } from './formOrigin.ts';
import { limits } from './limits.ts';
import { renderInput } from './renderInput.ts';
import { plainText } from './text.ts';
import type { SlackWords } from './words.ts';

export const formCallback = 'form';
export const pickDayAction = 'day.pick';

export function renderForm(form: Form, origin: Origin, words: SlackWords): types.ModalView {
  const { title, intro, submit, fields, action, id } = form;
  const blocks: types.KnownBlock[] = intro
    ? [{ type: 'section', text: plainText(intro, limits.section) }]
    : [];
  for (const field of fields) blocks.push(...renderField(field, words));
  return formView(
    { title: plainText(title, limits.viewTitle), submit: plainText(submit, limits.viewTitle) },
    blocks.slice(0, limits.viewBlocks),
    { action, id, origin },
    words,
  );
}

function formView(
  labels: { title: types.PlainTextElement; submit: types.PlainTextElement },
  blocks: types.KnownBlock[],
  target: FormTarget,
  words: SlackWords,
): types.ModalView {
  return {
    type: 'modal',
    callback_id: formCallback,
    ...labels,
    close: plainText(words.close, limits.viewTitle),
    private_metadata: writeTarget(target),
    blocks,
  };
}

/** A modal of one sentence: shown while the answer is on its way, and when there is nothing more to fill in. */
export function noticeView(title: string, text: string, words: SlackWords): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'notice',
    title: plainText(title, limits.viewTitle),
    close: plainText(words.close, limits.viewTitle),
    blocks: [{ type: 'section', text: plainText(text, limits.section) }],
  };
}

export function blockIdOf(name: string, version: number): string {
  return `${name}|${version}`;
}

function renderField(field: FormField, words: SlackWords): types.KnownBlock[] {
  const element = renderInput(field.input, words);
  // Slack refuses a list without anything to choose; the core says what is missing when the form is sent.
  if (!element) return [];
  const input: types.InputBlock = {
    type: 'input',
    block_id: blockIdOf(field.name, 1),
    label: plainText(field.label, limits.inputLabel),
    element,
    optional: !field.required,
    ...(field.hint ? { hint: plainText(field.hint, limits.inputHint) } : {}),
  };
  return field.input.kind === 'date' ? [input, dayPicker(field.name, field.input.initial, words)] : [input];
}

/** Writes into the text field above it, which alone counts: the two always agree. */
function dayPicker(name: string, initial: string | undefined, words: SlackWords): types.ActionsBlock {
  const known = initial !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(initial);
  return {
    type: 'actions',
    block_id: `pick:${name}`,
    elements: [
      {
        type: 'datepicker',
        action_id: pickDayAction,
        placeholder: plainText(words.pickDay, 150),
        ...(known ? { initial_date: initial } : {}),
      },
    ],
  };
}
