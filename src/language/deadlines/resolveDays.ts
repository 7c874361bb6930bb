/** What day a meaning comes to, seen from the moment it was written. Pure. */
import { lunarToSolar, solarToLunar } from '../../calendar/lunar.ts';
import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrBefore,
} from '../../calendar/workingDays.ts';
import type { Convention, DeadlineContext, Holiday } from './deadline.ts';
import type { DayMeaning } from './meaning.ts';
import { firstOccurrence } from './recurrence.ts';
import { resolvePeriod } from './resolvePeriods.ts';

export type ResolvedDay = {
  day: Temporal.PlainDate | null;
  /** Of spans counted in hours. */
  time: Temporal.PlainTime | null;
  convention: Convention | null;
  problem: 'no-such-day' | 'event-unknown' | null;
  /** A person should be asked whether this is what was meant. */
  ask: boolean;
};

/** `base`: the day from which a span is counted, when it was said. `before`: "trước" stands before the words. */
export function resolveDay(
  meaning: DayMeaning,
  context: DeadlineContext,
  before: boolean,
  base: Temporal.PlainDate | null,
): ResolvedDay {
  const today = context.now.toPlainDate();
  switch (meaning.is) {
    case 'date':
      return resolveDate(meaning, today);
    case 'period': {
      const { day, convention } = resolvePeriod(meaning, today, before);
      const due = meaning.working ? workingDayOnOrBefore(context.calendar, day) : day;
      return found(due, convention, isFar(due, today) && convention?.name === 'year-implied');
    }
    case 'day of quarter': {
      const { day, convention } = resolvePeriod(
        { ...meaning, is: 'period', unit: 'quarter', part: 'whole' },
        today,
        false,
      );
      const first = day.with({ day: 1 }).subtract({ months: 3 - meaning.monthOfQuarter });
      const due = onDay(first, meaning.day);
      const over = due !== null && Temporal.PlainDate.compare(due, today) < 0 && meaning.number === undefined;
      return due
        ? found(over && !meaning.away ? due.add({ months: 3 }) : due, convention, over)
        : NO_SUCH_DAY;
    }
    case 'weekday':
      return resolveWeekday(meaning, today);
    case 'weekday of month': {
      const { day } = resolvePeriod({ ...meaning, is: 'period', unit: 'month', part: 'whole' }, today, false);
      const nth = { every: 'month', weekdays: [meaning.weekday], nth: meaning.nth } as const;
      const fixed = meaning.number !== undefined || meaning.away !== undefined;
      return found(firstOccurrence(nth, fixed ? day.with({ day: 1 }) : today), null);
    }
    case 'days away':
      return found(today.add({ days: meaning.days }), null);
    case 'span':
      return resolveSpan(meaning, context, base);
    case 'lunar':
      return resolveLunar(meaning, today);
    case 'holiday':
      return resolveHoliday(meaning, context);
    case 'every': {
      const bare = !meaning.recurrence.days && !meaning.recurrence.weekdays;
      const unit = bare ? PERIOD_OF[meaning.recurrence.every] : null;
      return found(firstOccurrence(meaning.recurrence, today), unit && { name: 'end-of-each-period', unit });
    }
    case 'event':
      return { day: null, time: null, convention: null, problem: 'event-unknown', ask: true };
  }
}

const PERIOD_OF = {
  day: null,
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  halfYear: 'year',
  year: 'year',
} as const;

const NO_SUCH_DAY: ResolvedDay = {
  day: null,
  time: null,
  convention: null,
  problem: 'no-such-day',
  ask: true,
};

function found(day: Temporal.PlainDate, convention: Convention | null, ask = false): ResolvedDay {
  return { day, time: null, convention, problem: null, ask };
}

function resolveDate(meaning: Extract<DayMeaning, { is: 'date' }>, today: Temporal.PlainDate): ResolvedDay {
  const { day, month, year, monthsAway, yearsAway } = meaning;
  if (month === undefined) return resolveDayOfMonth(day, monthsAway, today);
  const first = (inYear: number) => Temporal.PlainDate.from({ year: inYear, month, day: 1 });
  if (year !== undefined || yearsAway !== undefined) {
    const due = onDay(first(year ?? today.year + (yearsAway ?? 0)), day);
    return due ? found(due, null) : NO_SUCH_DAY;
  }
  const thisYear = onDay(first(today.year), day);
  if (thisYear && Temporal.PlainDate.compare(thisYear, today) >= 0) return found(thisYear, null);
  // 29/2 is not carried to the next leap year: whoever writes it in another year has made a slip.
  const over = month < today.month || (month === today.month && day < today.day);
  const due = onDay(first(over ? today.year + 1 : today.year), day);
  if (!due) return NO_SUCH_DAY;
  return found(due, { name: 'year-implied', year: due.year }, isFar(due, today));
}

function resolveDayOfMonth(
  day: number,
  monthsAway: number | undefined,
  today: Temporal.PlainDate,
): ResolvedDay {
  const first = today.with({ day: 1 });
  if (monthsAway !== undefined) {
    const due = onDay(first.add({ months: monthsAway }), day);
    return due ? found(due, null) : NO_SUCH_DAY;
  }
  for (const months of [0, 1, 2]) {
    const due = onDay(first.add({ months }), day); // of three months in a row one at least has 31 days
    if (due && Temporal.PlainDate.compare(due, today) >= 0) {
      return found(due, { name: 'month-implied', month: due.month, year: due.year });
    }
  }
  return NO_SUCH_DAY;
}

/** The day of the month that begins on `first`, or null when it has no such day. */
function onDay(first: Temporal.PlainDate, day: number): Temporal.PlainDate | null {
  return day >= 1 && day <= first.daysInMonth ? first.with({ day }) : null;
}

/** A date that had to be carried to the next year, and lies most of a year away, was perhaps meant as the last one. */
function isFar(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return today.until(day, { largestUnit: 'days' }).days > 300;
}

function resolveWeekday(
  meaning: Extract<DayMeaning, { is: 'weekday' }>,
  today: Temporal.PlainDate,
): ResolvedDay {
  const { weekday, weeksAway, orToday = false } = meaning;
  if (weeksAway !== null) {
    return found(today.add({ days: weekday - today.dayOfWeek + 7 * weeksAway }), null);
  }
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  const days = ahead === 0 && !orToday ? 7 : ahead;
  return found(today.add({ days }), { name: 'coming-weekday', weekday });
}

function resolveSpan(
  meaning: Extract<DayMeaning, { is: 'span' }>,
  { now, calendar }: DeadlineContext,
  base: Temporal.PlainDate | null,
): ResolvedDay {
  const { amount, unit, fromEvent = false } = meaning;
  const from = base ?? now.toPlainDate();
  const counted: Convention | null = fromEvent ? { name: 'counted-from-now', from } : null;
  if (unit === 'hour' || unit === 'minute') {
    const due = now.add(unit === 'hour' ? { hours: amount } : { minutes: amount });
    const time = due.toPlainTime().round({ smallestUnit: 'minute', roundingMode: 'floor' });
    return { day: due.toPlainDate(), time, convention: counted, problem: null, ask: fromEvent };
  }
  if (unit === 'workingDay') {
    const day = addWorkingDays(calendar, from, amount);
    return found(day, counted ?? { name: 'working-days', count: amount }, fromEvent);
  }
  return found(from.add({ [`${unit}s`]: amount }), counted, fromEvent);
}

function resolveLunar(meaning: Extract<DayMeaning, { is: 'lunar' }>, today: Temporal.PlainDate): ResolvedDay {
  const { day, month, year, leap = false } = meaning;
  const running = solarToLunar(today);
  const years = year === undefined ? [running.year, running.year + 1] : [year];
  const months = month === undefined ? [running.month, (running.month % 12) + 1] : [month];
  for (const lunarYear of years) {
    for (const lunarMonth of months) {
      const lastDay = day === 30 && (lunarMonth === 12 || meaning.wholeMonth);
      const due =
        lunarToSolar({ year: lunarYear, month: lunarMonth, day, leap }) ??
        (lastDay ? lunarToSolar({ year: lunarYear, month: lunarMonth, day: 29, leap }) : null);
      const fits = due && (year !== undefined || Temporal.PlainDate.compare(due, today) >= 0);
      if (fits) return found(due, { name: 'lunar-day', day, month: lunarMonth });
    }
  }
  return NO_SUCH_DAY;
}

function resolveHoliday(
  meaning: Extract<DayMeaning, { is: 'holiday' }>,
  { now, calendar }: DeadlineContext,
): ResolvedDay {
  const today = now.toPlainDate();
  const { holiday, side, year } = meaning;
  for (const each of year === undefined ? [today.year, today.year + 1] : [year]) {
    const feast = feastOf(holiday, each);
    if (!feast) return NO_SUCH_DAY;
    const day = side === 'before' ? previousWorkingDay(calendar, feast) : nextWorkingDay(calendar, feast);
    const name = side === 'before' ? 'before-holiday' : 'after-holiday';
    if (year !== undefined || Temporal.PlainDate.compare(day, today) >= 0)
      return found(day, { name, holiday });
  }
  return NO_SUCH_DAY;
}

/** The leave lies around the feast without a working day between, so its neighbours bound it. */
function feastOf(holiday: Holiday, year: number): Temporal.PlainDate | null {
  if (holiday === 'tet') return lunarToSolar({ year, month: 1, day: 1 });
  if (holiday === 'hung-kings') return lunarToSolar({ year, month: 3, day: 10 });
  const [month, day] = FEASTS[holiday];
  return Temporal.PlainDate.from({ year, month, day });
}

const FEASTS = { 'new-year': [1, 1], victory: [4, 30], labour: [5, 1], national: [9, 2] } as const;
