/** A version is one file. */
import { UserError } from '../chat/errors.ts';
import type { FileIn } from '../chat/incoming.ts';
import type { Locale } from '../locale/locale.ts';

/** Null: none came. @throws UserError when there are several */
export function onlyFile(files: readonly FileIn[], { drafts }: Locale): FileIn | null {
  if (files.length > 1) throw new UserError(drafts.refusals.several, drafts.refusals.severalMend);
  return files[0] ?? null;
}
