/** Builds the working calendar of one agency out of the public data, what was imported, and its own days. Pure. */
import { FIRST_ANNOUNCED_YEAR, LAST_ANNOUNCED_YEAR, OFF_ROWS, WORKED_ROWS } from './announcedYears.ts';
import { publicHolidays } from './publicHolidays.ts';
import type { DayOff, WorkCalendar } from './workCalendar.ts';

/** One day that an announcement, or an agency, says is off or is worked; `name` is the reason, as people will read it. */
export type AnnouncedDay = { day: Temporal.PlainDate; working: boolean; name: string };

/**
 * The calendar of one agency. Monday to Friday are worked but for, each over the one before:
 * 1. the announced years 2016–2026, or for every other year the days of the Labour Code, marked provisional;
 * 2. `announced`: imported announcements. One day off of a year makes that year announced: its computed days are gone. In
 *    2016–2026 imported days correct the data. A worked day alone only adds itself, because the Saturday worked for a 31/12 lies in
 *    the next year, which then is not announced yet;
 * 3. `overrides`: the agency's own days.
 * In one list a later entry wins over an earlier one for the same day. Throws RangeError for an unknown time zone.
 *
 * Days are worked out once for a year: a question costs the same for every day of every year.
 */
export function buildCalendar(from: {
  timeZone: string;
  announced?: readonly AnnouncedDay[];
  overrides?: readonly AnnouncedDay[];
}): WorkCalendar {
  const { timeZone } = from;
  new Temporal.ZonedDateTime(0n, timeZone); // refuses an unknown zone here, not at the first reminder
  const announced = Map.groupBy(from.announced ?? [], (each) => each.day.year);
  const overrides = Map.groupBy(from.overrides ?? [], (each) => each.day.year);
  const years = new Map<number, YearDays>();

  const daysOf = (year: number): YearDays => {
    const known = years.get(year);
    if (known) return known;
    if (years.size >= CACHED_YEARS_MAX) years.clear();
    const days = yearDays(year, announced.get(year) ?? [], overrides.get(year) ?? []);
    years.set(year, days);
    return days;
  };
  const dayOff = (day: Temporal.PlainDate): DayOff | null => daysOf(day.year)[day.dayOfYear - 1] ?? null;
  return { timeZone, dayOff, isWorkingDay: (day) => dayOff(day) === null };
}

/** Why each day of a year is off, by its place in the year; null on working days. */
type YearDays = readonly (DayOff | null)[];

const CACHED_YEARS_MAX = 400;

const WEEKEND: DayOff = Object.freeze({ kind: 'weekend', name: null, provisional: false });

function yearDays(
  year: number,
  announced: readonly AnnouncedDay[],
  overrides: readonly AnnouncedDay[],
): YearDays {
  const newYear = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const days: (DayOff | null)[] = Array.from({ length: newYear.daysInYear }, (_, index) =>
    (newYear.dayOfWeek - 1 + index) % 7 >= 5 ? WEEKEND : null,
  );
  const put = (day: Temporal.PlainDate, off: DayOff | null) => {
    days[day.dayOfYear - 1] = off;
  };

  const byLaw = publicHolidays(year);
  if (year >= FIRST_ANNOUNCED_YEAR && year <= LAST_ANNOUNCED_YEAR) {
    for (const { day, off } of knownDays().get(year) ?? []) put(day, off);
  } else if (announced.every((each) => each.working)) {
    for (const { day, kind, name } of byLaw) put(day, { kind, name, provisional: true });
  }
  for (const { day, working, name } of announced) {
    const kind = byLaw.find((each) => each.day.equals(day))?.kind ?? 'holiday';
    put(day, working ? null : { kind, name, provisional: false });
  }
  for (const { day, working, name } of overrides) {
    put(day, working ? null : { kind: 'agency', name, provisional: false });
  }
  return days;
}

type KnownDay = { day: Temporal.PlainDate; off: DayOff | null };

let known: ReadonlyMap<number, readonly KnownDay[]> | null = null;

/** The rows of 2016–2026 by year, spread out to days at the first question. */
function knownDays(): ReadonlyMap<number, readonly KnownDay[]> {
  known ??= Map.groupBy(
    [
      ...OFF_ROWS.flatMap(([from, to, kind, name]) =>
        daysFromTo(from, to).map((day) => ({ day, off: { kind, name, provisional: false } })),
      ),
      ...WORKED_ROWS.map(([day]) => ({ day: Temporal.PlainDate.from(day), off: null })),
    ],
    ({ day }) => day.year,
  );
  return known;
}

function daysFromTo(from: string, to: string): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from(from);
  const length = first.until(to, { largestUnit: 'days' }).days + 1;
  return Array.from({ length }, (_, days) => first.add({ days }));
}
