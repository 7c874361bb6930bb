/** Counting in working days. Pure. A count over years costs a step per year, not per day: see `workedUpTo`. */
import type { WorkCalendar } from './workCalendar.ts';

/** No count reaches further than this many years; whoever takes deadlines from people refuses further ones before. */
export const SPAN_YEARS_MAX = 200;

/**
 * The `count`th working day after `day`, or before it for a negative count; `day` itself is never counted, so counting
 * begins with the next working day (conventions of deadlines: "N ngày làm việc"). Zero gives `day`, on a day off too.
 * Throws RangeError for a count that is no whole number or leads further than SPAN_YEARS_MAX.
 */
export function addWorkingDays(
  calendar: WorkCalendar,
  day: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is no number of working days`);
  if (count === 0) return day;
  let year = day.year;
  let worked = workedUpTo(calendar, year);
  const before = worked[day.dayOfYear - 1] ?? 0;
  const through = worked[day.dayOfYear] ?? 0;
  /** Which working day of `year` is looked for, from 1; 0 and less lie in the years before. */
  let rank = count > 0 ? through + count : before + 1 + count;
  for (let steps = 0; steps <= SPAN_YEARS_MAX; steps += 1) {
    const inYear = worked[worked.length - 1] ?? 0;
    if (rank >= 1 && rank <= inYear) return dayOfRank(year, worked, rank);
    if (rank > inYear) rank -= inYear;
    year += count > 0 ? 1 : -1;
    worked = workedUpTo(calendar, year);
    if (count < 0) rank += worked[worked.length - 1] ?? 0;
  }
  throw new RangeError(`${count} working days from ${day.toString()} lead too far`);
}

/** How many working days d there are with `after` < d ≤ `upTo`; when `upTo` comes first, minus the number the other way round.
 *  Throws RangeError when the days lie more than SPAN_YEARS_MAX apart. */
export function workingDaysBetween(
  calendar: WorkCalendar,
  after: Temporal.PlainDate,
  upTo: Temporal.PlainDate,
): number {
  if (Temporal.PlainDate.compare(after, upTo) > 0) return 0 - workingDaysBetween(calendar, upTo, after);
  if (upTo.year - after.year > SPAN_YEARS_MAX) {
    throw new RangeError(`${after.toString()} and ${upTo.toString()} lie too far apart`);
  }
  let days = 0 - (workedUpTo(calendar, after.year)[after.dayOfYear] ?? 0);
  for (let year = after.year; year < upTo.year; year += 1) {
    const worked = workedUpTo(calendar, year);
    days += worked[worked.length - 1] ?? 0;
  }
  return days + (workedUpTo(calendar, upTo.year)[upTo.dayOfYear] ?? 0);
}

/** The last working day before `day`. */
export function previousWorkingDay(calendar: WorkCalendar, day: Temporal.PlainDate): Temporal.PlainDate {
  return addWorkingDays(calendar, day, -1);
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: WorkCalendar, day: Temporal.PlainDate): Temporal.PlainDate {
  return addWorkingDays(calendar, day, 1);
}

/** `day` when it is worked, otherwise the last working day before it. */
export function workingDayOnOrBefore(calendar: WorkCalendar, day: Temporal.PlainDate): Temporal.PlainDate {
  return calendar.isWorkingDay(day) ? day : previousWorkingDay(calendar, day);
}

/** `day` when it is worked, otherwise the first working day after it. */
export function workingDayOnOrAfter(calendar: WorkCalendar, day: Temporal.PlainDate): Temporal.PlainDate {
  return calendar.isWorkingDay(day) ? day : nextWorkingDay(calendar, day);
}

/** Running counts by calendar and year. A calendar never changes (another one is built), so they stay true. */
const workedByCalendar = new WeakMap<WorkCalendar, Map<number, Uint16Array>>();

const COUNTED_YEARS_MAX = 400;

/** `[n]` is how many of the first n days of the year are worked; the last entry is the number of the whole year. */
function workedUpTo(calendar: WorkCalendar, year: number): Uint16Array {
  const years = workedByCalendar.get(calendar) ?? new Map<number, Uint16Array>();
  workedByCalendar.set(calendar, years);
  const counted = years.get(year);
  if (counted) return counted;
  if (years.size >= COUNTED_YEARS_MAX) years.clear();
  const newYear = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const worked = new Uint16Array(newYear.daysInYear + 1);
  let count = 0;
  for (let days = 0; days < newYear.daysInYear; days += 1) {
    if (calendar.isWorkingDay(newYear.add({ days }))) count += 1;
    worked[days + 1] = count;
  }
  years.set(year, worked);
  return worked;
}

/** The working day of a year that has the given rank, 1 being the first. */
function dayOfRank(year: number, worked: Uint16Array, rank: number): Temporal.PlainDate {
  const days = worked.indexOf(rank) - 1; // the first place where the count reaches the rank is right after that day
  return Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days });
}
