/** Deals with a database server that an earlier run of the bot left behind, because the bot was killed. */
import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DatabaseUnavailable } from './databaseUnavailable.ts';

/** Stops the server that still works in the folder `data`, if there is one; to be called only by the holder of the lock.
 *
 *  It is stopped and not taken over: stopping makes it write everything down, and the new one gets this version's settings
 *  and this bot for its parent. It is known by its working folder, so a number that went to another process deceives nobody.
 *  Returns the number in a stale `postmaster.pid` that now belongs to a stranger, else null.
 *  @throws DatabaseUnavailable `leftoverServer` */
export async function stopLeftover(data: string, log: (message: string) => void): Promise<number | null> {
  const pid = (await readPidFile(data))?.pid;
  if (pid === undefined) return null;
  if (!(await serves(pid, data))) return isAlive(pid) ? pid : null;
  log(`Stopping a database server that an earlier run left behind (process ${pid})`);
  for (const { signal, waitMs } of stops) {
    process.kill(pid, signal);
    for (let waitedMs = 0; waitedMs < waitMs; waitedMs += pollMs) {
      if (!(await serves(pid, data))) return null;
      await sleep(pollMs);
    }
  }
  throw new DatabaseUnavailable('leftoverServer', { folder: data, pid });
}

/** What a server writes into its folder about itself: Postgres, src/include/utils/pidfile.h. */
export async function readPidFile(
  data: string,
): Promise<{ pid: number; port: number | null; status: string } | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  const port = Number(lines[3]);
  return {
    pid,
    port: Number.isSafeInteger(port) && port > 0 ? port : null,
    status: (lines[7] ?? '').trim(),
  };
}

// Postgres, "Shutting Down the Server": fast, which waits for the disk; then immediate, which the next start mends.
const stops = [
  { signal: 'SIGINT', waitMs: 60_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
] as const;
const pollMs = 10;

const run = promisify(execFile);

async function serves(pid: number, data: string): Promise<boolean> {
  try {
    if (process.platform === 'linux') {
      const [folder, name] = await Promise.all([
        readlink(`/proc/${pid}/cwd`),
        readFile(`/proc/${pid}/comm`, 'utf8'),
      ]);
      return folder === data && name.trim() === 'postgres';
    }
    if (process.platform === 'win32') {
      const { stdout } = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
      return stdout.includes('postgres.exe');
    }
    const { stdout } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
    return stdout.includes('postgres') && stdout.includes(data);
  } catch {
    return false; // no such process, or another user's
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
