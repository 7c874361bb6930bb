/** A month as buttons, Monday first. Pure. */
import type { Key, Keyboard } from './keyboard.ts';
import type { FormWords } from './words.ts';

/** `value`: an ISO date is marked, and its month shown first; words show the present month. `make`: text, choice. */
export function dayKeys(calendar: {
  value: string;
  month: string | null;
  today: Temporal.PlainDate;
  words: Pick<FormWords, 'month' | 'weekdays'>;
  make: (text: string, choice: string) => Key;
}): Keyboard {
  const { value, today, words, make } = calendar;
  const chosen = isDay(value) ? Temporal.PlainDate.from(value) : null;
  const month = shownMonth(calendar.month, chosen ?? today);
  const blank = (text: string) => make(text, 'x');
  const first = month.toPlainDate({ day: 1 });
  const days = Array.from({ length: month.daysInMonth }, (_, at) => first.add({ days: at }));
  const cells = [
    ...Array.from({ length: first.dayOfWeek - 1 }, () => blank('·')),
    ...days.map((day) => make(dayText(day, chosen, today), `d${day}`)),
    ...Array.from({ length: 7 - (days.at(-1)?.dayOfWeek ?? 7) }, () => blank('·')),
  ];
  const weeks = Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
  return [
    [
      make('‹', `m${month.subtract({ months: 1 })}`),
      blank(words.month(month.year, month.month)),
      make('›', `m${month.add({ months: 1 })}`),
    ],
    words.weekdays.map(blank),
    ...weeks,
  ];
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }) !== null;
  } catch {
    return false;
  }
}

/** A month that somebody made up stands for the present one; a calendar ends where no deadline lies. */
function shownMonth(wanted: string | null, otherwise: Temporal.PlainDate): Temporal.PlainYearMonth {
  const usual = otherwise.toPlainYearMonth();
  if (wanted === null || !/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(wanted)) return usual;
  return Temporal.PlainYearMonth.from(wanted);
}

function dayText(
  day: Temporal.PlainDate,
  chosen: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): string {
  if (chosen && day.equals(chosen)) return `✓${day.day}`;
  return day.equals(today) ? `·${day.day}·` : String(day.day);
}
