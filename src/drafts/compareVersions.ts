/** Compares two versions without holding anything up: in a thread of its own, with little memory and little time. */
import { Worker } from 'node:worker_threads';
import type { Comparison } from './changes.ts';
import type { CompareTask } from './compareWorker.ts';
import type { Readable } from './readText.ts';

/** Who hands in a draft waits for it: longer than this nobody should. */
const usualMs = 5000;
const memoryMb = 256;

/** `withinMs`: what takes longer is given up. */
export async function compareVersions(
  older: Readable,
  newer: Readable,
  withinMs: number = usualMs,
): Promise<Comparison> {
  const task: CompareTask = { older, newer };
  const worker = new Worker(new URL('./compareWorker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stderr: true,
    stdout: true,
  });
  const done = Promise.withResolvers<Comparison>();
  const tooMuch = { kind: 'notCompared', why: 'tooMuch' } as const;
  const timer = setTimeout(() => done.resolve(tooMuch), withinMs);
  worker.once('message', (comparison: Comparison) => done.resolve(comparison));
  // Out of memory, or a bug of a parser that let something slip out.
  worker.once('error', () => done.resolve(tooMuch));
  worker.once('exit', () => done.resolve(tooMuch));
  try {
    return await done.promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
