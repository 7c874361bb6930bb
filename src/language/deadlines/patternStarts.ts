/** With which tokens a pattern may begin, so that most rules need not be tried at most places. Pure. */
import type { Node } from './patternTree.ts';
import { NUMBER, spellingOf } from './spelling.ts';

export type Starts = { first: ReadonlySet<string>; mayBeEmpty: boolean };

/** The keys of first tokens; `mayBeEmpty` when the node may take no token at all. */
export function firstOf(node: Node): Starts {
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

/**
 * The keys of second tokens; null when any token may stand second, or none. `rest`: what may follow the node.
 * May name too many keys, never too few.
 */
export function secondOf(node: Node, rest: Starts = NOTHING): ReadonlySet<string> | null {
  if (node.is === 'words') return rest.mayBeEmpty ? null : rest.first;
  if (node.is === 'slot') {
    const { first, inside, goesOn } = node.slot;
    if (goesOn && inside) return new Set(inside);
    return first.length === 0 || !inside || rest.mayBeEmpty ? null : rest.first.union(new Set(inside));
  }
  if (node.is === 'optional') return secondOf(node.row, rest);
  if (node.is === 'one of') return all(node.rows.map((each) => secondOf(each, rest)));
  const seconds: (ReadonlySet<string> | null)[] = [];
  for (const [place, item] of node.items.entries()) {
    seconds.push(secondOf(item, followedBy({ is: 'row', items: node.items.slice(place + 1) }, rest)));
    if (!firstOf(item).mayBeEmpty) break;
  }
  return all(seconds);
}

const NOTHING: Starts = { first: new Set(), mayBeEmpty: true };

function followedBy(node: Node, rest: Starts): Starts {
  const own = firstOf(node);
  return own.mayBeEmpty ? { first: own.first.union(rest.first), mayBeEmpty: rest.mayBeEmpty } : own;
}

function all(sets: readonly (ReadonlySet<string> | null)[]): ReadonlySet<string> | null {
  let union: ReadonlySet<string> = new Set();
  for (const each of sets) {
    if (each === null) return null;
    union = union.union(each);
  }
  return union;
}

/** Under what a row has the word: its folded form, or NUMBER. */
export function keyOf(word: string): string {
  return /^\d+$/.test(word) ? NUMBER : spellingOf(word).folded;
}
