/** Buttons under a message. Pure. */
import type { Button, Card } from '../../src/chat/card.ts';
import { buttonData, dismissData } from './callbackData.ts';
import { limits } from './limits.ts';
import { shorten, withoutTurns } from './text.ts';

export type Key =
  /** `style`: since Bot API 9.4; older servers pass over it. */
  { text: string; callback_data: string; style?: 'primary' | 'danger' } | { text: string; url: string };

export type Keyboard = Key[][];

/** The card's own buttons first, then those of its list items, which are numbered when they are called alike. What no
 *  message could hold is left out from the end. */
export function keyboardOf(card: Card): Keyboard {
  const own = card.buttons.flatMap((row) => inRows(row.map(keyOf)));
  return atMost([...own, ...inRows(itemKeys(card))], limits.buttons);
}

/** "Sure?" with a yes that does what the pressed button said, and a no. */
export function questionKeyboard(
  pressed: { action: string; id: string },
  words: { yes: string; no: string },
): Keyboard {
  return [
    [
      { text: words.yes, callback_data: buttonData(pressed), style: 'danger' },
      { text: words.no, callback_data: dismissData },
    ],
  ];
}

/** Rows that a phone can show: no more letters in one than fit beside each other. */
export function inRows(keys: readonly Key[]): Keyboard {
  const rows: Keyboard = [];
  let letters = 0;
  for (const key of keys) {
    const row = rows.at(-1);
    letters += key.text.length + keyMargin;
    if (row && row.length < limits.buttonsPerRow && letters <= limits.rowLetters) row.push(key);
    else {
      rows.push([key]);
      letters = key.text.length + keyMargin;
    }
  }
  return rows;
}

const keyMargin = 2;

export function labelOf(text: string): string {
  return shorten(withoutTurns(text).trim() || '•', limits.buttonLabel);
}

function keyOf(button: Button): Key {
  const { label, style } = button;
  return { text: labelOf(label), callback_data: buttonData(button), ...(style ? { style } : {}) };
}

function itemKeys(card: Card): Key[] {
  const items = card.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  const buttons = items.flatMap(({ button, text }) => (button ? [{ button, text }] : []));
  const alike = new Set(buttons.map(({ button }) => button.label)).size < buttons.length;
  return buttons.map(({ button, text }) =>
    keyOf(alike ? { ...button, label: `${button.label}: ${shorten(text, itemWordsMax)}` } : button),
  );
}

const itemWordsMax = 24;

function atMost(rows: Keyboard, max: number): Keyboard {
  let left = max;
  return rows.flatMap((row) => {
    const kept = row.slice(0, left);
    left -= kept.length;
    return kept.length > 0 ? [kept] : [];
  });
}
