/** The parts of a card as Slack's blocks. User's words stand in plain or rich text only: markup has no escape for `*_~`. Pure. */
import type { types } from '@slack/bolt';
import type { Block, Field, ListItem, Tone } from '../../src/chat/card.ts';
import { limits } from './limits.ts';
import { renderButton } from './renderButtons.ts';
import { emptyMark, plainText, shorten } from './text.ts';
import type { SlackWords } from './words.ts';

/** Where the blocks will stand: tables are for messages only (reference of the table block). */
export type Surface = 'message' | 'home';

export const toneMarks: Readonly<Record<Tone, string>> = {
  neutral: '',
  good: '✅ ',
  warning: '⚠️ ',
  bad: '🔴 ',
};

/** `tables`: how many may still be drawn as such. */
export function renderBlock(
  block: Block,
  context: { surface: Surface; tables: number; words: SlackWords },
): types.KnownBlock[] {
  switch (block.kind) {
    case 'text':
      return block.text === '' ? [] : [paragraph(block.text, block.style ?? 'normal')];
    case 'fields':
      return fields(block.fields);
    case 'list':
      return block.items.map((item) => listItem(item, context.words));
    case 'table':
      return [
        context.surface === 'message' && context.tables > 0
          ? table(block.columns, block.rows)
          : preformatted([block.columns, ...block.rows]),
      ];
    case 'progress':
      return [paragraph(`${bar(block.percent)} ${block.label}`, 'normal')];
    case 'quote':
      return [quote(block.text, block.by)];
    case 'divider':
      return [{ type: 'divider' }];
  }
}

function paragraph(text: string, style: 'normal' | 'strong' | 'small'): types.KnownBlock {
  if (style === 'small') {
    return { type: 'context', elements: [plainText(text, limits.contextText)] };
  }
  return richText([{ type: 'text', text, ...(style === 'strong' ? { style: { bold: true } } : {}) }]);
}

function richText(parts: types.RichTextText[]): types.KnownBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: withinTotal(parts, limits.richText) }],
  };
}

/** Several blocks when one would not hold them. */
function fields(all: readonly Field[]): types.KnownBlock[] {
  const rendered: types.KnownBlock[] = [];
  let parts: types.RichTextText[] = [];
  for (const { label, value } of all) {
    const line: types.RichTextText[] = [
      {
        type: 'text',
        text: `${parts.length > 0 ? '\n' : ''}${shorten(label, 200)}: `,
        style: { bold: true },
      },
      { type: 'text', text: shorten(value, 2000) || emptyMark },
    ];
    if (parts.length > 0 && lengthOf(parts) + lengthOf(line) > limits.richText) {
      rendered.push(richText(parts));
      parts = [];
    }
    parts.push(...line);
  }
  return parts.length > 0 ? [...rendered, richText(parts)] : rendered;
}

function listItem({ text, detail, tone, button }: ListItem, words: SlackWords): types.KnownBlock {
  const shown = plainText(
    `${toneMarks[tone ?? 'neutral']}${text}${detail ? `\n${detail}` : ''}`,
    limits.section,
  );
  const block = { type: 'section' as const, text: shown };
  return button ? { ...block, accessory: renderButton(button, button.action, words) } : block;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): types.KnownBlock {
  const width = Math.min(columns.length, limits.tableColumns);
  const drawn: types.RawTextElement[][] = [];
  let length = 0;
  for (const row of [columns, ...rows].slice(0, limits.tableRows)) {
    const cells = Array.from({ length: width }, (_, at) => shorten(row[at] ?? '', cellMax) || emptyMark);
    const rowLength = cells.reduce((sum, cell) => sum + cell.length, 0);
    if (length + rowLength > limits.tableCharacters) break;
    length += rowLength;
    drawn.push(cells.map((text) => ({ type: 'raw_text', text })));
  }
  return { type: 'table', rows: drawn };
}

/** So that a header of 20 columns always fits. */
const cellMax = 400;

function preformatted(rows: readonly (readonly string[])[]): types.KnownBlock {
  const text = shorten(rows.map((row) => row.join('  ·  ')).join('\n') || emptyMark, limits.richText);
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  };
}

function quote(said: string, by: string): types.KnownBlock {
  const text = shorten(said, limits.richText - 200) || emptyMark;
  const speaker: types.RichTextText = {
    type: 'text',
    text: `— ${shorten(by, 190)}`,
    style: { italic: true },
  };
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_quote', elements: [{ type: 'text', text }] },
      { type: 'rich_text_section', elements: [speaker] },
    ],
  };
}

function bar(percent: number): string {
  const full = Math.round(Math.min(Math.max(percent, 0), 100) / 10);
  return `${'▓'.repeat(full)}${'░'.repeat(10 - full)}`;
}

function withinTotal(parts: readonly types.RichTextText[], max: number): types.RichTextText[] {
  const kept: types.RichTextText[] = [];
  let left = max;
  for (const part of parts) {
    if (left <= 0) break;
    const text = shorten(part.text, left);
    kept.push({ ...part, text });
    left -= text.length;
  }
  return kept;
}

function lengthOf(parts: readonly types.RichTextText[]): number {
  return parts.reduce((sum, part) => sum + part.text.length, 0);
}
