/**
 * Vietnamese and English text → the deadlines in it. Fixed passes over tokens that keep their place: every rule proposes, the
 * longest wins, neighbours are joined, the words before are read, what is left is resolved against the moment of writing.
 * Linear in the length of the text. Pure.
 */
import { tokenize } from '../tokens.ts';
import { closesTask, isWorthShowing } from './closing.ts';
import type { DeadlineContext, FoundDeadline } from './deadline.ts';
import { join } from './join.ts';
import { type Lead, leadOf } from './leads.ts';
import { candidates, longestWins, type Piece } from './pieces.ts';
import { resolve } from './resolve.ts';
import { type Row, rowOf } from './spelling.ts';

/** All deadlines in order of place, those that close no task included (`closes: false`); never throws. */
export function findDeadlines(text: string, context: DeadlineContext): FoundDeadline[] {
  return findInRow(text, rowOf(tokenize(text)), context);
}

/** The same over a row that was made before, whose `work.steps` then tells how much was looked at. */
export function findInRow(text: string, row: Row, context: DeadlineContext): FoundDeadline[] {
  const joined = join(row, longestWins(row, candidates(row)));
  const pieces = joined.filter((piece) => piece.needs !== 'joined' || piece.to - piece.from > 1);
  let last: { piece: Piece; lead: Lead } | null = null;
  return pieces.flatMap((piece, index) => {
    const lead = leadOf(row, piece, pieces[index - 1]?.to ?? 0);
    if (last?.lead.marked && isListedWith(row, last.piece, piece)) lead.marked = true;
    last = { piece, lead };
    const found = isWorthShowing(row, piece, lead) ? describe(text, row, piece, lead, context) : null;
    return found ? [found] : [];
  });
}

/** "trước ngày 5/4 và ngày 20/4": the words before the first hold for the second. */
function isListedWith(row: Row, left: Piece, right: Piece): boolean {
  if (right.from - left.to > 3) return false;
  const between = row.keys.slice(left.to, right.from);
  return between.includes('va') && between.every((key) => key === 'va' || key === 'ngay' || key === ',');
}

function describe(
  text: string,
  row: Row,
  piece: Piece,
  lead: Lead,
  context: DeadlineContext,
): FoundDeadline | null {
  if (piece.day?.is === 'span' && lead.before && !piece.base) return null; // "trước 5 ngày" counts back from something unsaid
  const from = row.tokens[lead.from]?.from ?? 0;
  const to = row.tokens[piece.to - 1]?.to ?? from;
  return {
    from,
    to,
    text: text.slice(from, to),
    ...resolve(piece, lead.before, context),
    rule: piece.rules.join(' + '),
    marked: lead.marked,
    closes: closesTask(row, piece, lead),
  };
}
