/** Writes `agency_digest`: what comes to an agency by the calendar, and agencies whose assignments wait to be planned anew. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Trx } from '../database/transaction.ts';
import { calendarsOf } from './calendars.ts';
import { policiesOf } from './policies.ts';
import { defaultPolicy } from './policy.ts';
import { weeklyMoment } from './weekly.ts';

export type DigestKind = 'monday' | 'replan';

/** Opens the Monday digest of every agency that gives, owes or follows these tasks and has none yet. */
export async function openDigests(
  trx: Trx,
  now: Temporal.Instant,
  taskIds: readonly number[],
): Promise<void> {
  if (taskIds.length === 0) return;
  const involved = trx
    .selectFrom('assignment')
    .select('agency_id')
    .where('task_id', 'in', [...taskIds])
    .union(
      trx
        .selectFrom('task')
        .select('agency_id')
        .where('id', 'in', [...taskIds]),
    )
    .union(
      trx
        .selectFrom('follower as f')
        .innerJoin('department as d', 'd.id', 'f.department_id')
        .select('d.agency_id')
        .where('f.task_id', 'in', [...taskIds]),
    )
    .union(
      trx
        .selectFrom('follower as f')
        .innerJoin('person as p', 'p.id', 'f.person_id')
        .select(({ ref }) => ref('p.agency_id').$notNull().as('agency_id'))
        .where('p.agency_id', 'is not', null)
        .where('f.task_id', 'in', [...taskIds]),
    );
  const rows = await trx
    .selectFrom(involved.as('i'))
    .leftJoin('agency_digest as d', (join) =>
      join.onRef('d.agency_id', '=', 'i.agency_id').on('d.kind', '=', 'monday'),
    )
    .select('i.agency_id')
    .where('d.agency_id', 'is', null)
    .execute();
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.agency_id);
  const policies = await policiesOf(trx, ids);
  for (const [agencyId, calendar] of await calendarsOf(trx, ids)) {
    const { policy } = policies.get(agencyId) ?? { policy: defaultPolicy };
    await planDigest(trx, agencyId, 'monday', weeklyMoment(policy, calendar, now));
  }
}

/** When the digest comes next; also moves one that is planned. */
export async function planDigest(
  trx: Trx,
  agencyId: number,
  kind: DigestKind,
  nextAt: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('agency_digest')
    .values({ agency_id: agencyId, kind, next_at: nextAt })
    .onConflict((conflict) => conflict.columns(['agency_id', 'kind']).doUpdateSet({ next_at: nextAt }))
    .execute();
}

/** Ends it, unless it was asked for again after `now`. */
export async function closeDigest(
  trx: Trx,
  now: Temporal.Instant,
  agencyId: number,
  kind: DigestKind,
): Promise<void> {
  await trx
    .deleteFrom('agency_digest')
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('next_at', '<=', now)
    .execute();
}

/** Agencies whose digest of this kind is due, the longest due first. */
export async function dueDigests(
  db: Kysely<Database>,
  now: Temporal.Instant,
  kind: DigestKind,
): Promise<number[]> {
  const rows = await db
    .selectFrom('agency_digest')
    .select('agency_id')
    .where('next_at', '<=', now)
    .where('kind', '=', kind)
    .orderBy('next_at')
    .execute();
  return rows.map((row) => row.agency_id);
}

/** Holds one until the transaction ends; false when another instance has it, or has done it. */
export async function takeDigest(
  trx: Trx,
  now: Temporal.Instant,
  agencyId: number,
  kind: DigestKind,
): Promise<boolean> {
  const row = await trx
    .selectFrom('agency_digest')
    .select('agency_id')
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('next_at', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined;
}

/** When the next digest of this kind is due. */
export async function nextDigestAt(db: Kysely<Database>, kind: DigestKind): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('agency_digest')
    .select('next_at')
    .where('kind', '=', kind)
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_at ?? null;
}
