/** pg-boss carries "there is something for this recipient now" to the workers of all instances. It only carries: what is due
 *  and what became of it stands in our own rows (pg-boss picks by the database's clock, and ours may stand). A job that gets
 *  lost costs nothing but the time until the next look.
 *
 *  One queue a platform with workers of its own: a platform that hangs holds up nobody else. Policy `short`: at most one
 *  job waits for a recipient, while another may still be running, left behind by a process that died. */
import { type Job, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { PlatformName } from '../chat/place.ts';
import type { Log } from '../log.ts';
import type { DueWork, Work } from './due.ts';
import { recipientKey } from './recipient.ts';

export type Queue = {
  /** Work that waits already is not put in twice. */
  put(due: readonly DueWork[]): Promise<void>;
  /** Takes no more work, and waits for what is being done. */
  stop(): Promise<void>;
};

export type QueueOptions = {
  url: string;
  lanes: readonly PlatformName[];
  handle: (work: Work) => Promise<void>;
  log: Log;
};

export async function startQueue({ url, lanes, handle, log }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'daumoi queue',
    max: connectionsMax,
    schedule: false,
  });
  boss.on('error', (err) => log.error({ err }, 'The queue has a problem'));
  await boss.start();
  const workers = new Map<PlatformName, string[]>();
  for (const lane of lanes) {
    await boss.createQueue(queueName(lane), queueSettings);
    const ids = await Promise.all(Array.from({ length: workersPerLane }, () => work(lane)));
    workers.set(lane, ids);
  }

  async function work(lane: PlatformName): Promise<string> {
    let own = '';
    const handleJobs = async (jobs: Job<unknown>[]) => {
      for (const job of jobs) await handle(workOf.parse(job.data));
      // Where there was one job there may be more: fetch again at once, and rest only after finding none.
      boss.notifyWorker(own);
    };
    own = await boss.work<unknown>(queueName(lane), { pollingIntervalSeconds }, handleJobs);
    return own;
  }

  return {
    put: async (due) => {
      for (const [lane, all] of Map.groupBy(due, (each) => each.lane)) {
        const jobs = all.map(({ work }) => ({ data: work, singletonKey: workKey(work) }));
        await boss.insert(queueName(lane), jobs);
        // Polling is for the other instances; whoever pressed a button here need not wait for it.
        for (const id of workers.get(lane) ?? []) boss.notifyWorker(id);
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: stopWithinMs }),
  };
}

/** Names the work; the same for the same. */
export function workKey(work: Work): string {
  return 'cardId' in work ? `card:${work.cardId}` : recipientKey(work.recipient);
}

/** Each sending worker holds a connection of the bot's pool and for a moment wants another (pacing). */
const workersPerLane = 3;
const connectionsMax = 4;
const pollingIntervalSeconds = 2;
const stopWithinMs = 30_000;

/** Not retried here, kept for a day at most: our rows say what is to be done. */
const queueSettings = {
  policy: 'short',
  retryLimit: 0,
  expireInSeconds: 300,
  retentionSeconds: 3_600,
  deleteAfterSeconds: 600,
};

const workOf = z.union([
  z.strictObject({ cardId: z.int() }),
  z.strictObject({ recipient: z.strictObject({ roomId: z.int() }) }),
  z.strictObject({ recipient: z.strictObject({ personId: z.int() }) }),
]);

function queueName(lane: PlatformName): string {
  return `deliver-${lane}`;
}
