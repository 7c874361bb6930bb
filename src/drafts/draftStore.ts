/** Writes the tables of drafts. Versions and agreements are written under the lock of the task's row. */
import type { Insertable } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import type { DraftChanges } from './changes.ts';

type NewVersion = Omit<Insertable<Database['draft_version']>, 'number' | 'changes' | 'withdrawn_at'> & {
  changes: DraftChanges | null;
};

/** Takes the next number of the task. */
export async function insertVersion(
  trx: Trx,
  { changes, ...row }: NewVersion,
): Promise<{ id: number; number: number }> {
  const { last } = await trx
    .selectFrom('draft_version')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('task_id', '=', row.task_id)
    .executeTakeFirstOrThrow();
  return trx
    .insertInto('draft_version')
    .values({
      ...row,
      number: (last ?? 0) + 1,
      changes: changes === null ? null : JSON.stringify(changes),
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
}

export async function withdrawVersion(trx: Trx, now: Temporal.Instant, versionId: number): Promise<void> {
  await trx.updateTable('draft_version').set({ withdrawn_at: now }).where('id', '=', versionId).execute();
}

export async function insertAgreement(trx: Trx, row: Insertable<Database['draft_agreement']>): Promise<void> {
  await trx.insertInto('draft_agreement').values(row).execute();
}

export async function deleteAgreement(trx: Trx, versionId: number, departmentId: number): Promise<void> {
  await trx
    .deleteFrom('draft_agreement')
    .where('version_id', '=', versionId)
    .where('department_id', '=', departmentId)
    .execute();
}

/** A file that came without a word to which task it belongs. */
export async function insertUpload(trx: Trx, row: Insertable<Database['draft_upload']>): Promise<void> {
  await trx.insertInto('draft_upload').values(row).execute();
}

/** Of those sent before: gives their files. */
export async function deleteUploads(trx: Trx, before: Temporal.Instant): Promise<number[]> {
  const rows = await trx
    .deleteFrom('draft_upload')
    .where('sent_at', '<=', before)
    .returning('file_id')
    .execute();
  return rows.map((row) => row.file_id);
}
