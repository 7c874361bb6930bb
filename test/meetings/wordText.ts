/** What stands in the latest Word file that the bot has written. */
import type { Kysely } from 'kysely';
import mammoth from 'mammoth';
import type { Database } from '../../src/database/tables.ts';

export async function latestWordText(db: Kysely<Database>): Promise<{ name: string; text: string }> {
  const { name, content } = await db
    .selectFrom('file')
    .select(['name', 'content'])
    .where('stored_by', 'is', null)
    .where('name', 'like', '%.docx')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(content) });
  return { name, text: value.replace(/\n{2,}/gu, '\n') };
}
