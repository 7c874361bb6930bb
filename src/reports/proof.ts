/** The proof of delivery: what was sent about a task, to whom, when, and who has pressed or answered. Reads only. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';

/** A message about a task. Exactly one of `room` and `person` is set. */
export type SentRow = {
  room: string | null;
  person: string | null;
  status: 'pending' | 'sent' | 'failed' | 'dropped';
  sendAt: Temporal.Instant;
  sentAt: Temporal.Instant | null;
  failureCode: string | null;
  answeredAt: Temporal.Instant | null;
  answeredBy: string | null;
};

/** The latest first. Index: notification_task_task_idx. */
export async function sentAbout(db: Kysely<Database>, taskId: number, limit: number): Promise<SentRow[]> {
  return await db
    .selectFrom('notification_task as nt')
    .innerJoin('notification as n', 'n.id', 'nt.notification_id')
    .leftJoin('room as r', 'r.id', 'n.room_id')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .leftJoin('person as p', 'p.id', 'n.person_id')
    .leftJoin('person as by', 'by.id', 'n.answered_by')
    .select((select) => [
      'n.id',
      select.fn.coalesce('d.name', 'r.title').as('room'),
      'p.name as person',
      'n.status',
      'n.send_at as sendAt',
      'n.sent_at as sentAt',
      'n.failure_code as failureCode',
      'n.answered_at as answeredAt',
      'by.name as answeredBy',
    ])
    .where('nt.task_id', '=', taskId)
    .distinctOn('n.id')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute();
}

/** One line of the proof. */
export function sentLine(row: SentRow, t: Locale): string {
  const words = t.reports.show;
  const to = row.room ?? row.person ?? '';
  const answered =
    row.answeredAt && row.answeredBy
      ? words.answered(row.answeredBy, t.dates.shortMoment(row.answeredAt))
      : '';
  switch (row.status) {
    case 'sent':
      return words.delivered(to, row.sentAt ? t.dates.shortMoment(row.sentAt) : '') + answered;
    case 'pending':
      return words.waiting(to, t.dates.shortMoment(row.sendAt));
    case 'failed':
      return words.failed(to, row.failureCode ?? '');
    case 'dropped':
      return words.dropped(to);
  }
}
