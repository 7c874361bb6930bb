/** The words in a file: Word (.docx) and plain text. Runs in the worker of compareWorker.ts: files come from anybody. */
import mammoth from 'mammoth';
import { checkZip } from './zipLimits.ts';

/** What a version holds, ready to be handed to a worker. */
export type Readable = { kind: 'words'; text: string } | { kind: 'file'; name: string; content: Uint8Array };

export type Read = { text: string } | { why: 'format' | 'tooMuch' | 'damaged' };

export async function readText(given: Readable): Promise<Read> {
  if (given.kind === 'words') return { text: given.text };
  const content = Buffer.from(given.content.buffer, given.content.byteOffset, given.content.byteLength);
  const [, extension = ''] = /\.([\p{L}\p{N}]+)$/u.exec(given.name.toLowerCase()) ?? [];
  if (extension === 'docx') return readWord(content);
  return plainExtensions.has(extension) ? readPlain(content) : { why: 'format' };
}

const plainExtensions = new Set(['txt', 'md', 'text', 'csv']);

async function readWord(content: Buffer): Promise<Read> {
  const finding = checkZip(content);
  if (finding !== 'small') return { why: finding };
  try {
    const { value } = await mammoth.extractRawText({ buffer: content });
    return { text: value };
  } catch {
    // Whatever the parser stumbled over: no Word file after all.
    return { why: 'damaged' };
  }
}

/** UTF-8, or UTF-16 that says so. */
function readPlain(content: Buffer): Read {
  const isUtf16 = content.length >= 2 && content[0] === 0xff && content[1] === 0xfe;
  try {
    return { text: new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content) };
  } catch {
    return { why: 'format' };
  }
}
