/** Events between Slack and the core: stored before Slack is told that they arrived, gone when they are done. Whoever works on
 *  one holds its row by renewing it; when that instance dies, the row runs out and another takes it up. */
import { type Kysely, sql } from 'kysely';
import type { SlackTables } from './tables.ts';

export type Inbox = {
  /** Held by this instance from now on. */
  add(payload: string, now: Temporal.Instant): Promise<number>;
  done(id: number): Promise<void>;
  /** Let go until `at`, and counted as tried once more. */
  putBack(id: number, at: Temporal.Instant): Promise<void>;
  /** These are being worked on here. */
  renew(ids: readonly number[], now: Temporal.Instant): Promise<void>;
  /** What nobody holds any more, oldest first, but for what is being worked on here; now held by this instance. */
  claim(atWork: readonly number[], now: Temporal.Instant): Promise<Left[]>;
  /** What is older than this is of no use to anybody; gives how many there were. */
  dropOlderThan(moment: Temporal.Instant): Promise<number>;
};

type Left = { id: number; payload: string; attempts: number };

/** `holder`: this instance. `leaseMs`: how long after its last sign of life another may take over. */
export function createInbox(db: Kysely<SlackTables>, holder: string, leaseMs: number): Inbox {
  const until = (now: Temporal.Instant) => now.add({ milliseconds: leaseMs });
  return {
    async add(payload, now) {
      const row = await db
        .insertInto('slack_inbox')
        .values({ payload, received_at: now, held_by: holder, held_until: until(now), attempts: 0 })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },

    async done(id) {
      await db.deleteFrom('slack_inbox').where('id', '=', id).execute();
    },

    async putBack(id, at) {
      await db
        .updateTable('slack_inbox')
        // No longer this instance's, lest it be renewed.
        .set({ held_by: '', held_until: at, attempts: sql`attempts + 1` })
        .where('id', '=', id)
        .execute();
    },

    async renew(ids, now) {
      await db
        .updateTable('slack_inbox')
        .set({ held_until: until(now) })
        .where('held_by', '=', holder)
        .where(({ eb }) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
        .execute();
    },

    async claim(atWork, now) {
      const claimed = await db
        .with('free', (cte) =>
          cte
            .selectFrom('slack_inbox')
            .select('id')
            .where('held_until', '<=', now)
            .where(({ eb, not }) => not(eb('id', '=', eb.fn.any(eb.val([...atWork])))))
            .orderBy('id')
            .limit(claimedAtOnce)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable('slack_inbox as i')
        .from('free')
        .set({ held_by: holder, held_until: until(now) })
        .whereRef('i.id', '=', 'free.id')
        .returning(['i.id', 'i.payload', 'i.attempts'])
        .execute();
      return claimed.sort((one, other) => one.id - other.id);
    },

    async dropOlderThan(moment) {
      const { numDeletedRows } = await db
        .deleteFrom('slack_inbox')
        .where('received_at', '<', moment)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

const claimedAtOnce = 20;
