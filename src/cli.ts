/** `daumoi <command>`: the command line. */
import { runCommandLine } from './commands/commandLine.ts';
import { loadEnvironmentFile } from './environmentFile.ts';

// Whoever reads our lines may have enough of them: `daumoi export | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
loadEnvironmentFile();
process.exitCode = await runCommandLine(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  environment: process.env,
  stdin: process.stdin,
});
