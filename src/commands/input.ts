/** Reads what a command is given: a file, or standard input for '-'. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { BadInput, type CommandIo } from './command.ts';

/** Line by line, whatever the size. @throws BadInput */
export async function* linesOf(path: string, io: CommandIo): AsyncGenerator<string> {
  const input = path === '-' ? Readable.from(io.stdin) : createReadStream(path);
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
  } catch (error) {
    throw new BadInput(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

/** All of it, as text in UTF-8. @throws BadInput */
export async function textOf(path: string, io: CommandIo): Promise<string> {
  const input = path === '-' ? Readable.from(io.stdin) : createReadStream(path);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of input) chunks.push(Buffer.from(chunk));
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    if (error instanceof TypeError) throw new BadInput(`${path} is no text in UTF-8`);
    throw new BadInput(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
