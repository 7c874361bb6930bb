/** Runs the command line, with nothing of the bot in the environment but what is given. */
import { runCommandLine } from '../../src/commands/commandLine.ts';

export type Ran = { status: number; out: string; complaints: string };

export async function daumoi(
  args: readonly string[],
  { stdin = '', environment = {} }: { stdin?: string | Uint8Array; environment?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const out: string[] = [];
  const complaints: string[] = [];
  const status = await runCommandLine(args, {
    print: (line) => out.push(`${line}\n`),
    complain: (line) => complaints.push(`${line}\n`),
    environment,
    stdin: oneChunk(stdin),
  });
  return { status, out: out.join(''), complaints: complaints.join('') };
}

async function* oneChunk(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
