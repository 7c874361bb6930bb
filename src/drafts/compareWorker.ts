/** The thread in which two versions are read and compared: whatever a file does to its reader, the bot goes on. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Comparison } from './changes.ts';
import { compareTexts } from './compareTexts.ts';
import { type Readable, readText } from './readText.ts';

export type CompareTask = { older: Readable; newer: Readable };

async function compare({ older, newer }: CompareTask): Promise<Comparison> {
  const before = await readText(older);
  if ('why' in before) return { kind: 'notCompared', why: before.why };
  const after = await readText(newer);
  if ('why' in after) return { kind: 'notCompared', why: after.why };
  return compareTexts(before.text, after.text);
}

parentPort?.postMessage(await compare(workerData));
