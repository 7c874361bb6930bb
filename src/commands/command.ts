/** What a command of the command line is, and how it speaks. */

export type CommandIo = {
  /** Results, a line each. */
  print: (line: string) => void;
  /** What is wrong, to standard error. */
  complain: (line: string) => void;
  environment: NodeJS.ProcessEnv;
  stdin: AsyncIterable<string | Uint8Array>;
};

/** Gives the exit status. @throws UsageError, BadInput, or what the operator can mend (operatorMessage.ts) */
export type RunCommand = (args: readonly string[], io: CommandIo) => Promise<number>;

/** The command was called in a way it does not know: exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What it was given to read cannot be used: exit status 1. */
export class BadInput extends Error {
  override name = 'BadInput';
}
