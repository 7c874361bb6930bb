/** Finds the embedded server that a running bot has started, for commands that are run beside it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterUser } from './cluster.ts';
import { databaseName } from './embeddedServer.ts';
import { readPidFile } from './leftoverServer.ts';

/** Its address with the password, or null when none in `dataDir` takes connections. */
export async function runningServerUrl(dataDir: string): Promise<string | null> {
  const folder = join(dataDir, 'postgres');
  const written = await readPidFile(join(folder, 'data'));
  const password = await readFile(join(folder, 'password'), 'utf8').catch(() => null);
  if (written?.status !== 'ready' || written.port === null || password === null) return null;
  return `postgres://${clusterUser}:${password.trim()}@127.0.0.1:${written.port}/${databaseName}`;
}
