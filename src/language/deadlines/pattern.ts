/**
 * The small language in which rules say what they look for. One pattern is a row of:
 *   giữa            this word (case, Unicode form, missing diacritics and misplaced tones are forgiven)
 *   giữa|cuối       one of these words
 *   <month>         a slot: something with a value, see slots.ts; <from=day> gives its value another name
 *   [năm <year>]    may be missing
 *   (này | sau này) one of these rows
 *   \( and \)       the brackets themselves
 * A pattern is turned into functions once; matching looks at each token a bounded number of times. Pure.
 */
import { firstOf, secondOf } from './patternStarts.ts';
import { type Caught, type Node, parsePattern, type Slot } from './patternTree.ts';
import { means, type Row, spellingOf } from './spelling.ts';

type Match = { to: number; caught: Caught };

export type Pattern = {
  /** Folded words, or NUMBER, with which a match begins. */
  first: ReadonlySet<string>;
  /** The same for the second token; null: any, or none. */
  second: ReadonlySet<string> | null;
  match(row: Row, at: number): Match | null;
};

/** Throws when the pattern is not well formed or names an unknown slot: a mistake shows when the program starts. */
export function pattern(text: string, slots: Readonly<Record<string, Slot>>): Pattern {
  const node = parsePattern(text, slots);
  const { first, mayBeEmpty } = firstOf(node);
  if (mayBeEmpty) throw new Error(`"${text}" would match nothing at all`);
  const start = compile(node, (_, at, caught) => ({ to: at, caught: asObject(caught) }));
  return { first, second: secondOf(node), match: (row, at) => start(row, at, null) };
}

/** What was caught so far, the last first; made into an object only when all has matched. */
type Catch = { name: string; value: number; rest: Catch | null };
type Step = (row: Row, at: number, caught: Catch | null) => Match | null;

function compile(node: Node, next: Step): Step {
  if (node.is === 'row') return node.items.reduceRight((after, item) => compile(item, after), next);
  if (node.is === 'optional') {
    const inner = compile(node.row, next);
    const { first, mayBeEmpty } = firstOf(node.row);
    if (mayBeEmpty) return (row, at, caught) => inner(row, at, caught) ?? next(row, at, caught);
    return (row, at, caught) =>
      (first.has(row.keys[at] ?? '') ? inner(row, at, caught) : null) ?? next(row, at, caught);
  }
  if (node.is === 'one of') {
    const ways = node.rows.map((each) => compile(each, next));
    const [only] = ways;
    if (only && ways.length === 1) return only;
    return (row, at, caught) => {
      for (const way of ways) {
        const match = way(row, at, caught);
        if (match) return match;
      }
      return null;
    };
  }
  if (node.is === 'slot') return slotStep(node, next);
  const words = node.words.map(spellingOf);
  const { first } = firstOf(node);
  return (row, at, caught) => {
    row.work.steps += 1;
    const token = row.tokens[at];
    if (!token || !first.has(row.keys[at] ?? '')) return null;
    return words.some((word) => means(row, token, word)) ? next(row, at + 1, caught) : null;
  };
}

function slotStep(node: Extract<Node, { is: 'slot' }>, next: Step): Step {
  const first = new Set(node.slot.first);
  return (row, at, caught) => {
    row.work.steps += 1;
    if (first.size > 0 && !first.has(row.keys[at] ?? '')) return null;
    const read = node.slot.read(row, at);
    if (!read) return null;
    let all = caught;
    if (read.value !== undefined) all = { name: node.name, value: read.value, rest: all };
    for (const name in read.more) all = { name, value: read.more[name] ?? 0, rest: all };
    return next(row, read.to, all);
  };
}

function asObject(caught: Catch | null): Caught {
  const object: Record<string, number> = {};
  for (let each = caught; each; each = each.rest) object[each.name] ??= each.value;
  return object;
}
