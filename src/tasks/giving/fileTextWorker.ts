/** The thread in which a file is read for its words. */
import { parentPort, workerData } from 'node:worker_threads';
import { readText } from '../../drafts/readText.ts';

const { name, content }: { name: string; content: Uint8Array } = workerData;

parentPort?.postMessage(await readText({ kind: 'file', name, content }));
