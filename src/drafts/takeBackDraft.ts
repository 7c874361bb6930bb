/** The part of an undo (tasks/takeBack.ts) that concerns drafts. The task's row is locked. */
import type { Trx } from '../database/transaction.ts';
import { deleteAgreement, withdrawVersion } from './draftStore.ts';
import { draftEventData } from './facts.ts';
import { latestVersion, loadVersions } from './load.ts';

type Act = { kind: string; data: object };

/** Whether somebody has acted on it: a newer version, an agreement, a round of opinions. False for acts that are no drafts'. */
export async function draftOvertaken(trx: Trx, { kind, data }: Act): Promise<boolean> {
  if (!isDraftAct(kind)) return false;
  const { versionId } = draftEventData.parse(data);
  const version = (await loadVersions(trx, [versionId])).get(versionId);
  if (!version) throw new Error(`an event names version ${versionId}, which is not there`);
  const latest = await latestVersion(trx, version.taskId);
  if (latest?.id !== version.id) return true;
  if (kind === 'draft.handedIn' && version.agreements.length > 0) return true;
  const round = await trx
    .selectFrom('opinion_round')
    .select('id')
    .where('task_id', '=', version.taskId)
    .where('version_id', '=', version.id)
    .executeTakeFirst();
  return round !== undefined;
}

/** The number of a version that is taken back is not given again. */
export async function takeBackDraft(trx: Trx, now: Temporal.Instant, { kind, data }: Act): Promise<void> {
  if (!isDraftAct(kind)) return;
  const { versionId, departmentId } = draftEventData.parse(data);
  if (kind === 'draft.handedIn') await withdrawVersion(trx, now, versionId);
  else if (departmentId) await deleteAgreement(trx, versionId, departmentId);
}

function isDraftAct(kind: string): boolean {
  return kind === 'draft.handedIn' || kind === 'draft.agreed';
}
