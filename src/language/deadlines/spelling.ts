/** Whether a typed word is a word of a rule: missing diacritics and misplaced tones are forgiven, wrong ones are not. Pure. */
import { fold, plain } from '../folding.ts';
import type { Token } from '../tokens.ts';

/** A word taken apart: "quý" and "qúy" both have the letters "quy" and the tone U+0301. */
export type Spelling = { plain: string; folded: string; letters: string; tone: string };

/** The key of every number, where a word has its folded form. */
export const NUMBER = '#';

/** A text made ready for rules. */
export type Row = {
  tokens: readonly Token[];
  /** For each token its folded form, or NUMBER. */
  keys: readonly string[];
  /** Most words, or at least one, bear diacritics: then a word without them is meant as it stands. */
  accented: boolean;
  someAccented: boolean;
  /** How many tokens were looked at, by which tests hold the reader to linear growth. */
  work: { steps: number };
};

export function spellingOf(word: string): Spelling {
  const known = spellings.get(word);
  if (known) return known;
  if (spellings.size >= SPELLINGS_MAX) spellings.clear();
  const composed = plain(word);
  const apart = composed.normalize('NFD');
  const tone = TONES.exec(apart)?.[0] ?? '';
  const letters = apart.replace(TONES, '').normalize('NFC');
  const spelling = { plain: composed, folded: fold(word), letters, tone };
  spellings.set(word, spelling);
  return spelling;
}

/** "hết" is meant by "hết", "het", "HẾT" and "hêt", not by "hệt". */
export function means(row: Row, token: Token, word: Spelling): boolean {
  if (token.folded !== word.folded) return false;
  if (token.plain === word.plain) return true;
  const typed = spellingOf(token.plain);
  if (typed.tone !== '' && typed.tone !== word.tone) return false;
  if (typed.letters !== word.letters && typed.letters !== typed.folded) return false;
  if (token.text === 'Nam' && row.tokens[0] !== token) return false; // a name: Việt Nam, phía Nam
  if (row.someAccented && token.plain === 'sang' && word.plain !== 'sang') return false; // "dời sang 20/4"
  return !(row.accented && token.plain === token.folded && WORDS_OF_THEIR_OWN.has(token.folded));
}

export function rowOf(tokens: readonly Token[]): Row {
  const words = tokens.filter((each) => each.kind === 'word' && each.text.length > 1);
  const accented = words.filter((each) => each.plain !== each.folded).length;
  return {
    tokens,
    keys: tokens.map((each) => (each.kind === 'number' ? NUMBER : each.folded)),
    accented: accented * 2 > words.length,
    someAccented: accented > 0,
    work: { steps: 0 },
  };
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** Without diacritics these are other words: ngay, thu (collect), Nam, sau, quy (định), thang, đen … */
const WORDS_OF_THEIR_OWN = new Set(
  'ngay thu nam sau quy thang den han tuan tu mot ba bay tam cuoi dau toi'.split(' '),
);

/** Spellings are few: the words of the rules and of the texts of late; the bound keeps strange input from filling memory. */
const SPELLINGS_MAX = 4096;
const spellings = new Map<string, Spelling>();
