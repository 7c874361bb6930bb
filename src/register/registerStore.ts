/** Writes the tables of the register. Whoever changes an item has locked its row (openItem.ts). */
import { sql } from 'kysely';
import type { RegisterKind } from '../database/codes.ts';
import type { Trx } from '../database/transaction.ts';
import type { Visibility } from './item.ts';
import { searchable } from './searchWords.ts';

export type ItemColumns = {
  kind: RegisterKind;
  title: string;
  description: string;
  departmentId: number | null;
  visibility: Visibility;
  programmeId: number | null;
};

export async function insertItem(
  trx: Trx,
  now: Temporal.Instant,
  item: ItemColumns & { agencyId: number; addedBy: number },
): Promise<number> {
  const { id } = await trx
    .insertInto('register_item')
    .values({
      ...columns(item),
      agency_id: item.agencyId,
      added_by: item.addedBy,
      added_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateItem(
  trx: Trx,
  now: Temporal.Instant,
  id: number,
  item: ItemColumns,
): Promise<void> {
  await trx
    .updateTable('register_item')
    .set({ ...columns(item), changed_at: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function setVisibility(
  trx: Trx,
  now: Temporal.Instant,
  id: number,
  visibility: Visibility,
): Promise<void> {
  await trx
    .updateTable('register_item')
    .set({ visibility, changed_at: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** `at` null: open again. */
export async function setClosed(
  trx: Trx,
  now: Temporal.Instant,
  id: number,
  at: Temporal.Instant | null,
): Promise<void> {
  await trx
    .updateTable('register_item')
    .set({ closed_at: at, changed_at: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function insertRequest(
  trx: Trx,
  now: Temporal.Instant,
  request: {
    itemId: number;
    agencyId: number;
    departmentId: number | null;
    askedBy: number;
    words: string | null;
  },
): Promise<number> {
  const { itemId, agencyId, departmentId, askedBy, words } = request;
  const { id } = await trx
    .insertInto('register_request')
    .values({
      item_id: itemId,
      agency_id: agencyId,
      department_id: departmentId,
      asked_by: askedBy,
      asked_at: now,
      words,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function decideRequest(
  trx: Trx,
  id: number,
  decision: {
    status: 'accepted' | 'refused' | 'withdrawn';
    by: number;
    at: Temporal.Instant;
    note: string | null;
  },
): Promise<void> {
  const { status, by, at, note } = decision;
  await trx
    .updateTable('register_request')
    .set({ status, decided_by: by, decided_at: at, decision_note: note })
    .where('id', '=', id)
    .execute();
}

/** As if nobody had answered. */
export async function reopenRequest(trx: Trx, id: number): Promise<void> {
  await trx
    .updateTable('register_request')
    .set({ status: 'asked', decided_by: null, decided_at: null, decision_note: null })
    .where('id', '=', id)
    .execute();
}

export async function setContent(trx: Trx, id: number, contentId: number): Promise<void> {
  await trx.updateTable('register_request').set({ content_id: contentId }).where('id', '=', id).execute();
}

function columns({ kind, title, description, departmentId, visibility, programmeId }: ItemColumns) {
  return {
    kind,
    title,
    description,
    title_folded: searchable(title),
    folded: searchable(`${title} ${description}`),
    department_id: departmentId,
    visibility,
    programme_id: programmeId,
  };
}
