/** Keeps a second bot out of a data folder. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseUnavailable, reasonOf } from './databaseUnavailable.ts';

export type DataDirLock = { release(): void };

/** Takes the folder for this process.
 *
 *  The lock is the operating system's, on the file `bot.lock`, held through an open SQLite transaction: Node has no call
 *  of its own for it. It goes with the process, however that ends, so no number of a dead process is ever taken for a
 *  living bot. `bot.pid` beside it only serves the message. The lock file stays behind: to delete it would let two in.
 *  @throws DatabaseUnavailable `folderInUse`, `folderNotWritable` */
export function lockDataDir(folder: string): DataDirLock {
  const pidFile = join(folder, 'bot.pid');
  let file: DatabaseSync | null = null;
  try {
    file = new DatabaseSync(join(folder, 'bot.lock'), { timeout: 0 });
    file.exec('begin exclusive');
    writeFileSync(pidFile, `${process.pid}\n`);
  } catch (error) {
    file?.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) {
      throw new DatabaseUnavailable('folderInUse', { folder, holder: holderIn(pidFile) }, error);
    }
    throw new DatabaseUnavailable('folderNotWritable', { folder, reason: reasonOf(error) }, error);
  }
  const held = file;
  return {
    release: () => {
      rmSync(pidFile, { force: true });
      held.close();
    },
  };
}

// https://sqlite.org/rescode.html#busy
const sqliteBusy = 5;

function holderIn(pidFile: string): string {
  try {
    return `(process ${readFileSync(pidFile, 'utf8').trim()})`;
  } catch {
    return '(process unknown)';
  }
}
