/** A question of a form as a message: its words and its buttons. Pure. */
import type { Form, FormField } from '../../src/chat/form.ts';
import { dayKeys, dayOf } from './calendarKeys.ts';
import { formData } from './callbackData.ts';
import { type FormState, fieldAt } from './formState.ts';
import { inRows, type Key, type Keyboard, labelOf } from './keyboard.ts';
import { escapeHtml, shorten } from './text.ts';
import type { FormWords } from './words.ts';

export type Screen = { html: string; keyboard: Keyboard };

export type ScreenOptions = {
  conversation: number;
  step: number;
  words: FormWords;
  today: Temporal.PlainDate;
  /** The day that the words in the field asked for mean; null: they stand for none, or are no words. */
  meant: Temporal.PlainDate | null;
  private: boolean;
};

export function formScreen(form: Form, state: FormState, options: ScreenOptions): Screen {
  const field = fieldAt(form, state);
  return field ? question(form, state, field, options) : overview(form, state, options);
}

function question(form: Form, state: FormState, field: FormField, options: ScreenOptions): Screen {
  const { words } = options;
  const number = form.fields.indexOf(field) + 1;
  const count = form.fields.length;
  const value = state.values[field.name] ?? [];
  const error = [state.errors[field.name], state.errors['']].filter((each) => each !== undefined).join(' ');
  const lines = [
    head(form, count > 1 ? ` · ${words.place(number, count)}` : ''),
    ...(state.path.length === 0 && form.intro ? [`<i>${plain(form.intro, 600)}</i>`] : []),
    ...(error ? [`⚠️ ${plain(error, 600)}`] : []),
    `<b>${plain(field.label, 200)}</b>`,
    ...(field.hint ? [`<i>${plain(field.hint, 600)}</i>`] : []),
    ...(value.length > 0 ? [`▸ ${plain(shown(field, value, words), 1_000)}`] : []),
    plain(howTo(field, options), 300),
  ];
  return {
    html: lines.join('\n'),
    keyboard: [...inputKeys(state, field, options), ...steeringKeys(state, field, options)],
  };
}

/** At most this much of each answer in the view of all: twenty fields stay well below a message. */
const overviewValueMax = 120;

function overview(form: Form, state: FormState, options: ScreenOptions): Screen {
  const { words } = options;
  const general = state.errors[''];
  const lines = [
    head(form, ''),
    `<i>${plain(words.check, 200)}</i>`,
    ...(general ? [`⚠️ ${plain(general, 600)}`] : []),
    ...form.fields.map((field) => {
      const value = state.values[field.name] ?? [];
      const answer = value.length > 0 ? shown(field, value, words) : words.nothing;
      return `<b>${plain(field.label, 60)}:</b> ${plain(answer, overviewValueMax)}`;
    }),
  ];
  const fields = form.fields.map((field, at) => key(`✏️ ${field.label}`, `f${at}`, options));
  const send: Key = { ...key(form.submit, 'send', options), style: 'primary' };
  return {
    html: lines.join('\n'),
    keyboard: [[send], ...inRows(fields), [key(words.cancel, 'cancel', options)]],
  };
}

/** The form without its buttons, once it is sent or given up. */
export function closedScreen(form: Form, words: string): Screen {
  return { html: `${head(form, '')}\n<i>${plain(words, 200)}</i>`, keyboard: [] };
}

/** A question that was answered in words below it: its buttons are gone. */
export function answeredScreen(form: Form, state: FormState, typed: string): Screen {
  const label = fieldAt(form, state)?.label ?? '';
  const lines = [head(form, ''), `<b>${plain(label, 200)}:</b> ${plain(typed, 300)}`];
  return { html: lines.join('\n'), keyboard: [] };
}

function head(form: Form, rest: string): string {
  return `<b>${plain(form.title, 150)}</b>${escapeHtml(rest)}`;
}

function plain(text: string, max: number): string {
  return escapeHtml(shorten(text, max));
}

function shown({ input }: FormField, values: readonly string[], words: FormWords): string {
  const named = values.map((value) => {
    if (input.kind === 'choice' || input.kind === 'choices') {
      return input.options.find((option) => option.value === value)?.label ?? value;
    }
    const day = input.kind === 'date' ? dayOf(value) : null;
    return day ? words.day(day) : value;
  });
  return named.join(', ');
}

function howTo({ input }: FormField, { words, private: alone }: ScreenOptions): string {
  const typed = alone ? '' : ` ${words.replyToThis}`;
  switch (input.kind) {
    case 'line':
    case 'text':
      return `${words.typeIt}${typed}`;
    case 'date':
      return `${words.date}${typed}`;
    case 'number':
      return `${words.number(input.min, input.max)}${typed}`;
    case 'choice':
      return words.pick;
    case 'choices':
      return words.pickSome;
  }
}

const optionsPerPage = 8;

function inputKeys(state: FormState, field: FormField, options: ScreenOptions): Keyboard {
  const { input } = field;
  const make = (text: string, choice: string) => key(text, choice, options);
  const value = state.values[field.name] ?? [];
  switch (input.kind) {
    case 'line':
    case 'text':
    case 'number':
      return [];
    case 'date':
      return dayKeys({
        chosen: dayOf(value[0] ?? '') ?? options.meant,
        near: dayOf(input.near ?? ''),
        month: state.month,
        today: options.today,
        words: options.words,
        make,
      });
    case 'choice':
    case 'choices': {
      const pages = Math.max(1, Math.ceil(input.options.length / optionsPerPage));
      const page = Math.min(state.page, pages - 1);
      const several = input.kind === 'choices';
      const rows = input.options
        .map(({ label, value: each }, at): Key[] => {
          const mark = value.includes(each) ? '✓ ' : '';
          return [make(`${mark}${label}`, `${several ? 't' : 'o'}${at}`)];
        })
        .slice(page * optionsPerPage, (page + 1) * optionsPerPage);
      const turning = [
        ...(page > 0 ? [make(options.words.earlier, `p${page - 1}`)] : []),
        ...(page < pages - 1 ? [make(`${options.words.later} (${page + 1}/${pages})`, `p${page + 1}`)] : []),
      ];
      const done = several ? [[make(options.words.done, 'done')]] : [];
      return [...rows, ...(turning.length > 0 ? [turning] : []), ...done];
    }
  }
}

function steeringKeys(state: FormState, field: FormField, options: ScreenOptions): Keyboard {
  const { words } = options;
  const filled = (state.values[field.name]?.length ?? 0) > 0;
  const keys = [
    ...(filled && field.input.kind !== 'choices' ? [key(words.keep, 'keep', options)] : []),
    ...(field.required ? [] : [key(words.skip, 'skip', options)]),
    ...(state.path.length > 0 ? [key(words.back, 'back', options)] : []),
    key(words.cancel, 'cancel', options),
  ];
  return inRows(keys);
}

function key(text: string, choice: string, { conversation, step }: ScreenOptions) {
  return { text: labelOf(text), callback_data: formData(conversation, step, choice) };
}
