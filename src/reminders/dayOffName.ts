/** The reason of a day off in the reader's language: the public holidays are translated, names that people gave stay. Pure. */
import { HOLIDAY_NAMES } from '../calendar/holidayNames.ts';
import type { DayOff } from '../calendar/workCalendar.ts';
import type { Locale } from '../locale/locale.ts';

export function dayOffName({ name, kind }: DayOff, t: Locale): string {
  const { holidays, kinds } = t.calendar;
  if (name === null) return kinds[kind];
  const translated = holidayKeys.find((key) => HOLIDAY_NAMES[key] === name);
  return translated ? holidays[translated] : name;
}

const holidayKeys = ['newYear', 'tet', 'hungKings', 'victory', 'labour', 'national'] as const;
