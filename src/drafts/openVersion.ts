/** The version that a button names, when the asker may see its task. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import { allowedTasks } from '../people/permissions.ts';
import { readId } from '../tasks/locked.ts';
import type { DraftVersion } from './draft.ts';
import { loadVersions } from './load.ts';

/** @throws UserError in the same words for one that does not exist and one the asker may not see */
export async function openVersion(id: string, { trx, who, t }: Context): Promise<DraftVersion> {
  const versionId = readId(id);
  const version = (await loadVersions(trx, [versionId])).get(versionId);
  const seen = version ? await allowedTasks(trx, who, 'see', [version.taskId]) : new Set();
  if (version && seen.has(version.taskId)) return version;
  throw new UserError(t.drafts.refusals.noSuch, t.common.listYours);
}
