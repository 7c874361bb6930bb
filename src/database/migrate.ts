/** Brings the tables up to what this version of the bot expects: the files of `migrations/`, in order, each once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { DatabaseUnavailable, reasonOf } from './databaseUnavailable.ts';
import { type Migration, readMigrations } from './migrationFiles.ts';
import type { Database } from './tables.ts';

/** Applies what is missing; several instances may call this at once, one works and the others wait and find it done.
 *  Each migration is one transaction. `now` is written beside its name. Returns the names applied by this call.
 *  @throws DatabaseUnavailable when the folder and the database tell different histories, or a migration fails. */
export async function migrateToLatest(
  db: Kysely<Database>,
  folder: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return await underLock(db, async (connection) => {
    const history = await readHistory(connection);
    compare(migrations, history);
    const missing = migrations.slice(history.length);
    for (const migration of missing) await apply(connection, migration, now);
    return missing.map((migration) => migration.name);
  });
}

/** Takes back the last `steps` migrations, latest first. Returns their names.
 *  @throws DatabaseUnavailable at one that is marked irreversible; those after it are taken back by then. */
export async function migrateDown(db: Kysely<Database>, folder: string, steps: number): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return await underLock(db, async (connection) => {
    const history = await readHistory(connection);
    compare(migrations, history);
    const last = migrations.slice(0, history.length).slice(-steps).reverse();
    for (const migration of last) await revert(connection, migration);
    return last.map((migration) => migration.name);
  });
}

/** The history's own table; kept apart from the bot's, so that it can exist before the first migration. */
type HistoryTable = { name: string; checksum: string; applied_at: Temporal.Instant };
type History = { schema_migration: HistoryTable };
type Connection = Kysely<Database & History>;

// Any number will do, as long as every version of the bot takes the same: "daumoi" in base 36.
const lockId = Number.parseInt('daumoi', 36);
const lockWaitMs = 10 * 60_000;
const lockRetryMs = 100;

/** A session lock on one connection: Postgres lets go of it when the holder dies, so a killed bot blocks nobody. */
async function underLock<T>(db: Kysely<Database>, work: (connection: Connection) => Promise<T>): Promise<T> {
  return await db.connection().execute(async (one) => {
    const connection = one.$extendTables<History>();
    const startedMs = performance.now();
    // Asked for again and again rather than waited for, so that the wait has an end on every server's settings.
    while (!(await takeLock(connection))) {
      if (performance.now() - startedMs > lockWaitMs) {
        throw new DatabaseUnavailable('migrationsLocked', { waitedMs: lockWaitMs });
      }
      await sleep(lockRetryMs);
    }
    try {
      return await work(connection);
    } finally {
      await sql`select pg_advisory_unlock(${lockId}::bigint)`.execute(connection);
    }
  });
}

async function takeLock(connection: Connection): Promise<boolean> {
  const query = sql<{ taken: boolean }>`select pg_try_advisory_lock(${lockId}::bigint) as taken`;
  const { rows } = await query.execute(connection);
  return rows[0]?.taken === true;
}

async function readHistory(connection: Connection): Promise<HistoryTable[]> {
  await connection.schema
    .createTable('schema_migration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('checksum', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'timestamptz', (column) => column.notNull())
    .execute();
  const rows = await connection.selectFrom('schema_migration').selectAll().execute();
  // Sorted here and not in SQL: the database's collation may order names otherwise than the folder's reader does.
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The history must be the beginning of the folder's list, word for word. */
function compare(migrations: readonly Migration[], history: readonly HistoryTable[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, applied_at } of history) {
    const appliedAt = applied_at.toString({ smallestUnit: 'second' });
    const migration = known.get(name);
    if (!migration) throw new DatabaseUnavailable('migrationUnknown', { name, appliedAt });
    if (migration.checksum !== checksum)
      throw new DatabaseUnavailable('migrationChanged', { name, appliedAt });
  }
  const applied = new Set(history.map((row) => row.name));
  const left = migrations.slice(0, history.length).find((migration) => !applied.has(migration.name));
  const after = history.at(-1)?.name;
  if (left && after) throw new DatabaseUnavailable('migrationOutOfOrder', { name: left.name, after });
}

async function apply(connection: Connection, migration: Migration, now: Temporal.Instant): Promise<void> {
  const { name, checksum } = migration;
  await inOwnTransaction(connection, name, async (trx) => {
    await migration.up(trx);
    await trx.insertInto('schema_migration').values({ name, checksum, applied_at: now }).execute();
  });
}

async function revert(connection: Connection, migration: Migration): Promise<void> {
  const { name, down } = migration;
  if (typeof down === 'string')
    throw new DatabaseUnavailable('migrationIrreversible', { name, reason: down });
  await inOwnTransaction(connection, name, async (trx) => {
    await down(trx);
    await trx.deleteFrom('schema_migration').where('name', '=', name).execute();
  });
}

async function inOwnTransaction(
  connection: Connection,
  name: string,
  work: (trx: Connection) => Promise<void>,
): Promise<void> {
  try {
    await connection.transaction().execute(work);
  } catch (error) {
    throw new DatabaseUnavailable('migrationFailed', { name, reason: reasonOf(error) }, error);
  }
}
