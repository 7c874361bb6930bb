/** Compares two texts paragraph by paragraph, and within a changed paragraph word by word. Pure; its work is bounded. */
import { diffArrays, diffWordsWithSpace } from 'diff';
import type { ChangeSample, Comparison } from './changes.ts';

/** Longer texts are not compared: some 400 pages. */
const charactersMax = 1_000_000;
/** So many edits are looked for; texts further apart share next to nothing. */
const editsMax = 4000;
const samplesMax = 5;

/** `older` and `newer`: plain text, a line a paragraph. Spacing and the spelling of accents (NFC, NFD) make no difference. */
export function compareTexts(older: string, newer: string): Comparison {
  if (older.length > charactersMax || newer.length > charactersMax)
    return { kind: 'notCompared', why: 'tooMuch' };
  const runs = diffArrays(paragraphs(older), paragraphs(newer), { maxEditLength: editsMax });
  if (!runs) return { kind: 'notCompared', why: 'tooMuch' };
  const moved = movedAmong(runs);
  const edits: Edit[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    edits.push(...paired(without(removed, moved.out), without(added, moved.back)));
    removed = [];
    added = [];
  };
  for (const run of runs) {
    if (run.removed) removed.push(...run.value);
    else if (run.added) added.push(...run.value);
    else settle();
  }
  settle();
  const count = (kind: Edit['kind']) => edits.filter((each) => each.kind === kind).length;
  const all: Edit[] = [
    ...edits,
    ...moved.texts.map((text): Edit => ({ kind: 'moved', before: text, after: text })),
  ];
  return {
    kind: 'compared',
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    moved: moved.texts.length,
    samples: all.slice(0, samplesMax).map(sampleOf),
  };
}

type Edit = { kind: 'added' | 'removed' | 'changed' | 'moved'; before: string; after: string };
type Run = { added: boolean; removed: boolean; value: string[] };

function paragraphs(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** Paragraphs that went in one place and came back, word for word, in another. `out` and `back`: how often each is to be left
 *  out of what was removed and added. */
function movedAmong(runs: readonly Run[]): {
  texts: string[];
  out: Map<string, number>;
  back: Map<string, number>;
} {
  const gone = new Map<string, number>();
  for (const text of runs.flatMap((run) => (run.removed ? run.value : [])))
    gone.set(text, (gone.get(text) ?? 0) + 1);
  const texts: string[] = [];
  const out = new Map<string, number>();
  for (const text of runs.flatMap((run) => (run.added ? run.value : []))) {
    const left = (gone.get(text) ?? 0) - (out.get(text) ?? 0);
    // A few words ("Điều 3.", a number) are no paragraph that one could recognise.
    if (left <= 0 || text.length < 20) continue;
    texts.push(text);
    out.set(text, (out.get(text) ?? 0) + 1);
  }
  return { texts, out, back: new Map(out) };
}

/** Takes each text away as often as `counts` still says. */
function without(texts: readonly string[], counts: Map<string, number>): string[] {
  return texts.filter((text) => {
    const left = counts.get(text) ?? 0;
    if (left > 0) counts.set(text, left - 1);
    return left === 0;
  });
}

/** What went and what came at one place: those that read alike are one paragraph that was changed. */
function paired(removed: readonly string[], added: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let next = 0;
  for (const before of removed) {
    const found = added.slice(next, next + lookAhead).findIndex((after) => alike(before, after));
    if (found < 0) {
      edits.push({ kind: 'removed', before, after: '' });
      continue;
    }
    for (const after of added.slice(next, next + found)) edits.push({ kind: 'added', before: '', after });
    edits.push({ kind: 'changed', before, after: added[next + found] ?? '' });
    next += found + 1;
  }
  for (const after of added.slice(next)) edits.push({ kind: 'added', before: '', after });
  return edits;
}

/** How far down the counterpart of a paragraph is looked for. */
const lookAhead = 10;

/** At least half of the words of the shorter one stand in the other, too. */
function alike(one: string, other: string): boolean {
  const words = new Set(one.toLowerCase().split(' '));
  const others = new Set(other.toLowerCase().split(' '));
  const shared = words.intersection(others).size;
  return shared * 2 >= Math.min(words.size, others.size) && shared * 4 >= Math.max(words.size, others.size);
}

function sampleOf({ kind, before, after }: Edit): ChangeSample {
  if (kind !== 'changed') return { kind, before: short(before), after: short(after) };
  // Very long paragraphs are quoted from their beginning.
  if (before.length + after.length > 20_000) return { kind, before: short(before), after: short(after) };
  // With the spaces: without them the sides could not be put together again from their parts.
  const parts = diffWordsWithSpace(before, after);
  const first = parts.findIndex((part) => part.added || part.removed);
  const last = parts.findLastIndex((part) => part.added || part.removed);
  const lead = lastWords(parts.slice(0, first).map((part) => part.value));
  const tail = firstWords(parts.slice(last + 1).map((part) => part.value));
  const middle = parts.slice(first, last + 1);
  const side = (left: 'added' | 'removed') =>
    short(
      `${lead}${middle
        .filter((part) => !part[left])
        .map((part) => part.value)
        .join('')}${tail}`,
    );
  return { kind, before: side('added'), after: side('removed') };
}

const around = 4;

function lastWords(texts: readonly string[]): string {
  const text = texts.join('');
  const words = text.trimEnd().split(' ');
  const kept = words.slice(-around).join(' ');
  return `${words.length > around ? '… ' : ''}${kept}${/\s$/u.test(text) ? ' ' : ''}`;
}

function firstWords(texts: readonly string[]): string {
  const text = texts.join('');
  const words = text.trimStart().split(' ');
  const kept = words.slice(0, around).join(' ');
  return `${/^\s/u.test(text) ? ' ' : ''}${kept}${words.length > around ? ' …' : ''}`;
}

const quotedMax = 120;

function short(text: string): string {
  const letters = [...text.trim()];
  return letters.length <= quotedMax ? letters.join('') : `${letters.slice(0, quotedMax - 1).join('')}…`;
}
