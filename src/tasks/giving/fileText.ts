/** The words in a file that somebody sent, read in a thread of its own: whatever a file does to its reader, the bot goes on. */
import { Worker } from 'node:worker_threads';
import type { Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { FileIn } from '../../chat/incoming.ts';
import type { Read } from '../../drafts/readText.ts';
import { fileBytesMax } from '../../files/keepFile.ts';

/** Who sends a file waits for the answer: longer than this nobody should. */
const withinMs = 5000;
const memoryMb = 256;

/** By its name: what the reader takes. */
export function isReadable(name: string): boolean {
  return /\.(?:docx|txt|text|md)$/iu.test(name);
}

/** @throws UserError when it is too big, cannot be fetched, or is neither Word nor text */
export async function fileText(file: FileIn, { t }: Pick<Context, 't'>): Promise<string> {
  const { name } = file;
  const { files, giving } = t;
  if (file.sizeBytes > fileBytesMax) {
    throw new UserError(files.tooBig(name, file.sizeBytes, fileBytesMax), files.makeSmaller);
  }
  let content: Uint8Array;
  try {
    content = await file.read();
  } catch (cause) {
    throw Object.assign(new UserError(files.notFetched(name), files.sendAgain), { cause });
  }
  if (content.byteLength > fileBytesMax) {
    throw new UserError(files.tooBig(name, content.byteLength, fileBytesMax), files.makeSmaller);
  }
  const read = await inThread({ name, content });
  if ('text' in read) return read.text;
  const { conclusions } = giving;
  throw new UserError(conclusions.notRead[read.why](name), conclusions.sendText);
}

async function inThread(file: { name: string; content: Uint8Array }): Promise<Read> {
  const worker = new Worker(new URL('./fileTextWorker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stderr: true,
    stdout: true,
  });
  const done = Promise.withResolvers<Read>();
  const tooMuch: Read = { why: 'tooMuch' };
  const timer = setTimeout(() => done.resolve(tooMuch), withinMs);
  worker.once('message', (read: Read) => done.resolve(read));
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
