/** One field of a form: its label, its control, its hint and the place of its error. */
import type { FieldInput, FormField } from '../../../src/chat/form.ts';
import { type ChoicesWords, drawChoices } from './choicesView.ts';
import { element, iconButton } from './element.ts';

export type FieldWords = ChoicesWords & { optional: string; pickDay: string; choose: string };

export type FieldView = {
  root: HTMLElement;
  /** What was filled in; empty when nothing was. */
  values(): string[];
  showError(text: string | null): void;
  focus(): void;
};

export function drawField(field: FormField, prefix: string, words: FieldWords): FieldView {
  const id = `${prefix}-${field.name}`;
  const error = element('p', { class: 'field-error', id: `${id}-error`, hidden: true });
  const hint =
    field.hint === undefined ? null : element('p', { class: 'field-hint', id: `${id}-hint` }, field.hint);
  const describedBy = `${hint ? `${id}-hint ` : ''}${id}-error`;
  const shared = { id, 'aria-describedby': describedBy, 'aria-required': field.required || null };
  const control = drawControl(field.input, shared, words);
  const mark = field.required ? null : element('span', { class: 'field-optional' }, ` (${words.optional})`);
  const several = field.input.kind === 'choices';
  const root = several
    ? element(
        'fieldset',
        { class: 'field', 'aria-describedby': describedBy },
        element('legend', {}, field.label, mark),
        hint,
        control.root,
        error,
      )
    : element(
        'div',
        { class: 'field' },
        element('label', { for: id }, field.label, mark),
        hint,
        control.root,
        error,
      );
  return {
    root,
    values: control.values,
    showError(text) {
      error.textContent = text ?? '';
      error.hidden = text === null;
      control.focusable.setAttribute('aria-invalid', String(text !== null));
    },
    focus: () => control.focusable.focus(),
  };
}

export type Control = { root: HTMLElement; focusable: HTMLElement; values(): string[] };
type Shared = { id: string; 'aria-describedby': string; 'aria-required': true | null };

const filled = (value: string) => (value.trim() === '' ? [] : [value]);

function drawControl(input: FieldInput, shared: Shared, words: FieldWords): Control {
  switch (input.kind) {
    case 'line':
      return typed(
        element('input', {
          ...shared,
          type: 'text',
          maxlength: input.maxLength,
          value: input.initial,
          autocomplete: 'off',
        }),
      );
    case 'text':
      return typed(
        element(
          'textarea',
          { ...shared, rows: 4, class: 'field-text', maxlength: input.maxLength },
          input.initial ?? '',
        ),
      );
    case 'number':
      return typed(
        element('input', {
          ...shared,
          type: 'number',
          min: input.min,
          max: input.max,
          value: input.initial,
          inputmode: 'numeric',
        }),
      );
    case 'date':
      return drawDate(input, shared, words);
    case 'choice':
      return typed(
        element(
          'select',
          shared,
          element('option', { value: '' }, words.choose),
          ...input.options.map(({ value, label }) =>
            element('option', { value, selected: value === input.initial }, label),
          ),
        ),
      );
    case 'choices':
      return drawChoices(input.options, input.initial ?? [], shared.id, words);
  }
}

function typed(root: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): Control {
  return { root, focusable: root, values: () => filled(root.value) };
}

/** Takes words ("giữa tháng 4"); the button beside it opens a calendar and writes the day that was picked. */
function drawDate(
  { initial = '', near = '' }: { initial?: string; near?: string },
  shared: Shared,
  words: FieldWords,
): Control {
  const text = element('input', {
    ...shared,
    type: 'text',
    value: dayAsWritten(initial),
    autocomplete: 'off',
  });
  const picker = element('input', {
    type: 'date',
    class: 'date-picker',
    tabindex: -1,
    'aria-hidden': 'true',
  });
  picker.addEventListener('change', () => {
    if (picker.value === '') return;
    text.value = dayAsWritten(picker.value);
    text.focus();
  });
  const open = iconButton('calendar', words.pickDay, () => {
    // The calendar opens at the day that is written, else where the question belongs.
    picker.value = dayWritten(text.value) || near;
    picker.showPicker();
  });
  return {
    root: element('div', { class: 'date' }, text, open, picker),
    focusable: text,
    values: () => filled(text.value),
  };
}

/** '2016-04-15' as 15/4/2016; words stay words. */
function dayAsWritten(text: string): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return day ? `${Number(day[3])}/${Number(day[2])}/${day[1]}` : text;
}

/** The other way; '' for words. */
function dayWritten(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  return year === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
