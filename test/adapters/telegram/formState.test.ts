import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formScreen } from '../../../adapters/telegram/formScreen.ts';
import {
  beginForm,
  type FormState,
  type FormStep,
  takeChoice,
  takeText,
  valuesOf,
  withErrors,
} from '../../../adapters/telegram/formState.ts';
import type { FieldInput, Form, FormField } from '../../../src/chat/form.ts';
import { markupProblem } from '../../../src/demo/telegram/markup.ts';
import { telegram } from '../../../src/locale/vi/telegram.ts';

const words = { ...telegram.form, day: (date: Temporal.PlainDate) => date.toString() };
const options = Array.from({ length: 200 }, (_, at) => ({
  value: `d${at}`,
  label: `Phòng số ${at} <${'x'.repeat(80)}>`,
}));
const inputs: FieldInput[] = [
  { kind: 'line', maxLength: 20 },
  { kind: 'text' },
  { kind: 'date' },
  { kind: 'number', min: 0, max: 100 },
  { kind: 'choice', options },
  { kind: 'choices', options },
];
const field = (input: FieldInput, required: boolean, at: number): FormField => ({
  name: `field${at}`,
  label: `Mục ${at} ${'<i>'.repeat(200)}`,
  hint: 'gợi ý '.repeat(1_000),
  required,
  input,
});
const longForm: Form = {
  action: 'assign.new',
  id: 'new',
  title: '&<'.repeat(5_000),
  intro: 'x'.repeat(10_000),
  fields: [...inputs, ...inputs].map((input, at) => field(input, at < inputs.length, at)),
  submit: 'Giao việc',
};

it('shows every question, with the longest texts and 200 options, within the limits, whatever is pressed or typed', () => {
  const choice = fc.oneof(
    fc.constantFrom(
      'skip',
      'keep',
      'back',
      'done',
      'send',
      'x',
      'm2016-13',
      'm9999-01',
      'm2016-02',
      'd2016-04-15',
      'd2016-99-99',
    ),
    fc
      .tuple(fc.constantFrom('o', 't', 'p', 'f'), fc.integer({ min: 0, max: 250 }))
      .map(([letter, number]) => `${letter}${number}`),
    fc.string({ maxLength: 12 }),
  );
  const text = fc.oneof(fc.constantFrom('', '50', '50,5 %', 'giữa tháng 4', 'x'.repeat(9_000)), fc.string());
  const act = fc.oneof(
    choice.map((press) => (state: FormState) => takeChoice(longForm, state, press, words)),
    text.map((typed) => (state: FormState) => takeText(longForm, state, typed, words)),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let state = beginForm(longForm);
      for (const each of acts) {
        const step = each(state);
        if (step.kind === 'ask') state = step.state;
        if (step.kind === 'submit') {
          const missing = longForm.fields.filter(({ name, required }) => required && !valuesOf(state)[name]);
          expect(missing).toEqual([]);
        }
        const screen = formScreen(longForm, state, {
          conversation: 10 ** 12,
          step: 10_000,
          words,
          today: Temporal.PlainDate.from('2016-04-05'),
          meant: null,
          private: false,
        });
        expect(markupProblem(screen.html, screen.keyboard.flat())).toBeNull();
      }
    }),
    { numRuns: 60 },
  );
});

const form: Form = {
  action: 'task.extend',
  id: '1',
  title: 'Xin gia hạn',
  fields: [
    { name: 'to', label: 'Đến ngày', required: true, input: { kind: 'date' } },
    { name: 'reason', label: 'Lý do', required: false, input: { kind: 'text' } },
  ],
  submit: 'Gửi',
};

it('asks one after the other, goes back, skips, shows all, and sends', () => {
  let state = asked(takeText(form, beginForm(form), '20/4', words));
  expect(state.at).toBe('reason');
  state = asked(takeChoice(form, state, 'back', words));
  expect(state).toMatchObject({ at: 'to', values: { to: ['20/4'] } });
  state = asked(takeChoice(form, state, 'd2016-04-21', words));
  state = asked(takeChoice(form, state, 'skip', words));
  expect(state.at).toBeNull();
  expect(takeChoice(form, state, 'send', words).kind).toBe('submit');
  expect(valuesOf(state)).toEqual({ to: ['2016-04-21'] });
});

it('mends one entry from the view of all and comes back to it', () => {
  const filled = { ...beginForm(form), values: { to: ['20/4'], reason: ['chờ'] }, at: null, queue: [] };
  let state = asked(takeChoice(form, filled, 'f1', words));
  expect(state.at).toBe('reason');
  state = asked(takeText(form, state, 'chờ số liệu', words));
  expect(state).toMatchObject({ at: null, values: { to: ['20/4'], reason: ['chờ số liệu'] } });
});

it('asks again for the field at fault and keeps the rest', () => {
  const filled = { ...beginForm(form), values: { to: ['32/4'], reason: ['chờ'] }, at: null, queue: [] };
  const again = withErrors(form, filled, { to: 'Chưa rõ ngày.' });
  expect(again).toMatchObject({ at: 'to', values: { to: ['32/4'], reason: ['chờ'] } });
  const mended = asked(takeText(form, again, '20/4', words));
  expect(mended).toMatchObject({ at: null, errors: {} });
});

it('starts with the view of all when the form only mends, and sends a form of one field at once', () => {
  const mending: Form = {
    ...form,
    fields: form.fields.map((each) => ({ ...each, input: { kind: 'line', initial: 'x' } })),
  };
  expect(beginForm(mending).at).toBeNull();
  const only: Form = { ...form, fields: form.fields.slice(0, 1) };
  expect(takeText(only, beginForm(only), '20/4', words).kind).toBe('submit');
});

it.each<[string, FieldInput, string, string | null]>([
  ['a number', { kind: 'number', min: 0, max: 100 }, '60%', '60'],
  ['a number too high', { kind: 'number', min: 0, max: 100 }, '101', null],
  ['no number', { kind: 'number', min: 0, max: 100 }, 'sáu mươi', null],
  [
    'a label, any case',
    { kind: 'choice', options: [{ value: 'th', label: 'Phòng Tổng hợp' }] },
    'phòng tổng hợp',
    'th',
  ],
  ['a label nobody knows', { kind: 'choice', options: [] }, 'Phòng X', null],
  ['too long', { kind: 'line', maxLength: 3 }, 'dài quá', null],
])('takes %s as typed', (_, input, typed, value) => {
  const two: Form = { ...form, fields: [{ name: 'it', label: 'It', required: true, input }, ...form.fields] };
  const state = asked(takeText(two, beginForm(two), typed, words));
  expect(valuesOf(state).it?.[0] ?? null).toBe(value);
  expect(state.at).toBe(value === null ? 'it' : 'to');
});

function asked(step: FormStep): FormState {
  if (step.kind !== 'ask') throw new Error(`not asked: ${step.kind}`);
  return step.state;
}
