/** Writes the tables of programmes. Whoever changes one has locked its row (locked.ts) and records what happened (record.ts). */
import { sql, type UpdateObject } from 'kysely';
import type { ProgrammeConsent } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import { fold } from '../language/folding.ts';

export type NewProgramme = {
  title: string;
  agencyId: number;
  fromYear: number;
  toYear: number;
  createdBy: number;
};

export async function insertProgramme(
  trx: Trx,
  now: Temporal.Instant,
  { title, agencyId, fromYear, toYear, createdBy }: NewProgramme,
): Promise<number> {
  const { id } = await trx
    .insertInto('programme')
    .values({
      title,
      title_folded: fold(title),
      agency_id: agencyId,
      from_year: fromYear,
      to_year: toYear,
      created_by: createdBy,
      created_at: now,
      status_by: createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export type ProgrammeChange = Omit<UpdateObject<Database, 'programme'>, 'id' | 'version' | 'title_folded'>;

export async function updateProgramme(trx: Trx, id: number, change: ProgrammeChange): Promise<void> {
  const { title } = change;
  await trx
    .updateTable('programme')
    .set({
      ...change,
      ...(typeof title === 'string' ? { title_folded: fold(title) } : {}),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** The agency that opens the programme has agreed by doing so; the others are asked. */
export async function insertAgencies(
  trx: Trx,
  now: Temporal.Instant,
  programmeId: number,
  { opening, others, by }: { opening: number; others: readonly number[]; by: number },
): Promise<void> {
  const row = { programme_id: programmeId, asked_at: now };
  await trx
    .insertInto('programme_agency')
    .values([
      { ...row, agency_id: opening, status: 'agreed', decided_by: by, decided_at: now },
      ...others.map((agencyId) => ({ ...row, agency_id: agencyId, status: 'asked' as const })),
    ])
    .execute();
}

/** `asked` again, or what an agency decided. */
export async function setConsent(
  trx: Trx,
  now: Temporal.Instant,
  { programmeId, agencyId }: { programmeId: number; agencyId: number },
  to: { status: ProgrammeConsent; by: number; note: string | null },
): Promise<void> {
  const { status, by, note } = to;
  await trx
    .updateTable('programme_agency')
    .set(
      status === 'asked'
        ? { status, asked_at: now, decided_by: null, decided_at: null, note: null }
        : { status, decided_by: by, decided_at: now, note },
    )
    .where('programme_id', '=', programmeId)
    .where('agency_id', '=', agencyId)
    .execute();
}

/** The focal departments of one side, in place of those it had. */
export async function replaceDepartments(
  trx: Trx,
  { programmeId, agencyId }: { programmeId: number; agencyId: number },
  departmentIds: readonly number[],
): Promise<void> {
  await trx
    .deleteFrom('programme_department')
    .where('programme_id', '=', programmeId)
    .where('agency_id', '=', agencyId)
    .execute();
  if (departmentIds.length === 0) return;
  await trx
    .insertInto('programme_department')
    .values(
      departmentIds.map((id) => ({ programme_id: programmeId, department_id: id, agency_id: agencyId })),
    )
    .execute();
}

/** One below the other after those that are there; gives their ids in the same order. */
export async function insertContents(
  trx: Trx,
  now: Temporal.Instant,
  { programmeId, parentId, by }: { programmeId: number; parentId: number | null; by: number },
  titles: readonly string[],
): Promise<number[]> {
  const { last } = await trx
    .selectFrom('programme_content')
    .select(({ fn }) => fn.coalesce(fn.max('position'), sql<number>`0`).as('last'))
    .where('programme_id', '=', programmeId)
    .where('parent_id', 'is not distinct from', parentId)
    .executeTakeFirstOrThrow();
  const rows = await trx
    .insertInto('programme_content')
    .values(
      titles.map((title, index) => ({
        programme_id: programmeId,
        parent_id: parentId,
        position: last + 1 + index,
        title,
        title_folded: fold(title),
        added_by: by,
        added_at: now,
      })),
    )
    .returning(['id', 'position'])
    .execute();
  return rows.toSorted((a, b) => a.position - b.position).map((row) => row.id);
}

export async function renameContent(trx: Trx, id: number, title: string): Promise<void> {
  const change = { title, title_folded: fold(title) };
  await trx.updateTable('programme_content').set(change).where('id', '=', id).execute();
}

export async function dropContents(trx: Trx, now: Temporal.Instant, ids: readonly number[]): Promise<void> {
  await trx
    .updateTable('programme_content')
    .set({ dropped_at: now })
    .where('id', 'in', [...ids])
    .execute();
}

export async function insertDocument(
  trx: Trx,
  now: Temporal.Instant,
  document: { programmeId: number; fileId: number; title: string; by: number | null },
): Promise<number> {
  const { programmeId, fileId, title, by } = document;
  const { id } = await trx
    .insertInto('programme_document')
    .values({ programme_id: programmeId, file_id: fileId, title, added_by: by, added_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False: it was bound already. */
export async function insertRoom(
  trx: Trx,
  now: Temporal.Instant,
  { programmeId, roomId, by }: { programmeId: number; roomId: number; by: number },
): Promise<boolean> {
  const added = await trx
    .insertInto('programme_room')
    .values({ programme_id: programmeId, room_id: roomId, bound_by: by, bound_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('room_id')
    .executeTakeFirst();
  return added !== undefined;
}

/** False: it was not bound. */
export async function deleteRoom(trx: Trx, programmeId: number, roomId: number): Promise<boolean> {
  const removed = await trx
    .deleteFrom('programme_room')
    .where('programme_id', '=', programmeId)
    .where('room_id', '=', roomId)
    .returning('room_id')
    .executeTakeFirst();
  return removed !== undefined;
}

/** False: that year's was opened before. `taskId` null: nobody could lead it. */
export async function insertYear(
  trx: Trx,
  now: Temporal.Instant,
  year: { programmeId: number; year: number; what: 'plan' | 'report'; taskId: number | null },
): Promise<boolean> {
  const { programmeId, taskId, ...which } = year;
  const added = await trx
    .insertInto('programme_year')
    .values({ programme_id: programmeId, ...which, task_id: taskId, opened_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('year')
    .executeTakeFirst();
  return added !== undefined;
}

/** When the next yearly task opens; no change that anybody's open form has to know of. */
export async function setYearlyAt(trx: Trx, programmeId: number, at: Temporal.Instant | null): Promise<void> {
  await trx.updateTable('programme').set({ yearly_at: at }).where('id', '=', programmeId).execute();
}
