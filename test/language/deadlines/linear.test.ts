/** Long and hostile texts: the work grows with the length of the text, no faster. Counted in tokens looked at, not in seconds. */

import { readdirSync, readFileSync } from 'node:fs';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { findInRow } from '../../../src/language/deadlines/findDeadlines.ts';
import { rowOf } from '../../../src/language/deadlines/spelling.ts';
import { tokenize } from '../../../src/language/tokens.ts';
import { contextAt } from './reading.ts';

/** The densest of these texts has a token for each character, and a number may begin some seventy rules. */
const STEPS_PER_CHARACTER = 300;

const HOSTILE: Record<string, string> = {
  'dates in a row': '15/4 ',
  'dates without end': '15/4/',
  'only slashes': '/',
  'days in a row': 'ngày 1, 2, ',
  'every month': 'hằng tháng, ',
  'one period, many days': 'ngày 25 ',
  'document signs': '1/A/2/B/',
  'nested brackets': '(thứ sáu (',
  'words before a date': 'trước chậm nhất là vào hết ',
  'spans from spans': '10 ngày kể từ ',
  'times and days': '17h mai 17h ',
  'numbers in words': 'hai mươi ba ',
  'one long word': 'ế',
  'combining marks': 'e\u0301\u0323\u0302',
};

test.each(Object.entries(HOSTILE))('%s', (_, part) => {
  const steps = (length: number) => {
    const text = `hằng tháng ${part.repeat(Math.ceil(length / part.length)).slice(0, length)}`;
    const row = rowOf(tokenize(text));
    findInRow(text, row, contextAt('2026-03-11'));
    return row.work.steps;
  };
  const half = steps(50_000);
  expect(steps(100_000)).toBeLessThanOrEqual(2.1 * half + 1000);
  expect(half).toBeLessThanOrEqual(50_000 * STEPS_PER_CHARACTER);
});

test('no regular expression of the reader can be made to run long', async () => {
  const folder = new URL('../../../src/language/', import.meta.url);
  const files = [
    'folding.ts',
    'tokens.ts',
    'deadlineCommand.ts',
    ...readdirSync(new URL('deadlines/', folder)).map((name) => `deadlines/${name}`),
  ];
  const sources = files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const expressions = sources.flatMap((source) => [
    ...source.matchAll(/(?<=[(\s])\/(?![*/\s])((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[])+)\/([a-z]*)/g),
  ]);
  expect(expressions.length).toBeGreaterThan(3);
  for (const [whole, pattern = '', flags = ''] of expressions) {
    const { status } = await check(pattern, flags, { checker: 'automaton' });
    expect(status, whole).toBe('safe');
  }
});
