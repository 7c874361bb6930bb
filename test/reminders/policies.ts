/** Any allowed reminder policy, for property tests. */
import fc from 'fast-check';
import type { ReminderPolicy } from '../../src/reminders/policy.ts';

export const timeOf = (minutes: number) => new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);

export const anyPolicy: fc.Arbitrary<ReminderPolicy> = fc
  .record({
    beforeDays: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 7 }),
    onTheDay: fc.boolean(),
    afterFirstDays: fc.integer({ min: 1, max: 30 }),
    afterEveryDays: fc.integer({ min: 1, max: 30 }),
    afterMaxCount: fc.integer({ min: 0, max: 20 }),
    notAcceptedDays: fc.integer({ min: 1, max: 30 }),
    noProgressDays: fc.integer({ min: 1, max: 30 }),
    escalateHeadDays: fc.integer({ min: 1, max: 30 }),
    escalateLeaderDays: fc.integer({ min: 1, max: 30 }),
  })
  .chain((counts) =>
    fc
      .tuple(
        fc.integer({ min: 5 * 60, max: 11 * 60 }),
        fc.integer({ min: 60, max: 600 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([start, length, where]) => ({
        ...counts,
        hours: { start: timeOf(start), end: timeOf(start + length) },
        atTime: timeOf(start + Math.floor(length * where)),
      })),
  );
