/** Runs a TypeScript program in a process of its own, for tests that kill one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type ChildProgram = {
  pid: number;
  /** The next line of its standard output. Rejects, with what it wrote to standard error, when it ends before. */
  nextLine(): Promise<string>;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** As a terminal does on Ctrl+C: to the program and all that it started in its process group. */
  signalGroup(signal: NodeJS.Signals): void;
  /** Its exit status, when it ends on its own. */
  ended(): Promise<number | null>;
};

/** `as`: the account to run under, when the tests run as root. */
export function startProgram(
  path: string,
  args: readonly string[],
  as: { uid?: number; gid?: number } = {},
): ChildProgram {
  const child = spawn(process.execPath, [path, ...args], {
    ...as,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${path} could not be started`);
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid,
    nextLine: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`the program ended: ${complaints}`);
      return value;
    },
    kill: async (signal) => {
      child.kill(signal);
      await end(child);
    },
    signalGroup: (signal) => {
      process.kill(-pid, signal);
    },
    ended: async () => {
      await end(child);
      return child.exitCode;
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
