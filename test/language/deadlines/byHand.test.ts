/** Expressions labelled by hand, row by row of the conventions. */
import { expect, test } from 'vitest';
import { byHand } from './byHand.ts';
import { deadlineAt } from './reading.ts';

const rows = byHand.map(([text, deadline, writtenOn = '2026-03-11']) => ({ text, deadline, writtenOn }));

test.each(rows)('$text', ({ text, deadline, writtenOn }) => {
  const written = deadline && deadline.length > 10 ? `${deadline}:00+07:00` : deadline;
  expect(deadlineAt(text, writtenOn)).toBe(written);
});
