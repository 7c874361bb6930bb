/** Reads the later date that somebody asks for, in words or as a picked day, and checks that it is one. */
import { lastMoment } from '../calendar/deadlineMoment.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { UserError } from '../chat/errors.ts';
import type { FoundDeadline } from '../language/deadlines/deadline.ts';
import { findDeadlines } from '../language/deadlines/findDeadlines.ts';
import type { Locale } from '../locale/locale.ts';
import { dueText } from './card.ts';
import { readLonger } from './longer.ts';
import type { Due } from './task.ts';

export type NewDate = Due & { words: string };

type Reading = { now: Temporal.Instant; calendar: WorkCalendar; t: Locale };

/** No extension reaches further than this. */
const yearsMax = 20;

/** What a form's date field came back with: "2016-04-20" or words. @throws UserError at that field */
export function readNewDate(text: string, current: Due, reading: Reading): NewDate {
  const { t } = reading;
  if (text === '') throw new UserError(t.tasks.refusals.dateMissing, t.tasks.refusals.dateMend, 'to');
  const picked = /^\d{4}-\d\d-\d\d$/u.test(text) ? pickedDay(text) : null;
  const longer = readLonger(text, current, reading.calendar);
  if (longer) {
    return checked({ dueOn: longer.dueOn, time: longer.time }, longer.words, current, reading, 'to');
  }
  if (picked) return checked({ dueOn: picked, time: null }, t.dates.shortDay(picked), current, reading, 'to');
  const [found] = deadlinesIn(text, reading);
  if (!found) throw new UserError(t.tasks.refusals.dateNotUnderstood(text), t.tasks.refusals.dateMend, 'to');
  return dateOf(found, current, reading, 'to');
}

/** "đến 20/4 vì chờ số liệu" → the date and what is left as the reason; '' when nothing is. @throws UserError */
export function readExtension(text: string, current: Due, reading: Reading): { to: NewDate; reason: string } {
  const { t } = reading;
  const longer = readLonger(text, current, reading.calendar);
  if (longer) {
    const to = checked({ dueOn: longer.dueOn, time: longer.time }, longer.words, current, reading, null);
    return { to, reason: trimmed(text.slice(longer.words.length).replace(reasonLead, '')) };
  }
  const [found] = deadlinesIn(text, reading);
  if (!found) {
    const { dateMissing, dateNotUnderstood, dateMend } = t.tasks.refusals;
    throw new UserError(text === '' ? dateMissing : dateNotUnderstood(text.slice(0, 100)), dateMend);
  }
  const before = text.slice(0, found.from).replace(connecting, '');
  const after = text.slice(found.to).replace(reasonLead, '');
  const reason = `${trimmed(before.replace(reasonLead, ''))} ${trimmed(after)}`.trim();
  return { to: dateOf(found, current, reading, null), reason };
}

/** Whether the line begins with a date: then its first number is no task's code ("15 tháng 4"). */
export function beginsWithDate(text: string, reading: Reading): boolean {
  return deadlinesIn(text, reading)[0]?.from === 0;
}

/** Words that lead to the date, at the end of what stands before it; some of them the reader of dates has taken already. */
const connecting =
  /(?:^|[\s,;])(?:xin\s*)?(?:gia(?:\s+hạn)?\s*)?(?:(?:đến|tới|sang|thêm|to|until|till)\s*)?$/iu;
const reasonLead = /^[\s,.;:–-]*(?:vì|do|bởi vì|bởi|lý do|because of|because|as|since)?[\s:]+/iu;

function trimmed(text: string): string {
  return text.replace(/^[\s,.;:–-]+|[\s,;:–-]+$/gu, '');
}

/** Dates that are said to be of something else close no task, but a date alone on the line is what is meant. */
function deadlinesIn(text: string, { now, calendar }: Reading): FoundDeadline[] {
  const found = findDeadlines(text, { now: now.toZonedDateTimeISO(calendar.timeZone), calendar });
  const closing = found.filter((each) => each.closes);
  return closing.length > 0 ? closing : found;
}

function dateOf(found: FoundDeadline, current: Due, reading: Reading, field: string | null): NewDate {
  const { refusals } = reading.t.tasks;
  const { dueOn, time, text, problem } = found;
  if (problem === 'no-such-day') throw new UserError(refusals.dateNone(text), refusals.dateMend, field);
  if (dueOn === null) throw new UserError(refusals.dateNotUnderstood(text), refusals.dateMend, field);
  return checked({ dueOn, time }, text, current, reading, field);
}

function checked(
  date: Omit<Due, 'at'>,
  words: string,
  current: Due,
  { now, calendar, t }: Reading,
  field: string | null,
): NewDate {
  const { refusals } = t.tasks;
  const at = lastMoment(date.dueOn, date.time, calendar.timeZone);
  const latest = now.toZonedDateTimeISO(calendar.timeZone).add({ years: yearsMax }).toInstant();
  if (Temporal.Instant.compare(at, latest) > 0) {
    throw new UserError(refusals.dateNotUnderstood(words), refusals.dateMend, field);
  }
  if (Temporal.Instant.compare(at, now) <= 0) {
    throw new UserError(refusals.datePast(dueText(date, t)), refusals.dateMend, field);
  }
  if (Temporal.Instant.compare(at, current.at) <= 0) {
    throw new UserError(refusals.dateNotLater(dueText(current, t)), refusals.dateMend, field);
  }
  return { ...date, at, words };
}

function pickedDay(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null; // "2016-04-31": the reader of words says so
  }
}
