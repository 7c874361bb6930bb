/** Loads items of the register with their proposals: one query per table, whatever their number. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { ItemView, RequestView } from './item.ts';
import { partnersOf } from './partners.ts';

/** By id, in the order asked for; ids that do not exist have no entry. */
export async function loadItems(
  db: Kysely<Database>,
  ids: readonly number[],
): Promise<Map<number, ItemView>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('register_item as i')
    .innerJoin('agency as a', 'a.id', 'i.agency_id')
    .innerJoin('person as p', 'p.id', 'i.added_by')
    .leftJoin('department as d', 'd.id', 'i.department_id')
    .leftJoin('programme as c', 'c.id', 'i.programme_id')
    .selectAll('i')
    .select(['a.code as agencyCode', 'a.name as agencyName', 'p.name as addedBy'])
    .select(['d.name as department', 'c.title as programme'])
    .where('i.id', 'in', [...ids])
    .execute();
  const requests = Map.groupBy(await loadRequests(db, ids), (each) => each.itemId);
  const partners = await partnersOf(
    db,
    rows.map((row) => row.agency_id),
  );
  const codes = await codesOf(db, [...partners.values()].flat());
  const views = new Map(
    rows.map((row): [number, ItemView] => [
      row.id,
      {
        id: row.id,
        kind: row.kind,
        title: row.title,
        description: row.description,
        agency: { id: row.agency_id, code: row.agencyCode, name: row.agencyName },
        department: row.department_id ? { id: row.department_id, name: row.department ?? '' } : null,
        visibility: row.visibility,
        programme: row.programme_id ? { id: row.programme_id, title: row.programme ?? '' } : null,
        addedBy: row.addedBy,
        changedAt: row.changed_at,
        closedAt: row.closed_at,
        version: row.version,
        requests: requests.get(row.id) ?? [],
        partners: (partners.get(row.agency_id) ?? []).map((id) => ({ id, code: codes.get(id) ?? '' })),
      },
    ]),
  );
  return new Map(
    ids.flatMap((id): [number, ItemView][] => {
      const view = views.get(id);
      return view ? [[id, view]] : [];
    }),
  );
}

/** The one item; null when there is none of that id. */
export async function loadItem(db: Kysely<Database>, id: number): Promise<ItemView | null> {
  return (await loadItems(db, [id])).get(id) ?? null;
}

async function loadRequests(
  db: Kysely<Database>,
  itemIds: readonly number[],
): Promise<(RequestView & { itemId: number })[]> {
  const rows = await db
    .selectFrom('register_request as r')
    .innerJoin('register_item as i', 'i.id', 'r.item_id')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .innerJoin('person as p', 'p.id', 'r.asked_by')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .leftJoin('person as b', 'b.id', 'r.decided_by')
    .leftJoin('programme_content as c', (join) =>
      join.onRef('c.id', '=', 'r.content_id').on('c.dropped_at', 'is', null),
    )
    .selectAll('r')
    .select(['i.agency_id as ownerId', 'a.code as agencyCode', 'a.name as agencyName'])
    .select(['p.name as asker', 'd.name as department'])
    .select(['b.name as decider', 'c.title as contentTitle', 'c.programme_id'])
    .where('r.item_id', 'in', [...itemIds])
    .orderBy('r.id')
    .execute();
  const programmes = await sharedProgrammes(db, rows);
  const tasks = Map.groupBy(
    await taskIdsOf(
      db,
      rows.map((row) => row.id),
    ),
    (each) => each.origin_id,
  );
  return rows.map((row) => ({
    itemId: row.item_id,
    id: row.id,
    agency: { id: row.agency_id, code: row.agencyCode, name: row.agencyName },
    department: row.department_id ? { id: row.department_id, name: row.department ?? '' } : null,
    asker: { id: row.asked_by, name: row.asker },
    askedAt: row.asked_at,
    words: row.words,
    status: row.status,
    decided:
      row.decided_at && row.decided_by
        ? {
            at: row.decided_at,
            by: { id: row.decided_by, name: row.decider ?? '' },
            note: row.decision_note,
          }
        : null,
    programmes: programmes.filter((each) => each.agencyId === row.ownerId && each.otherId === row.agency_id),
    taskIds: (tasks.get(row.id) ?? []).map((each) => each.id),
    content:
      row.content_id && row.programme_id
        ? { id: row.content_id, title: row.contentTitle ?? '', programmeId: row.programme_id }
        : null,
  }));
}

/** Those that are not concluded, for each pair of agencies that the requests bring together. */
async function sharedProgrammes(
  db: Kysely<Database>,
  requests: readonly { ownerId: number; agency_id: number }[],
): Promise<{ id: number; title: string; agencyId: number; otherId: number }[]> {
  if (requests.length === 0) return [];
  return db
    .selectFrom('programme as p')
    .innerJoin('programme_agency as one', 'one.programme_id', 'p.id')
    .innerJoin('programme_agency as other', 'other.programme_id', 'p.id')
    .select(['p.id', 'p.title', 'one.agency_id as agencyId', 'other.agency_id as otherId'])
    .where(
      'one.agency_id',
      'in',
      requests.map((each) => each.ownerId),
    )
    .where(
      'other.agency_id',
      'in',
      requests.map((each) => each.agency_id),
    )
    .where('one.status', '=', 'agreed')
    .where('other.status', '=', 'agreed')
    .where('p.status', '<>', 'concluded')
    .orderBy('p.id', 'desc')
    .execute();
}

/** Index: task_origin_idx. */
async function taskIdsOf(db: Kysely<Database>, requestIds: readonly number[]) {
  if (requestIds.length === 0) return [];
  return db
    .selectFrom('task')
    .select(['id', 'origin_id'])
    .where('origin_kind', '=', 'matter')
    .where('origin_id', 'in', [...requestIds])
    .where('status', '<>', 'cancelled')
    .orderBy('id')
    .execute();
}

async function codesOf(db: Kysely<Database>, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('agency')
    .select(['id', 'code'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.code]));
}
