import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const folder = join(import.meta.dirname, '../../src/database');
const files = ['tables.ts', ...readdirSync(join(folder, 'tables')).map((name) => join('tables', name))];
const source = files
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n')
  .replace(/\/\*\*.*?\*\/|\/\/[^\n]*/gs, '');

/** Tables and their columns as the types name them. */
function typed(): Map<string, string[]> {
  const [, tables = ''] = /export type Database = \{\n(.*?)\n\};/s.exec(source) ?? [];
  return new Map(
    [...tables.matchAll(/^ {2}(\w+): (\w+);$/gm)].map(([, table = '', type = '']) => {
      const [, body = ''] = new RegExp(`type ${type} = \\{(.*?)\\n?\\};`, 's').exec(source) ?? [];
      return [table, [...body.matchAll(/(?:^|[\s{;])(\w+): /g)].map(([, column = '']) => column).sort()];
    }),
  );
}

/** An adapter keeps the types of its own tables beside itself; `schema_migration` is the migration runner's. */
const elsewhere = [
  'schema_migration',
  'web_message',
  'web_file',
  'telegram_form',
  'telegram_poller',
  'telegram_album',
  'slack_inbox',
  'slack_doubt',
  'slack_installation',
  'slack_install_state',
];

it('the types name exactly the tables and columns that the migrations make', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and table_name <> all(${elsewhere})`.execute(database.db);
  const made = Map.groupBy(rows, (row) => row.table);
  const types = typed();
  expect([...types.keys()].sort()).toEqual([...made.keys()].sort());
  for (const [table, columns] of types) {
    expect([table, columns]).toEqual([table, (made.get(table) ?? []).map((row) => row.column).sort()]);
  }
});
