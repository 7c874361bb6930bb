/** Keeps a file in the database, so that it can be fetched again on any platform. With dropFiles.ts the only
 *  writer of `file`. */
import { createHash } from 'node:crypto';
import type { FileRef } from '../chat/card.ts';
import { cleanText } from '../chat/cleanIncoming.ts';
import { UserError } from '../chat/errors.ts';
import type { FileIn } from '../chat/incoming.ts';
import type { FileOut } from '../chat/platform.ts';
import type { Trx } from '../database/transaction.ts';
import type { Locale } from '../locale/locale.ts';

/** As many bytes as one file may have: what Telegram lets a bot fetch (core.telegram.org/bots/api#getfile). */
export const fileBytesMax = 20 * 1024 * 1024;

/** `sha256` in hexadecimal, lower case. */
export type KeptFile = FileRef & { sha256: string };

/** Fetches what somebody sent, and keeps it. @throws UserError when it is empty, too big, or cannot be fetched any more */
export async function keepSentFile(
  trx: Trx,
  now: Temporal.Instant,
  file: FileIn,
  { personId, t }: { personId: number; t: Locale },
): Promise<KeptFile> {
  const words = t.files;
  // Announced as empty is one whose size the platform did not say (Telegram's may be missing): it is looked at.
  if (file.sizeBytes > 0) refuseSize(file.name, file.sizeBytes, t);
  let content: Uint8Array;
  try {
    content = await file.read();
  } catch (error) {
    // The platform has deleted it, or refuses: to be sent again, whatever the reason.
    throw Object.assign(new UserError(words.notFetched(file.name), words.sendAgain), { cause: error });
  }
  refuseSize(file.name, content.byteLength, t);
  return keepFile(trx, now, { name: file.name, mime: file.mime, content }, personId);
}

/** `personId` null: the bot wrote it. The content has between 1 and `fileBytesMax` bytes. */
export async function keepFile(
  trx: Trx,
  now: Temporal.Instant,
  file: FileOut,
  personId: number | null,
): Promise<KeptFile> {
  const name = fileName(file.name);
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  const sizeBytes = file.content.byteLength;
  const { id } = await trx
    .insertInto('file')
    .values({
      name,
      mime: file.mime,
      size_bytes: sizeBytes,
      sha256,
      content: Buffer.from(file.content),
      stored_at: now,
      stored_by: personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { fileId: id, name, sizeBytes, sha256 };
}

function refuseSize(name: string, sizeBytes: number, { files: words }: Locale): void {
  if (sizeBytes === 0) throw new UserError(words.empty(name), words.sendAgain);
  if (sizeBytes > fileBytesMax)
    throw new UserError(words.tooBig(name, sizeBytes, fileBytesMax), words.makeSmaller);
}

/** A name only: no path, nothing that a file system or a header takes for something else, the extension kept. */
export function fileName(given: string): string {
  const last = cleanText(given).split(/[/\\]/u).at(-1) ?? '';
  const safe = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*\n\t]/gu, '')
    .trim()
    .replace(/^\.+/u, '');
  if (safe === '') return 'file';
  const [extension = ''] = /\.[\p{L}\p{N}]{1,10}$/u.exec(safe) ?? [];
  const stem = safe.slice(0, safe.length - extension.length);
  return `${[...stem].slice(0, nameLengthMax - extension.length).join('')}${extension}`;
}

const nameLengthMax = 150;
