/** The part of an undo (tasks/takeBack.ts) that concerns drafts. The task's row is locked. */
import { z } from 'zod';
import type { Context } from '../chat/context.ts';
import type { Trx } from '../database/transaction.ts';
import { newVersionInRounds } from '../opinions/newVersion.ts';
import { deleteAgreement, withdrawVersion } from './draftStore.ts';
import { draftEventData } from './facts.ts';
import { latestVersion, loadVersions } from './load.ts';

type Act = { kind: string; data: object };

const moveData = z.object({ from: z.int().nullable() });

/** Whether somebody has acted on it: a newer version, an agreement, a round of opinions. False for acts that are no drafts'. */
export async function draftOvertaken(trx: Trx, { kind, data }: Act): Promise<boolean> {
  if (!isDraftAct(kind)) return false;
  const { versionId } = draftEventData.parse(data);
  const version = (await loadVersions(trx, [versionId])).get(versionId);
  if (!version) throw new Error(`an event names version ${versionId}, which is not there`);
  const latest = await latestVersion(trx, version.taskId);
  if (latest?.id !== version.id) return true;
  if (kind === 'draft.handedIn' && version.agreements.length > 0) return true;
  return opinionsAsked(trx, version.id);
}

/** A round that an older version was in goes on with each newer one (opinions/newVersion.ts): that alone is no act of anybody. Opened
 *  on this version, or answered on it, it is. */
async function opinionsAsked(trx: Trx, versionId: number): Promise<boolean> {
  const rounds = await trx
    .selectFrom('opinion_round as r')
    .select('r.id')
    .select(({ exists, selectFrom }) => [
      selectFrom('event as e')
        .select('e.data')
        .where('e.subject_kind', '=', 'round')
        .whereRef('e.subject_id', '=', 'r.id')
        .where('e.kind', '=', 'round.newVersion')
        .orderBy('e.id')
        .limit(1)
        .as('firstMove'),
      exists(
        selectFrom('opinion as o')
          .innerJoin('opinion_seat as s', 's.id', 'o.seat_id')
          .select('o.id')
          .whereRef('s.round_id', '=', 'r.id')
          .where('o.version_id', '=', versionId),
      ).as('answered'),
    ])
    .where('r.version_id', '=', versionId)
    .execute();
  return rounds.some(
    ({ firstMove, answered }) =>
      answered === true || !firstMove || moveData.parse(firstMove).from === versionId,
  );
}

/** The number of a version that is taken back is not given again. Rounds of opinions return to the version before. */
export async function takeBackDraft(context: Context, taskId: number, { kind, data }: Act): Promise<void> {
  if (!isDraftAct(kind)) return;
  const { trx, now } = context;
  const { versionId, departmentId } = draftEventData.parse(data);
  if (kind === 'draft.agreed') {
    if (departmentId) await deleteAgreement(trx, versionId, departmentId);
    return;
  }
  await withdrawVersion(trx, now, versionId);
  const before = await latestVersion(trx, taskId);
  if (before) await newVersionInRounds(context, taskId, before.id);
}

function isDraftAct(kind: string): boolean {
  return kind === 'draft.handedIn' || kind === 'draft.agreed';
}
