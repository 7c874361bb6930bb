/** Dates written in numbers: 15/4, 15-4-2016, 15.4, 2016-04-15, 15/4/16, 15/4 năm 2016. Pure. */
import { digitsAt } from './numbers.ts';
import type { Caught } from './patternTree.ts';
import type { Row } from './spelling.ts';

/** Day, month and, where it is written, year; `slashed` 0 for "15.4" and "15-4", which may be something else. Days up to
 *  39 are taken so that 32/4 is answered and not overlooked; other numbers are no date. */
export function numericDateAt(row: Row, at: number): { to: number; more: Caught } | null {
  const first = digitsAt(row, at, 4);
  const mark = first && separatorAt(row, first.to);
  const second = mark && digitsAt(row, mark.to, 2);
  if (!first || !mark || !second) return null;
  const nextMark = separatorAt(row, second.to);
  const third = nextMark?.mark === mark.mark || nextMark?.mark === '-' ? digitsAt(row, nextMark.to, 4) : null;
  if (isYear(row, at)) {
    const day = third && nextMark?.mark === mark.mark ? third.value : 0;
    return third && day >= 1 && day <= 39 && second.value >= 1 && second.value <= 12
      ? { to: third.to, more: { year: first.value, month: second.value, day, slashed: 1 } }
      : null;
  }
  if (first.value < 1 || first.value > 39 || second.value < 1 || second.value > 12) return null;
  const dayAndMonth = { day: first.value, month: second.value };
  if (third && nextMark) {
    const tight = nextMark.mark === mark.mark && !mark.apart && !nextMark.apart;
    const year = yearValue(row, nextMark.to, third.value, tight);
    if (year !== null) return { to: third.to, more: { ...dayAndMonth, year, slashed: 1 } };
    if (tight) return null; // 1-2-3: some other row of numbers
  }
  if (mark.apart) return null;
  return { to: second.to, more: { ...dayAndMonth, slashed: mark.mark === '/' ? 1 : 0 } };
}

/** The mark between two numbers. `apart`: white space stands beside a mark that is no slash, which only a whole date may have:
 *  "5. 4" ends a sentence, "5 - 4" is a range, "5 - 4 - 2016" a date. */
function separatorAt(row: Row, at: number): { mark: string; to: number; apart: boolean } | null {
  row.work.steps += 1;
  const token = row.tokens[at];
  const next = row.tokens[at + 1];
  if (!token || !next || !['/', '-', '.'].includes(token.plain)) return null;
  return { mark: token.plain, to: at + 1, apart: token.plain !== '/' && (token.spaced || next.spaced) };
}

function isYear(row: Row, at: number): boolean {
  return row.tokens[at]?.plain.length === 4;
}

/** A year of four digits, or of two after the same mark (`tight`): "15/4/16", but "15/3-30/3" is a range. */
function yearValue(row: Row, at: number, value: number, tight: boolean): number | null {
  const length = row.tokens[at]?.plain.length;
  if (length === 4) return value >= 1900 && value <= 2199 ? value : null;
  return length === 2 && tight ? 2000 + value : null;
}
