/** A year of a working calendar as a card. Pure. */
import { type CalendarPage, calendarPage } from '../calendar/calendarPage.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { Block, Button, Card } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import { dayOffName } from './dayOffName.ts';

export type YearView = {
  year: number;
  /** Null: the public calendar, of no agency. */
  agency: { id: number; name: string } | null;
  calendar: WorkCalendar;
  overrides: readonly { day: Temporal.PlainDate; working: boolean; name: string }[];
  mayImport: boolean;
  mayOverride: boolean;
};

export const firstYear = 1900;
export const lastYear = 2199;

export function yearCard(view: YearView, t: Locale): Card {
  const { year, agency, calendar, overrides } = view;
  const words = t.calendar;
  const page = calendarPage(calendar, year);
  const own = overrides.filter((each) => each.day.year === year);
  return {
    title: agency ? words.title(year, agency.name) : words.titleWithoutAgency(year),
    tone: page.provisional ? 'warning' : 'neutral',
    blocks: [
      { kind: 'text', text: page.provisional ? words.provisional : words.official },
      { kind: 'fields', fields: spansOf(page, t) },
      ...section(
        words.worked,
        page.workedWeekendDays.map((day) => t.dates.day(day)),
      ),
      ...section(
        words.own,
        own.map(({ day, working, name }) =>
          working ? words.ownWorking(t.dates.day(day), name) : words.ownOff(t.dates.day(day), name),
        ),
      ),
      { kind: 'text', text: words.workingDayCount(page.workingDayCount), style: 'small' },
    ],
    buttons: buttonsOf(view, own.length > 0, t),
  };
}

/** Days that follow one another for one reason are one row: "thứ Hai, 8/2/2016 – thứ Sáu, 12/2/2016". */
function spansOf(page: CalendarPage, t: Locale): { label: string; value: string }[] {
  const spans: { name: string; from: Temporal.PlainDate; to: Temporal.PlainDate }[] = [];
  for (const off of page.daysOff) {
    const reason = dayOffName(off, t);
    const kind = t.calendar.kinds[off.kind];
    const name = off.kind === 'holiday' || off.name === null ? reason : t.calendar.dayOff(reason, kind);
    const last = spans.at(-1);
    if (last && last.name === name && last.to.add({ days: 1 }).equals(off.day)) last.to = off.day;
    else spans.push({ name, from: off.day, to: off.day });
  }
  return spans.map(({ name, from, to }) => ({
    label: name,
    value: t.calendar.span(t.dates.day(from), t.dates.day(to)),
  }));
}

function section(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'text', text: title, style: 'strong' },
    { kind: 'text', text: lines.join('\n') },
  ];
}

function buttonsOf(
  { year, agency, mayImport, mayOverride }: YearView,
  hasOwn: boolean,
  t: Locale,
): Button[][] {
  const words = t.calendar.button;
  const years: Button[] = [
    ...(year > firstYear
      ? [{ label: words.previous(year - 1), action: 'calendar.year', id: String(year - 1) }]
      : []),
    ...(year < lastYear
      ? [{ label: words.next(year + 1), action: 'calendar.year', id: String(year + 1) }]
      : []),
  ];
  const changes: Button[] = [
    ...(mayImport ? [{ label: words.import, action: 'calendar.import', id: String(year) }] : []),
    ...(agency && mayOverride
      ? [{ label: words.addDay, action: 'calendar.addDay', id: `${agency.id}.${year}` }]
      : []),
    ...(agency && mayOverride && hasOwn
      ? [{ label: words.removeDay, action: 'calendar.removeDay', id: `${agency.id}.${year}` }]
      : []),
  ];
  return [years, changes].filter((row) => row.length > 0);
}
