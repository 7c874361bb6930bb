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
import { means, NUMBER, type Row, spellingOf } from './spelling.ts';

/** What slots caught, by name. */
export type Caught = Readonly<Record<string, number>>;
export type Match = { to: number; caught: Caught };

/** Reads something at a token. `first`: folded words it may begin with, NUMBER for any number; empty when it takes no token. */
export type Slot = {
  name: string;
  first: readonly string[];
  /** `value` is caught under the slot's name, `more` under names of their own. */
  read(row: Row, at: number): { to: number; value?: number; more?: Caught } | null;
};

export type Pattern = {
  /** Folded words, or NUMBER, with which a match begins. */
  first: ReadonlySet<string>;
  match(row: Row, at: number): Match | null;
};

/** Throws when the pattern is not well formed or names an unknown slot: a mistake shows when the program starts. */
export function pattern(text: string, slots: Readonly<Record<string, Slot>>): Pattern {
  const items = text.match(/[[\]()]|(?:\\[()]|[^\s[\]()\\])+/g) ?? [];
  const parsed = parseRow(items, 0, slots);
  if (parsed.at !== items.length) throw new Error(`"${text}": "${items[parsed.at]}" closes nothing`);
  const { first, mayBeEmpty } = firstOf(parsed.node);
  if (mayBeEmpty) throw new Error(`"${text}" would match nothing at all`);
  const start = compile(parsed.node, (_, at, caught) => ({ to: at, caught: asObject(caught) }));
  return { first, match: (row, at) => start(row, at, null) };
}

type Node =
  | { is: 'words'; words: readonly string[] }
  | { is: 'slot'; slot: Slot; name: string }
  | { is: 'row'; items: readonly Node[] }
  | { is: 'one of'; rows: readonly Node[] }
  | { is: 'optional'; row: Node };

/** What was caught so far, the last first; made into an object only when all has matched. */
type Catch = { name: string; value: number; rest: Catch | null };
type Step = (row: Row, at: number, caught: Catch | null) => Match | null;

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
  const called = inner.slot ?? '';
  const slot = slots[called];
  if (!slot) throw new Error(`no slot is called "${called}"; there are ${Object.keys(slots).join(', ')}`);
  return { is: 'slot', slot, name: inner.name ?? slot.name };
}

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

function firstOf(node: Node): { first: Set<string>; mayBeEmpty: boolean } {
  if (node.is === 'words') return { first: new Set(node.words.map(keyOf)), mayBeEmpty: false };
  if (node.is === 'slot')
    return { first: new Set(node.slot.first), mayBeEmpty: node.slot.first.length === 0 };
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

/** Under what a row has the word: its folded form, or NUMBER. */
export function keyOf(word: string): string {
  return /^\d+$/.test(word) ? NUMBER : spellingOf(word).folded;
}
