/** What a round may be about – a task, a programme – as the rights and the choice of leaders need it. Reads only. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { RoundFacts } from '../people/permissions.ts';

export type AboutFacts = Omit<RoundFacts, 'openedBy' | 'askedIds'>;

/** By task. Agencies have a part from the consent to one of their departments on; leaders of others are not asked. */
export async function aboutTasks(
  db: Kysely<Database>,
  taskIds: readonly number[],
): Promise<Map<number, AboutFacts>> {
  if (taskIds.length === 0) return new Map();
  const ids = [...new Set(taskIds)];
  const tasks = await db
    .selectFrom('task')
    .select(['id', 'agency_id', 'given_by', 'programme_id'])
    .where('id', 'in', ids)
    .execute();
  const parts = await db
    .selectFrom('assignment')
    .select(['task_id', 'agency_id', 'department_id', 'part'])
    .where('task_id', 'in', ids)
    .where('status', 'not in', ['proposed', 'declined', 'cancelled'])
    .orderBy('id')
    .execute();
  const programmes = await aboutProgrammes(
    db,
    tasks.flatMap((task) => task.programme_id ?? []),
  );
  const partsOf = Map.groupBy(parts, (part) => part.task_id);
  return new Map(
    tasks.map((task): [number, AboutFacts] => {
      const own = partsOf.get(task.id) ?? [];
      const programme = programmes.get(task.programme_id ?? 0);
      return [
        task.id,
        {
          owningAgencyId: task.agency_id,
          givenBy: task.given_by,
          askingAgencyIds: [task.agency_id],
          agencyIds: [
            ...new Set([
              task.agency_id,
              ...own.map((part) => part.agency_id),
              ...(programme?.agencyIds ?? []),
            ]),
          ],
          focalDepartmentIds: own.filter((part) => part.part === 'lead').map((part) => part.department_id),
        },
      ];
    }),
  );
}

/** By programme. Its agencies, and their focal departments, are bound from their consent on; each of them may ask. */
export async function aboutProgrammes(
  db: Kysely<Database>,
  programmeIds: readonly number[],
): Promise<Map<number, AboutFacts>> {
  if (programmeIds.length === 0) return new Map();
  const ids = [...new Set(programmeIds)];
  const programmes = await db
    .selectFrom('programme')
    .select(['id', 'agency_id'])
    .where('id', 'in', ids)
    .execute();
  const agencies = await db
    .selectFrom('programme_agency')
    .select(['programme_id', 'agency_id'])
    .where('programme_id', 'in', ids)
    .where('status', '=', 'agreed')
    .orderBy('agency_id')
    .execute();
  const departments = await db
    .selectFrom('programme_department as d')
    .innerJoin('programme_agency as a', (join) =>
      join.onRef('a.programme_id', '=', 'd.programme_id').onRef('a.agency_id', '=', 'd.agency_id'),
    )
    .select(['d.programme_id', 'd.department_id'])
    .where('d.programme_id', 'in', ids)
    .where('a.status', '=', 'agreed')
    .execute();
  const agenciesOf = Map.groupBy(agencies, (row) => row.programme_id);
  const departmentsOf = Map.groupBy(departments, (row) => row.programme_id);
  return new Map(
    programmes.map(({ id, agency_id: owningAgencyId }): [number, AboutFacts] => {
      const agreed = (agenciesOf.get(id) ?? []).map((row) => row.agency_id);
      const agencyIds = [...new Set([owningAgencyId, ...agreed])];
      const focalDepartmentIds = (departmentsOf.get(id) ?? []).map((row) => row.department_id);
      return [
        id,
        { owningAgencyId, givenBy: null, askingAgencyIds: agencyIds, agencyIds, focalDepartmentIds },
      ];
    }),
  );
}
