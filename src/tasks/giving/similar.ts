/** Open tasks of the last 30 days that look like the one about to be given ("đã có NV-9"). */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../database/tables.ts';
import { fold } from '../../language/folding.ts';

export type SimilarTask = {
  id: number;
  title: string;
  due: { dueOn: Temporal.PlainDate; time: Temporal.PlainTime | null } | null;
};

const daysBack = 30;
/** Of each department so many latest tasks are looked at, and of the agency so many with the very title: the cost does not
 *  grow with what else is open. */
const latestPerDepartment = 200;
const sameTitles = 5;
const shown = 3;
/** Share of common syllables from which two titles are taken for one task: one in four may differ. */
const overlapMin = 0.6;
/** Titles of fewer syllables are compared as a whole only: "báo cáo" is no news. */
const syllablesMin = 3;

/** The most similar first, at most three. Indexes: task_same_title_idx, assignment_department_latest_idx. */
export async function similarTasks(
  db: Kysely<Database>,
  now: Temporal.Instant,
  wanted: { agencyId: number; title: string; departmentIds: readonly number[] },
): Promise<SimilarTask[]> {
  const folded = fold(wanted.title);
  if (folded.trim() === '') return [];
  const since = now.subtract({ hours: 24 * daysBack });
  const candidates = [
    ...(await withSameTitle(db, since, wanted.agencyId, folded)),
    ...(await latestOf(db, since, wanted.agencyId, wanted.departmentIds)),
  ];
  const scored = new Map(
    candidates.map((row) => [row.id, { row, overlap: titleOverlap(folded, row.title_folded) }]),
  );
  return [...scored.values()]
    .filter(({ overlap }) => overlap >= overlapMin)
    .sort((a, b) => b.overlap - a.overlap || b.row.id - a.row.id)
    .slice(0, shown)
    .map(({ row }) => ({
      id: row.id,
      title: row.title,
      due: row.due_on === null ? null : { dueOn: row.due_on, time: row.due_time },
    }));
}

/** Common syllables as a share of all (Jaccard), for folded titles: 0 to 1. Equal titles give 1, however short. */
export function titleOverlap(a: string, b: string): number {
  if (a.trim() === b.trim()) return 1;
  const first = syllables(a);
  const second = syllables(b);
  if (first.size < syllablesMin || second.size < syllablesMin) return 0;
  const common = first.intersection(second).size;
  return common / (first.size + second.size - common);
}

function syllables(folded: string): Set<string> {
  return new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? []);
}

const columns = ['t.id', 't.title', 't.title_folded', 't.due_on', 't.due_time'] as const;

function withSameTitle(db: Kysely<Database>, since: Temporal.Instant, agencyId: number, folded: string) {
  return db
    .selectFrom('task as t')
    .select(columns)
    .where('t.agency_id', '=', agencyId)
    .where(sql`md5(t.title_folded)`, '=', sql`md5(${folded})`)
    .where('t.status', '=', 'open')
    .where('t.given_at', '>=', since)
    .orderBy('t.id', 'desc')
    .limit(sameTitles)
    .execute();
}

function latestOf(
  db: Kysely<Database>,
  since: Temporal.Instant,
  agencyId: number,
  departmentIds: readonly number[],
) {
  return db
    .selectFrom('department as d')
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('assignment')
          .select('task_id')
          .whereRef('department_id', '=', 'd.id')
          .where('closed_at', 'is', null)
          .where('assigned_at', '>=', since)
          .orderBy('assigned_at', 'desc')
          .limit(latestPerDepartment)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .innerJoin('task as t', 't.id', 'latest.task_id')
    .select(columns)
    .where(sql<boolean>`d.id = any(${[...departmentIds]})`)
    .where('t.agency_id', '=', agencyId)
    .where('t.status', '=', 'open')
    .where('t.given_at', '>=', since)
    .execute();
}
