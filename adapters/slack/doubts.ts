/** What was handed to Slack under a key: noted before, so that whoever sends under that key again, after a lost answer or a
 *  restart, first looks whether it arrived. */
import type { Kysely } from 'kysely';
import type { AdapterLog } from './slackLog.ts';
import type { SlackTables } from './tables.ts';

export type Doubts = {
  /** Notes it, unless this key was noted before: then gives that note, and it stays. */
  note(key: string, note: string): Promise<string | null>;
  /** The note of this key. */
  about(key: string): Promise<string | null>;
  /** Slack has not taken it. What was taken keeps its note: the process may die before the core has written that down. */
  settle(key: string): Promise<void>;
};

/** Never rejects: a database that is away must not keep an answer from being sent. */
export function createDoubts(
  db: Kysely<SlackTables>,
  machineNow: () => Temporal.Instant,
  log: AdapterLog,
): Doubts {
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await work();
    } catch (err) {
      log.error({ err }, 'What is sent to Slack could not be noted');
      return null;
    }
  };
  const about = async (key: string) => {
    const row = await db.selectFrom('slack_doubt').select('note').where('key', '=', key).executeTakeFirst();
    return row?.note ?? null;
  };
  return {
    note: (key, note) =>
      guarded(async () => {
        const added = await db
          .insertInto('slack_doubt')
          .values({ key, note, noted_at: machineNow() })
          .onConflict((conflict) => conflict.doNothing())
          .returning('key')
          .executeTakeFirst();
        return added ? null : await about(key);
      }),
    about: (key) => guarded(() => about(key)),
    settle: async (key) => {
      await guarded(() => db.deleteFrom('slack_doubt').where('key', '=', key).execute());
    },
  };
}

/** Delivery tries for a day. */
const keptHours = 25;

export async function forgetOldDoubts(db: Kysely<SlackTables>, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('slack_doubt')
    .where('noted_at', '<', now.subtract({ hours: keptHours }))
    .execute();
}
