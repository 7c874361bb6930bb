/** The files of what somebody sent, to be fetched when the core asks for them. Pure. */
import type { FileIn } from '../../src/chat/incoming.ts';
import { limits } from './limits.ts';
import type { TelegramMessage } from './updates.ts';
import type { TelegramWords } from './words.ts';

export type FileReader = {
  read(fileId: string): Promise<Uint8Array>;
  /** Pictures come without a name. */
  names: Pick<TelegramWords, 'photoName' | 'unnamedFile'>;
  timeZone: string;
};

export function hasFiles({ document, photo, video, audio }: TelegramMessage): boolean {
  return Boolean(document ?? photo ?? video ?? audio);
}

/** Of all messages of an album, in their order. */
export function filesOf(messages: readonly TelegramMessage[], reader: FileReader): FileIn[] {
  const withFiles = messages.filter(hasFiles);
  return withFiles.map((message, at) => fileOf(message, withFiles.length > 1 ? at + 1 : null, reader));
}

/** Files that a bot cannot fetch. */
export function tooBigAmong(files: readonly FileIn[]): FileIn[] {
  return files.filter(({ sizeBytes }) => sizeBytes > limits.fileBytes);
}

/** `number`: among several that came at once. */
function fileOf(
  { document, video, audio, photo, date }: TelegramMessage,
  number: number | null,
  { read, names, timeZone }: FileReader,
): FileIn {
  const sent = document ?? video ?? audio;
  if (sent) {
    const { file_id: id, file_name: name, mime_type: mime, file_size: size } = sent;
    return {
      name: name ?? names.unnamedFile,
      mime: mime ?? 'application/octet-stream',
      sizeBytes: size ?? 0,
      read: () => read(id),
    };
  }
  // The same picture in several sizes, the largest last.
  const { file_id: id = '', file_size: size = 0 } = photo?.at(-1) ?? {};
  const taken = Temporal.Instant.fromEpochMilliseconds(date * 1_000).toZonedDateTimeISO(timeZone);
  return {
    name: names.photoName(taken.toPlainDateTime(), number),
    mime: 'image/jpeg',
    sizeBytes: size,
    read: () => read(id),
  };
}
