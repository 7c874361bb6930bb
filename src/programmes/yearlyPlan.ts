/** When the yearly plan and the yearly report of a programme open, and by when they are due. Pure. */
import { lastMoment } from '../calendar/deadlineMoment.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { workingDayOnOrAfter } from '../calendar/workingDays.ts';

export type YearlyTask = { year: number; what: 'plan' | 'report' };

/** The plan opens on the first working day of January and is due at its end; the report opens on the first working day from
 *  1 November on and is due on 15 December. Both when the office opens. */
export function yearlyDates(
  { year, what }: YearlyTask,
  { calendar, opensAt }: { calendar: WorkCalendar; opensAt: Temporal.PlainTime },
): { opens: Temporal.Instant; dueOn: Temporal.PlainDate } {
  const [from, dueOn] =
    what === 'plan'
      ? [new Temporal.PlainDate(year, 1, 1), new Temporal.PlainDate(year, 1, 31)]
      : [new Temporal.PlainDate(year, 11, 1), new Temporal.PlainDate(year, 12, 15)];
  const opens = workingDayOnOrAfter(calendar, from)
    .toZonedDateTime({ timeZone: calendar.timeZone, plainTime: opensAt })
    .toInstant();
  return { opens, dueOn };
}

/** The next that has not been opened yet, by the moment it opens; that may have passed. One whose own deadline is over is left out:
 *  a programme signed in June wants no plan for January, and a bot that was off does not give work that is late already. Null when
 *  the years of the programme bring no more. */
export function nextYearly(
  years: { from: number; to: number },
  opened: readonly YearlyTask[],
  { now, calendar, opensAt }: { now: Temporal.Instant; calendar: WorkCalendar; opensAt: Temporal.PlainTime },
): (YearlyTask & { opens: Temporal.Instant; dueOn: Temporal.PlainDate }) | null {
  const first = Math.max(years.from, now.toZonedDateTimeISO(calendar.timeZone).year);
  for (let year = first; year <= years.to; year += 1) {
    for (const what of ['plan', 'report'] as const) {
      if (opened.some((each) => each.year === year && each.what === what)) continue;
      const { opens, dueOn } = yearlyDates({ year, what }, { calendar, opensAt });
      const over = Temporal.Instant.compare(lastMoment(dueOn, null, calendar.timeZone), now) <= 0;
      if (!over) return { year, what, opens, dueOn };
    }
  }
  return null;
}
