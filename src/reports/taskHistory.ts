/** The history of a task in words. Reads only. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';

export type HistoryRow = {
  at: Temporal.Instant;
  kind: string;
  person: string | null;
  department: string | null;
};

/** The latest `limit` lines, the oldest of them first. Index: event_task_idx. */
export async function historyOf(db: Kysely<Database>, taskId: number, limit: number): Promise<HistoryRow[]> {
  const rows = await db
    .selectFrom('event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('assignment as a', 'a.id', 'e.assignment_id')
    .leftJoin('department as d', 'd.id', 'a.department_id')
    .select(['e.at', 'e.kind', 'p.name as person', 'd.name as department'])
    .where('e.task_id', '=', taskId)
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse();
}

export function historyLine(row: HistoryRow, t: Locale): string {
  const words: Readonly<Record<string, string>> = t.reports.events;
  const what = words[row.kind] ?? row.kind;
  return t.reports.show.historyLine(
    t.dates.shortMoment(row.at),
    row.person ?? t.reports.show.bot,
    row.department ? `${what} (${row.department})` : what,
  );
}
