/** The files of the embedded server: made once, by a first start that may be broken off at any moment.
 *
 *  DATA_DIR/postgres/      the server's own folder, or a link to it (see `clusterFolder`)
 *    data/                 the databases; `data.new` while they are being made
 *    password              of the only account, `daumoi`; readable by the server's account alone
 *    server.log            what the server had to say since its start; `server.log.1`: in the run before */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chown,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseUnavailable, reasonOf } from './databaseUnavailable.ts';
import { type Binaries, program } from './postgresBinaries.ts';
import { type Account, canEnter } from './serverAccount.ts';

export const clusterUser = 'daumoi';

export type Cluster = { folder: string; data: string; password: string };

/** The server's folder under `dataDir`, made if missing.
 *
 *  When the bot runs as root and the server's account may not pass a parent folder (a clone in root's home, mode 0700), the
 *  parents are left as they are: the folder is made in `shelter` and `DATA_DIR/postgres` becomes a link to it.
 *  @throws DatabaseUnavailable */
export async function clusterFolder(
  dataDir: string,
  account: Account,
  shelter: string,
  log: (message: string) => void,
): Promise<string> {
  const wanted = join(dataDir, 'postgres');
  try {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    const folder = await realpath(wanted);
    if (!('uid' in account)) {
      await checkOwner(folder);
      return folder;
    }
    await chown(folder, account.uid, account.gid);
    if (await canEnter(folder, account)) return folder;
    if ((await readdir(folder)).length > 0) throw new DatabaseUnavailable('folderUnreachable', { folder });
    const elsewhere = join(shelter, `${basename(dirname(dataDir))}-${randomBytes(4).toString('hex')}`);
    await mkdir(shelter, { recursive: true, mode: 0o755 });
    await mkdir(elsewhere, { mode: 0o700 });
    await chown(elsewhere, account.uid, account.gid);
    await rmdir(folder);
    await symlink(elsewhere, wanted);
    log(`The server's account may not enter ${dataDir}; the database is kept in ${elsewhere}`);
    return elsewhere;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable('folderNotWritable', { folder: wanted, reason: reasonOf(error) }, error);
  }
}

/** The databases in `folder`, made if missing. `durable: false` saves waiting for the disk (tests).
 *  @throws DatabaseUnavailable */
export async function prepareCluster(
  folder: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<Cluster> {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  if (!(await exists(data))) {
    const password = await newPassword(passwordFile, account);
    await initialise(folder, binaries, account, durable);
    return { folder, data, password };
  }
  await checkVersion(data, binaries);
  const password = await readFile(passwordFile, 'utf8').catch((error) => {
    throw new DatabaseUnavailable('passwordMissing', { file: passwordFile }, error);
  });
  return { folder, data, password: password.trim() };
}

const run = promisify(execFile);

async function checkOwner(folder: string): Promise<void> {
  const runningAs = process.getuid?.();
  if (runningAs === undefined) return; // Windows knows no owner by number
  const owner = (await stat(folder)).uid;
  if (owner !== runningAs) throw new DatabaseUnavailable('folderNotOurs', { folder, owner, runningAs });
}

async function checkVersion(data: string, { version }: Binaries): Promise<void> {
  const wanted = version.split('.')[0] ?? version;
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (found === '') throw new DatabaseUnavailable('folderNotADatabase', { folder: data });
  if (found !== wanted) throw new DatabaseUnavailable('otherVersion', { folder: data, found, wanted });
}

async function newPassword(file: string, account: Account): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await rm(file, { force: true });
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if ('uid' in account) await chown(file, account.uid, account.gid);
  return password;
}

/** Made beside its final place and moved there when whole: what a broken-off attempt left is thrown away. */
async function initialise(
  folder: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  const half = join(folder, 'data.new');
  try {
    await rm(half, { recursive: true, force: true });
    await run(
      program(binaries, 'initdb'),
      [
        `--pgdata=${half}`,
        `--username=${clusterUser}`,
        `--pwfile=${join(folder, 'password')}`,
        '--auth=scram-sha-256',
        // The same order of letters and the same words on every machine, whatever its locale.
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...account, cwd: '/', env: serverEnvironment() },
    );
    await rename(half, join(folder, 'data'));
  } catch (error) {
    throw new DatabaseUnavailable('initFailed', { folder, reason: reasonOf(error) }, error);
  }
}

/** The machine's language and zone stay outside; the rest (PATH, on Windows SystemRoot) is needed. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
