/** `daumoi extract`: passages of documents in, tasks as plain data out. Pure; reading files and printing is the caller's. */
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { type ExtractedTask, extractTasks } from './assignments/extractTasks.ts';
import type { FoundDeadline } from './deadlines/deadline.ts';
import { writeRecurrence } from './deadlines/recurrence.ts';

/** One task as it is printed. `deadline`: "2016-04-15", with a time "2016-04-15T17:00:00+07:00", or null. */
export type ExtractAnswer = {
  lead: string[];
  coordinating: string[];
  action: string;
  deadlineText: string | null;
  deadline: string | null;
  recurrence: string | null;
};

/** What is wrong with a line of JSON Lines, as a word that the caller puts into a sentence. */
export type LineProblem = 'not-json' | 'no-text' | 'no-date';

/** The tasks of a passage or of a whole document, in order. `date` is the day it was written. */
export function extractFromText(
  text: string,
  date: Temporal.PlainDate,
  calendar: WorkCalendar,
): ExtractAnswer[] {
  const now = date.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: WRITTEN_AT });
  return extractTasks(text, { now, calendar }).map((task) => answerOf(task, calendar.timeZone));
}

/** One line `{"id","text","date"}` → `{"id","tasks"}`; other fields are left aside. */
export function extractFromLine(
  line: string,
  calendar: WorkCalendar,
): { answer: { id: unknown; tasks: ExtractAnswer[] } } | { problem: LineProblem } {
  const fields = fieldsOf(line);
  if (!fields) return { problem: 'not-json' };
  if (typeof fields.text !== 'string') return { problem: 'no-text' };
  const date = dateOf(fields.date);
  if (!date) return { problem: 'no-date' };
  return { answer: { id: fields.id ?? null, tasks: extractFromText(fields.text, date, calendar) } };
}

/** A document is dated by the day; "trong 24 giờ" is counted from the start of office hours. */
const WRITTEN_AT = Temporal.PlainTime.from('08:00');

function fieldsOf(line: string): { id?: unknown; text?: unknown; date?: unknown } | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** "2016-04-05", or a date and time, of which the day is taken. */
function dateOf(value: unknown): Temporal.PlainDate | null {
  if (typeof value !== 'string') return null;
  try {
    return Temporal.PlainDate.from(value);
  } catch {
    return null;
  }
}

function answerOf(task: ExtractedTask, timeZone: string): ExtractAnswer {
  const recurrence = task.deadline?.recurrence ?? null;
  return {
    lead: task.leads.map(({ text }) => text),
    coordinating: task.coordinating.map(({ text }) => text),
    action: task.action.text,
    deadlineText: task.deadline?.text ?? null,
    deadline: task.deadline && written(task.deadline, timeZone),
    recurrence: recurrence && writeRecurrence(recurrence),
  };
}

function written({ dueOn, time }: FoundDeadline, timeZone: string): string | null {
  if (!dueOn || !time) return dueOn?.toString() ?? null;
  return dueOn
    .toZonedDateTime({ timeZone, plainTime: time })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
