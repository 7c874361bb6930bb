/** What zod found, in the words of somebody who writes an organisation file. Pure. */
import type { z } from 'zod';
import type { Path } from './fileSpots.ts';
import type { FileProblem } from './organisation.ts';
import { keysOf } from './organisationSchema.ts';

/** Where, and what. `key`: the problem is at this key of the place. */
export type SchemaProblem = { path: Path; key: string | null; say: FileProblem['say'] };

export function schemaProblems(issues: readonly z.core.$ZodIssue[], content: unknown): SchemaProblem[] {
  return issues.flatMap((issue): SchemaProblem[] => {
    const { path } = issue;
    if (issue.code === 'unrecognized_keys') {
      const allowed = keysIn(path);
      return issue.keys.map((key) => ({ path, key, say: (t) => t.unknownKey(key, allowed) }));
    }
    const value = valueAt(content, path);
    const key = String(path.at(-1) ?? '');
    if (value === undefined || value === null) {
      return [{ path, key: null, say: (t) => (path.length === 0 ? t.emptyFile : t.missing(key)) }];
    }
    return [{ path, key: null, say: sayOf(issue, key, value) }];
  });
}

function sayOf(issue: z.core.$ZodIssue, key: string, value: unknown): FileProblem['say'] {
  const shown = typeof value === 'object' ? '' : String(value).slice(0, 60);
  switch (issue.code) {
    case 'too_big': {
      const max = Number(issue.maximum);
      return (t) => (issue.origin === 'array' ? t.tooMany(max) : t.tooLong(max));
    }
    case 'too_small':
      return (t) => t.empty;
    case 'invalid_value':
      return (t) => t.notOneOf(shown, issue.values.map(String));
    case 'invalid_format':
      return (t) => t.badCode(shown);
    case 'custom':
      if (key === 'slack') return (t) => t.badSlack(shown);
      if (key === 'email') return (t) => t.badEmail(shown);
      if (key === 'telegram') return (t) => t.badTelegram(shown);
      return (t) => t.badTimeZone(shown);
    case 'invalid_type':
      return (t) => t.wrongKind(t.kinds[kindOf(issue.expected)]);
    default:
      return (t) => t.wrongKind(t.kinds.text);
  }
}

function kindOf(expected: string): 'list' | 'map' | 'yesNo' | 'text' {
  if (expected === 'array') return 'list';
  if (expected === 'object') return 'map';
  return expected === 'boolean' ? 'yesNo' : 'text';
}

/** Keys that may stand in the map at `path`: it is an item of the list that the path names last. */
function keysIn(path: Path): string[] {
  const list = path.findLast((part) => typeof part === 'string') ?? '';
  return keysOf.get(list) ?? [];
}

function valueAt(content: unknown, path: Path): unknown {
  let value = content;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}
