/** Words as the register keeps and finds them: without case, diacritics and marks. Pure. */
import { fold } from '../language/folding.ts';

/** More words than this narrow nothing down any more. */
const wordsMax = 8;

/** "Cơ sở dữ liệu (dùng chung)" → "co so du lieu dung chung": words with one space between. */
export function searchable(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** The words of a search, each once. Nothing in them means anything to SQL's `like`. */
export function searchWords(text: string): string[] {
  const words = searchable(text).split(' ');
  return [...new Set(words)].filter((word) => word !== '').slice(0, wordsMax);
}
