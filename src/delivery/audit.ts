/** The auditor: every planned message is delivered or visibly failed within five minutes of its time, or somebody hears of it. */
import { type Kysely, sql } from 'kysely';
import type { Tick } from '../chat/feature.ts';
import type { Database } from '../database/tables.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Log } from '../log.ts';
import { tellUnsettled, unsettledKind } from './tellTrouble.ts';

export const promiseMinutes = 5;

export type AuditDeps = {
  log: Log;
  metrics: Metrics;
  /** Beats only while nothing is amiss; null: nobody listens. */
  heartbeat: (() => Promise<void>) | null;
};

/** What was due five minutes ago and is not settled is counted, sent again, and told of, each message once. */
export function auditTick({ log, metrics, heartbeat }: AuditDeps): Tick {
  return {
    name: 'delivery.audit',
    nextAt: async (db) => {
      const row = await db
        .selectFrom('notification')
        .select(({ fn }) => fn.min('send_at').as('at'))
        .where('status', '=', 'pending')
        .where('audited_at', 'is', null)
        .executeTakeFirst();
      return row?.at?.add({ minutes: promiseMinutes }) ?? null;
    },
    run: async (db, now) => {
      const late = await sendLateAgain(db, now);
      if (late.length > 0) {
        metrics.unsettled.inc(late.length);
        log.error(
          { notifications: late.slice(0, 20), count: late.length },
          'Messages are more than five minutes late',
        );
      }
      const waiting = await countLate(db, now);
      metrics.pending.set(waiting);
      if (waiting === 0) await heartbeat?.();
    },
  };
}

/** Index: notification_unsettled_idx. Messages that tell of trouble are not themselves told of. */
async function sendLateAgain(db: Kysely<Database>, now: Temporal.Instant): Promise<number[]> {
  return await inTransaction(db, async (trx) => {
    const rows = await trx
      .selectFrom('notification')
      .select(['id', 'kind'])
      .where('status', '=', 'pending')
      .where('send_at', '<=', now.subtract({ minutes: promiseMinutes }))
      .where('audited_at', 'is', null)
      .orderBy('send_at')
      .limit(auditedAtOnceMax)
      .forUpdate()
      // What a worker holds at this moment is being sent.
      .skipLocked()
      .execute();
    const ids = rows.map((row) => row.id);
    if (ids.length === 0) return [];
    await trx
      .updateTable('notification')
      .set({ audited_at: now, next_try_at: sql`least(next_try_at, ${now}::timestamptz)` })
      .where('id', 'in', ids)
      .execute();
    const told = rows.filter((row) => row.kind !== unsettledKind).map((row) => row.id);
    if (told.length > 0) await tellUnsettled(trx, now, told);
    return ids;
  });
}

async function countLate(db: Kysely<Database>, now: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', '=', 'pending')
    .where('send_at', '<=', now.subtract({ minutes: promiseMinutes }))
    .executeTakeFirstOrThrow();
  return count;
}

const auditedAtOnceMax = 1_000;
