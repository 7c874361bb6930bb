import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limits } from '../../../adapters/telegram/limits.ts';
import { renderCard, renderInOne, renderText } from '../../../adapters/telegram/renderCard.ts';
import type { Block, Button, Card, Tone } from '../../../src/chat/card.ts';
import { markupProblem, plainOf } from '../../../src/demo/telegram/markup.ts';

const hostile = [
  '<b>không đóng',
  '</b></pre>&lt;&amp;&#60;',
  '<!channel> @everyone',
  '_*[]()~`>#+-=|{}.!',
  '\u202eđảo\u2066 ngược\u2069',
  'Ủy ban Dân tộc – Trung tâm Thông tin',
  'e\u0302\u0301 👩‍👩‍👧 \ud83d\ude00',
  'x'.repeat(10_000),
  'một từ '.repeat(1_500),
];
const words = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.toWellFormed()),
);
const tone = fc.constantFrom<Tone>('neutral', 'good', 'warning', 'bad');
const button: fc.Arbitrary<Button> = fc.record(
  {
    label: words,
    action: fc.constantFrom('task.accept', 'assign.confirm'),
    id: fc.integer({ min: 1, max: 2 ** 52 }).map(String),
    style: fc.constantFrom('primary', 'danger'),
    confirm: words,
  },
  { requiredKeys: ['label', 'action', 'id'] },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record(
    { kind: fc.constant('text' as const), text: words, style: fc.constantFrom('normal', 'strong', 'small') },
    { requiredKeys: ['kind', 'text'] },
  ),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: words, value: words })),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(fc.record({ text: words, detail: words, tone, button }, { requiredKeys: ['text'] }), {
      maxLength: 20,
    }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(words, { minLength: 1, maxLength: 5 }),
    rows: fc.array(fc.array(words, { maxLength: 5 }), { maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant('progress' as const),
    percent: fc.integer({ min: 0, max: 100 }),
    label: words,
  }),
  fc.record({ kind: fc.constant('quote' as const), text: words, by: words }),
  fc.constant({ kind: 'divider' as const }),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: words.map((text) => text || 'Thẻ'),
  tone,
  blocks: fc.array(block, { maxLength: 8 }),
  buttons: fc.array(fc.array(button, { maxLength: 5 }), { maxLength: 4 }),
});

it('draws every card so that Telegram takes it, whole and in one message', () => {
  fc.assert(
    fc.property(card, (each) => {
      const { texts, keyboard } = renderCard(each);
      const last = texts.length - 1;
      texts.forEach((text, at) => {
        expect(markupProblem(text, at === last ? keyboard.flat() : [])).toBeNull();
      });
      expect(keyboard.every((row) => row.length > 0 && row.length <= limits.buttonsPerRow)).toBe(true);
      const one = renderInOne(each);
      expect(markupProblem(one.text, one.keyboard.flat())).toBeNull();
    }),
    { numRuns: 150 },
  );
});

it('shows what people wrote as they wrote it, without tags or marks that turn the text', () => {
  const [text = ''] = renderCard(plainCard('<b>&"\u202e việc gấp')).texts;
  expect(plainOf(text)).toBe('<b>&" việc gấp');
});

it('parts a long answer between its paragraphs, loses nothing, and puts the buttons under the last part', () => {
  const paragraph = (number: number): Block => ({
    kind: 'text',
    text: `Đoạn ${number}. ${'chữ '.repeat(300)}`.trim(),
  });
  const long: Card = {
    ...plainCard('Tình hình'),
    blocks: Array.from({ length: 12 }, (_, at) => paragraph(at + 1)),
    buttons: [[{ label: 'Mở', action: 'task.open', id: '1' }]],
  };
  const { texts, keyboard } = renderCard(long);
  expect(texts.length).toBeGreaterThan(1);
  const all = texts.join('\n\n');
  for (let number = 1; number <= 12; number += 1) expect(all).toContain(`Đoạn ${number}. chữ`);
  expect(texts.every((text) => text.endsWith('chữ') || text.endsWith('</b>'))).toBe(true);
  expect(keyboard.flat().map((key) => key.text)).toEqual(['Mở']);
});

it('keeps a narrow table in columns and turns a wide one into rows of words', () => {
  const narrow: Block = {
    kind: 'table',
    columns: ['Đơn vị', 'Việc'],
    rows: [
      ['P. TH', '3'],
      ['Văn phòng', '12'],
    ],
  };
  expect(renderCard({ ...plainCard('Bảng'), blocks: [narrow] }).texts[0]).toContain(
    '<pre>Đơn vị     Việc\nP. TH      3\nVăn phòng  12</pre>',
  );
  const wide: Block = {
    kind: 'table',
    columns: ['Đơn vị', 'Nội dung'],
    rows: [['Phòng Tổng hợp', 'dự thảo nội dung chương trình phối hợp năm năm']],
  };
  expect(renderCard({ ...plainCard('Bảng'), blocks: [wide] }).texts[0]).toContain(
    '<b>Phòng Tổng hợp</b>\nNội dung: dự thảo nội dung',
  );
});

it('tells apart the buttons of list items that are called alike', () => {
  const item = (id: string) => ({
    text: `NV-${id} dự thảo`,
    button: { label: 'Mở', action: 'task.open', id },
  });
  const { keyboard } = renderCard({
    ...plainCard('Việc'),
    blocks: [{ kind: 'list', items: [item('1'), item('2')] }],
  });
  expect(keyboard.flat().map((key) => key.text)).toEqual(['Mở: NV-1 dự thảo', 'Mở: NV-2 dự thảo']);
});

it('shortens words of the adapter’s own', () => {
  expect(plainOf(renderText('<'.repeat(10_000)))?.length).toBe(limits.text);
});

function plainCard(title: string): Card {
  return { title, tone: 'neutral', blocks: [], buttons: [] };
}
