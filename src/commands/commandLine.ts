/** Finds and runs a command of the command line. Each is loaded only when it is called, so that the ones which only read
 *  text start at once. */

import { BadInput, type CommandIo, type RunCommand, UsageError } from './command.ts';

type CommandModule = { usage: readonly string[]; run: RunCommand };

const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  deadline: () => import('./deadline.ts'),
  extract: () => import('./extract.ts'),
  org: () => import('./organisation.ts'),
  invite: () => import('./invite.ts'),
  export: () => import('./export.ts'),
  manifest: () => import('./manifest.ts'),
  doctor: () => import('./doctor.ts'),
  demo: () => import('./demo.ts'),
};

/** 0: done; 1: what it was given is bad or something is amiss; 2: called in a way it does not know. */
export async function runCommandLine([name, ...args]: readonly string[], io: CommandIo): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    for (const line of await usageOfAll()) io.print(line);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    io.complain(`There is no command ${name}.`);
    for (const line of await usageOfAll()) io.complain(line);
    return 2;
  }
  const command = await load();
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError || isParseError(error)) {
      io.complain(`${error.message.split('. ')[0]}. Use:`);
      for (const line of command.usage) io.complain(`  ${line}`);
      return 2;
    }
    io.complain(error instanceof BadInput ? error.message : await explain(error));
    return 1;
  }
}

/** What the operator can mend is said in its own words; a bug with all it knows. */
async function explain(error: unknown): Promise<string> {
  const { operatorMessage } = await import('../operatorMessage.ts');
  return operatorMessage(error);
}

async function usageOfAll(): Promise<string[]> {
  const modules = await Promise.all(Object.values(commands).map((load) => load()));
  return ['Use:', ...modules.flatMap((module) => module.usage.map((line) => `  ${line}`))];
}

/** node:util's parseArgs has no error class of its own. */
function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
