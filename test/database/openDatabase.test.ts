import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenOptions, openDatabase } from '../../src/database/openDatabase.ts';
import { faultOf } from '../../src/database/serverFitness.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let folder = '';
let options: OpenOptions;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daumoi-open-'));
  await chmod(folder, 0o755);
  options = {
    databaseUrl: null,
    dataDir: join(folder, 'data'),
    log: () => {},
    now: Temporal.Instant.from('2016-04-05T09:41:00Z'),
    migrationsFolder: join(import.meta.dirname, '../../migrations'),
    waitMs: 1_000,
  };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('brings its own server when none is named, with the tables in it, and finds both again', async () => {
  const first = await openDatabase(options);
  expect(first.embedded).toBe(true);
  await sql`create table kept as select 1 as number`.execute(first.db);
  await first.close();
  const second = await openDatabase(options);
  const { rows } = await sql<{ number: number }>`select number from kept`.execute(second.db);
  await second.close();
  expect(rows).toEqual([{ number: 1 }]);
});

it('uses the server that is named, and leaves it running', async () => {
  const opened = await openDatabase({ ...options, databaseUrl: database.url });
  expect([opened.embedded, opened.url]).toEqual([false, database.url]);
  await opened.close();
  expect((await sql<{ one: number }>`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }]);
});

it('lets several instances share a named server', async () => {
  const both = await Promise.all([1, 2].map(() => openDatabase({ ...options, databaseUrl: database.url })));
  await Promise.all(both.map((each) => each.close()));
});

it('refuses a named server that would garble Vietnamese, before it writes anything', async () => {
  const name = `latin_${randomUUID().replaceAll('-', '')}`;
  await sql`
    create database ${sql.id(name)} encoding 'LATIN1' locale_provider libc locale 'C' template template0`.execute(
    database.db,
  );
  const databaseUrl = Object.assign(new URL(database.url), { pathname: `/${name}` }).href;
  await expect(openDatabase({ ...options, databaseUrl })).rejects.toThrow(
    'The database has the encoding LATIN1, but the bot needs the encoding UTF8.',
  );
  await sql`drop database ${sql.id(name)}`.execute(database.db);
});

it.each([
  [180004, 'UTF8', null],
  [150000, 'UTF8', null],
  [140022, 'UTF8', { found: 'Postgres 14', wanted: 'Postgres 15 or later' }],
  [180004, 'SQL_ASCII', { found: 'the encoding SQL_ASCII', wanted: 'the encoding UTF8' }],
])('a server of version %i in %s', (version, encoding, fault) => {
  expect(faultOf({ version, encoding })).toEqual(fault);
});

it('leaves nothing behind when it fails half-way: the folder is free again', async () => {
  const broken = openDatabase({ ...options, migrationsFolder: join(folder, 'missing') });
  await expect(broken).rejects.toThrow(/missing/);
  await (await openDatabase(options)).close();
});
