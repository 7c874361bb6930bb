/** The element of a field. Pure. */
import type { types } from '@slack/bolt';
import type { FieldInput, Option } from '../../src/chat/form.ts';
import { limits } from './limits.ts';
import { plainText, shorten } from './text.ts';
import type { SlackWords } from './words.ts';

export const valueAction = 'value';

/** Null: a list without anything to choose from. @throws Error for a value that Slack could not bring back */
export function renderInput(input: FieldInput, words: SlackWords): types.InputBlockElement | null {
  switch (input.kind) {
    case 'line':
    case 'date':
      return text(input.initial, 'maxLength' in input ? input.maxLength : undefined, false);
    case 'text':
      return text(input.initial, input.maxLength, true);
    case 'number':
      return {
        type: 'number_input',
        action_id: valueAction,
        is_decimal_allowed: false,
        min_value: `${input.min}`,
        max_value: `${input.max}`,
        ...(input.initial === undefined ? {} : { initial_value: `${input.initial}` }),
      };
    case 'choice':
      return input.options.length === 0 ? null : oneOf(input.options, input.initial, words);
    case 'choices':
      return input.options.length === 0 ? null : someOf(input.options, input.initial ?? [], words);
  }
}

function text(initial: string | undefined, maxLength: number | undefined, multiline: boolean) {
  const max = Math.min(maxLength ?? limits.inputText, limits.inputText);
  return {
    type: 'plain_text_input' as const,
    action_id: valueAction,
    multiline,
    max_length: max,
    ...(initial ? { initial_value: shorten(initial, max) } : {}),
  };
}

function oneOf(options: readonly Option[], initial: string | undefined, words: SlackWords) {
  const rendered = options.map(renderOption);
  const chosen = rendered.find((option) => option.value === initial);
  return {
    type: 'static_select' as const,
    action_id: valueAction,
    placeholder: plainText(words.choose, 150),
    ...optionsOrGroups(rendered),
    ...(chosen ? { initial_option: chosen } : {}),
  };
}

function someOf(options: readonly Option[], initial: readonly string[], words: SlackWords) {
  const rendered = options.map(renderOption);
  const chosen = rendered.filter((option) => initial.includes(option.value));
  const initials = chosen.length > 0 ? { initial_options: chosen } : {};
  if (rendered.length <= limits.checkboxes) {
    return { type: 'checkboxes' as const, action_id: valueAction, options: rendered, ...initials };
  }
  return {
    type: 'multi_static_select' as const,
    action_id: valueAction,
    placeholder: plainText(words.choose, 150),
    ...optionsOrGroups(rendered),
    ...initials,
  };
}

type SlackOption = { text: types.PlainTextElement; value: string };

function renderOption({ value, label }: Option): SlackOption {
  if (value.length > limits.optionValue)
    throw new Error(`an option of ${value.length} characters cannot come back`);
  return { text: plainText(label, limits.optionLabel), value };
}

/** One narrows a list by typing, in Slack itself; over a hundred options stand in groups, each named by its first and last. */
function optionsOrGroups(options: SlackOption[]) {
  if (options.length <= limits.options) return { options };
  const size = Math.max(groupSize, Math.ceil(options.length / limits.optionGroups));
  const groups: { label: types.PlainTextElement; options: SlackOption[] }[] = [];
  for (let at = 0; at < options.length; at += size) {
    const group = options.slice(at, at + size);
    const ends = [group[0], group.at(-1)].map((option) => shorten(option?.text.text ?? '', 34));
    groups.push({ label: plainText(ends.join(' … '), limits.optionGroupLabel), options: group });
  }
  return { option_groups: groups };
}

const groupSize = 50;
