import { expect, test } from 'vitest';
import type { Tick } from '../src/chat/feature.ts';
import { createMetrics } from '../src/http/metrics.ts';
import { createLog } from '../src/log.ts';
import { createTickRunner } from '../src/ticks.ts';
import { testDatabase } from './support/database.ts';

const database = testDatabase();
const now = Temporal.Instant.from('2016-04-05T09:41:00Z');

function runner(...works: { name: string; run: Tick['run'] }[]) {
  const metrics = createMetrics({ process: false });
  const problems: string[] = [];
  const log = createLog({
    level: 'error',
    readable: true,
    secrets: [],
    write: (line) => problems.push(line),
  });
  const ticks = works.map((work) => ({ ...work, nextAt: async () => null }));
  let woken = 0;
  const afterRun = () => {
    woken += 1;
  };
  const made = createTickRunner({ db: database.db, ticks, afterRun, log, metrics });
  const counts = async () =>
    (await metrics.ticks.get()).values.map(
      ({ labels, value }) => `${labels.tick} ${labels.outcome} ${value}`,
    );
  return { ...made, counts, problems, woken: () => woken };
}

test('a tick that fails is logged and counted, and the others run', async () => {
  const done: string[] = [];
  const ticks = runner(
    {
      name: 'broken',
      run: async () => {
        throw new Error('the well is dry');
      },
    },
    {
      name: 'sound',
      run: async (_, at) => {
        done.push(at.toString());
      },
    },
  );
  await ticks.runAll(now);
  expect(done).toEqual([now.toString()]);
  expect(await ticks.counts()).toEqual(['broken failed 1', 'sound done 1']);
  expect(ticks.problems.join('')).toContain('the well is dry');
  expect(ticks.woken()).toBe(2);
});

test('a run is skipped while the one before is not done, and stopping waits for it', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let runs = 0;
  const ticks = runner({
    name: 'slow',
    run: async () => {
      runs += 1;
      await promise;
    },
  });
  const first = ticks.runAll(now);
  await ticks.runAll(now.add({ minutes: 1 }));
  expect(runs).toBe(1);
  let stopped = false;
  const stopping = ticks.stop().then(() => {
    stopped = true;
  });
  await Promise.resolve();
  expect(stopped).toBe(false);
  resolve();
  await Promise.all([first, stopping]);
  expect(await ticks.counts()).toEqual(['slow skipped 1', 'slow done 1']);
});
