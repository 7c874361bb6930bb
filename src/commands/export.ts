/** `daumoi export`: all data as JSON Lines, `{"table","row"}` each, as one consistent picture. Codes are left out. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { type RunCommand, UsageError } from './command.ts';
import { withDatabase } from './database.ts';

export const usage = ['daumoi export                          all data as JSON Lines {"table","row"}'];

export const run: RunCommand = async (args, io) => {
  if (args.length > 0) throw new UsageError('export takes no arguments');
  await withDatabase(io, ({ db }) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx) => {
        for (const table of await tablesOf(trx)) {
          for await (const row of rowsOf(trx, table))
            io.print(`{"table":${JSON.stringify(table)},"row":${row}}`);
        }
      }),
  );
  return 0;
};

/** What still opens doors: hashes of codes, tokens, and events on their way with their addresses for answers. */
const secretColumns: Readonly<Record<string, string>> = {
  invitation: 'code_hash',
  slack_inbox: 'payload',
  slack_installation: 'bot_token',
  slack_install_state: 'nonce_hash',
};

async function tablesOf(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(db);
  return rows.map((row) => row.name);
}

const fetchedAtOnce = 500;
/** Rows that hold whole files, up to 20 MB each: one at a time, their bytes as base64. */
const contentColumns: Readonly<Record<string, string>> = { file: 'content', web_file: 'content' };

/** Each as the text of a JSON object; by a cursor, so that the size does not matter. */
async function* rowsOf(db: Kysely<Database>, table: string): AsyncGenerator<string> {
  const secret = secretColumns[table];
  const content = contentColumns[table];
  const whole = secret ? sql`to_jsonb(t) - ${sql.lit(secret)}` : sql`to_jsonb(t)`;
  const row = content
    ? sql`jsonb_set(${whole} - ${sql.lit(content)}, ${sql.lit(`{${content}}`)}, to_jsonb(translate(encode(${sql.ref(`t.${content}`)}, 'base64'), E'\\n', '')))`
    : whole;
  await sql`declare exported no scroll cursor for select (${row})::text as row from ${sql.table(table)} as t`.execute(
    db,
  );
  for (;;) {
    const { rows } = await sql<{
      row: string;
    }>`fetch ${sql.lit(content ? 1 : fetchedAtOnce)} from exported`.execute(db);
    if (rows.length === 0) break;
    for (const each of rows) yield each.row;
  }
  await sql`close exported`.execute(db);
}
