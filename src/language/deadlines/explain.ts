/** How a deadline was read, for people who ask: the tokens, every rule that fired, what was kept and what decided. Pure. */
import { tokenize } from '../tokens.ts';
import { closingDeadline } from './closing.ts';
import type { DeadlineContext, FoundDeadline } from './deadline.ts';
import { findInRow } from './findDeadlines.ts';
import { candidates } from './pieces.ts';
import { rowOf } from './spelling.ts';

export type Explanation = {
  /** The tokens as typed. */
  tokens: readonly string[];
  /** Every rule that matched, with the words it matched; longer ones win over shorter ones. */
  proposals: readonly { rule: string; words: string }[];
  found: readonly FoundDeadline[];
  /** Which of `found` closes the task. */
  closing: FoundDeadline | null;
};

export function explainDeadlines(text: string, context: DeadlineContext): Explanation {
  const row = rowOf(tokenize(text));
  const proposals = candidates(row).map(({ rule, from, to }) => ({
    rule,
    words: text.slice(row.tokens[from]?.from, row.tokens[to - 1]?.to),
  }));
  const found = findInRow(text, row, context);
  return { tokens: row.tokens.map((each) => each.text), proposals, found, closing: closingDeadline(found) };
}

/** The explanation as lines of plain text, for a terminal. */
export function explanationLines({ tokens, proposals, found, closing }: Explanation): string[] {
  return [
    `tokens: ${tokens.join(' | ')}`,
    ...proposals.map(({ rule, words }) => `rule "${rule}" matches "${words}"`),
    ...found.map((each) => `${each === closing ? 'deadline' : 'also found'}: ${foundLine(each)}`),
    ...(closing ? [] : ['no deadline']),
  ];
}

function foundLine(found: FoundDeadline): string {
  const { text, kind, dueOn, time, rule, convention, sure, problem, closes } = found;
  const moment = dueOn
    ? [dueOn.toString(), time?.toString({ smallestUnit: 'minute' })].join(' ').trim()
    : 'no day';
  return [
    `"${text}" = ${moment} (${kind}) by ${rule}`,
    `convention: ${convention ? JSON.stringify(convention) : 'none'}`,
    `sure: ${sure}`,
    ...(problem ? [`problem: ${problem}`] : []),
    ...(closes ? [] : ['closes no task']),
  ].join('; ');
}
