/** What was handed in, kept: a file, or words; long words become a file. And what it is compared with. */
import { createHash } from 'node:crypto';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { FileIn } from '../chat/incoming.ts';
import { keepFile, keepSentFile } from '../files/keepFile.ts';
import { readFile } from '../files/readFile.ts';
import type { DraftChanges } from './changes.ts';
import { compareVersions } from './compareVersions.ts';
import type { DraftVersion } from './draft.ts';
import type { Readable } from './readText.ts';

export type HandedIn =
  | { kind: 'sent'; file: FileIn }
  /** Kept before, when it was sent without a word. */
  | { kind: 'kept'; fileId: number }
  | { kind: 'words'; text: string };

export type Content = { fileId: number | null; text: string | null; sha256: string };

/** Words that a card can show whole beside the rest. */
const shownWordsMax = 1500;

/** @throws UserError when the file is empty, too big, or cannot be fetched */
export async function keepContent(context: Context, taskId: number, given: HandedIn): Promise<Content> {
  const { trx, now, who, t } = context;
  if (given.kind === 'sent') {
    const { fileId, sha256 } = await keepSentFile(trx, now, given.file, { personId: who.personId, t });
    return { fileId, text: null, sha256 };
  }
  if (given.kind === 'kept') {
    const row = await trx
      .selectFrom('file')
      .select('sha256')
      .where('id', '=', given.fileId)
      .executeTakeFirstOrThrow();
    return { fileId: given.fileId, text: null, sha256: row.sha256 };
  }
  const content = Buffer.from(given.text);
  if (given.text.length <= shownWordsMax) {
    return { fileId: null, text: given.text, sha256: createHash('sha256').update(content).digest('hex') };
  }
  const name = t.drafts.wordsFile(t.common.taskCode(taskId));
  const { fileId, sha256 } = await keepFile(trx, now, { name, mime: 'text/plain', content }, who.personId);
  return { fileId, text: null, sha256 };
}

/** Null: it is the first. @throws UserError when nothing is new */
export async function compareWithLatest(
  { trx, t }: Context,
  latest: DraftVersion | null,
  content: Content,
): Promise<DraftChanges | null> {
  if (!latest) return null;
  if (latest.sha256 === content.sha256) {
    const { same, sameMend, sameWords, sameWordsMend } = t.drafts.refusals;
    throw content.fileId === null
      ? new UserError(sameWords(latest.number), sameWordsMend)
      : new UserError(same(latest.number), sameMend);
  }
  const read = async (fileId: number | null, text: string | null): Promise<Readable> => {
    if (fileId === null) return { kind: 'words', text: text ?? '' };
    const file = await readFile(trx, fileId);
    if (!file) throw new Error(`file ${fileId} is not kept`);
    return { kind: 'file', name: file.name, content: file.content };
  };
  const older = await read(latest.file?.fileId ?? null, latest.text);
  const compared = await compareVersions(older, await read(content.fileId, content.text));
  return { ...compared, against: latest.number };
}
