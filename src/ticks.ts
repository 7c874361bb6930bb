/** Runs the work of the minute: each tick guarded, so that one that fails or takes long does not stop the others. */
import { performance } from 'node:perf_hooks';
import type { Kysely } from 'kysely';
import { schedule } from 'node-cron';
import type { Tick } from './chat/feature.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database/tables.ts';
import type { Metrics } from './http/metrics.ts';
import type { Log } from './log.ts';

export type TickRunner = {
  /** Every tick once, one after another; a tick that is still running from before is skipped. Never rejects. */
  runAll(now: Temporal.Instant): Promise<void>;
  /** From now on every minute, by the clock given. */
  start(clock: Clock): void;
  /** No more runs; waits for those under way. */
  stop(): Promise<void>;
};

export type TickOptions = {
  db: Kysely<Database>;
  ticks: readonly Tick[];
  /** Called after each run: what a tick wrote is to be sent. */
  afterRun: () => void;
  log: Log;
  metrics: Metrics;
};

export function createTickRunner({ db, ticks, afterRun, log, metrics }: TickOptions): TickRunner {
  const running = new Map<string, Promise<void>>();
  let stops: (() => void)[] = [];

  async function run(tick: Tick, now: Temporal.Instant): Promise<void> {
    const { name } = tick;
    if (running.has(name)) {
      metrics.ticks.inc({ tick: name, outcome: 'skipped' });
      log.warn({ tick: name }, 'A tick takes longer than its minute; this run is skipped');
      return;
    }
    const work = guarded(tick, now);
    running.set(name, work);
    await work;
    running.delete(name);
    afterRun();
  }

  async function guarded({ name, run: work }: Tick, now: Temporal.Instant): Promise<void> {
    const startedMs = performance.now();
    try {
      await work(db, now);
      metrics.ticks.inc({ tick: name, outcome: 'done' });
    } catch (err) {
      metrics.ticks.inc({ tick: name, outcome: 'failed' });
      log.error({ err, tick: name, now: now.toString() }, 'A tick failed; it runs again in the next minute');
    }
    metrics.tickSeconds.observe({ tick: name }, (performance.now() - startedMs) / 1_000);
  }

  return {
    runAll: async (now) => {
      for (const tick of ticks) await run(tick, now);
    },
    start: (clock) => {
      const tasks = ticks.map((tick) =>
        schedule('* * * * *', () => run(tick, clock.now()), { name: tick.name, logger: quietly(log) }),
      );
      stops = tasks.map((task) => () => void task.stop());
    },
    stop: async () => {
      for (const stop of stops) stop();
      stops = [];
      await Promise.all(running.values());
    },
  };
}

/** A minute missed because the machine slept is caught up by the next: ticks do what is due, not what the minute says. */
function quietly(log: Log) {
  const say = (message: string | Error) => log.debug({}, String(message));
  return { info: say, warn: say, error: say, debug: say };
}
