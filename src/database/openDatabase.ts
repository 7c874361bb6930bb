/** The bot's database, ready for use: found or started, answering, and with this version's tables. */
import type { Kysely } from 'kysely';
import { connectDatabase, type DatabaseHandle } from './connection.ts';
import { startEmbeddedServer } from './embeddedServer.ts';
import { migrateToLatest } from './migrate.ts';
import { checkFitness } from './serverFitness.ts';
import type { Database } from './tables.ts';

export type OpenDatabase = {
  db: Kysely<Database>;
  /** Of the same database, for a library with a pool of its own (pg-boss). Holds the password: never log it. */
  url: string;
  embedded: boolean;
  /** Closes the connections and stops the server, if it is ours. To be called last of all. */
  close(): Promise<void>;
};

export type OpenOptions = {
  /** Null: the embedded server under `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  log: (message: string) => void;
  /** Written beside the migrations applied. */
  now: Temporal.Instant;
  migrationsFolder: string;
  poolMax?: number;
  /** How long a server that does not answer is waited for. */
  waitMs?: number;
};

/** @throws DatabaseUnavailable with a message for the operator; nothing stays open then */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, log, now, migrationsFolder, waitMs = 30_000 } = options;
  const server = databaseUrl === null ? await startEmbeddedServer({ dataDir, log }) : null;
  const url = server?.url ?? databaseUrl ?? '';
  let handle: DatabaseHandle | null = null;
  const close = async () => {
    await handle?.close();
    await server?.stop();
  };
  try {
    const poolMax = options.poolMax === undefined ? {} : { poolMax: options.poolMax };
    handle = await connectDatabase({ url, log, waitMs, ...poolMax });
    if (!server) await checkFitness(handle.db);
    const applied = await migrateToLatest(handle.db, migrationsFolder, now);
    if (applied.length > 0) log(`Tables brought up to date: ${applied.join(', ')}`);
    return { db: handle.db, url, embedded: server !== null, close };
  } catch (error) {
    await close();
    throw error;
  }
}
