/** What a task's card says of the rounds of opinions on it. Reads only. */
import type { Kysely } from 'kysely';
import type { Block, Button } from '../chat/card.ts';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';

export type TaskRound = {
  id: number;
  open: boolean;
  answered: number;
  asked: number;
  dueOn: Temporal.PlainDate;
  dueTime: Temporal.PlainTime | null;
};

/** As many as a card shows. */
const roundsShown = 2;

/** By task: the last few rounds that were not called off, oldest first. Index: opinion_round_task_idx. */
export async function roundsOfTasks(
  db: Kysely<Database>,
  taskIds: readonly number[],
): Promise<Map<number, TaskRound[]>> {
  if (taskIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('task as t')
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('opinion_round')
          .select('id')
          .whereRef('task_id', '=', 't.id')
          .where('status', '!=', 'cancelled')
          .orderBy('id', 'desc')
          .limit(roundsShown)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .innerJoin('opinion_round as r', 'r.id', 'latest.id')
    .innerJoin('opinion_seat as s', 's.round_id', 'r.id')
    .select(['t.id as taskId', 'r.id', 'r.status', 'r.due_on', 'r.due_time'])
    .select(({ fn, exists, selectFrom, and, eb }) => [
      fn.count<string>('s.id').as('asked'),
      fn
        .count<string>('s.id')
        .filterWhere(
          and([
            eb('s.confirm_version_id', 'is', null),
            exists(selectFrom('opinion as o').select('o.id').whereRef('o.seat_id', '=', 's.id')),
          ]),
        )
        .as('answered'),
    ])
    .where('t.id', 'in', [...taskIds])
    .groupBy(['t.id', 'r.id', 'r.status', 'r.due_on', 'r.due_time'])
    .orderBy('r.id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.taskId)].map(([taskId, own]) => [
      taskId,
      own.map((row) => ({
        id: row.id,
        open: row.status === 'open',
        answered: Number(row.answered),
        asked: Number(row.asked),
        dueOn: row.due_on,
        dueTime: row.due_time,
      })),
    ]),
  );
}

/** A line for each. */
export function taskRoundBlocks(rounds: readonly TaskRound[], t: Locale): Block[] {
  const words = t.opinions.onTask;
  return rounds.map(({ id, open, answered, asked, dueOn, dueTime }): Block => {
    const code = t.opinions.code(id);
    const text = open
      ? words.open(code, answered, asked, t.dates.shortDue(dueOn, dueTime))
      : words.closed(code, answered, asked);
    return { kind: 'text', text };
  });
}

export function taskRoundButtons(rounds: readonly TaskRound[], t: Locale): Button[] {
  return rounds.map(({ id }) => ({
    label: t.opinions.buttons.open(t.opinions.code(id)),
    action: 'opinion.open',
    id: `${id}`,
  }));
}
