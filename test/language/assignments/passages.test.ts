/** Passages in the manner of official documents and of the press, labelled by hand from the conventions (`passages.jsonl`). */
import { expect, it } from 'vitest';
import { scoreExtract } from '../../bench/extract.ts';

it('finds the tasks of the labelled passages', () => {
  const score = scoreExtract(new URL('passages.jsonl', import.meta.url));
  const misses = score.misses.join('\n');
  expect(score.leads / score.wanted, misses).toBeGreaterThan(0.95);
  expect(score.coordinating / score.wanted, misses).toBeGreaterThan(0.95);
  expect(score.actionF1 / score.wanted, misses).toBeGreaterThan(0.93);
  expect(score.deadlines / score.wanted, misses).toBeGreaterThan(0.95);
  expect(score.found, misses).toBeLessThanOrEqual(score.wanted);
});
