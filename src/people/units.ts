/** The organisation as the reader of language needs it. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { KnownUnit } from '../language/matching/unit.ts';

/** All departments and agencies, in the order in which they were made; closed departments too, marked. */
export async function loadUnits(db: Kysely<Database>): Promise<KnownUnit[]> {
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
