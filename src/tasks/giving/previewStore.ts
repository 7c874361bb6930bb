/** Rows of `task_preview`: what waits to be confirmed. A restart loses nothing of it. */
import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.ts';
import type { Trx } from '../../database/transaction.ts';
import { type Preview, type PreviewTask, readPreviewTask } from './preview.ts';

/** Keeps what was understood of one message: a row per task, several under one batch. In order. */
export async function insertPreviews(
  trx: Trx,
  now: Temporal.Instant,
  from: { personId: number; line: string },
  tasks: readonly PreviewTask[],
): Promise<Preview[]> {
  const previews: Preview[] = [];
  for (const task of tasks) {
    const batch = tasks.length > 1 ? (previews[0]?.id ?? null) : null;
    const row = await trx
      .insertInto('task_preview')
      .values({
        person_id: from.personId,
        created_at: now,
        line: from.line,
        content: JSON.stringify({ ...task, batch }),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    previews.push(previewFrom(row));
  }
  const [first] = previews;
  if (!first || tasks.length === 1) return previews;
  // The first learns the name of its batch only now: its own id.
  const named = { ...first, task: { ...first.task, batch: first.id } };
  return [await savePreview(trx, named), ...previews.slice(1)];
}

/** The row, held until the end of the transaction; null when there is none. */
export async function lockPreview(trx: Trx, id: number): Promise<Preview | null> {
  const row = await trx
    .selectFrom('task_preview')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? previewFrom(row) : null;
}

/** All of a batch, whatever has become of them, in order. Rows of one message stand close together, so the index over person
 *  and id gives them. */
export async function loadBatch(db: Kysely<Database>, personId: number, batch: number): Promise<Preview[]> {
  const rows = await batchQuery(db, personId, batch).execute();
  return rows.map(previewFrom).filter((preview) => preview.task.batch === batch);
}

/** The same, held until the end of the transaction. */
export async function lockBatch(trx: Trx, personId: number, batch: number): Promise<Preview[]> {
  const rows = await batchQuery(trx, personId, batch).forUpdate().execute();
  return rows.map(previewFrom).filter((preview) => preview.task.batch === batch);
}

function batchQuery(db: Kysely<Database>, personId: number, batch: number) {
  return db
    .selectFrom('task_preview')
    .selectAll()
    .where('person_id', '=', personId)
    .where('id', '>=', batch)
    .orderBy('id')
    .limit(largeBatchMax * 2);
}

/** As many tasks as one message may bring: what a card can list. */
export const batchMax = 20;

/** As many as a whole conclusion or record may bring: a list with pages. */
export const largeBatchMax = 100;

/** Writes its content; gives it with its new version. */
export async function savePreview(trx: Trx, preview: Preview): Promise<Preview> {
  const version = preview.version + 1;
  await trx
    .updateTable('task_preview')
    .set({ content: JSON.stringify(preview.task), version })
    .where('id', '=', preview.id)
    .execute();
  return { ...preview, version };
}

export async function closePreview(
  trx: Trx,
  id: number,
  end: { status: 'given'; taskId: number } | { status: 'dropped' },
): Promise<void> {
  await trx
    .updateTable('task_preview')
    .set({ status: end.status, task_id: end.status === 'given' ? end.taskId : null })
    .where('id', '=', id)
    .execute();
}

/** The name of the person a preview belongs to. */
export async function makerOf(db: Kysely<Database>, preview: Preview): Promise<string> {
  const { name } = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', preview.personId)
    .executeTakeFirstOrThrow();
  return name;
}

type Row = {
  id: number;
  person_id: number;
  content: object;
  status: Preview['status'];
  task_id: number | null;
  version: number;
};

function previewFrom(row: Row): Preview {
  return {
    id: row.id,
    personId: row.person_id,
    version: row.version,
    status: row.status,
    taskId: row.task_id,
    task: readPreviewTask(row.content),
  };
}
