/** The reminder policy of each agency: its own, or the default. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import { defaultPolicy, type ReminderPolicy } from './policy.ts';

export type StoredPolicy = {
  policy: ReminderPolicy;
  /** Null: the default, never changed. */
  changed: { at: Temporal.Instant; by: string | null } | null;
};

export async function policyOf(db: Kysely<Database>, agencyId: number): Promise<StoredPolicy> {
  return (await policiesOf(db, [agencyId])).get(agencyId) ?? { policy: defaultPolicy, changed: null };
}

/** Of these agencies, by id; each one asked for has an entry. */
export async function policiesOf(
  db: Kysely<Database>,
  agencyIds: readonly number[],
): Promise<Map<number, StoredPolicy>> {
  const ids = [...new Set(agencyIds)];
  const policies = new Map<number, StoredPolicy>(
    ids.map((id) => [id, { policy: defaultPolicy, changed: null }]),
  );
  if (ids.length === 0) return policies;
  const rows = await db
    .selectFrom('reminder_policy as r')
    .leftJoin('person as p', 'p.id', 'r.changed_by')
    .selectAll('r')
    .select('p.name as changedBy')
    .where('r.agency_id', 'in', ids)
    .execute();
  for (const row of rows) {
    policies.set(row.agency_id, {
      policy: {
        beforeDays: row.before_days,
        onTheDay: row.on_the_day,
        afterFirstDays: row.after_first_days,
        afterEveryDays: row.after_every_days,
        afterMaxCount: row.after_max_count,
        atTime: row.at_time,
        hours: { start: row.hours_start, end: row.hours_end },
        notAcceptedDays: row.not_accepted_days,
        noProgressDays: row.no_progress_days,
        escalateHeadDays: row.escalate_head_days,
        escalateLeaderDays: row.escalate_leader_days,
      },
      changed: { at: row.changed_at, by: row.changedBy },
    });
  }
  return policies;
}
