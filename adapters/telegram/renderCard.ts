/** A card as Telegram shows it: one or several texts in HTML mode, and the buttons under the last. Pure. */
import type { Block, Card, ListItem, Tone } from '../../src/chat/card.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { limits } from './limits.ts';
import { escapeHtml, shorten, splitText } from './text.ts';

export type Rendered = { texts: string[]; keyboard: Keyboard };

/** Long cards become several messages, parted between blocks where that is possible; the buttons stand under the last. */
export function renderCard(card: Card): Rendered {
  return { texts: pack(piecesOf(card)), keyboard: keyboardOf(card) };
}

/** For a message that is already there and can only be one: what does not fit is left out, and an ellipsis says so. */
export function renderInOne(card: Card): { text: string; keyboard: Keyboard } {
  const { texts, keyboard } = renderCard(card);
  const [text = ''] = texts;
  return { text: texts.length > 1 ? `${text}\n…` : text, keyboard };
}

/** Words of the adapter's own, as plain text. */
export function renderText(text: string): string {
  return escapeHtml(shorten(text, limits.text));
}

/** `units`: as Telegram counts the text once the tags are read. */
type Piece = { html: string; units: number };

/** Room for the ellipsis of `renderInOne`. */
const textMax = limits.text - 2;
/** A piece keeps below this, so that a whole paragraph goes to the next message rather than being cut. */
const pieceMax = 3000;

function piecesOf(card: Card): Piece[] {
  return [...marked(`${toneMark[card.tone]}${card.title}`, 'b'), ...card.blocks.flatMap(blockPieces)];
}

const toneMark: Record<Tone, string> = { neutral: '', good: '✅ ', warning: '⚠️ ', bad: '❗ ' };
const itemMark: Record<Tone, string> = { neutral: '•', good: '✅', warning: '⚠️', bad: '❗' };

function blockPieces(block: Block): Piece[] {
  switch (block.kind) {
    case 'text':
      return marked(block.text, block.style === 'strong' ? 'b' : block.style === 'small' ? 'i' : null);
    case 'fields':
      return joined(block.fields.flatMap(({ label, value }) => labelled(label, value)));
    case 'list':
      return joined(block.items.flatMap(itemPieces));
    case 'table':
      return tablePieces(block);
    case 'progress':
      return marked(`${bar(block.percent)} ${block.label}`, null);
    case 'quote':
      return quotePieces(block);
    case 'divider':
      return [{ html: '———', units: 3 }];
  }
}

type Tag = 'b' | 'i' | 'blockquote';

function marked(text: string, tag: Tag | null): Piece[] {
  return splitText(text.trim(), pieceMax).map((part) => {
    const escaped = escapeHtml(part);
    return { html: tag ? `<${tag}>${escaped}</${tag}>` : escaped, units: part.length };
  });
}

function labelled(label: string, value: string): Piece[] {
  const name = shorten(label, labelMax);
  const [first = '', ...rest] = splitText(value.trim() || '–', pieceMax);
  const head = {
    html: `<b>${escapeHtml(name)}:</b> ${escapeHtml(first)}`,
    units: name.length + 2 + first.length,
  };
  return [head, ...rest.flatMap((part) => marked(part, null))];
}

const labelMax = 200;

function itemPieces({ text, detail, tone }: ListItem): Piece[] {
  const [first, ...rest] = marked(`${itemMark[tone ?? 'neutral']} ${text}`, null);
  const below = detail ? marked(detail, 'i') : [];
  const [one] = below;
  if (!first || !one || rest.length > 0 || below.length > 1)
    return [...(first ? [first] : []), ...rest, ...below];
  return [line(first, one)];
}

/** A phone shows about so many letters of fixed width in a line; a wider table becomes rows of words. */
const tableLettersMax = 34;

function tablePieces({ columns, rows }: Extract<Block, { kind: 'table' }>): Piece[] {
  const all = [columns, ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => [...(row[at] ?? '')].length)));
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  if (total > tableLettersMax || all.length > rowsMax) {
    return joined(rows.flatMap((row) => rowPieces(columns, row)));
  }
  const text = all
    .map((row) =>
      widths
        .map((width, at) => padded(row[at] ?? '', width))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
  return [{ html: `<pre>${escapeHtml(text)}</pre>`, units: text.length }];
}

const rowsMax = 40;

function rowPieces(columns: readonly string[], row: readonly string[]): Piece[] {
  const [head = '', ...cells] = row;
  const rest = cells.flatMap((cell, at) => (cell === '' ? [] : [`${columns[at + 1] ?? ''}: ${cell}`]));
  const [first, ...more] = marked(head || '–', 'b');
  const below = rest.length > 0 ? marked(rest.join('; '), null) : [];
  const [one] = below;
  if (!first || !one || more.length > 0 || below.length > 1)
    return [...(first ? [first] : []), ...more, ...below];
  return [line(first, one)];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - [...text].length);
}

function bar(percent: number): string {
  const full = Math.min(10, Math.max(0, Math.round(percent / 10)));
  return '▰'.repeat(full) + '▱'.repeat(10 - full);
}

function quotePieces({ text, by }: Extract<Block, { kind: 'quote' }>): Piece[] {
  const said = marked(text, 'blockquote');
  return by === '' ? said : [...said, ...marked(`— ${by}`, 'i')];
}

function line(above: Piece, below: Piece): Piece {
  return { html: `${above.html}\n${below.html}`, units: above.units + 1 + below.units };
}

/** Lines that belong together: one piece as long as they fit. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.units + 1 + piece.units <= pieceMax) out[out.length - 1] = line(last, piece);
    else out.push(piece);
  }
  return out;
}

function pack(pieces: readonly Piece[]): string[] {
  const texts: Piece[] = [];
  for (const piece of pieces) {
    const last = texts.at(-1);
    if (last && last.units + 2 + piece.units <= textMax) {
      texts[texts.length - 1] = {
        html: `${last.html}\n\n${piece.html}`,
        units: last.units + 2 + piece.units,
      };
    } else texts.push(piece);
  }
  return texts.map(({ html }) => html);
}
