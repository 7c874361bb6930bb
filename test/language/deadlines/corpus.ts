/** The labelled deadline expressions in `test/corpus/deadlines-dev.jsonl`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Labelled } from './reading.ts';

const Row = z.object({ text: z.string(), ref: z.string(), expect: z.string().nullable(), kind: z.string() });

export function corpus(): Labelled[] {
  const lines = readFileSync(new URL('../../corpus/deadlines-dev.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => Row.parse(JSON.parse(line)));
}
