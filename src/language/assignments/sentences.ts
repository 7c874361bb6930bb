/** Sentences of a document as runs of tokens. Pure. */
import { startsCapital } from '../matching/actionAt.ts';
import type { Word } from '../matching/words.ts';
import type { TokenSpan } from './tokenSpan.ts';

/** `listed`: a bullet or number stood before it and is left out. */
export type Sentence = TokenSpan & { listed: boolean };

/** `text` as typed, `tokens` of `withLineEnds(text)`. Cut at closing line ends, at "." before a capital, at "!" "?"; not at "TP. HCM", "15.4" or "P. Tổng hợp". */
export function sentences(text: string, tokens: readonly Word[]): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  let numbered = false;
  for (let at = 1; at <= tokens.length; at += 1) {
    if (at < tokens.length && !beginsSentence(text, tokens, at)) continue;
    const bullet = bulletLength(tokens, start);
    const end = isLineEnd(text, tokens[at - 1]) ? at - 1 : at;
    if (end > start + bullet) {
      found.push({ start: start + bullet, end, listed: bullet > 0 || numbered });
      numbered = false;
    } else numbered = bullet > 0; // "1." was cut off as a sentence of its own
    start = at;
  }
  return found;
}

function beginsSentence(text: string, tokens: readonly Word[], at: number): boolean {
  const mark = tokens[at - 1];
  const token = tokens[at];
  if (!mark || !token) return false;
  if (isLineEnd(text, mark)) return true;
  if (!token.spaced || !/^[.!?…]$/.test(mark.text)) return false;
  const word = tokens[at - 2];
  const short =
    word?.kind === 'word' &&
    word.text.length < 3 &&
    (startsCapital(word) || /^(?:p|q|tp|tx|đ)$/.test(word.text));
  return (
    !short &&
    !mark.spaced &&
    (startsCapital(token) || token.kind === 'number' || /^["“'(-]$/.test(token.text))
  );
}

/** "1.", "2)", "a)", "-", "+", "III." before the words. */
function bulletLength(tokens: readonly Word[], at: number): number {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return 0;
  if (/^[-–•*+●▪]$/.test(token.text)) return 1;
  const label = token.kind === 'number' ? token.text.length < 3 : /^(?:[a-zđ]|[IVX]{1,5})$/.test(token.text);
  return label && /^[.)]$/.test(next.text) && tokens[at + 2]?.spaced === true ? 2 : 0;
}

function isLineEnd(text: string, mark: Word | undefined): boolean {
  return mark !== undefined && text[mark.from] === '\n';
}
