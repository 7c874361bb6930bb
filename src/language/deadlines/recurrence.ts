/** Deadlines that come again: their form, their text, their next day. Pure. */

/** A day inside a period: the month of the quarter (1–3), half year (1–6) or year (1–12), 1 for a month; day 1–31, or
 *  LAST_DAY. A day the month does not have is its last one (conventions: "D > month length = last day"). */
export type PeriodDay = { month: number; day: number };

export const LAST_DAY = 32;

export type Recurrence = {
  every: 'day' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year';
  /** Every how many periods; absent: 1. */
  interval?: number;
  /** Weekdays, 1 Monday – 7 Sunday, for `week` (absent: Friday), or with `nth` for `month`. */
  weekdays?: readonly number[];
  /** Which of those weekdays in the month: 1–4, or 5 for the last. */
  nth?: number;
  /** Days of the period, in order; absent: its last day. */
  days?: readonly PeriodDay[];
};

const PERIOD_MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

/** `daily`, `weekly:5`, `weekly/2:1,4`, `monthly:15,30`, `monthly:last`, `monthly:5#last`, `quarterly:3-15`,
 *  `half-yearly:6-last`, `yearly:12-20`: period, interval, days (month of the period and day). */
export function writeRecurrence(recurrence: Recurrence): string {
  const { every, interval = 1, weekdays, nth, days } = recurrence;
  const head = NAMES[every] + (interval === 1 ? '' : `/${interval}`);
  if (weekdays) return `${head}:${weekdays.join(',')}${nth ? `#${nth === 5 ? 'last' : nth}` : ''}`;
  if (!days) return head;
  const written = days.map(({ month, day }) => {
    const number = day === LAST_DAY ? 'last' : `${day}`;
    return every === 'month' ? number : `${month}-${number}`;
  });
  return `${head}:${written.join(',')}`;
}

/** The recurrence that `writeRecurrence` wrote, or null when the text is none. */
export function readRecurrence(text: string): Recurrence | null {
  const parts =
    /^(?<name>[a-z-]+)(?:\/(?<interval>\d{1,2}))?(?::(?<days>[\da-z,-]+))?(?:#(?<nth>[1-4]|last))?$/.exec(
      text,
    )?.groups;
  const every = EVERY.find((each) => NAMES[each] === parts?.name);
  if (!parts || !every) return null;
  const interval = Number(parts.interval ?? 1);
  const days = parts.days?.split(',') ?? [];
  if (interval < 1) return null;
  const base: Recurrence = interval === 1 ? { every } : { every, interval };
  if (every === 'day') return days.length === 0 && !parts.nth ? base : null;
  if (every === 'week' || parts.nth) return readWeekdays(base, days, parts.nth);
  if (days.length === 0) return base;
  const read = days.map((each) => readPeriodDay(every, each));
  return read.every((each) => each !== null) ? { ...base, days: read } : null;
}

/** The next occurrence strictly after a day. Intervals are counted from the period that holds `after`. */
export function nextOccurrence(recurrence: Recurrence, after: Temporal.PlainDate): Temporal.PlainDate {
  const { interval = 1 } = recurrence;
  for (let periods = 0; ; periods = periods === 0 ? interval : periods + interval) {
    const days = occurrencesIn(recurrence, after, periods);
    const next = days.find((day) => Temporal.PlainDate.compare(day, after) > 0);
    if (next) return next; // each period has at least one day, so this ends in the second or third
  }
}

/** The first occurrence on a day or after it, whatever the interval. */
export function firstOccurrence(recurrence: Recurrence, from: Temporal.PlainDate): Temporal.PlainDate {
  return nextOccurrence({ ...recurrence, interval: 1 }, from.subtract({ days: 1 }));
}

const NAMES = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  halfYear: 'half-yearly',
  year: 'yearly',
} as const;
const EVERY = ['day', 'week', 'month', 'quarter', 'halfYear', 'year'] as const;

const FRIDAY = 5;

function readWeekdays(base: Recurrence, days: readonly string[], nth: string | undefined): Recurrence | null {
  const weekdays = days.map(Number);
  if (!weekdays.every((each) => each >= 1 && each <= 7)) return null;
  if (nth === undefined) return weekdays.length === 0 ? base : { ...base, weekdays };
  if (base.every !== 'month' || weekdays.length === 0) return null;
  return { ...base, weekdays, nth: nth === 'last' ? 5 : Number(nth) };
}

function readPeriodDay(every: keyof typeof PERIOD_MONTHS, text: string): PeriodDay | null {
  const [first = '', second] = text.split('-');
  const month = every === 'month' ? 1 : Number(first);
  const written = every === 'month' ? first : (second ?? '');
  const day = written === 'last' ? LAST_DAY : Number(written);
  const fits = month >= 1 && month <= PERIOD_MONTHS[every] && day >= 1 && day <= LAST_DAY;
  return fits && (every === 'month') === (second === undefined) ? { month, day } : null;
}

/** The days of the period that lies `periods` after the one holding `day`, in order. */
function occurrencesIn(
  recurrence: Recurrence,
  day: Temporal.PlainDate,
  periods: number,
): Temporal.PlainDate[] {
  const { every, weekdays, nth, days } = recurrence;
  if (every === 'day') return [day.add({ days: periods })];
  if (every === 'week') {
    const monday = day.subtract({ days: day.dayOfWeek - 1 }).add({ weeks: periods });
    return (weekdays ?? [FRIDAY]).map((each) => monday.add({ days: each - 1 }));
  }
  const length = PERIOD_MONTHS[every];
  const first = day
    .with({ day: 1 })
    .subtract({ months: (day.month - 1) % length })
    .add({ months: periods * length });
  if (weekdays && nth) return weekdays.map((each) => weekdayInMonth(first, each, nth));
  return (days ?? [{ month: length, day: LAST_DAY }]).map((each) => {
    const month = first.add({ months: each.month - 1 });
    return month.with({ day: Math.min(each.day, month.daysInMonth) });
  });
}

function weekdayInMonth(first: Temporal.PlainDate, weekday: number, nth: number): Temporal.PlainDate {
  const day = first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
  return day.month === first.month ? day : day.subtract({ weeks: 1 });
}
