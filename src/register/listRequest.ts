/** Which items a list shows, and how that fits into a button. Pure. */
import type { RegisterKind } from '../database/codes.ts';
import { searchWords } from './searchWords.ts';

export type ListRequest = { kind: RegisterKind | null; words: readonly string[]; offset: number };

const letters: Readonly<Record<RegisterKind | 'all', string>> = {
  all: 'a',
  project: 'p',
  programme: 'c',
  strength: 's',
  matter: 'm',
};

/** What a button of the list's action holds: 64 bytes less "matter.list:". */
const bytesMax = 52;

/** "m0" · "a10.du+lieu"; null when the words are too long for a button. */
export function writeRequest({ kind, words, offset }: ListRequest): string | null {
  const head = `${letters[kind ?? 'all']}${offset.toString(36)}`;
  const text = words.length === 0 ? head : `${head}.${words.join('+')}`;
  return new TextEncoder().encode(text).length <= bytesMax ? text : null;
}

/** Null for anything else than `writeRequest` writes. */
export function readRequest(text: string): ListRequest | null {
  const found = /^(?<letter>[apcsm])(?<offset>[0-9a-z]{1,4})(?:\.(?<words>[\p{L}\p{N}+]+))?$/u.exec(
    text,
  )?.groups;
  if (!found) return null;
  const { letter = '', offset = '', words = '' } = found;
  const kind = keys.find((each) => letters[each] === letter);
  if (!kind) return null;
  return {
    kind: kind === 'all' ? null : kind,
    words: searchWords(words.replaceAll('+', ' ')),
    offset: Number.parseInt(offset, 36),
  };
}

const keys = ['all', 'project', 'programme', 'strength', 'matter'] as const;
