/** Forgets kept files. The caller knows that nothing refers to them any more. */
import type { Trx } from '../database/transaction.ts';

export async function dropFiles(trx: Trx, fileIds: readonly number[]): Promise<void> {
  if (fileIds.length === 0) return;
  await trx
    .deleteFrom('file')
    .where('id', 'in', [...fileIds])
    .execute();
}
