/** Every rule of the reader of deadlines, by the folded words with which it may begin. On equal length an earlier rule wins. */

import type { Rule } from './rule.ts';
import { calendarDates } from './rules/calendarDates.ts';
import { clockTimes } from './rules/clockTimes.ts';
import { daysAway } from './rules/daysAway.ts';
import { english } from './rules/english.ts';
import { englishDays } from './rules/englishDays.ts';
import { events } from './rules/events.ts';
import { holidays } from './rules/holidays.ts';
import { lunar } from './rules/lunar.ts';
import { notDeadlines } from './rules/notDeadlines.ts';
import { periods } from './rules/periods.ts';
import { quarterDays } from './rules/quarterDays.ts';
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
  ...periods,
  ...events,
  ...english,
  ...englishDays,
];

/** The rules that may begin at a token. */
export function rulesAt(row: Row, at: number): readonly Rule[] {
  return byFirst.get(row.keys[at] ?? '') ?? [];
}

const byFirst = new Map<string, Rule[]>();
for (const rule of allRules) {
  for (const word of rule.pattern.first) {
    const rules = byFirst.get(word);
    if (rules) rules.push(rule);
    else byFirst.set(word, [rule]);
  }
}
