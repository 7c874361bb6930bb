/** The Postgres server that comes with the bot, for those who have none of their own. */
import { mkdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { type Cluster, clusterFolder, clusterUser, prepareCluster } from './cluster.ts';
import { DatabaseUnavailable, reasonOf } from './databaseUnavailable.ts';
import { lockDataDir } from './dataDirLock.ts';
import { stopLeftover } from './leftoverServer.ts';
import { findBinaries, runnableBinaries } from './postgresBinaries.ts';
import { serverAccount } from './serverAccount.ts';
import { launch, type ServerProcess } from './serverProcess.ts';

export type EmbeddedServer = {
  /** With its password; for `connectDatabase` and pg-boss. The port is another after every start. */
  url: string;
  /** Stops the server after the last connection's work and gives the folder free. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataDir: string;
  log: (message: string) => void;
  /** Settings as in postgresql.conf, for tests. */
  settings?: Readonly<Record<string, string>>;
  /** False saves waiting for the disk while the files are made (tests). */
  durable?: boolean;
  /** Where root keeps what the server's account cannot reach otherwise. */
  shelter?: string;
};

/** Starts the server on the files under `<dataDir>/postgres`, making them at the first start; data stay between runs. Works
 *  after any end of the run before: in the middle of the first start, or killed with the server still running.
 *  @throws DatabaseUnavailable when the folder is in use, not writable, somebody else's or another version's */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = await makeDataDir(options.dataDir);
  const lock = lockDataDir(dataDir);
  try {
    const { cluster, server } = await startIn(dataDir, options);
    const address = `postgres://${clusterUser}:${cluster.password}@127.0.0.1:${server.port}`;
    try {
      await ensureDatabase(address);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return {
      url: `${address}/${databaseName}`,
      stop: async () => {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The bot's own among the server's databases. */
export const databaseName = 'daumoi';

async function startIn(
  dataDir: string,
  { log, settings = {}, durable = true, shelter = '/var/lib/daumoi' }: EmbeddedOptions,
): Promise<{ cluster: Cluster; server: ServerProcess }> {
  const account = await serverAccount(await stat(join(dataDir, 'postgres')).catch(() => null));
  const binaries = await runnableBinaries(await findBinaries(), account, shelter);
  const folder = await clusterFolder(dataDir, account, shelter, log);
  const cluster = await prepareCluster(folder, binaries, account, durable);
  const strangerPid = await stopLeftover(cluster.data, log);
  return { cluster, server: await launch({ cluster, binaries, account, settings, strangerPid, log }) };
}

async function makeDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await realpath(dataDir);
  } catch (error) {
    throw new DatabaseUnavailable(
      'folderNotWritable',
      { folder: resolve(dataDir), reason: reasonOf(error) },
      error,
    );
  }
}

async function ensureDatabase(address: string): Promise<void> {
  const client = new Client({ connectionString: `${address}/postgres` });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}
