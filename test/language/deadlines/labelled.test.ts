/**
 * Expressions labelled by hand before the rules were looked at (`labelled.jsonl`): deadline, kind and recurrence as
 * `daumoi deadline` prints them. A kind of null is not told by the conventions.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { answerDeadline } from '../../../src/language/deadlineCommand.ts';
import { contextAt } from './reading.ts';

const Row = z.object({
  text: z.string(),
  ref: z.string(),
  expect: z.string().nullable(),
  kind: z.string().nullable(),
  recurrence: z.string().optional(),
});

it('reads 98 of 100 labelled expressions exactly, with kind and recurrence', () => {
  const lines = readFileSync(new URL('labelled.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const rows = lines.map((line) => Row.parse(JSON.parse(line)));
  const missed = rows.flatMap((row) => {
    const { now, calendar } = contextAt(row.ref);
    const { deadline, kind, recurrence } = answerDeadline(row.text, now, calendar);
    const right =
      deadline === row.expect &&
      (row.kind === null || kind === row.kind) &&
      (row.recurrence === undefined || recurrence === row.recurrence);
    return right ? [] : [`${row.text} (${row.ref}): ${deadline} ${kind} ${recurrence}, not ${row.expect}`];
  });
  expect(missed.length / rows.length, missed.join('\n')).toBeLessThanOrEqual(0.02);
});
