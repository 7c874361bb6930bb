/** Reads the announcement of a meeting: "Làm việc giữa TTTT và Cục CNTT, 14h ngày 5/4 tại phòng họp A". Pure; never throws. */
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { FoundDeadline } from '../language/deadlines/deadline.ts';
import { findDeadlines } from '../language/deadlines/findDeadlines.ts';
import { findUnits } from '../language/matching/matchUnits.ts';
import type { UnitIndex } from '../language/matching/unitIndex.ts';

/** `now` in the zone of the one who writes. */
export type MeetingContext = { now: Temporal.ZonedDateTime; calendar: WorkCalendar };

export type MeetingReading = {
  title: string;
  /** Null when the words name none. */
  heldOn: Temporal.PlainDate | null;
  startTime: Temporal.PlainTime | null;
  place: string;
  /** Agencies named, in order: as a whole, or by one department that only one of them has. */
  agencyIds: number[];
};

export function readMeeting(line: string, context: MeetingContext & { units: UnitIndex }): MeetingReading {
  const text = line.normalize('NFC').trim();
  const when = findWhen(text, context);
  const place = findPlace(text);
  const title = without(text, [...(when ? [when] : []), ...(place ? [place] : [])]);
  const named = findUnits(text, context.units).flatMap(({ candidates }) => {
    const agencyIds = new Set(candidates.map(({ unit }) => unit.agencyId));
    return agencyIds.size === 1 ? [...agencyIds] : [];
  });
  return {
    title,
    heldOn: when?.heldOn ?? null,
    startTime: when?.startTime ?? null,
    place: place?.name ?? '',
    agencyIds: [...new Set(named)],
  };
}

/** The day that words or a picked date name. Null: none. */
export function readMeetingDay(words: string, context: MeetingContext): Temporal.PlainDate | null {
  const text = words.normalize('NFC').trim();
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return existing(() => Temporal.PlainDate.from(text, strict));
  return findWhen(text, context)?.heldOn ?? null;
}

/** The time that words name: "14h", "8h30", "2 giờ chiều", "2pm". Null: none. */
export function readMeetingTime(words: string, context: MeetingContext): Temporal.PlainTime | null {
  const text = words.normalize('NFC').trim();
  const plain = /^(?<hour>\d{1,2})(?:[:hg.]|\s*giờ)\s*(?<minute>\d{2})?\s*(?:phút|p|')?$/iu.exec(
    text,
  )?.groups;
  if (plain) {
    const [hour, minute] = [Number(plain.hour), Number(plain.minute ?? 0)];
    return existing(() => Temporal.PlainTime.from({ hour, minute }, strict));
  }
  // A time is found beside a day; this one is only there for it.
  const { now } = context;
  const beside = now.toPlainDate().add({ days: 1 });
  return findWhen(`${text} ngày ${beside.day}/${beside.month}/${beside.year}`, context)?.startTime ?? null;
}

type Span = { from: number; to: number };

const strict = { overflow: 'reject' } as const;

function findWhen(
  text: string,
  context: MeetingContext,
): (Span & Pick<MeetingReading, 'heldOn' | 'startTime'>) | null {
  const found = findDeadlines(text, context).find((each) => each.dueOn !== null || each.time !== null);
  if (found) {
    const { from, to } = found;
    return { from, to, heldOn: nearest(found, context.now.toPlainDate()), startTime: startOf(found) };
  }
  return pastDay(text, context.now.toPlainDate());
}

/** Meetings are written down afterwards too: a day without a year is the nearest one, not the next. */
function nearest({ dueOn, convention }: FoundDeadline, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (dueOn === null || convention?.name !== 'year-implied') return dueOn;
  const farAhead = today.until(dueOn).days > halfYear;
  return farAhead ? dueOn.subtract({ years: 1 }) : dueOn;
}

const halfYear = 183;

/** "sáng nay" closes a task at noon, but a meeting begins at a time that was not said. */
function startOf({ time, convention }: FoundDeadline): Temporal.PlainTime | null {
  return convention?.name === 'part-of-day' ? null : time;
}

/** Days that no deadline lies on. */
function pastDay(
  text: string,
  today: Temporal.PlainDate,
): (Span & Pick<MeetingReading, 'heldOn' | 'startTime'>) | null {
  const yesterday =
    /(?<![\p{L}\p{N}])(?:(?<time>\d{1,2}(?:h|:)\d{0,2})\s+)?(?:hôm qua|yesterday)(?:\s+(?:lúc|at)\s+(?<later>\d{1,2}(?:h|:)\d{0,2}))?(?![\p{L}\p{N}])/iu.exec(
      text,
    );
  if (yesterday) {
    const { index, 0: words, groups } = yesterday;
    const span = { from: index, to: index + words.length };
    return {
      ...span,
      heldOn: today.subtract({ days: 1 }),
      startTime: clockTime(groups?.time ?? groups?.later ?? ''),
    };
  }
  const written =
    /(?<![\p{L}\p{N}/])(?:(?:sáng|chiều|tối|ngày)\s+)*(?<day>\d{1,2})\/(?<month>\d{1,2})(?:\/(?<year>\d{4}))?(?![\p{L}\p{N}/])/iu.exec(
      text,
    );
  if (!written?.groups) return null;
  const { day, month, year } = written.groups;
  const heldOn = existing(() =>
    Temporal.PlainDate.from(
      { day: Number(day), month: Number(month), year: Number(year ?? today.year) },
      strict,
    ),
  );
  if (!heldOn) return null;
  return { from: written.index, to: written.index + written[0].length, heldOn, startTime: null };
}

function clockTime(text: string): Temporal.PlainTime | null {
  const [hour = '', minute = ''] = text.split(/[h:]/iu);
  if (hour === '') return null;
  return existing(() => Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute || 0) }, strict));
}

/** "tại phòng họp A", up to a comma, a date or the end; in English only before a word for a place. */
function findPlace(text: string): (Span & { name: string }) | null {
  const lead = String.raw`(?:địa điểm:?\s|nơi họp:?\s|tại\s|ở\s|(?:in|at)\s+(?:the\s+)?(?=[^,;.\n]*(?:room|hall|office|centre|center|building)))`;
  const end = String.raw`(?=\s*(?:[,;.\n]|$|\s(?:lúc|vào|ngày|hôm|sáng|chiều|on)\s))`;
  const found = new RegExp(String.raw`(?<![\p{L}\p{N}])${lead}\s*(?<name>(?!\d)[^,;.\n]+?)${end}`, 'iu').exec(
    text,
  );
  const name = found?.groups?.name?.trim() ?? '';
  if (!found || name === '') return null;
  return { from: found.index, to: found.index + found[0].length, name };
}

/** What is left, without the words that led to what was taken. */
function without(text: string, taken: readonly Span[]): string {
  let left = text;
  for (const { from, to } of taken.toSorted((a, b) => b.from - a.from)) {
    left = `${left.slice(0, from)} ${left.slice(to)}`;
  }
  return left
    .replace(/(?:[\s,;]|(?<![\p{L}\p{N}])(?:lúc|vào|vào lúc|on|at))+$/iu, '')
    .replace(/\s+(?:lúc|vào|vào lúc)\s*(?=[,;]|$)/giu, '')
    .replace(/\s*([,;])(?:\s*[,;])+/gu, '$1')
    .replace(/\s+([,;.])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;]+|[\s,;]+$/gu, '');
}

function existing<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null; // no such day or time
  }
}
