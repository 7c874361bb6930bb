/** What a card says, as one text to search in. Pure. */
import type { Block, Button, Card, ListItem } from '../../src/chat/card.ts';
import { wrap } from '../../src/demo/wrap.ts';

/** Everything the card says, buttons included, one piece a line: what a search for words looks at. */
export function cardText(card: Card): string {
  return [
    card.title,
    ...card.blocks.flatMap((block) => drawBlock(block, Number.POSITIVE_INFINITY)),
    ...card.buttons.flat().map((button) => button.label),
  ].join('\n');
}

/** Every button of the card, those of its lists included, in the order they are seen. */
export function buttonsOf(card: Card): Button[] {
  const inLists = card.blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.flatMap((item) => item.button ?? []) : [],
  );
  return [...inLists, ...card.buttons.flat()];
}

const marks: Readonly<Record<Card['tone'], string>> = { neutral: '•', good: '✓', warning: '!', bad: '‼' };

function drawButton(button: Button): string {
  return `[${button.label}]`;
}

function drawBlock(block: Block, width: number): string[] {
  switch (block.kind) {
    case 'text':
      return wrap(block.text, width);
    case 'fields':
      return block.fields.flatMap(({ label, value }) => wrap(`${label}: ${value}`, width));
    case 'list':
      return block.items.flatMap((item) => drawItem(item, width));
    case 'table':
      return [block.columns, ...block.rows].flatMap((row) => wrap(row.join(' | '), width));
    case 'progress':
      return [`${bar(block.percent)} ${block.label}`];
    case 'quote':
      return wrap(`“${block.text}” – ${block.by}`, width);
    case 'divider':
      return ['· · ·'];
  }
}

function drawItem(item: ListItem, width: number): string[] {
  const indented = (text: string, first: string) =>
    wrap(text, width - first.length).map(
      (line, index) => (index === 0 ? first : ' '.repeat(first.length)) + line,
    );
  return [
    ...indented(item.text, `${marks[item.tone ?? 'neutral']} `),
    ...(item.detail ? indented(item.detail, '  ') : []),
    ...(item.button ? [`  ${drawButton(item.button)}`] : []),
  ];
}

const barLength = 20;

function bar(percent: number): string {
  const full = Math.round((Math.min(100, Math.max(0, percent)) / 100) * barLength);
  return '█'.repeat(full) + '░'.repeat(barLength - full);
}
