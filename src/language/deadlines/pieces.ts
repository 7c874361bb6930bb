/** From tokens to pieces: every rule is tried wherever it may begin, then the longest of overlapping candidates wins. Pure. */
import { rulesAt } from './allRules.ts';
import type { DayMeaning, Meaning, TimeMeaning } from './meaning.ts';
import type { Row } from './spelling.ts';

/** A stretch of tokens that means a day, a time or both. `from` and `to` are places in the row; `to` is exclusive. */
export type Piece = {
  from: number;
  to: number;
  day: DayMeaning | null;
  time: TimeMeaning | null;
  needs: NonNullable<Meaning['needs']>;
  silent: Meaning['silent'] | null;
  rules: readonly string[];
  /** The day from which a span is counted: "10 ngày kể từ ngày 15/4". */
  base: DayMeaning | null;
  /** What joining found out: the end of a range, a date beside a weekday or a lunar day. */
  joined: 'range' | 'beside' | null;
  /** A weekday said beside the date. */
  weekday: number | null;
};

/** What a rule proposes; candidates may overlap. */
export type Candidate = { from: number; to: number; rule: string; meaning: Meaning; yields: boolean };

export function candidates(row: Row): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < row.tokens.length; from += 1) {
    for (const rule of rulesAt(row, from)) {
      const match = rule.pattern.match(row, from);
      const meaning = match && rule.read(match.caught);
      if (match && meaning) {
        found.push({ from, to: match.to, rule: rule.name, meaning, yields: rule.yields });
      }
    }
  }
  return found;
}

/** The longest first, but for rules that yield; on equal length the one that begins earlier, then the rule that stands first. */
export function longestWins(row: Row, found: readonly Candidate[]): Piece[] {
  const taken = new Uint8Array(row.tokens.length);
  const ranked = found.toSorted(
    (a, b) => Number(a.yields) - Number(b.yields) || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  const pieces: Piece[] = [];
  for (const { from, to, rule, meaning } of ranked) {
    if (taken[from] || taken[to - 1]) continue; // longer ones were laid before, so an overlap shows at an end
    taken.fill(1, from, to);
    pieces.push({
      from,
      to,
      day: meaning.day ?? null,
      time: meaning.time ?? null,
      needs: meaning.needs ?? 'alone',
      silent: meaning.silent ?? null,
      rules: [rule],
      base: null,
      joined: meaning.range ? 'range' : null,
      weekday: null,
    });
  }
  return pieces.sort((a, b) => a.from - b.from);
}
