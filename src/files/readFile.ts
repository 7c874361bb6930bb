/** Fetches kept files. Whoever calls has asked for the right to them. */
import type { Kysely } from 'kysely';
import type { FileRef } from '../chat/card.ts';
import type { FileOut } from '../chat/platform.ts';
import type { Database } from '../database/tables.ts';

/** Null: there is no such file. */
export async function readFile(db: Kysely<Database>, fileId: number): Promise<FileOut | null> {
  const row = await db
    .selectFrom('file')
    .select(['name', 'mime', 'content'])
    .where('id', '=', fileId)
    .executeTakeFirst();
  return row ?? null;
}

/** What is known of files without their content, by id; ids that do not exist have no entry. */
export async function fileRefs(
  db: Kysely<Database>,
  fileIds: readonly number[],
): Promise<Map<number, FileRef & { mime: string }>> {
  if (fileIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('file')
    .select(['id as fileId', 'name', 'mime', 'size_bytes as sizeBytes'])
    .where('id', 'in', [...fileIds])
    .execute();
  return new Map(rows.map((row) => [row.fileId, row]));
}
