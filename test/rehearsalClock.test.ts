import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRehearsalClock } from '../src/rehearsalClock.ts';

const start = Temporal.Instant.from('2016-04-05T09:41:00Z');
const minutes = (count: number) => start.add({ minutes: count });

/** Things planned for moments after the start; a tick does what is due, as features do. `failing`: it never gets done. */
function rehearse(planned: readonly Temporal.Instant[], failing = false) {
  const open = new Set(planned);
  const done: { at: string; planned: string }[] = [];
  const kept: string[] = [];
  let ticks = 0;
  const clock = createRehearsalClock({
    start,
    timeZone: 'Asia/Ho_Chi_Minh',
    nextDue: async () => [...open].sort(Temporal.Instant.compare)[0] ?? null,
    runTicks: async (now) => {
      ticks += 1;
      for (const moment of failing ? [] : [...open]) {
        if (Temporal.Instant.compare(moment, now) > 0) continue;
        open.delete(moment);
        done.push({ at: now.toString(), planned: moment.toString() });
      }
    },
    drain: async () => 0,
    keep: async (now) => {
      kept.push(now.toString());
    },
  });
  return { clock, done, kept, ticks: () => ticks };
}

test('what was planned happens at its minute, not at the end of the move', async () => {
  const { clock, done } = rehearse([minutes(5), minutes(5).add({ seconds: 1 }), minutes(30)]);
  await clock.moveTo(minutes(60));
  expect(done.map((each) => each.at)).toEqual([minutes(5), minutes(6), minutes(30)].map(String));
  expect(clock.now()).toEqual(minutes(60));
});

test('a jump is like every single minute', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 7_200 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 120 }),
      async (seconds, length) => {
        const planned = seconds.map((count) => start.add({ seconds: count }));
        const jumped = rehearse(planned);
        await jumped.clock.moveTo(minutes(length));
        const walked = rehearse(planned);
        for (let minute = 0; minute <= length; minute += 1) await walked.clock.moveTo(minutes(minute));
        const byPlan = (all: typeof jumped.done) => all.map((each) => `${each.planned} ${each.at}`).sort();
        expect(byPlan(jumped.done)).toEqual(byPlan(walked.done));
      },
    ),
    { numRuns: 60 },
  );
});

test('a span with nothing planned is passed at once', async () => {
  const { clock, ticks } = rehearse([]);
  await clock.moveBy(Temporal.Duration.from('P5Y'));
  expect(ticks()).toBe(1);
});

test('what never gets done costs a look a minute and does not stop the clock', async () => {
  const { clock, ticks } = rehearse([minutes(1)], true);
  await clock.moveTo(minutes(10));
  expect(clock.now()).toEqual(minutes(10));
  expect(ticks()).toBe(10);
});

test('moves asked for at the same time follow each other', async () => {
  const { clock, kept } = rehearse([]);
  const hour = Temporal.Duration.from('PT1H');
  await Promise.all([clock.moveBy(hour), clock.moveBy(hour), clock.moveBy(hour)]);
  expect(kept).toEqual([minutes(60), minutes(120), minutes(180)].map(String));
});

test('a refused move leaves the clock where it stands, and the next one works', async () => {
  const { clock } = rehearse([]);
  await expect(clock.moveTo(minutes(-1))).rejects.toMatchObject({ reason: 'backward' });
  await expect(clock.moveTo(start.add({ hours: 6 * 366 * 24 }))).rejects.toMatchObject({ reason: 'tooFar' });
  expect(clock.now()).toEqual(start);
  await clock.moveBy(Temporal.Duration.from('P1D'));
  expect(clock.now()).toEqual(minutes(24 * 60));
});

test('what is still on its way is handed over before the clock leaves its place', async () => {
  const drainedAt: string[] = [];
  const clock = createRehearsalClock({
    start,
    timeZone: 'Asia/Ho_Chi_Minh',
    nextDue: async () => null,
    runTicks: async () => {},
    drain: async () => {
      drainedAt.push(clock.now().toString());
      return 0;
    },
    keep: async () => {},
  });
  await clock.moveTo(minutes(60));
  expect(drainedAt).toEqual([start, minutes(60)].map(String));
});
