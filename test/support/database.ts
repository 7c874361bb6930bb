/** A database of its own for a test file, with all tables and no rows. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { connectDatabase, type DatabaseHandle } from '../../src/database/connection.ts';
import type { Database } from '../../src/database/tables.ts';

export type TestDatabase = {
  readonly db: Kysely<Database>;
  /** For a bot or a pool of the test's own; whatever it opens it must close before the file ends. */
  readonly url: string;
};

/** Call at the top of a test file (or of a `describe`); usable from `beforeAll` on. Afterwards the database is dropped, and
 *  the file fails when a connection to it was left open. */
export function testDatabase(): TestDatabase {
  let url: string | null = null;
  let handle: DatabaseHandle | null = null;
  beforeAll(async () => {
    url = await cloneTemplate();
    handle = await connectDatabase({ url, log: () => {}, waitMs: 10_000 });
  });
  afterAll(async () => {
    await handle?.close();
    if (url) await dropClone(url);
  });
  return {
    get db() {
      return ready(handle).db;
    },
    get url() {
      return ready(url);
    },
  };
}

function ready<T>(value: T | null): T {
  if (value === null) throw new Error('the test database is there from beforeAll on');
  return value;
}

/** A database with all tables and no rows; gives its address. For whoever drops it again. */
export async function cloneTemplate(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin((admin) => admin.query(`create database ${name} template ${inject('templateName')}`));
  return Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).href;
}

/** @throws Error when a connection to it was left open */
export async function dropClone(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await asAdmin(async (admin) => {
    const leaked = await openConnections(admin, name);
    await admin.query(`drop database ${name} with (force)`);
    if (leaked.length > 0) throw new Error(`connections left open: ${leaked.join('; ')}`);
  });
}

/** The server notices a closed connection a moment after its client; only what stays is a leak. */
async function openConnections(admin: Client, name: string): Promise<string[]> {
  const query = 'select application_name, state, query from pg_stat_activity where datname = $1';
  for (let attempt = 1; ; attempt += 1) {
    const { rows } = await admin.query<{ application_name: string; state: string; query: string }>(query, [
      name,
    ]);
    if (rows.length === 0 || attempt === 100) {
      return rows.map((row) => `${row.application_name} (${row.state}, last: ${row.query})`);
    }
    await sleep(10);
  }
}

async function asAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
