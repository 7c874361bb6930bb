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
import { means, type Row, spellingOf } from './spelling.ts';

/** What slots caught, by name. */
export type Caught = Readonly<Record<string, number>>;
export type Match = { to: number; caught: Caught };

/** Reads something at a token. `first`: folded words it may begin with, NUMBER for any number. */
export type Slot = {
  first: readonly string[];
  read(row: Row, at: number): { to: number; caught: Caught } | null;
};

export type Pattern = {
  /** Folded words, or NUMBER, with which a match begins. */
  first: ReadonlySet<string>;
  match(row: Row, at: number): Match | null;
};

export const NUMBER = '#';

/** Throws when the pattern is not well formed or names an unknown slot: a mistake shows when the program starts. */
export function pattern(text: string, slots: Readonly<Record<string, Slot>>): Pattern {
  const items = text.match(/[[\]()]|(?:\\[()]|[^\s[\]()\\])+/g) ?? [];
  const parsed = parseRow(items, 0, slots);
  if (parsed.at !== items.length) throw new Error(`"${text}": "${items[parsed.at]}" closes nothing`);
  const { first, mayBeEmpty } = firstOf(parsed.node);
  if (mayBeEmpty) throw new Error(`"${text}" would match nothing at all`);
  const start = compile(parsed.node, (_, at, caught) => ({ to: at, caught }));
  return { first, match: (row, at) => start(row, at, {}) };
}

type Node =
  | { is: 'words'; words: readonly string[] }
  | { is: 'slot'; slot: Slot; from: string; name: string }
  | { is: 'row'; items: readonly Node[] }
  | { is: 'one of'; rows: readonly Node[] }
  | { is: 'optional'; row: Node };

type Step = (row: Row, at: number, caught: Caught) => Match | null;

type Parsed = { node: Node; at: number };

/** Rows separated by "|", up to the end or a closing bracket. */
function parseRow(items: readonly string[], from: number, slots: Readonly<Record<string, Slot>>): Parsed {
  const rows: Node[][] = [[]];
  let at = from;
  for (let item = items[at]; item !== undefined && item !== ')' && item !== ']'; item = items[at]) {
    if (item === '|') rows.push([]);
    else if (item === '(' || item === '[') {
      const inner = parseRow(items, at + 1, slots);
      if (items[inner.at] !== (item === '(' ? ')' : ']'))
        throw new Error(`"${items.join(' ')}": "${item}" stays open`);
      rows.at(-1)?.push(item === '(' ? inner.node : { is: 'optional', row: inner.node });
      at = inner.at;
    } else rows.at(-1)?.push(leaf(item, slots));
    at += 1;
  }
  const nodes = rows.map((each): Node => ({ is: 'row', items: each }));
  return { node: { is: 'one of', rows: nodes }, at };
}

function leaf(item: string, slots: Readonly<Record<string, Slot>>): Node {
  const inner = /^<(?:(?<name>\w+)=)?(?<slot>\w+)>$/.exec(item)?.groups;
  if (!inner) return { is: 'words', words: item.replaceAll('\\', '').split('|') };
  const from = inner.slot ?? '';
  const slot = slots[from];
  if (!slot) throw new Error(`no slot is called "${from}"; there are ${Object.keys(slots).join(', ')}`);
  return { is: 'slot', slot, from, name: inner.name ?? from };
}

function compile(node: Node, next: Step): Step {
  if (node.is === 'row') return node.items.reduceRight((after, item) => compile(item, after), next);
  if (node.is === 'optional') {
    const inner = compile(node.row, next);
    return (row, at, caught) => inner(row, at, caught) ?? next(row, at, caught);
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
  return (row, at, caught) => {
    row.work.steps += 1;
    const token = row.tokens[at];
    return token && words.some((word) => means(row, token, word)) ? next(row, at + 1, caught) : null;
  };
}

function slotStep(node: Extract<Node, { is: 'slot' }>, next: Step): Step {
  return (row, at, caught) => {
    row.work.steps += 1;
    const read = node.slot.read(row, at);
    if (!read) return null;
    const value = read.caught[node.from];
    const renamed = node.name === node.from || value === undefined ? read.caught : { [node.name]: value };
    return next(row, read.to, { ...caught, ...renamed });
  };
}

function firstOf(node: Node): { first: Set<string>; mayBeEmpty: boolean } {
  if (node.is === 'words')
    return { first: new Set(node.words.map((each) => spellingOf(each).folded)), mayBeEmpty: false };
  if (node.is === 'slot') return { first: new Set(node.slot.first), mayBeEmpty: false };
  if (node.is === 'optional') return { first: firstOf(node.row).first, mayBeEmpty: true };
  const first = new Set<string>();
  if (node.is === 'one of') {
    const rows = node.rows.map(firstOf);
    for (const each of rows) for (const word of each.first) first.add(word);
    return { first, mayBeEmpty: rows.some((each) => each.mayBeEmpty) };
  }
  for (const item of node.items) {
    const inner = firstOf(item);
    for (const word of inner.first) first.add(word);
    if (!inner.mayBeEmpty) return { first, mayBeEmpty: false };
  }
  return { first, mayBeEmpty: true };
}
