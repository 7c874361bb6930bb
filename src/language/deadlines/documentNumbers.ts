/** Numbers that are no dates: of documents ("6544/BKHĐT-KHGDTNMT ngày 18/9/2018"), of amounts, fractions. Pure. */
import { digitsAt, type Read } from './numbers.ts';
import { numericDateAt } from './numericDates.ts';
import type { Row } from './spelling.ts';
import { ENGLISH_MONTHS } from './words.ts';

/** A sign has letters joined to its number: 05/TB-UBDT, 80-NQ/TW, 15/4/VP. Its date belongs to it. */
export function documentSignAt(row: Row, at: number): Read | null {
  const sign = signAt(row, at);
  return sign?.letters ? { to: datedUpTo(row, sign.to), value: 1 } : null;
}

/** After the word for a document also "số 35", "34/2007" and "123 ngày 1/4". */
export function documentNumberAt(row: Row, at: number): Read | null {
  const sign = signAt(row, at);
  if (!sign) return null;
  const to = datedUpTo(row, sign.to);
  const numbered = ['số', 'so', 'no', ':'].includes(row.tokens[at - 1]?.plain ?? '');
  const ofYear = sign.to === at + 3 && row.tokens[at + 2]?.plain.length === 4;
  const dated = sign.to === at + 1 && to > sign.to;
  return sign.letters || numbered || ofYear || dated ? { to, value: 1 } : null;
}

/** 1.5, 1,5, 15. */
export function amountAt(row: Row, at: number): Read | null {
  const whole = digitsAt(row, at, 12);
  const mark = row.tokens[at + 1];
  if (!whole || !mark || !['.', ','].includes(mark.plain) || mark.spaced) return whole;
  return digitsAt(row, at + 2, 12) ?? whole;
}

/** 2/3: less than one. */
export function fractionAt(row: Row, at: number): Read | null {
  const above = digitsAt(row, at, 2);
  const below = row.tokens[at + 1]?.plain === '/' ? digitsAt(row, at + 2, 2) : null;
  return above && below && above.value < below.value ? { to: at + 3, value: 1 } : null;
}

/** A sign has at most this many tokens; longer rows of letters and marks are no signs. */
const SIGN_TOKENS_MAX = 24;

function signAt(row: Row, at: number): { to: number; letters: boolean } | null {
  if (!digitsAt(row, at, 6)) return null;
  let to = at + 1;
  let letters = false;
  while (to - at < SIGN_TOKENS_MAX) {
    row.work.steps += 1;
    const [mark, next] = [row.tokens[to], row.tokens[to + 1]];
    if (!mark || mark.spaced || !next || next.spaced || !['/', '-', '&', '.'].includes(mark.plain)) break;
    if (next.kind === 'mark' || (next.kind === 'word' && !isSignWord(next.text, next.folded))) break;
    letters ||= next.kind === 'word';
    to +=
      next.kind === 'word' && row.tokens[to + 2]?.kind === 'number' && !row.tokens[to + 2]?.spaced ? 3 : 2;
  }
  return { to, letters };
}

/** Capitals, as in BKHĐT or TTg; "15/Tháng 4" and "15-Apr" are dates. */
function isSignWord(text: string, folded: string): boolean {
  return /^\p{Lu}/u.test(text) && folded !== 'thang' && !ENGLISH_MONTHS.has(folded);
}

/** Where the date that belongs to a document ends: "… ngày 18/9/2018", "…, ngày 29 tháng 7 năm 2019"; else `at`. */
function datedUpTo(row: Row, at: number): number {
  const words = row.tokens.slice(at, at + 4).map((each) => each.folded);
  const day = words.indexOf('ngay');
  if (day < 0 || !words.slice(0, day).every((word) => [',', '(', 'ky', 'de', 'hanh', 'ban'].includes(word)))
    return at;
  const numeric = numericDateAt(row, at + day + 1);
  if (numeric) return numeric.to;
  const number = digitsAt(row, at + day + 1, 2);
  if (!number || row.tokens[number.to]?.folded !== 'thang') return at;
  const month = digitsAt(row, number.to + 1, 2);
  const ofYear = month && row.tokens[month.to]?.folded === 'nam' ? digitsAt(row, month.to + 1, 4) : null;
  return ofYear?.to ?? month?.to ?? at;
}
