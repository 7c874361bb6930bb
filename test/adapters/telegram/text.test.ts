import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shorten, splitText } from '../../../adapters/telegram/text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 600 }).map((text) => text.toWellFormed());

it('parts a text into pieces that fit, with every character but the blanks between them', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 80 }), (text, max) => {
      const pieces = splitText(text, max);
      expect(pieces.every((piece) => piece.length <= max && piece.isWellFormed())).toBe(true);
      expect(pieces.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    }),
  );
});

it('parts after a paragraph, a line, a sentence, a word', () => {
  expect(splitText('một hai.\n\nba bốn năm sáu', 16)).toEqual(['một hai.', 'ba bốn năm sáu']);
  expect(splitText('một hai ba. Bốn năm', 15)).toEqual(['một hai ba.', 'Bốn năm']);
  expect(splitText('một hai ba bốn', 12)).toEqual(['một hai ba', 'bốn']);
});

it('shortens without cutting a character in half', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, max) => {
      const short = shorten(text, max);
      expect(short.length).toBeLessThanOrEqual(max);
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});
