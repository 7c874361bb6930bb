/** Reads the folder of migrations: `0001_tables.ts`, `0002_….ts`, each exporting `up` and either `down` or the reason
 *  why there is none, `irreversible`. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely } from 'kysely';
import { DatabaseUnavailable, reasonOf } from './databaseUnavailable.ts';

export type Migration = {
  /** The file's name without `.ts`; names sort in the order of application. */
  name: string;
  /** Of the file's text, line ends aside: shows that an applied migration was changed afterwards. */
  checksum: string;
  up: Step;
  /** A text says why the step cannot be taken back. */
  down: Step | string;
};

/** Works inside a transaction that its caller opened. A migration knows no table types: those of today are not those of
 *  its day. */
type Step = <DB>(db: Kysely<DB>) => Promise<void>;

/** In order of application. @throws DatabaseUnavailable naming the first file that is not a migration. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  const migrations: Migration[] = [];
  for (const file of files) {
    const name = file.slice(0, -'.ts'.length);
    if (!/^\d{4}[_-][\w-]+$/.test(name)) {
      throw unreadable(name, 'its name must be four digits and words, as in 0002_reminder_policy.ts');
    }
    const before = migrations.at(-1);
    if (before?.name.slice(0, 4) === name.slice(0, 4)) {
      throw unreadable(name, `its number is taken by ${before.name}`);
    }
    migrations.push(await readMigration(name, join(folder, file)));
  }
  return migrations;
}

async function readMigration(name: string, path: string): Promise<Migration> {
  const text = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
  const exported: object = await import(pathToFileURL(path).href).catch((error) => {
    throw unreadable(name, reasonOf(error), error);
  });
  const up = 'up' in exported ? exported.up : undefined;
  const down = 'down' in exported ? exported.down : undefined;
  const irreversible = 'irreversible' in exported ? exported.irreversible : undefined;
  if (!isStep(up)) throw unreadable(name, 'it must export a function up(db)');
  const back = isStep(down) ? down : irreversible;
  if ((down === undefined) === (irreversible === undefined) || !(isStep(back) || typeof back === 'string')) {
    throw unreadable(name, "it must export either a function down(db) or irreversible = 'why', and not both");
  }
  return { name, checksum: createHash('sha256').update(text).digest('hex'), up, down: back };
}

function isStep(value: unknown): value is Step {
  return typeof value === 'function';
}

function unreadable(name: string, reason: string, cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable('migrationUnreadable', { name, reason }, cause);
}
