/** The last day of a month, quarter, year or week, or of a part of it, by the conventions. Pure. */
import type { Convention, PeriodPart, PeriodUnit } from './deadline.ts';
import type { DayMeaning } from './meaning.ts';

export type PeriodMeaning = Extract<DayMeaning, { is: 'period' }>;

export type Resolved = { day: Temporal.PlainDate; convention: Convention | null };

/** `before`: "trước" stands before the period; of a whole period that is the last day that does not belong to it. */
export function resolvePeriod(meaning: PeriodMeaning, today: Temporal.PlainDate, before: boolean): Resolved {
  const part = before && meaning.part === 'whole' ? 'before' : meaning.part;
  const end = (start: Temporal.PlainDate) => lastDay(meaning.unit, part, start, meaning.months ?? 1);
  const start = startOf(meaning, today);
  const named = part === 'whole' ? null : { name: 'part-of-period' as const, unit: meaning.unit, part };
  const fixed = meaning.year !== undefined || meaning.away !== undefined || meaning.yearsAway !== undefined;
  if (fixed || Temporal.PlainDate.compare(end(start), today) >= 0)
    return { day: end(start), convention: named };
  // Said without a year, and over: the next one is meant ("tháng 3" said in April).
  if (meaning.number !== undefined && meaning.unit !== 'week') {
    const day = end(start.add({ years: 1 }));
    return { day, convention: { name: 'year-implied', year: day.year } };
  }
  return {
    day: end(start.add(lengthOf(meaning.unit))),
    convention: { name: 'next-one', unit: meaning.unit },
  };
}

/** The first day of the period that is meant, in this year when none was said. */
function startOf(meaning: PeriodMeaning, today: Temporal.PlainDate): Temporal.PlainDate {
  const { unit, number, away = 0, yearsAway } = meaning;
  if (unit === 'week') return today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: away });
  const year =
    meaning.year ?? today.year + (yearsAway ?? (unit === 'year' || number !== undefined ? away : 0));
  if (unit === 'year') return firstOfMonth(year, 1);
  if (number !== undefined) return firstOfMonth(year, unit === 'month' ? number : 3 * number - 2);
  const running = unit === 'month' ? today.month : today.month - ((today.month - 1) % 3);
  return firstOfMonth(year, running).add(unit === 'month' ? { months: away } : { months: 3 * away });
}

/** The last day of the part; `months` counts the months of "6 tháng đầu năm", or the weeks of "tuần thứ 2 của tháng". */
function lastDay(
  unit: PeriodUnit,
  part: PeriodPart,
  start: Temporal.PlainDate,
  months: number,
): Temporal.PlainDate {
  if (part === 'before') return unit === 'week' ? start.subtract({ days: 3 }) : start.subtract({ days: 1 });
  if (unit === 'week') return start.add({ days: DAYS_OF_WEEK[part] ?? 4 });
  if (unit === 'month') {
    const day = part === 'week-of-month' ? 7 * months : (DAYS_OF_MONTH[part] ?? start.daysInMonth);
    return start.with({ day: Math.min(day, start.daysInMonth) });
  }
  const count =
    unit === 'quarter' ? MONTHS_OF_QUARTER[part] : part === 'first-months' ? months : MONTHS_OF_YEAR[part];
  return start.add({ months: count ?? (unit === 'quarter' ? 3 : 12) }).subtract({ days: 1 });
}

/** Conventions, part 3. What is not in the table ends with the period. Week: days after Monday. */
const DAYS_OF_WEEK: Partial<Record<PeriodPart, number>> = { early: 1, middle: 2, 'first-half': 2 };
const DAYS_OF_MONTH: Partial<Record<PeriodPart, number>> = {
  early: 10,
  'first-ten-days': 10,
  middle: 15,
  'first-half': 15,
  'second-ten-days': 20,
};
const MONTHS_OF_QUARTER: Partial<Record<PeriodPart, number>> = { early: 1, middle: 2, 'first-half': 2 };
/** "đầu năm" is in no convention; by analogy with the quarter: its first quarter. */
const MONTHS_OF_YEAR: Partial<Record<PeriodPart, number>> = { early: 3, middle: 6, 'first-half': 6 };

function lengthOf(unit: PeriodUnit): Temporal.DurationLike {
  if (unit === 'week') return { weeks: 1 };
  return { months: unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12 };
}

function firstOfMonth(year: number, month: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day: 1 });
}
