/** A card as a message or as a part of the home view, within Slack's limits. Pure. */
import type { types } from '@slack/bolt';
import type { Card } from '../../src/chat/card.ts';
import { limits } from './limits.ts';
import { renderBlock, type Surface, toneMarks } from './renderBlocks.ts';
import { renderRow } from './renderButtons.ts';
import { emptyMark, escapeMarkup, plainText, shorten } from './text.ts';
import type { SlackWords } from './words.ts';

/** `text`: what notifications and screen readers say; escaped, never empty. */
export type MessagePayload = { text: string; blocks: types.KnownBlock[] };

export function renderCard(card: Card, words: SlackWords): MessagePayload {
  return { text: textOf(card), blocks: cardBlocks(card, words, 'message', limits.messageBlocks) };
}

/** At most `blocksMax` blocks; what is left out is said so, and the buttons stay. */
export function cardBlocks(
  card: Card,
  words: SlackWords,
  surface: Surface,
  blocksMax: number,
): types.KnownBlock[] {
  const title = plainText(`${toneMarks[card.tone]}${card.title}`, limits.header);
  const rows = card.buttons.filter((row) => row.length > 0).map((row) => renderRow(row, words));
  const buttons = within(rows, { blocks: blocksMax - 2, characters: limits.messageCharacters / 2 });
  const body = bodyOf(card, words, surface);
  const shortened: types.KnownBlock = {
    type: 'context',
    elements: [plainText(words.shortened, limits.contextText)],
  };
  const left = {
    blocks: blocksMax - buttons.length - 1,
    characters: limits.messageCharacters - charactersIn([title, buttons]),
  };
  const whole = within(body, left);
  const kept =
    whole.length === body.length
      ? whole
      : [
          ...within(body, { blocks: left.blocks - 1, characters: left.characters - charactersIn(shortened) }),
          shortened,
        ];
  return [{ type: 'header', text: title }, ...kept, ...buttons];
}

function textOf(card: Card): string {
  const escaped = escapeMarkup(`${toneMarks[card.tone]}${card.title}`);
  return shorten(escaped, limits.messageText) || emptyMark;
}

function bodyOf(card: Card, words: SlackWords, surface: Surface): types.KnownBlock[] {
  let tables = 1;
  return card.blocks.flatMap((block) => {
    const rendered = renderBlock(block, { surface, tables, words });
    if (block.kind === 'table') tables -= 1;
    return rendered;
  });
}

/** The first ones that fit. */
function within<Kind extends types.KnownBlock>(
  blocks: readonly Kind[],
  most: { blocks: number; characters: number },
): Kind[] {
  const kept: Kind[] = [];
  let characters = 0;
  for (const block of blocks) {
    characters += charactersIn(block);
    if (characters > most.characters || kept.length >= most.blocks) break;
    kept.push(block);
  }
  return kept;
}

/** Of all texts in it. */
function charactersIn(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [name, value]) =>
      sum + (name === 'text' && typeof value === 'string' ? value.length : charactersIn(value)),
    0,
  );
}
