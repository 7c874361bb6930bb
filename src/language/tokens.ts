/** Text as a row of tokens that keep their place in the source, so that every later rule can name its span. Pure. */
import { fold, plain } from './folding.ts';

export type Token = {
  /** The characters as typed: `text.slice(from, to)` of the source, whatever its Unicode form. */
  text: string;
  /** Lower case, NFC, with diacritics. */
  plain: string;
  /** Lower case without diacritics. */
  folded: string;
  /** UTF-16 offsets in the source; `to` is exclusive. */
  from: number;
  to: number;
  kind: 'word' | 'number' | 'mark';
  /** True when white space, or the start of the text, stands before the token. */
  spaced: boolean;
};

/** Words (letters with their combining marks), numbers (runs of digits) and single marks; white space is dropped.
 *  "T6" is a word and a number; "17h30" is number, word, number. Linear in the length of the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(/(?:\p{L}\p{M}*)+|\p{Nd}+|[^\s\p{L}\p{Nd}]/gu)) {
    const word = match[0];
    const from = match.index;
    const { plain, folded, kind } = formsOf(word);
    const spaced = tokens.length === 0 || from > end;
    tokens.push({ text: word, plain, folded, from, to: from + word.length, kind, spaced });
    end = from + word.length;
  }
  return tokens;
}

type Forms = Pick<Token, 'plain' | 'folded' | 'kind'>;

/** A language has few words; the bounds keep strange texts from filling the memory. */
const KNOWN_WORDS_MAX = 8192;
const KNOWN_WORD_LENGTH_MAX = 24;
const knownWords = new Map<string, Forms>();

function formsOf(word: string): Forms {
  const known = knownWords.get(word);
  if (known) return known;
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const forms: Forms = { plain: plain(word), folded: fold(word), kind: kindOf(first) };
  if (word.length > KNOWN_WORD_LENGTH_MAX) return forms;
  if (knownWords.size >= KNOWN_WORDS_MAX) knownWords.clear();
  knownWords.set(word, forms);
  return forms;
}

function kindOf(first: string): Token['kind'] {
  if (/\p{L}/u.test(first)) return 'word';
  return /\p{Nd}/u.test(first) ? 'number' : 'mark';
}
