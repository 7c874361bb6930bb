import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givesUp, patience, retryDelayMs } from '../../src/delivery/retry.ts';

test.each([
  [1, 2_000],
  [2, 4_000],
  [5, 32_000],
  [8, 256_000],
  [9, 300_000],
  [1_000, 300_000],
])('after failure %i the message waits %i ms', (attempts, ms) => {
  expect(retryDelayMs(attempts, {})).toBe(ms);
});

test('never before the platform allows it, and never for ever', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(7_200_000), (attempts, retryAfterMs) => {
      const delay = retryDelayMs(attempts, { retryAfterMs });
      return delay >= retryAfterMs && delay <= Math.max(300_000, retryAfterMs);
    }),
  );
});

test('a message of yesterday gets its attempts; one that fails for a day is given up', () => {
  const dayMs = 24 * 3_600_000;
  expect(givesUp(1, 3 * dayMs, patience.ofTheDay)).toBe(false);
  expect(givesUp(300, dayMs - 1, patience.ofTheDay)).toBe(false);
  expect(givesUp(300, dayMs, patience.ofTheDay)).toBe(true);
});
