/** The kind of an item as people name it, in both languages. Pure. */
import type { RegisterKind } from '../database/codes.ts';
import { searchable } from './searchWords.ts';

/** Without diacritics; the longer of two that begin alike comes first. */
const kindWords: readonly (readonly [string, RegisterKind])[] = [
  ['van de can phoi hop', 'matter'],
  ['van de', 'matter'],
  ['du an', 'project'],
  ['chuong trinh', 'programme'],
  ['the manh', 'strength'],
  ['matters', 'matter'],
  ['matter', 'matter'],
  ['projects', 'project'],
  ['project', 'project'],
  ['programmes', 'programme'],
  ['programme', 'programme'],
  ['strengths', 'strength'],
  ['strength', 'strength'],
];

/** The kind that a text begins with, and what follows it; null when it begins with none. */
export function kindOfWords(text: string): { kind: RegisterKind; rest: string } | null {
  for (const [words, kind] of kindWords) {
    const count = words.split(' ').length;
    const head = new RegExp(`^\\s*(?:\\S+\\s+){${count - 1}}[^\\s:,–-]+`, 'u').exec(text)?.[0];
    if (head === undefined || searchable(head) !== words) continue;
    return { kind, rest: text.slice(head.length).replace(/^[\s:,–-]+/u, '') };
  }
  return null;
}
