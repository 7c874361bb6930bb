/** Draft versions put straight into the database, for tests that are about the opinions on them. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../../src/database/tables.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { keepFile } from '../../src/files/keepFile.ts';

/** Gives the id of the version. */
export function insertDraft(
  db: Kysely<Database>,
  at: Temporal.Instant,
  draft: { taskId: number; number: number; by: string; name?: string; text?: string },
): Promise<number> {
  return inTransaction(db, async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select(['id', 'agency_id'])
      .where('name', '=', draft.by)
      .executeTakeFirstOrThrow();
    const content = new TextEncoder().encode(draft.text ?? `Dự thảo bản ${draft.number}`);
    const file = draft.name
      ? await keepFile(trx, at, { name: draft.name, mime: 'text/plain', content }, person.id)
      : null;
    const { id } = await trx
      .insertInto('draft_version')
      .values({
        task_id: draft.taskId,
        number: draft.number,
        file_id: file?.fileId ?? null,
        text: file ? null : (draft.text ?? ''),
        sha256: createHash('sha256').update(content).digest('hex'),
        note: null,
        person_id: person.id,
        department_id: null,
        agency_id: person.agency_id ?? 0,
        handed_in_at: at,
        platform: 'web',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}
