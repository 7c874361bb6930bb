/** A file on its way to a room or person: a notification of its own, so that it is tried again by itself when the card it
 *  belongs to has long arrived. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { FileRef } from '../chat/card.ts';
import type { MessageRef, PlatformName } from '../chat/place.ts';
import type { FileOut } from '../chat/platform.ts';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import { readFile } from '../files/readFile.ts';
import { notify } from './notify.ts';
import { type Recipient, recipientKey } from './recipient.ts';

/** The `kind` of such notifications; no renderer has it. */
export const fileKind = 'file.sent';

const fileFacts = z.object({
  fileId: z.int(),
  /** The card under which it belongs, where that can be seen. */
  under: z.object({
    platform: z.enum(['slack', 'telegram', 'web']),
    chatId: z.string(),
    threadId: z.string(),
    messageId: z.string(),
  }),
});

type Under = z.infer<typeof fileFacts>['under'];

/** Sends the files after the card that names them. `key` names the card's showing: once each, however often it is tried. */
export async function sendFilesAfter(
  trx: Trx,
  now: Temporal.Instant,
  files: readonly FileRef[],
  card: { to: Recipient; platform: PlatformName; message: MessageRef; key: string },
): Promise<void> {
  const { to, platform, message, key } = card;
  for (const { fileId } of files) {
    await notify(trx, now, {
      key: `file:${key}:${fileId}:${recipientKey(to)}`,
      to,
      kind: fileKind,
      facts: { fileId, under: { platform, ...message } },
      at: now,
      about: [],
    });
  }
}

/** Of a notification of that kind: what is to be sent, and where to. Null: the file is no longer kept. */
export async function fileToSend(
  db: Kysely<Database>,
  facts: object,
): Promise<{ file: FileOut; under: Under } | null> {
  const { fileId, under } = fileFacts.parse(facts);
  const file = await readFile(db, fileId);
  return file && { file, under };
}
