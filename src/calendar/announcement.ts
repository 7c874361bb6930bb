/**
 * Reads the announcement of a year's days off that an admin imports. Pure. One day a line:
 *
 *     # Thông báo nghỉ Tết và Quốc khánh 2027
 *     2027-02-05,off,Tết Nguyên đán
 *     2027-02-13,working,làm bù ngày 5/2
 *
 * Fields are parted by comma, semicolon or tab (as spreadsheets save them); the date may also be 5/2/2027; `off` may be nghỉ,
 * `working` làm or làm bù or làm việc; empty lines and lines that begin with # say nothing.
 */
import type { AnnouncedDay } from './buildCalendar.ts';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR } from './lunar.ts';
import { publicHolidays } from './publicHolidays.ts';

type AnnouncementProblem =
  | 'nothing-announced'
  | 'too-many-lines'
  | 'fields-missing'
  | 'not-a-date'
  | 'no-such-day'
  | 'year-out-of-range'
  | 'neither-off-nor-working'
  | 'name-missing'
  | 'name-too-long'
  | 'day-twice';

/** `line` counts from 1; `value` is the part of the line that the problem is about, as it was written. */
type AnnouncementError = { line: number; problem: AnnouncementProblem; value: string };

export type ParsedAnnouncement =
  | { ok: true; days: readonly AnnouncedDay[] }
  | { ok: false; errors: readonly AnnouncementError[] };

const ANNOUNCEMENT_LINES_MAX = 1000;
const ANNOUNCED_NAME_CHARACTERS_MAX = 200;

/** All days of the file, or every error in it, one a line at most. Never throws. */
export function parseAnnouncement(text: string): ParsedAnnouncement {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, ANNOUNCEMENT_LINES_MAX + 1);
  const days = new Map<string, AnnouncedDay>();
  const errors: AnnouncementError[] = [];
  lines.slice(0, ANNOUNCEMENT_LINES_MAX).forEach((source, index) => {
    const line = index + 1;
    if (source.trim() === '' || source.trimStart().startsWith('#')) return;
    const read = readLine(source);
    if ('problem' in read) {
      errors.push({ line, ...read });
      return;
    }
    const key = read.day.toString();
    if (days.has(key)) errors.push({ line, problem: 'day-twice', value: key });
    days.set(key, read);
  });
  if (lines.length > ANNOUNCEMENT_LINES_MAX) {
    errors.push({ line: lines.length, problem: 'too-many-lines', value: String(ANNOUNCEMENT_LINES_MAX) });
  }
  if (errors.length === 0 && days.size === 0) {
    errors.push({ line: 1, problem: 'nothing-announced', value: '' });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, days: [...days.values()] };
}

/**
 * The public holidays of `year` of which an announcement gives no day off at all, by name with the days the Labour Code would
 * give. An imported year stands for itself, so one that names only Tết makes the rest of the holidays working days: whoever imports is
 * told these.
 */
export function holidaysNotAnnounced(
  year: number,
  announced: readonly AnnouncedDay[],
): readonly { name: string; days: readonly Temporal.PlainDate[] }[] {
  const off = new Set(announced.filter((each) => !each.working).map((each) => each.day.toString()));
  const weekdaysByName = Map.groupBy(
    publicHolidays(year).filter((each) => each.day.dayOfWeek <= 5),
    (each) => each.name,
  );
  return [...weekdaysByName]
    .map(([name, holidays]) => ({ name, days: holidays.map((each) => each.day) }))
    .filter(({ days }) => !days.some((day) => off.has(day.toString())));
}

type LineProblem = { problem: AnnouncementProblem; value: string };

function readLine(source: string): AnnouncedDay | LineProblem {
  const [date = '', kind, ...rest] = source.split(/[,;\t]/);
  if (kind === undefined) return { problem: 'fields-missing', value: shortened(source) };
  const day = readDay(date.trim());
  if ('problem' in day) return day;
  const working = WORDS.get(kind.trim().normalize('NFC').toLowerCase());
  if (working === undefined) return { problem: 'neither-off-nor-working', value: shortened(kind) };
  const name = rest
    .join(',')
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  if (name === '') return { problem: 'name-missing', value: shortened(source) };
  if (name.length > ANNOUNCED_NAME_CHARACTERS_MAX)
    return { problem: 'name-too-long', value: shortened(name) };
  return { day, working, name };
}

/** Which words say that the day is worked. */
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['off', 'nghỉ', 'nghi'].map((word) => [word, false] as const),
  ...['working', 'làm', 'lam', 'làm bù', 'lam bu', 'làm việc', 'lam viec'].map(
    (word) => [word, true] as const,
  ),
]);

function readDay(text: string): Temporal.PlainDate | LineProblem {
  const found =
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(text) ??
    /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/.exec(text);
  if (!found?.groups) return { problem: 'not-a-date', value: shortened(text) };
  const { year, month, day } = found.groups;
  try {
    const read = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    const inRange = read.year >= FIRST_LUNAR_YEAR && read.year <= LAST_LUNAR_YEAR;
    return inRange ? read : { problem: 'year-out-of-range', value: text };
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'no-such-day', value: text };
    throw error;
  }
}

/** Enough of a wrong value to find it by. */
function shortened(value: string): string {
  return value.trim().slice(0, 80);
}
