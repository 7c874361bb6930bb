/**
 * The reader of deadlines beside chrono-node: shares read exactly, by kind, every miss, expressions a second on one core.
 * Alone: `node test/bench/deadlines.ts`.
 */
import { pathToFileURL } from 'node:url';
import { corpus } from '../language/deadlines/corpus.ts';
import { deadlineAt, type Labelled } from '../language/deadlines/reading.ts';
import { wider } from '../language/deadlines/wider.ts';
import { chronoDeadline } from './chronoReading.ts';

type Read = (text: string, ref: string) => string | null;

/** Prints the figures; resolves when done. About ten seconds. */
export async function benchDeadlines(print: (line: string) => void): Promise<void> {
  for (const [name, rows] of [
    ['deadlines-dev.jsonl', corpus()],
    ['wider set', wider()],
  ] as const) {
    print(`\n${name}: ${rows.length} expressions`);
    printShares(rows, print);
    const ours = expressionsPerSecond(rows, deadlineAt, 3000);
    const theirs = expressionsPerSecond(rows, chronoDeadline, 1500);
    print(`  expressions a second, one core: ${ours} here, ${theirs} chrono-node`);
  }
}

function printShares(rows: readonly Labelled[], print: (line: string) => void): void {
  const missed = rows.filter((row) => deadlineAt(row.text, row.ref) !== row.expect);
  const share = (of: readonly Labelled[], read: Read) => {
    const right = of.filter((row) => read(row.text, row.ref) === row.expect).length;
    return `${((100 * right) / of.length).toFixed(1)} %`.padStart(8);
  };
  print(`  ${'kind'.padEnd(14)}${'rows'.padStart(6)}${'here'.padStart(9)}${'chrono'.padStart(9)}`);
  for (const [kind, of] of [...Map.groupBy(rows, (row) => row.kind), ['all', rows] as const]) {
    const shares = `${share(of, deadlineAt)} ${share(of, chronoDeadline)}`;
    print(`  ${kind.padEnd(14)}${`${of.length}`.padStart(6)} ${shares}`);
  }
  print(missed.length === 0 ? '  missed here: none' : `  missed here: ${missed.length}`);
  for (const { text, ref, expect } of missed) {
    print(`    ${text} (${ref}): ${deadlineAt(text, ref)}, not ${expect}`);
  }
}

/** Whole rounds over the rows until the time is up, after one round to warm up. */
function expressionsPerSecond(rows: readonly Labelled[], read: Read, lastingMs: number): number {
  const round = () => {
    for (const { text, ref } of rows) read(text, ref);
  };
  round();
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < lastingMs) {
    round();
    rounds += 1;
  }
  return Math.round((rounds * rows.length * 1000) / (performance.now() - start));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await benchDeadlines((line) => process.stdout.write(`${line}\n`));
}
