/** Files that somebody sent and never said for which task: a week later the bot keeps them no longer. */
import type { Tick } from '../chat/feature.ts';
import { inTransaction } from '../database/transaction.ts';
import { dropFiles } from '../files/dropFiles.ts';
import { deleteUploads } from './draftStore.ts';

const keptHours = 7 * 24;

export const forgetUploadsTick: Tick = {
  name: 'drafts.forgetUploads',
  async nextAt(db) {
    const { oldest } = await db
      .selectFrom('draft_upload')
      .select(({ fn }) => fn.min('sent_at').as('oldest'))
      .executeTakeFirstOrThrow();
    return oldest?.add({ hours: keptHours }) ?? null;
  },
  run: (db, now) =>
    inTransaction(db, async (trx) => {
      const fileIds = await deleteUploads(trx, now.subtract({ hours: keptHours }));
      if (fileIds.length === 0) return;
      const handedIn = await trx
        .selectFrom('draft_version')
        .select('file_id')
        .where('file_id', 'in', fileIds)
        .execute();
      const kept = new Set(handedIn.map((row) => row.file_id));
      await dropFiles(
        trx,
        fileIds.filter((id) => !kept.has(id)),
      );
    }),
};
