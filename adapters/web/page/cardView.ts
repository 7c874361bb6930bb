/** A card of the bot, drawn. Pure but for the elements it makes. */
import type { Block, Button, Card, ListItem } from '../../../src/chat/card.ts';
import { button, element } from './element.ts';

/** `press` is told which button, and the element that was pressed. */
export type CardWords = { progress: string };
export type Press = (pressed: Button, on: HTMLButtonElement) => void;

export function drawCard(card: Card, words: CardWords, press: Press): HTMLElement {
  const rows = card.buttons.filter((row) => row.length > 0);
  return element(
    'article',
    { class: `card tone-${card.tone}` },
    element('h3', { class: 'card-title' }, card.title),
    ...card.blocks.map((block) => drawBlock(block, words, press)),
    rows.length === 0
      ? null
      : element(
          'div',
          { class: 'card-actions' },
          ...rows.map((row) =>
            element('div', { class: 'card-row' }, ...row.map((each) => drawButton(each, press))),
          ),
        ),
  );
}

function drawButton(shown: Button, press: Press): HTMLButtonElement {
  return button(
    { class: `button button-${shown.style ?? 'plain'}`, 'aria-pressed': shown.on },
    (on) => press(shown, on),
    shown.label,
  );
}

function drawBlock(block: Block, words: CardWords, press: Press): HTMLElement {
  switch (block.kind) {
    case 'text':
      return element('p', { class: `text text-${block.style ?? 'normal'}` }, block.text);
    case 'fields':
      return element(
        'dl',
        { class: 'fields' },
        ...block.fields.map(({ label, value }) =>
          element('div', {}, element('dt', {}, label), element('dd', {}, value)),
        ),
      );
    case 'list':
      return element('ul', { class: 'list' }, ...block.items.map((item) => drawItem(item, press)));
    case 'table':
      return drawTable(block.columns, block.rows);
    case 'progress':
      return element(
        'div',
        { class: 'progress' },
        element('progress', { max: 100, value: block.percent, 'aria-label': words.progress }),
        element('span', { class: 'progress-percent' }, `${block.percent}%`),
        block.label === '' ? null : element('span', { class: 'progress-label' }, block.label),
      );
    case 'quote':
      return element(
        'blockquote',
        { class: 'quote' },
        element('p', {}, block.text),
        element('footer', {}, block.by),
      );
    case 'divider':
      return element('hr', { class: 'divider' });
  }
}

function drawItem(item: ListItem, press: Press): HTMLElement {
  return element(
    'li',
    { class: `item tone-${item.tone ?? 'neutral'} depth-${Math.min(item.depth ?? 0, 4)}` },
    element(
      'div',
      { class: 'item-words' },
      element('span', { class: 'item-text' }, item.text),
      item.detail === undefined ? null : element('span', { class: 'item-detail' }, item.detail),
    ),
    item.button === undefined ? null : drawButton(item.button, press),
  );
}

function drawTable(columns: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  return element(
    'div',
    // Wider than a phone at times: it scrolls by itself, also with the arrow keys.
    { class: 'table', tabindex: 0, role: 'group', 'aria-label': columns.join(', ') },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name))),
      ),
      element(
        'tbody',
        {},
        ...rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell)))),
      ),
    ),
  );
}
