/** The assignments an agency had in a span of time, for the simulation of a policy. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import { planColumns, planFacts, planLookups } from './planned.ts';
import type { PastAssignment } from './simulate.ts';

/** A policy is judged by so many at most, the latest. */
export const pastAssignmentsMax = 2000;

/** All that are open now, or ended within the span. Indexes: assignment_agency_open_idx, assignment_agency_closed_idx. */
export async function pastAssignments(
  db: Kysely<Database>,
  agencyId: number,
  from: Temporal.Instant,
): Promise<PastAssignment[]> {
  const of = (ended: boolean) =>
    db
      .selectFrom('assignment as a')
      .innerJoin('department as d', 'd.id', 'a.department_id')
      .select(planColumns)
      .select(planLookups)
      .select(['a.closed_at', 'd.name as department'])
      .where('a.agency_id', '=', agencyId)
      .where(({ eb }) => (ended ? eb('a.closed_at', '>=', from) : eb('a.closed_at', 'is', null)))
      .orderBy('a.id', 'desc')
      .limit(pastAssignmentsMax)
      .execute();
  const rows = [...(await of(false)), ...(await of(true))]
    .sort((a, b) => b.id - a.id)
    .slice(0, pastAssignmentsMax);
  return rows
    .filter((row) => row.status !== 'proposed')
    .map((row) => {
      const { status: _, ...facts } = planFacts(row);
      return {
        id: row.id,
        taskId: row.task_id,
        departmentId: row.department_id,
        department: row.department,
        facts: { ...facts, lifeAt: row.accepted_at ?? row.assigned_at },
        acceptedAt: row.accepted_at,
        endedAt: row.submitted_at ?? row.closed_at,
      };
    });
}
