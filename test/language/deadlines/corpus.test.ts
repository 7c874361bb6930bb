/** Expressions of real documents and chat with the labels of the conventions: at least 98 of 100 read exactly. */
import { expect, test } from 'vitest';
import { corpus } from './corpus.ts';
import { deadlineAt } from './reading.ts';

test('98 % of the labelled expressions are read exactly', () => {
  const rows = corpus();
  const missed = rows
    .map((row) => ({ ...row, got: deadlineAt(row.text, row.ref) }))
    .filter((row) => row.got !== row.expect)
    .map((row) => `${row.text} (${row.ref}): ${row.got}, not ${row.expect}`);
  expect(missed.length / rows.length, missed.join('\n')).toBeLessThanOrEqual(0.02);
});
