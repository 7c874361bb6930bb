/** Which account the embedded server runs under. Postgres refuses to run as root; a bot run as root lends it another. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DatabaseUnavailable, reasonOf } from './databaseUnavailable.ts';

/** Goes into the options of `spawn`; empty when the bot's own account serves. */
export type Account = { uid: number; gid: number } | Record<string, never>;

/** The bot's own account; for root the owner of the server's folder, when it exists and is not root's, else the account
 *  `postgres`, which is made where it is missing.
 *  @throws DatabaseUnavailable */
export async function serverAccount(folder: { uid: number; gid: number } | null): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  if (folder && folder.uid !== 0) return { uid: folder.uid, gid: folder.gid };
  return (await find(accountName)) ?? (await make(accountName));
}

/** Whether the account can work in this folder; only it can tell, for a parent folder may be closed to it. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  if (!('uid' in account)) return true;
  try {
    await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

const run = promisify(execFile);
const accountName = 'postgres';

async function find(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function make(name: string): Promise<Account> {
  let reason = 'useradd made none';
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      name,
    ]);
  } catch (error) {
    reason = reasonOf(error);
  }
  // Asked even after a failure: a bot that starts beside this one may have made it.
  const made = await find(name);
  if (!made) throw new DatabaseUnavailable('accountMissing', { account: name, reason });
  return made;
}
