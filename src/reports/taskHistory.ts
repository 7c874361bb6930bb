/** The history of a task in words. Reads only. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';

export type HistoryRow = {
  at: Temporal.Instant;
  kind: string;
  /** Of an event that took another one back: the kind of that one. */
  undoneKind: string | null;
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
    .leftJoin('event as undone', (join) =>
      join
        .on('e.kind', 'in', ['action.undone', 'assignment.undone'])
        .on(sql<boolean>`undone.id = (e.data ->> 'eventId')::bigint`),
    )
    .select(['e.at', 'e.kind', 'undone.kind as undoneKind', 'p.name as person', 'd.name as department'])
    .where('e.task_id', '=', taskId)
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse();
}

export function historyLine(row: HistoryRow, t: Locale): string {
  const words: Readonly<Record<string, string>> = t.reports.events;
  const undone = row.undoneKind && words[row.undoneKind];
  const plain = words[row.kind] ?? row.kind;
  const what = undone ? t.reports.show.undone(undone) : plain;
  return t.reports.show.historyLine(
    t.dates.shortMoment(row.at),
    row.person ?? t.reports.show.bot,
    row.department ? `${what} (${row.department})` : what,
  );
}
