/** Tokens that know whether their text is typed with diacritics. Pure. */
import { type Token, tokenize } from '../tokens.ts';

/** `bare`: the text is typed without diacritics, so that "cung" may be "cùng"; in other texts it is "cung" and nothing else. */
export type Word = Token & { bare: boolean };

/** The tokens of a text. A few accented words, such as a name that was pasted, do not make a text an accented one. */
export function wordsOf(text: string): Word[] {
  const tokens = tokenize(text);
  const spoken = tokens.filter((token) => token.kind === 'word');
  const accented = spoken.filter((token) => token.plain !== token.folded).length;
  // In running Vietnamese about two words of three carry a mark.
  const bare = accented * 3 < spoken.length;
  return tokens.map((token) => ({ ...token, bare }));
}
