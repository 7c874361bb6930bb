/** A card as a message or as a part of the home view, within Slack's limits. Pure. */
import type { types } from '@slack/bolt';
import type { Card } from '../../src/chat/card.ts';
import { limits } from './limits.ts';
import { type Rendered, renderBlock, type Surface, toneMarks } from './renderBlocks.ts';
import { renderRow } from './renderButtons.ts';
import { escapeMarkup, plainText, shorten } from './text.ts';
import type { SlackWords } from './words.ts';

/** `text`: what notifications and screen readers say; escaped, never empty. */
export type MessagePayload = { text: string; blocks: types.KnownBlock[] };

export function renderCard(card: Card, words: SlackWords): MessagePayload {
  return { text: textOf(card), blocks: cardBlocks(card, words, 'message', limits.messageBlocks) };
}

/** At most `blocksMax` blocks; the buttons always stay. */
export function cardBlocks(
  card: Card,
  words: SlackWords,
  surface: Surface,
  blocksMax: number,
): types.KnownBlock[] {
  const title = plainText(`${toneMarks[card.tone]}${card.title}`, limits.header);
  const buttons = card.buttons.filter((row) => row.length > 0).map((row) => renderRow(row, words));
  const body = bodyOf(card, words, surface);
  const left = {
    blocks: blocksMax - buttons.length - 1,
    characters: limits.messageCharacters - title.text.length,
  };
  const kept = withinBudget(body, left, words);
  return [{ type: 'header', text: title }, ...kept, ...buttons];
}

/** A card in words alone, for when Slack refuses its blocks. */
export function textOf(card: Card): string {
  const escaped = escapeMarkup(`${toneMarks[card.tone]}${card.title}`);
  return shorten(escaped, limits.messageText) || escapeMarkup(card.tone);
}

function bodyOf(card: Card, words: SlackWords, surface: Surface): Rendered[] {
  let tables = 1;
  return card.blocks.flatMap((block) => {
    const rendered = renderBlock(block, { surface, tables, words });
    if (block.kind === 'table') tables -= 1;
    return rendered;
  });
}

function withinBudget(
  body: readonly Rendered[],
  left: { blocks: number; characters: number },
  words: SlackWords,
): types.KnownBlock[] {
  const kept: types.KnownBlock[] = [];
  let characters = left.characters - words.shortened.length;
  for (const [at, { block, length }] of body.entries()) {
    const last = at === body.length - 1;
    if (length > characters || kept.length >= left.blocks - (last ? 0 : 1)) {
      return [...kept, { type: 'context', elements: [plainText(words.shortened, limits.contextText)] }];
    }
    kept.push(block);
    characters -= length;
  }
  return kept;
}
