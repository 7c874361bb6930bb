/** `daumoi <command>`: the command line. Each command is loaded only when it is called, so that the ones which only read
 *  text start at once. */

import { BadInput, type CommandIo, type RunCommand, UsageError } from './commands/command.ts';
import { loadEnvironmentFile } from './environmentFile.ts';

type CommandModule = { usage: readonly string[]; run: RunCommand };

const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  deadline: () => import('./commands/deadline.ts'),
  extract: () => import('./commands/extract.ts'),
  org: () => import('./commands/organisation.ts'),
  invite: () => import('./commands/invite.ts'),
  export: () => import('./commands/export.ts'),
  doctor: () => import('./commands/doctor.ts'),
  demo: () => import('./commands/demo.ts'),
};

const io: CommandIo = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  environment: process.env,
  stdin: process.stdin,
};

// Whoever reads our lines may have enough of them: `daumoi export | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.exitCode = await main(process.argv.slice(2));

/** 0: done; 1: what it was given is bad or something is amiss; 2: called in a way it does not know. */
async function main([name, ...args]: string[]): Promise<number> {
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
    loadEnvironmentFile();
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
  const { operatorMessage } = await import('./operatorMessage.ts');
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
