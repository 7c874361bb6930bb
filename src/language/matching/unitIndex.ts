/** All forms of all units, arranged so that a text is read in one pass however many units there are. Pure. */

import type { KnownUnit } from './unit.ts';
import { type KnownForms, type UnitForm, unitForms } from './unitForms.ts';
import { headOf } from './unitHeads.ts';

/** A form together with the unit it stands for. */
export type IndexedForm = UnitForm & { unit: KnownUnit };

/** A tree of folded words; `ends` holds the forms that end here. */
export type FormNode = { next: Map<string, FormNode>; ends: IndexedForm[] };

/** The words of a name after its head, shared by all units called so: what slips of the keyboard are compared with. */
export type Core = { words: string[]; heads: { name: string; form: IndexedForm }[] };

export type UnitIndex = {
  home: { agencyId: number | null };
  root: FormNode;
  /** Cores by "place:word:count", so that one right word at its place is enough to find them. */
  coresByWord: Map<string, Core[]>;
  /** Cores by their words written together: "tonghop". */
  coresByLetters: Map<string, Core[]>;
  /** Every full name and alias by its letters, for the question which known name is nearest. */
  names: Map<string, IndexedForm[]>;
};

/** `home` is the agency of the person who speaks; null when there is none. What is built from one array is kept as long as the array
 *  is: with thousands of units it takes some hundred times as long as reading a line. */
export function buildUnitIndex(units: readonly KnownUnit[], home: { agencyId: number | null }): UnitIndex {
  let forms = formsByUnits.get(units);
  if (!forms) {
    forms = indexForms(units);
    formsByUnits.set(units, forms);
  }
  return { ...forms, home };
}

type IndexedForms = Omit<UnitIndex, 'home'>;

const formsByUnits = new WeakMap<readonly KnownUnit[], IndexedForms>();

function indexForms(units: readonly KnownUnit[]): IndexedForms {
  const index: IndexedForms = {
    root: emptyNode(),
    coresByWord: new Map(),
    coresByLetters: new Map(),
    names: new Map(),
  };
  const cores = new Map<string, Core>();
  const known: KnownForms = new Map();
  for (const unit of units) {
    for (const form of unitForms(unit, known)) {
      const indexed = { ...form, unit };
      insert(index.root, indexed);
      if (form.kind !== 'name') continue;
      const letters = lettersOf(form.words);
      if (letters.length >= SLIP_LETTERS_MIN) push(index.names, letters, indexed);
      addCore(cores, indexed);
    }
  }
  for (const core of cores.values()) {
    for (const [place, word] of core.words.entries()) {
      push(index.coresByWord, `${place}:${word}:${core.words.length}`, core);
    }
    push(index.coresByLetters, core.words.join(''), core);
  }
  return index;
}

/** The words of a name after its head, as one text; all of them when there is nothing but a head. */
export function lettersOf(words: readonly string[]): string {
  const found = headOf(words);
  return words.slice(found && found.length < words.length ? found.length : 0).join(' ');
}

function emptyNode(): FormNode {
  return { next: new Map(), ends: [] };
}

function insert(root: FormNode, form: IndexedForm): void {
  let node = root;
  for (const word of form.words) {
    let next = node.next.get(word);
    if (!next) {
      next = emptyNode();
      node.next.set(word, next);
    }
    node = next;
  }
  node.ends.push(form);
}

/** Only full spellings are compared for slips: one letter off in "TH" is another unit. */
function addCore(cores: Map<string, Core>, form: IndexedForm): void {
  const found = headOf(form.words);
  const words = found ? form.words.slice(found.length) : form.words;
  if (words.join('').length < SLIP_LETTERS_MIN) return;
  const key = words.join(' ');
  const core = cores.get(key) ?? { words, heads: [] };
  core.heads.push({ name: found?.head.name ?? '', form });
  cores.set(key, core);
}

const SLIP_LETTERS_MIN = 5;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
