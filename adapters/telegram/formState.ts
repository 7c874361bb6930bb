/** A form as a short conversation: one question after another, then a look at all before it is sent. Pure. */
import type { Form, FormField, FormValues } from '../../src/chat/form.ts';
import type { FormWords } from './words.ts';

export type FormState = {
  values: Record<string, string[]>;
  /** The field that is asked for; null: all are shown, to be sent or mended. */
  at: string | null;
  /** Fields still to be asked for, in order. */
  queue: string[];
  /** Where it was before, for going back. */
  path: (string | null)[];
  /** Page of a long list of options. */
  page: number;
  /** The month a calendar shows, '2016-04'; null: that of the value, or the present one. */
  month: string | null;
  /** By field name; '' what concerns the whole form. */
  errors: Record<string, string>;
};

export type FormStep =
  | { kind: 'ask'; state: FormState }
  | { kind: 'submit'; state: FormState }
  | { kind: 'cancel' }
  /** Nothing changes. */
  | { kind: 'none' };

/** What is filled in already is only looked at; the rest is asked for. A form to be mended asks for nothing but what must
 *  not be empty. */
export function beginForm(form: Form): FormState {
  const values = Object.fromEntries(
    form.fields.flatMap(({ name, input }) => {
      const { initial } = input;
      if (initial === undefined || initial === '') return [];
      return [[name, Array.isArray(initial) ? initial : [String(initial)]]];
    }),
  );
  const mending = Object.keys(values).length > 0;
  const queue = form.fields
    .filter(({ name, required }) => !(name in values) && (required || !mending))
    .map(({ name }) => name);
  const start: FormState = { values, at: null, queue, path: [], page: 0, month: null, errors: {} };
  const only = form.fields.length === 1 ? form.fields[0] : undefined;
  if (only) return { ...start, at: only.name, queue: [] };
  return next(start);
}

/** The core refused the values: the first field at fault is asked for again, the rest stays. */
export function withErrors(form: Form, state: FormState, errors: Record<string, string>): FormState {
  const faulty = form.fields.filter(({ name }) => name in errors).map(({ name }) => name);
  const only = form.fields.length === 1 ? (form.fields[0]?.name ?? null) : null;
  return { ...state, at: faulty[0] ?? only, queue: faulty.slice(1), path: [], page: 0, month: null, errors };
}

/** A typed answer to the field that is asked for. */
export function takeText(form: Form, state: FormState, text: string, words: FormWords): FormStep {
  const field = fieldAt(form, state);
  if (!field) return { kind: 'none' };
  const read = readTyped(field, text.trim(), words);
  if ('error' in read) {
    return { kind: 'ask', state: { ...state, errors: { ...state.errors, [field.name]: read.error } } };
  }
  return answered(form, state, field, read.values);
}

/** A pressed button; `choice` as `formScreen` wrote it. Anything else changes nothing. */
export function takeChoice(form: Form, state: FormState, choice: string, words: FormWords): FormStep {
  const field = fieldAt(form, state);
  const number = Number(/^[a-z](\d{1,4})$/.exec(choice)?.[1] ?? Number.NaN);
  if (choice === 'cancel') return { kind: 'cancel' };
  if (choice === 'back') return { kind: 'ask', state: back(state) };
  if (!field) return onOverview(form, state, choice, number, words);
  if (choice === 'skip' && !field.required) return answered(form, state, field, []);
  if (choice === 'keep' && state.values[field.name])
    return answered(form, state, field, state.values[field.name] ?? []);
  if (choice.startsWith('p') && number >= 0) return { kind: 'ask', state: { ...state, page: number } };
  return onInput(form, state, field, { choice, number }, words);
}

export function fieldAt(form: Form, { at }: FormState): FormField | null {
  return form.fields.find(({ name }) => name === at) ?? null;
}

export function valuesOf({ values }: FormState): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([, each]) => each.length > 0));
}

function onOverview(
  form: Form,
  state: FormState,
  choice: string,
  number: number,
  words: FormWords,
): FormStep {
  if (choice === 'send') {
    const missing = form.fields.find(({ name, required }) => required && !state.values[name]?.length);
    if (!missing) return { kind: 'submit', state };
    return { kind: 'ask', state: { ...goTo(state, missing.name), errors: { [missing.name]: words.needed } } };
  }
  const chosen = choice.startsWith('f') ? form.fields[number] : undefined;
  return chosen ? { kind: 'ask', state: goTo(state, chosen.name) } : { kind: 'none' };
}

function onInput(
  form: Form,
  state: FormState,
  field: FormField,
  { choice, number }: { choice: string; number: number },
  words: FormWords,
): FormStep {
  const { input, name } = field;
  if (input.kind === 'date') {
    if (/^m\d{4}-\d{2}$/.test(choice)) return { kind: 'ask', state: { ...state, month: choice.slice(1) } };
    if (/^d\d{4}-\d{2}-\d{2}$/.test(choice)) return answered(form, state, field, [choice.slice(1)]);
  }
  if (input.kind === 'choice' && choice.startsWith('o')) {
    const option = input.options[number];
    if (option) return answered(form, state, field, [option.value]);
  }
  if (input.kind === 'choices') {
    const chosen = state.values[name] ?? [];
    const option = choice.startsWith('t') ? input.options[number] : undefined;
    if (option) {
      const left = chosen.filter((value) => value !== option.value);
      const now = left.length < chosen.length ? left : [...chosen, option.value];
      return { kind: 'ask', state: { ...state, values: { ...state.values, [name]: now } } };
    }
    if (choice === 'done') {
      if (field.required && chosen.length === 0) {
        return { kind: 'ask', state: { ...state, errors: { [name]: words.needed } } };
      }
      return answered(form, state, field, chosen);
    }
  }
  return { kind: 'none' };
}

function answered(form: Form, state: FormState, field: FormField, values: readonly string[]): FormStep {
  const { [field.name]: _, ...errors } = state.errors;
  const filled = { ...state, values: { ...state.values, [field.name]: [...values] }, errors };
  if (form.fields.length === 1) return { kind: 'submit', state: filled };
  return { kind: 'ask', state: next({ ...filled, path: [...filled.path, field.name].slice(-pathMax) }) };
}

const pathMax = 50;

function next(state: FormState): FormState {
  const [at = null, ...queue] = state.queue;
  return { ...state, at, queue, page: 0, month: null };
}

function back(state: FormState): FormState {
  const path = state.path.slice(0, -1);
  const at = state.path.at(-1) ?? null;
  const queue = state.at === null ? state.queue : [state.at, ...state.queue];
  return { ...state, at, path, queue: at === null ? [] : queue, page: 0, month: null };
}

/** From the view of all, and back to it. */
function goTo(state: FormState, name: string): FormState {
  return { ...state, at: name, queue: [], path: [null], page: 0, month: null };
}

function readTyped(
  field: FormField,
  text: string,
  words: FormWords,
): { values: string[] } | { error: string } {
  const { input } = field;
  if (text === '') return field.required ? { error: words.needed } : { values: [] };
  switch (input.kind) {
    case 'line':
    case 'text':
      if (input.maxLength !== undefined && text.length > input.maxLength) {
        return { error: words.tooLong(input.maxLength) };
      }
      return { values: [text] };
    case 'date':
      return { values: [text] };
    case 'number': {
      const value = Number(text.replace(/\s*%$/u, '').replace(',', '.'));
      const fits = Number.isFinite(value) && value >= input.min && value <= input.max;
      return fits ? { values: [String(value)] } : { error: words.numberWrong(input.min, input.max) };
    }
    case 'choice':
    case 'choices': {
      const wanted = text.normalize('NFC').toLocaleLowerCase('vi');
      const option = input.options.find(
        ({ label }) => label.normalize('NFC').toLocaleLowerCase('vi') === wanted,
      );
      return option ? { values: [option.value] } : { error: words.notAmong };
    }
  }
}
