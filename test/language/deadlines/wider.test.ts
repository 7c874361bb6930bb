/** Forms × days of writing × spellings: every one is read to the day that arithmetic gives. */
import { expect, test } from 'vitest';
import { deadlineAt } from './reading.ts';
import { wider } from './wider.ts';

test('the wider set has at least 600 expressions', () => {
  expect(new Set(wider().map(({ text, ref }) => `${text} ${ref}`)).size).toBeGreaterThanOrEqual(600);
});

test('the wider set is read exactly', () => {
  const missed = wider()
    .map((row) => ({ ...row, got: deadlineAt(row.text, row.ref) }))
    .filter((row) => row.got !== row.expect)
    .map((row) => `${row.text} (${row.ref.slice(0, 10)}): ${row.got}, not ${row.expect}`);
  expect(missed).toEqual([]);
});
