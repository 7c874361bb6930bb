/** A pattern's text made into a tree. The language is described in pattern.ts. Pure. */
import type { Row } from './spelling.ts';

/** What slots caught, by name. */
export type Caught = Readonly<Record<string, number>>;

/** Reads something at a token. `first`: folded words it may begin with, NUMBER for any number; empty when it takes no token. */
export type Slot = {
  name: string;
  first: readonly string[];
  /** Keys that may follow its first token inside it; absent: any. Empty: it takes one token. */
  inside?: readonly string[];
  /** It never takes one token alone, so one of `inside` always follows the first. */
  goesOn?: true;
  /** `value` is caught under the slot's name, `more` under names of their own. */
  read(row: Row, at: number): { to: number; value?: number; more?: Caught } | null;
};

export type Node =
  | { is: 'words'; words: readonly string[] }
  | { is: 'slot'; slot: Slot; name: string }
  | { is: 'row'; items: readonly Node[] }
  | { is: 'one of'; rows: readonly Node[] }
  | { is: 'optional'; row: Node };

/** Throws when brackets do not fit or a slot is unknown. */
export function parsePattern(text: string, slots: Readonly<Record<string, Slot>>): Node {
  const items = text.match(/[[\]()]|(?:\\[()]|[^\s[\]()\\])+/g) ?? [];
  const parsed = parseRow(items, 0, slots);
  if (parsed.at !== items.length) throw new Error(`"${text}": "${items[parsed.at]}" closes nothing`);
  return parsed.node;
}

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
