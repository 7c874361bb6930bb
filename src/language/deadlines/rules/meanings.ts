/** Meanings that several rules make out of what their slots caught. Pure. */
import type { PeriodPart } from '../deadline.ts';
import type { Meaning } from '../meaning.ts';
import type { Caught } from '../patternTree.ts';
import { PART_NAMES } from '../phrases.ts';

/** In a pattern: what may follow a month or a quarter. */
export const YEAR_OF_PERIOD =
  '[[,] [của] năm <year> | <markedYear> | <yearsAway> | này | tới đây | sắp tới | tới <notOn>]';

/** A period's meaning; `number` is the month or quarter. */
export function period(
  unit: 'month' | 'quarter' | 'year',
  caught: Caught,
  part: PeriodPart,
  number?: number,
  needs: 'alone' | 'marked' = 'marked',
): Meaning {
  const { year, away, yearsAway, months } = caught;
  return { day: { is: 'period', unit, part, ...sure({ number, year, away, yearsAway, months }) }, needs };
}

/** The last working day of a period. */
export function lastWorkingDay(unit: 'month' | 'quarter', caught: Caught, number?: number): Meaning {
  const { year, away, yearsAway } = caught;
  const when = sure({ number, year, away, yearsAway });
  return { day: { is: 'period', unit, part: 'late', working: true, ...when } };
}

/** The part that `<part>` caught. */
export function partOf({ part = 0 }: Caught): PeriodPart {
  return PART_NAMES[part] ?? 'whole';
}

/** The end of the nth week of a month, counted from its first day; 5 is the last. */
export function weekOfMonth({ nth = 1, month, year, away, yearsAway }: Caught): Meaning {
  const when = sure({ number: month, year, away, yearsAway });
  if (nth === 5) return { day: { is: 'period', unit: 'month', part: 'late', ...when } };
  return { day: { is: 'period', unit: 'month', part: 'week-of-month', months: nth, ...when } };
}

/** The values that are there: an absent one is left out. */
export function sure<Key extends string>(
  values: Record<Key, number | undefined>,
): Partial<Record<Key, number>> {
  const kept: Partial<Record<Key, number>> = {};
  for (const key in values) if (values[key] !== undefined) kept[key] = values[key];
  return kept;
}
