/** Checks on what people write about an item. */
import { UserError } from '../chat/errors.ts';
import type { Locale } from '../locale/locale.ts';

/** A heading, not a letter; and a text that fits on a card. In characters. */
export const titleMax = 300;
export const descriptionMax = 1500;
export const wordsMax = 1000;

/** On one line. @throws UserError at `field` */
export function checkedTitle(text: string, t: Locale, field: string | null): string {
  const title = text.replace(/\s+/gu, ' ').trim();
  const { titleMissing, titleMend, tooLong, shorten } = t.register.refusals;
  if (title === '') throw new UserError(titleMissing, titleMend, field);
  if (title.length > titleMax) throw new UserError(tooLong(title.length, titleMax), shorten, field);
  return title;
}

/** @throws UserError at `field` */
export function descriptionOf(text: string, t: Locale, field: string | null): string {
  return checkedText(text, descriptionMax, t, field);
}

/** @throws UserError at `field` */
export function checkedText(text: string, lengthMax: number, t: Locale, field: string | null): string {
  const words = text.trim();
  const { tooLong, shorten } = t.register.refusals;
  if (words.length > lengthMax) throw new UserError(tooLong(words.length, lengthMax), shorten, field);
  return words;
}
