/** Opens the pool of connections that the whole bot uses, and waits for a server that is still starting. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { DatabaseError, Pool } from 'pg';
import { DatabaseUnavailable, reasonOf } from './databaseUnavailable.ts';
import type { Database } from './tables.ts';
import { columnTypes, temporalParameters } from './temporal.ts';

export type DatabaseHandle = {
  db: Kysely<Database>;
  /** Waits for running queries, then closes every connection. */
  close(): Promise<void>;
};

export type ConnectOptions = {
  /** `postgres://user:password@host:port/name`. */
  url: string;
  log: (message: string) => void;
  poolMax?: number;
  /** How long a server that does not answer is waited for. */
  waitMs: number;
  retryMs?: number;
};

/** Connects, retrying while the server does not answer.
 *  @throws DatabaseUnavailable naming host and port, never the password; at once when waiting would not help (wrong
 *  password, no such database), else after `waitMs`. */
export async function connectDatabase(options: ConnectOptions): Promise<DatabaseHandle> {
  const { url, log, poolMax = 10, waitMs, retryMs = 500 } = options;
  const address = addressOf(url);
  const pool = new Pool({
    connectionString: url,
    max: poolMax,
    types: columnTypes,
    application_name: 'daumoi',
    connectionTimeoutMillis: Math.min(Math.max(waitMs, 1_000), 10_000),
    keepAlive: true,
  });
  // An idle connection that breaks (server restarted) is replaced by the pool; unheard, the event would end the bot.
  // While the pool ends, the server may well be stopped before its last connection is gone.
  pool.on('error', (error) => {
    if (!pool.ending) log(`A database connection was lost: ${reasonOf(error)}`);
  });
  try {
    await waitForAnswer(pool, address, { log, waitMs, retryMs });
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({
      pool,
      // A day cut out of an instant in SQL must not depend on the machine; features name the agency's zone.
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw("set time zone 'UTC'"));
      },
    }),
    plugins: [temporalParameters],
  });
  const close = async () => {
    await db.destroy();
    // Kysely ends the pool only after a first query.
    if (!pool.ending) await pool.end();
  };
  return { db, close };
}

type Address = { host: string; port: number };

function addressOf(url: string): Address {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    throw new DatabaseUnavailable('addressNotUnderstood', {});
  }
  return {
    host: decodeURIComponent(parsed.hostname) || parsed.searchParams.get('host') || 'localhost',
    port: Number(parsed.port || parsed.searchParams.get('port') || 5432),
  };
}

async function waitForAnswer(
  pool: Pool,
  address: Address,
  { log, waitMs, retryMs }: { log: (message: string) => void; waitMs: number; retryMs: number },
): Promise<void> {
  const startedMs = performance.now();
  let told = '';
  for (;;) {
    try {
      const client = await pool.connect();
      client.release();
      return;
    } catch (error) {
      const reason = reasonOf(error);
      if (!mayPass(error)) throw new DatabaseUnavailable('refused', { ...address, reason }, error);
      const leftMs = startedMs + waitMs - performance.now();
      if (leftMs <= 0)
        throw new DatabaseUnavailable('noAnswer', { ...address, waitedMs: waitMs, reason }, error);
      if (reason !== told) {
        log(`Waiting for the database at ${address.host}:${address.port} (${reason})`);
        told = reason;
      }
      await sleep(Math.min(retryMs, leftMs));
    }
  }
}

/** Whether the same attempt may succeed a moment later. What the server itself said is final, but for a server that is
 *  starting, stopping or full (Postgres, appendix A: classes 57P and 53); of the network's answers only a name or a
 *  port that is not there *yet*, and a connection cut off. */
function mayPass(error: unknown): boolean {
  if (error instanceof DatabaseError) return /^(57P|53)/.test(error.code ?? '');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === '' ? /timeout|terminated/i.test(reasonOf(error)) : passingNetworkCodes.has(code);
}

const passingNetworkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);
