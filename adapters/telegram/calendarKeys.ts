/** A month as buttons, Monday first. Pure. */
import type { Key, Keyboard } from './keyboard.ts';
import type { FormWords } from './words.ts';

/** `chosen` is marked and its month shown first; without it that of `near`, else the present one. `month` is where somebody
 *  has turned to, '2016-04'. `make`: text, choice. */
export function dayKeys(calendar: {
  chosen: Temporal.PlainDate | null;
  near: Temporal.PlainDate | null;
  month: string | null;
  today: Temporal.PlainDate;
  words: Pick<FormWords, 'month' | 'weekdays'>;
  make: (text: string, choice: string) => Key;
}): Keyboard {
  const { chosen, near, today, words, make } = calendar;
  const month = shownMonth(calendar.month, chosen ?? near ?? today);
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

/** An ISO date as a button or a form writes it; null: something else. */
export function dayOf(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** A month that somebody made up counts as none; a calendar ends where no deadline lies. */
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
