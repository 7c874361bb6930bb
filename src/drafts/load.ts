/** Loads versions of drafts: a query a table, whatever their number. Reads only. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import { fileRefs } from '../files/readFile.ts';
import { changesShape } from './changes.ts';
import type { DraftAgreement, DraftVersion } from './draft.ts';

/** By id, those taken back among them; ids that do not exist have no entry. */
export async function loadVersions(
  db: Kysely<Database>,
  ids: readonly number[],
): Promise<Map<number, DraftVersion>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('draft_version as v')
    .innerJoin('person as p', 'p.id', 'v.person_id')
    .innerJoin('agency as a', 'a.id', 'v.agency_id')
    .leftJoin('department as d', 'd.id', 'v.department_id')
    .selectAll('v')
    .select(['p.name as personName', 'a.code as agencyCode', 'a.name as agencyName'])
    .select(['d.code as departmentCode', 'd.name as departmentName'])
    .where('v.id', 'in', [...ids])
    .orderBy('v.id')
    .execute();
  const files = await fileRefs(
    db,
    rows.flatMap((row) => row.file_id ?? []),
  );
  const agreements = await agreementsOf(
    db,
    rows.map((row) => row.id),
  );
  return new Map(
    rows.map((row): [number, DraftVersion] => {
      const kept = row.file_id === null ? undefined : files.get(row.file_id);
      const { fileId, name, sizeBytes } = kept ?? {};
      return [
        row.id,
        {
          id: row.id,
          taskId: row.task_id,
          number: row.number,
          file:
            fileId === undefined || name === undefined || sizeBytes === undefined
              ? null
              : { fileId, name, sizeBytes },
          text: row.text,
          sha256: row.sha256,
          sizeBytes: sizeBytes ?? Buffer.byteLength(row.text ?? ''),
          note: row.note,
          by: { id: row.person_id, name: row.personName },
          department:
            row.department_id === null
              ? null
              : { id: row.department_id, code: row.departmentCode ?? '', name: row.departmentName ?? '' },
          agency: { id: row.agency_id, code: row.agencyCode, name: row.agencyName },
          handedInAt: row.handed_in_at,
          withdrawnAt: row.withdrawn_at,
          changes: row.changes === null ? null : changesShape.parse(row.changes),
          agreements: agreements.get(row.id) ?? [],
        },
      ];
    }),
  );
}

/** Of one task, oldest first, those taken back among them. */
export async function versionsOfTask(db: Kysely<Database>, taskId: number): Promise<DraftVersion[]> {
  const rows = await db
    .selectFrom('draft_version')
    .select('id')
    .where('task_id', '=', taskId)
    .orderBy('number')
    .execute();
  const versions = await loadVersions(
    db,
    rows.map((row) => row.id),
  );
  return [...versions.values()].sort((one, other) => one.number - other.number);
}

/** The version that counts: the latest that was not taken back. Null: there is none. */
export async function latestVersion(db: Kysely<Database>, taskId: number): Promise<DraftVersion | null> {
  return (await latestVersions(db, [taskId])).get(taskId) ?? null;
}

/** The same for many, by task; tasks without a draft have no entry. */
export async function latestVersions(
  db: Kysely<Database>,
  taskIds: readonly number[],
): Promise<Map<number, DraftVersion>> {
  if (taskIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('draft_version')
    .distinctOn('task_id')
    .select('id')
    .where('task_id', 'in', [...taskIds])
    .where('withdrawn_at', 'is', null)
    .orderBy('task_id')
    .orderBy('number', 'desc')
    .execute();
  const versions = await loadVersions(
    db,
    rows.map((row) => row.id),
  );
  return new Map([...versions.values()].map((version) => [version.taskId, version]));
}

async function agreementsOf(
  db: Kysely<Database>,
  versionIds: readonly number[],
): Promise<Map<number, DraftAgreement[]>> {
  if (versionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('draft_agreement as g')
    .innerJoin('department as d', 'd.id', 'g.department_id')
    .innerJoin('agency as a', 'a.id', 'g.agency_id')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select(['g.version_id', 'g.agreed_at as at', 'p.name as by'])
    .select(['d.id as departmentId', 'd.code as departmentCode', 'd.name as departmentName'])
    .select(['a.id as agencyId', 'a.code as agencyCode', 'a.name as agencyName'])
    .where('g.version_id', 'in', [...versionIds])
    .orderBy('g.agreed_at')
    .orderBy('d.id')
    .execute();
  const byVersion = Map.groupBy(rows, (row) => row.version_id);
  return new Map(
    [...byVersion].map(([versionId, given]) => [
      versionId,
      given.map((row) => ({
        department: { id: row.departmentId, code: row.departmentCode, name: row.departmentName },
        agency: { id: row.agencyId, code: row.agencyCode, name: row.agencyName },
        by: row.by,
        at: row.at,
      })),
    ]),
  );
}
