/** Every statement on the playground's messages. */
import type { Kysely } from 'kysely';
import type { Card } from '../../src/chat/card.ts';
import type { FileOut } from '../../src/chat/platform.ts';
import { addFile, attachFiles, filesOf } from './fileStore.ts';
import type { MessageView } from './messageView.ts';
import type { WebTables } from './tables.ts';

export type NewMessage = {
  chatId: string;
  /** Null: the bot. */
  userId: string | null;
  author: string;
  onlyFor?: string | null;
  replyTo?: string | null;
  /** Writing a message under a key again changes nothing. */
  key: string | null;
  sentAt: Temporal.Instant;
  /** Files taken in before (`addFile`), not yet part of a message. */
  fileIds?: readonly string[];
  /** Files that come with it: kept only when the message is new. */
  newFiles?: readonly FileOut[];
} & ({ text: string } | { card: Card });

/** Writes the message, or finds the one with its key. `added`: it is new. */
export async function addMessage(
  db: Kysely<WebTables>,
  message: NewMessage,
): Promise<{ message: MessageView; added: boolean }> {
  return db.transaction().execute(async (trx) => {
    const inserted = await trx
      .insertInto('web_message')
      .values({
        chat_id: message.chatId,
        user_id: message.userId,
        author: message.author,
        only_for: message.onlyFor ?? null,
        text: 'text' in message ? message.text : null,
        card: 'card' in message ? JSON.stringify(message.card) : null,
        reply_to: message.replyTo ? Number(message.replyTo) : null,
        key: message.key,
        sent_at: message.sentAt,
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!inserted) {
      const [found] = await read(trx, (query) => query.where('key', '=', message.key));
      if (!found) throw new Error(`no message under the key ${message.key}`);
      return { message: found, added: false };
    }
    await attachFiles(trx, message.fileIds ?? [], inserted.id);
    for (const file of message.newFiles ?? []) await addFile(trx, file, inserted.id);
    const [added] = await read(trx, (query) => query.where('id', '=', inserted.id));
    if (!added) throw new Error('a message written is not there');
    return { message: added, added: true };
  });
}

/** Puts another card in the place of a message's. Null: there is no such message of the bot. */
export async function changeCard(
  db: Kysely<WebTables>,
  messageId: string,
  card: Card,
  editedAt: Temporal.Instant,
): Promise<MessageView | null> {
  const id = messageNumber(messageId);
  if (id === null) return null;
  await db
    .updateTable('web_message')
    .set({ card: JSON.stringify(card), edited_at: editedAt })
    .where('id', '=', id)
    .where('user_id', 'is', null)
    .execute();
  const [changed] = await read(db, (query) => query.where('id', '=', id).where('user_id', 'is', null));
  return changed ?? null;
}

export async function findMessage(db: Kysely<WebTables>, messageId: string): Promise<MessageView | null> {
  const id = messageNumber(messageId);
  if (id === null) return null;
  const [found] = await read(db, (query) => query.where('id', '=', id));
  return found ?? null;
}

/** The latest messages of a conversation that this user sees, oldest first; `after`: only those behind that message. */
export async function listMessages(
  db: Kysely<WebTables>,
  where: { chatId: string; userId: string; after: string | null; limit: number },
): Promise<MessageView[]> {
  const after = where.after === null ? null : messageNumber(where.after);
  const found = await read(db, (query) =>
    query
      .where('chat_id', '=', where.chatId)
      .where((expression) =>
        expression.or([expression('only_for', 'is', null), expression('only_for', '=', where.userId)]),
      )
      .$if(after !== null, (narrowed) => narrowed.where('id', '>', after))
      .orderBy('id', 'desc')
      .limit(where.limit),
  );
  return found.reverse();
}

/** The newest message of each conversation, those for one person's eyes left out. */
export async function listLastMessages(
  db: Kysely<WebTables>,
): Promise<{ chatId: string; messageId: string }[]> {
  const rows = await db
    .selectFrom('web_message')
    .select(({ fn }) => ['chat_id', fn.max('id').as('id')])
    .where('only_for', 'is', null)
    .groupBy('chat_id')
    .execute();
  return rows.map((row) => ({ chatId: row.chat_id, messageId: String(row.id) }));
}

/** Ids of the outside are text; null for what can be none. */
function messageNumber(id: string): number | null {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null;
}

type Messages = ReturnType<typeof messages>;

const messages = (db: Kysely<WebTables>) =>
  db
    .selectFrom('web_message')
    .select([
      'id',
      'chat_id',
      'user_id',
      'author',
      'only_for',
      'text',
      'card',
      'reply_to',
      'sent_at',
      'edited_at',
    ]);

async function read(db: Kysely<WebTables>, narrow: (query: Messages) => Messages): Promise<MessageView[]> {
  const rows = await narrow(messages(db)).execute();
  const files = await filesOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: String(row.id),
    chatId: row.chat_id,
    userId: row.user_id,
    author: row.author,
    onlyFor: row.only_for,
    text: row.text,
    card: row.card,
    replyTo: row.reply_to === null ? null : String(row.reply_to),
    sentAt: row.sent_at.toString(),
    editedAt: row.edited_at?.toString() ?? null,
    files: files.get(row.id) ?? [],
  }));
}
