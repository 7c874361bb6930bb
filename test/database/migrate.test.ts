import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDown, migrateToLatest } from '../../src/database/migrate.ts';
import { startProgram } from '../support/childProgram.ts';
import { testDatabase } from '../support/database.ts';
import { problemOf } from '../support/problem.ts';

const database = testDatabase();
const now = Temporal.Instant.from('2016-04-05T09:41:00Z');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daumoi-migrations-'));
  await sql`drop table if exists schema_migration, a, b`.execute(database.db);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A migration that makes a table of this name, and takes it away. */
function makes(table: string): string {
  return `${step('up', `create table ${table} (at timestamptz)`)}\n${step('down', `drop table ${table}`)}`;
}

function step(name: 'up' | 'down', statement: string): string {
  const query = `{ sql: ${JSON.stringify(statement)}, parameters: [], query: { kind: 'RawNode' }, queryId: { queryId: '1' } }`;
  return `export const ${name} = async (db: { executeQuery(query: object): Promise<unknown> }): Promise<void> => {
    await db.executeQuery(${query});
  };`;
}

function write(name: string, text: string): Promise<void> {
  return writeFile(join(folder, name), text);
}

function up(at = now): Promise<string[]> {
  return migrateToLatest(database.db, folder, at);
}

async function tables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename in ('a', 'b') order by 1`.execute(
    database.db,
  );
  return rows.map((row) => row.name);
}

describe('up', () => {
  it('applies in order what is missing, once, and writes down when', async () => {
    await write('0002_b.ts', makes('b'));
    await write('0001_a.ts', makes('a'));
    expect(await up()).toEqual(['0001_a', '0002_b']);
    expect(await up()).toEqual([]);
    expect(await tables()).toEqual(['a', 'b']);
    const { rows } = await sql`select name, applied_at from schema_migration order by name`.execute(
      database.db,
    );
    expect(rows).toEqual([
      { name: '0001_a', applied_at: now },
      { name: '0002_b', applied_at: now },
    ]);
  });

  it('goes on where it stood', async () => {
    await write('0001_a.ts', makes('a'));
    await up();
    await write('0002_b.ts', makes('b'));
    expect(await up(now.add({ hours: 1 }))).toEqual(['0002_b']);
  });

  it('undoes the one that fails, keeps those before, and tries it again', async () => {
    await write('0001_a.ts', makes('a'));
    await write('0002_b.ts', step('up', 'create table b (); select missing') + step('down', 'drop table b'));
    const error = await problemOf(up());
    expect(error.message).toBe(
      'The migration 0002_b failed and was undone: column "missing" does not exist. The database is as it was before it.',
    );
    expect(await tables()).toEqual(['a']);
    expect((await problemOf(up())).problem).toBe('migrationFailed');
  });

  it('lets one of several processes work while the others wait', async () => {
    await write('0001_a.ts', makes('a'));
    await write(
      '0002_b.ts',
      step('up', 'select pg_sleep(0.3); create table b ()') + step('down', 'drop table b'),
    );
    const program = join(import.meta.dirname, 'programs/migrateNow.ts');
    const instances = [1, 2, 3].map(() => startProgram(program, [database.url, folder]));
    const applied = await Promise.all(instances.map(async (each) => JSON.parse(await each.nextLine())));
    expect(applied.flat().sort()).toEqual(['0001_a', '0002_b']);
    expect(await Promise.all(instances.map((each) => each.ended()))).toEqual([0, 0, 0]);
  });

  it('is not held up by an instance that was killed at work', async () => {
    await write(
      '0001_a.ts',
      step('up', 'create table a (); select pg_sleep(60)') + step('down', 'drop table a'),
    );
    const program = startProgram(join(import.meta.dirname, 'programs/migrateNow.ts'), [database.url, folder]);
    const working = sql<{ n: number }>`
      select count(*) as n from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()`;
    await expect
      .poll(async () => (await working.execute(database.db)).rows[0]?.n, { timeout: 10_000 })
      .toBe(1);
    await program.kill('SIGKILL');
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()`.execute(database.db);
    await write('0001_a.ts', makes('a'));
    expect(await up()).toEqual(['0001_a']);
  });
});

describe('down', () => {
  it('takes back the last ones, latest first', async () => {
    await write('0001_a.ts', makes('a'));
    await write('0002_b.ts', makes('b'));
    await up();
    expect(await migrateDown(database.db, folder, 1)).toEqual(['0002_b']);
    expect(await tables()).toEqual(['a']);
    expect(await up()).toEqual(['0002_b']);
    expect(await migrateDown(database.db, folder, 5)).toEqual(['0002_b', '0001_a']);
    expect(await tables()).toEqual([]);
  });

  it('stops at one that says it cannot be taken back', async () => {
    await write(
      '0001_a.ts',
      `${step('up', 'create table a ()')} export const irreversible = 'words are lost';`,
    );
    await write('0002_b.ts', makes('b'));
    await up();
    const error = await problemOf(migrateDown(database.db, folder, 2));
    expect(error.message).toBe('The migration 0001_a cannot be undone: words are lost');
    expect(await tables()).toEqual(['a']);
  });
});

describe('a history that does not fit', () => {
  beforeEach(async () => {
    await write('0001_a.ts', makes('a'));
    await write('0003_b.ts', makes('b'));
    await up();
  });

  it('was changed afterwards', async () => {
    await write('0001_a.ts', `${makes('a')}\n// with more words`);
    const error = await problemOf(up());
    expect([error.problem, error.facts]).toEqual([
      'migrationChanged',
      { name: '0001_a', appliedAt: '2016-04-05T09:41:00Z' },
    ]);
  });

  it('was only checked out with other line ends', async () => {
    await write('0001_a.ts', makes('a').replaceAll('\n', '\r\n'));
    expect(await up()).toEqual([]);
  });

  it('is newer than the folder', async () => {
    await rm(join(folder, '0003_b.ts'));
    const error = await problemOf(up());
    expect([error.problem, error.facts]).toMatchObject(['migrationUnknown', { name: '0003_b' }]);
  });

  it('has a gap that a late file would fill', async () => {
    await write('0002_c.ts', makes('c'));
    const error = await problemOf(up());
    expect([error.problem, error.facts]).toEqual([
      'migrationOutOfOrder',
      { name: '0002_c', after: '0003_b' },
    ]);
  });
});

describe('a file that is no migration', () => {
  it.each([
    ['name', 'words.ts', makes('a'), /four digits/],
    ['number twice', '0001_b.ts', makes('b'), /number is taken by 0001_a/],
    ['no up', '0002_b.ts', step('down', 'select 1'), /must export a function up/],
    ['no way back', '0002_b.ts', step('up', 'select 1'), /either a function down.* or irreversible/],
    ['two ways back', '0002_b.ts', `${makes('b')} export const irreversible = 'why';`, /not both/],
    ['no program', '0002_b.ts', 'export const up = ;', /migration 0002_b cannot be used/],
  ])('%s', async (_, name, text, words) => {
    await write('0001_a.ts', makes('a'));
    await write(name, text);
    const error = await problemOf(up());
    expect(error.problem).toBe('migrationUnreadable');
    expect(error.message).toMatch(words);
    expect(await tables()).toEqual([]);
  });
});

it('the bot’s own migrations go down to nothing and up again', async () => {
  const own = join(import.meta.dirname, '../../migrations');
  await sql`drop schema public cascade`.execute(database.db);
  await sql`create schema public`.execute(database.db);
  const names = (await readdir(own))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
  expect(await migrateToLatest(database.db, own, now)).toEqual(names);
  expect(await migrateDown(database.db, own, names.length)).toEqual([...names].reverse());
  const left = sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`;
  expect((await left.execute(database.db)).rows).toEqual([{ name: 'schema_migration' }]);
  expect(await migrateToLatest(database.db, own, now)).toEqual(names);
});
