/** Loads a programme whole, as its card shows it: one query per table. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import { addProgress, type ProgrammeView, type TakingPart } from './programme.ts';
import { progressOf } from './progress.ts';
import { progressReader, treeOf } from './tree.ts';

/** Null: there is no such programme. */
export async function loadProgramme(
  db: Kysely<Database>,
  programmeId: number,
  now: Temporal.Instant,
): Promise<ProgrammeView | null> {
  const row = await db
    .selectFrom('programme as p')
    .innerJoin('person as o', 'o.id', 'p.created_by')
    .selectAll('p')
    .select('o.name as openedBy')
    .where('p.id', '=', programmeId)
    .executeTakeFirst();
  if (!row) return null;
  const progress = await progressOf(db, programmeId, now);
  const read = progressReader(progress);
  return {
    id: row.id,
    title: row.title,
    fromYear: row.from_year,
    toYear: row.to_year,
    status: row.status,
    signingLevel: row.signing_level,
    signed:
      row.signed_on === null ? null : { number: row.signed_number, on: row.signed_on, by: row.signed_by },
    openedBy: { id: row.created_by, name: row.openedBy },
    openedAt: row.created_at,
    agencies: await agenciesOf(db, programmeId, row.agency_id),
    contents: treeOf(await contentRows(db, programmeId), read),
    general: read(null),
    total: [...progress.values()].reduce(addProgress, { parts: 0, completed: 0, overdue: 0 }),
    documents: await documentsOf(db, programmeId),
    version: row.version,
  };
}

/** All contents, dropped ones too, with the agency of whoever added them. Index: programme_content_programme_idx. */
export async function contentRows(db: Kysely<Database>, programmeId: number) {
  const rows = await db
    .selectFrom('programme_content as c')
    .innerJoin('person as p', 'p.id', 'c.added_by')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['c.id', 'c.parent_id', 'c.position', 'c.title', 'c.dropped_at', 'a.code'])
    .where('c.programme_id', '=', programmeId)
    .orderBy('c.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    position: row.position,
    title: row.title,
    dropped: row.dropped_at !== null,
    agencyCode: row.code ?? '',
  }));
}

async function agenciesOf(
  db: Kysely<Database>,
  programmeId: number,
  openingAgencyId: number,
): Promise<TakingPart[]> {
  const agencies = await db
    .selectFrom('programme_agency as t')
    .innerJoin('agency as a', 'a.id', 't.agency_id')
    .select(['a.id', 'a.code', 'a.name', 't.status', 't.note'])
    .where('t.programme_id', '=', programmeId)
    .orderBy('a.id')
    .execute();
  const departments = await db
    .selectFrom('programme_department as t')
    .innerJoin('department as d', 'd.id', 't.department_id')
    .select(['d.id', 'd.name', 'd.closed_at', 't.agency_id'])
    .where('t.programme_id', '=', programmeId)
    .orderBy('d.id')
    .execute();
  return agencies
    .toSorted((a, b) => Number(b.id === openingAgencyId) - Number(a.id === openingAgencyId))
    .map((agency) => ({
      ...agency,
      departments: departments
        .filter((each) => each.agency_id === agency.id)
        .map(({ id, name, closed_at }) => ({ id, name, closed: closed_at !== null })),
    }));
}

/** The latest last. */
async function documentsOf(db: Kysely<Database>, programmeId: number) {
  return db
    .selectFrom('programme_document as d')
    .innerJoin('file as f', 'f.id', 'd.file_id')
    .leftJoin('person as p', 'p.id', 'd.added_by')
    .select(['d.id', 'd.file_id as fileId', 'f.name', 'f.size_bytes as sizeBytes', 'p.name as by'])
    .select('d.added_at as at')
    .where('d.programme_id', '=', programmeId)
    .orderBy('d.id')
    .execute();
}
