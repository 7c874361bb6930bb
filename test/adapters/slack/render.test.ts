/** Whatever the core says stays within what Slack documents. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValues, sentView, withPickedDay, withTypedValues } from '../../../adapters/slack/readForm.ts';
import { cardBlocks, renderCard } from '../../../adapters/slack/renderCard.ts';
import { renderForm } from '../../../adapters/slack/renderForm.ts';
import type { Block, Button, Card, Tone } from '../../../src/chat/card.ts';
import type { FieldInput, Form } from '../../../src/chat/form.ts';
import { problemsOf, viewProblems } from '../../../src/demo/slack/payloadLimits.ts';
import { localeFor } from '../../../src/locale/locale.ts';

const words = localeFor('vi', 'Asia/Ho_Chi_Minh').slack;
const origin = {
  chatId: 'C1',
  threadTs: '',
  private: false,
  title: 'phòng tổng hợp',
  messageTs: '1.2',
  ephemeral: false,
  responseUrl: 'https://hooks.slack.com/actions/T1/1/abc',
};

const hostile = [
  '',
  '<!channel> <@U1> & _*[]()`~',
  '\u202Eđảo ngược\u202C',
  'Ủy ban Dân tộc '.repeat(700),
  '👍'.repeat(5000),
  'a'.repeat(10_000),
  '\n\n\n',
];
const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 300 }));
const button: fc.Arbitrary<Button> = fc.record(
  {
    label: text,
    action: fc.constantFrom('task.accept', 'task.open', 'consent.give'),
    id: fc.string({ maxLength: 40 }),
    style: fc.constantFrom('primary' as const, 'danger' as const),
    confirm: text,
  },
  { requiredKeys: ['label', 'action', 'id'] },
);
const tone = fc.constantFrom<Tone>('neutral', 'good', 'warning', 'bad');
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text,
    style: fc.constantFrom('normal' as const, 'strong' as const, 'small' as const),
  }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: text, value: text }), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(fc.record({ text, detail: text, tone, button }), { maxLength: 60 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(text, { minLength: 1, maxLength: 25 }),
    rows: fc.array(fc.array(text, { maxLength: 25 }), { maxLength: 120 }),
  }),
  fc.record({
    kind: fc.constant('progress' as const),
    percent: fc.integer({ min: 0, max: 100 }),
    label: text,
  }),
  fc.record({ kind: fc.constant('quote' as const), text, by: text }),
  fc.constant({ kind: 'divider' as const }),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: text,
  tone,
  blocks: fc.array(block, { maxLength: 12 }),
  buttons: fc.array(fc.array(button, { maxLength: 6 }), { maxLength: 6 }),
});

describe('a card', () => {
  it('of any blocks and texts is a message that Slack takes', () => {
    fc.assert(
      fc.property(card, (any) => {
        expect(problemsOf(renderCard(any, words), 'message')).toEqual([]);
      }),
      {
        numRuns: 200,
      },
    );
  });

  it('of any blocks and texts is a home page that Slack takes', () => {
    fc.assert(
      fc.property(card, (any) => {
        expect(problemsOf({ blocks: cardBlocks(any, words, 'home', 30) }, 'view')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps its buttons when its blocks are too many', () => {
    const long: Card = {
      title: 'Danh sách',
      tone: 'neutral',
      blocks: Array.from({ length: 80 }, (_, at) => ({ kind: 'text' as const, text: `${at}` })),
      buttons: [[{ label: 'Mở', action: 'task.open', id: '1' }]],
    };
    expect(renderCard(long, words).blocks.at(-1)).toMatchObject({ type: 'actions' });
  });

  it('says its title to a screen reader, with nothing in it that pings', () => {
    const pings: Card = { title: 'Gửi <!channel> & <@U1>', tone: 'warning', blocks: [], buttons: [] };
    expect(renderCard(pings, words).text).toBe('⚠️ Gửi &lt;!channel&gt; &amp; &lt;@U1&gt;');
  });
});

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    value: `${at + 1}`,
    label: `Phòng số ${at + 1} ${'dài '.repeat(30)}`,
  }));
const inputs: FieldInput[] = [
  { kind: 'line', initial: 'x'.repeat(10_000) },
  { kind: 'line', maxLength: 20_000 },
  { kind: 'text', initial: 'x'.repeat(10_000), maxLength: 50 },
  { kind: 'date', initial: '2016-04-15' },
  { kind: 'date', initial: 'giữa tháng 4' },
  { kind: 'number', initial: 50, min: 0, max: 100 },
  { kind: 'choice', options: options(5), initial: '3' },
  { kind: 'choice', options: options(200), initial: '150' },
  { kind: 'choice', options: [] },
  { kind: 'choices', options: options(10), initial: ['1', '2'] },
  { kind: 'choices', options: options(200), initial: ['1', '199'] },
];
const form: Form = {
  action: 'assign.new',
  id: 'new',
  title: 'Giao một nhiệm vụ mới cho các đơn vị',
  intro: 'Điền vào dưới đây.',
  submit: 'Gửi yêu cầu gia hạn nhiệm vụ',
  fields: inputs.map((input, at) => ({
    name: `field${at}`,
    label: 'Tên trường '.repeat(300),
    hint: 'Gợi ý '.repeat(600),
    required: at % 2 === 0,
    input,
  })),
};

describe('a form', () => {
  it('with every kind of field, 200 choices and the longest texts is a window that Slack takes', () => {
    expect(viewProblems({ ...renderForm(form, origin, words) })).toEqual([]);
  });

  /** As Slack sends it back: with an id and what was filled in. */
  const sent = (values: Record<string, Record<string, object>>) =>
    sentView.parse({ ...renderForm(form, origin, words), id: 'V1', state: { values } });

  it('comes back as the values that were filled in', () => {
    const view = sent({
      'field0|1': { value: { type: 'plain_text_input', value: 'P. Tổng hợp' } },
      'field1|1': { value: { type: 'plain_text_input', value: null } },
      'field6|1': { value: { type: 'static_select', selected_option: { value: '3' } } },
      'field9|2': { value: { type: 'checkboxes', selected_options: [{ value: '1' }, { value: '2' }] } },
      'pick:field3': { 'day.pick': { type: 'datepicker', selected_date: '2016-04-20' } },
    });
    expect(readValues(view)).toEqual({ field0: ['P. Tổng hợp'], field6: ['3'], field9: ['1', '2'] });
  });

  it('shows a picked day in the field, under a new id', () => {
    const blocks = withPickedDay(sent({}), 'pick:field3', '2016-04-20');
    expect(blocks.find((each) => each.block_id === 'field3|2')).toMatchObject({
      element: { initial_value: '2016-04-20' },
    });
    expect(viewProblems({ ...renderForm(form, origin, words), blocks })).toEqual([]);
  });

  it('keeps what was typed when it is shown again', () => {
    const blocks = withTypedValues(
      sent({ 'field1|1': { value: { type: 'plain_text_input', value: 'hạn 15/4' } } }),
    );
    expect(blocks.find((each) => each.block_id === 'field1|2')).toMatchObject({
      element: { initial_value: 'hạn 15/4' },
    });
  });
});
