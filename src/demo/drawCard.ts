/** A card drawn for the terminal, as a person would see it on a page. Pure. */
import type { Block, Button, Card, ListItem } from '../chat/card.ts';

/** Lines of at most `width` characters, without a line break at the end. */
export function drawCard(card: Card, width = 92): string[] {
  const inner = width - 4;
  const body = [
    ...wrap(`${marks[card.tone]} ${card.title}`, inner),
    ...card.blocks.flatMap((block) => drawBlock(block, inner)),
    ...card.buttons.flatMap((row) => wrap(row.map(drawButton).join(' '), inner)),
  ];
  return [`┌${'─'.repeat(width - 2)}`, ...body.map((line) => `│ ${line}`), `└${'─'.repeat(width - 2)}`];
}

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

/** Breaks at spaces; a longer word stands alone on its line. Line breaks are kept. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    return [...lines, line];
  });
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
