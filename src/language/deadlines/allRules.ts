/** Every rule of the reader of deadlines, by the words with which it may begin. On equal length an earlier rule wins. */

import type { Rule } from './rule.ts';
import { calendarDates } from './rules/calendarDates.ts';
import { clockTimes } from './rules/clockTimes.ts';
import { daysAway } from './rules/daysAway.ts';
import { english } from './rules/english.ts';
import { englishDays } from './rules/englishDays.ts';
import { events } from './rules/events.ts';
import { holidays } from './rules/holidays.ts';
import { lunar } from './rules/lunar.ts';
import { months } from './rules/months.ts';
import { notDeadlines } from './rules/notDeadlines.ts';
import { quarterDays } from './rules/quarterDays.ts';
import { quartersAndYears } from './rules/quartersAndYears.ts';
import { recurring } from './rules/recurring.ts';
import { spans } from './rules/spans.ts';
import { weeks } from './rules/weeks.ts';
import type { Row } from './spelling.ts';

export const allRules: readonly Rule[] = [
  ...notDeadlines,
  ...holidays,
  ...lunar,
  ...recurring,
  ...quarterDays,
  ...weeks,
  ...daysAway,
  ...clockTimes,
  ...spans,
  ...calendarDates,
  ...months,
  ...quartersAndYears,
  ...events,
  ...english,
  ...englishDays,
];

/** The rules that may begin at a token, seen from it and the next. */
export function rulesAt(row: Row, at: number): readonly Rule[] {
  const begin = byFirst.get(row.keys[at] ?? '');
  return begin?.bySecond.get(row.keys[at + 1] ?? '') ?? begin?.other ?? [];
}

/** For a first key the rules by second key, and those to try before any `other` one. All in their order. */
const byFirst = new Map<string, { bySecond: ReadonlyMap<string, readonly Rule[]>; other: readonly Rule[] }>();

for (const first of new Set(allRules.flatMap((rule) => [...rule.pattern.first]))) {
  const rules = allRules.filter((rule) => rule.pattern.first.has(first));
  const seconds = new Set(rules.flatMap((rule) => [...(rule.pattern.second ?? [])]));
  const fitting = (second: string) => rules.filter(({ pattern }) => pattern.second?.has(second) ?? true);
  byFirst.set(first, {
    bySecond: new Map([...seconds].map((second) => [second, fitting(second)])),
    other: rules.filter((rule) => rule.pattern.second === null),
  });
}
