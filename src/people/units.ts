/** The organisation as the reader of language needs it. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { KnownUnit } from '../language/matching/unit.ts';

/** All departments and agencies, in the order in which they were made; closed departments too, marked. The same array until
 *  something about them changes, so that whatever is built from it can be kept with it. */
export async function loadUnits(db: Kysely<Database>): Promise<readonly KnownUnit[]> {
  const { mark } = await db.selectFrom('organisation_version').select('mark').executeTakeFirstOrThrow();
  const known = unitsByMark.get(mark);
  if (known) return known;
  const units = await readUnits(db);
  // Read after the mark: should they be newer than it, the mark is gone for whoever comes next.
  if (unitsByMark.size >= marksMax) unitsByMark.clear();
  unitsByMark.set(mark, units);
  return units;
}

/** A mark is a random UUID, so one process may serve several databases. */
const unitsByMark = new Map<string, readonly KnownUnit[]>();
const marksMax = 8;

async function readUnits(db: Kysely<Database>): Promise<KnownUnit[]> {
  const agencies = await db.selectFrom('agency').select(['id', 'code', 'name']).orderBy('id').execute();
  const departments = await db
    .selectFrom('department')
    .select(['id', 'agency_id', 'code', 'name', 'closed_at'])
    .orderBy('id')
    .execute();
  const aliases = await db
    .selectFrom('unit_alias')
    .select(['agency_id', 'department_id', 'alias'])
    .orderBy('id')
    .execute();
  const aliasesOf = Map.groupBy(aliases, (row) => unitKey(row.agency_id, row.department_id));
  const namesOf = (agencyId: number, departmentId: number | null) =>
    (aliasesOf.get(unitKey(agencyId, departmentId)) ?? []).map((row) => row.alias);
  const codes = new Map(agencies.map((agency) => [agency.id, agency.code]));
  return [
    ...agencies.map(
      ({ id, code, name }): KnownUnit => ({
        id,
        kind: 'agency',
        agencyId: id,
        code,
        name,
        aliases: namesOf(id, null),
        agencyCode: code,
      }),
    ),
    ...departments.map(
      ({ id, agency_id: agencyId, code, name, closed_at: closedAt }): KnownUnit => ({
        id,
        kind: 'department',
        agencyId,
        code,
        name,
        aliases: namesOf(agencyId, id),
        agencyCode: codes.get(agencyId) ?? '',
        ...(closedAt === null ? {} : { closed: true }),
      }),
    ),
  ];
}

function unitKey(agencyId: number, departmentId: number | null): string {
  return `${agencyId} ${departmentId ?? ''}`;
}
