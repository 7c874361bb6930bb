/** Every statement on the playground's files. Outside they go by their `handle`, which cannot be guessed: whoever has it was
 *  shown the message that brings the file, or has sent the file. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { FileIn } from '../../src/chat/incoming.ts';
import type { FileOut } from '../../src/chat/platform.ts';
import type { FileView } from './messageView.ts';
import type { WebTables } from './tables.ts';

/** `messageId` null: it waits for the message it was chosen for. */
export async function addFile(
  db: Kysely<WebTables>,
  { name, mime, content }: FileOut,
  messageId: number | null = null,
): Promise<FileView> {
  const handle = randomUUID();
  await db
    .insertInto('web_file')
    .values({ handle, message_id: messageId, name, mime, content: Buffer.from(content) })
    .execute();
  return { id: handle, name, mime, sizeBytes: content.byteLength };
}

/** Makes waiting files part of a message; what is none, or stands in a message already, is passed over. */
export async function attachFiles(
  db: Kysely<WebTables>,
  handles: readonly string[],
  messageId: number,
): Promise<void> {
  const known = handles.filter(isHandle);
  if (known.length === 0) return;
  await db
    .updateTable('web_file')
    .set({ message_id: messageId })
    .where('handle', 'in', known)
    .where('message_id', 'is', null)
    .execute();
}

/** Null: there is none under this name. */
export async function readFile(db: Kysely<WebTables>, handle: string): Promise<FileOut | null> {
  if (!isHandle(handle)) return null;
  const file = await db
    .selectFrom('web_file')
    .select(['name', 'mime', 'content'])
    .where('handle', '=', handle)
    .executeTakeFirst();
  return file ?? null;
}

/** The files as the core takes them: fetched when asked for. */
export function filesIn(db: Kysely<WebTables>, files: readonly FileView[]): FileIn[] {
  return files.map(({ id, name, mime, sizeBytes }) => ({
    name,
    mime,
    sizeBytes,
    read: async () => {
      const file = await readFile(db, id);
      if (!file) throw new Error(`the file ${id} is not there any more`);
      return file.content;
    },
  }));
}

/** By message, in the order in which they were chosen. */
export async function filesOf(
  db: Kysely<WebTables>,
  messageIds: readonly number[],
): Promise<Map<number | null, FileView[]>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('web_file')
    .select([
      'handle',
      'message_id',
      'name',
      'mime',
      ({ fn }) => fn<number>('octet_length', ['content']).as('size'),
    ])
    .where('message_id', 'in', [...messageIds])
    .orderBy('id')
    .execute();
  const byMessage = new Map<number | null, FileView[]>();
  for (const { handle, message_id, name, mime, size } of rows) {
    const files = byMessage.get(message_id) ?? [];
    files.push({ id: handle, name, mime, sizeBytes: size });
    byMessage.set(message_id, files);
  }
  return byMessage;
}

function isHandle(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}
