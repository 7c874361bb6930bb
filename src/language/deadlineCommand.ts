/** `daumoi deadline`: text in, one JSON object out; the reading of arguments and files is the command line's. Pure. */
import { z } from 'zod';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { closingDeadline } from './deadlines/closing.ts';
import type { DeadlineKind, FoundDeadline } from './deadlines/deadline.ts';
import { explainDeadlines, explanationLines } from './deadlines/explain.ts';
import { findDeadlines } from './deadlines/findDeadlines.ts';
import { writeRecurrence } from './deadlines/recurrence.ts';

/** `deadline`: a date, or date and time with offset when the words give a time; null when none was found or none can be
 *  worked out. `recurrence`: `monthly:25`, see `writeRecurrence`. */
export type DeadlineAnswer = {
  text: string;
  deadline: string | null;
  kind: DeadlineKind;
  recurrence: string | null;
};

/** What is wrong with what the user typed; the command line prints it to standard error and ends with status 1. */
export class BadDeadlineInput extends Error {
  override name = 'BadDeadlineInput';
}

export function answerDeadline(
  text: string,
  now: Temporal.ZonedDateTime,
  calendar: WorkCalendar,
): DeadlineAnswer {
  const closing = closingDeadline(findDeadlines(text, { now, calendar }));
  return {
    text,
    deadline: closing && writtenDeadline(closing, calendar.timeZone),
    kind: closing?.kind ?? 'none',
    recurrence: closing?.recurrence ? writeRecurrence(closing.recurrence) : null,
  };
}

/** One line of `--jsonl`: `{"text","from"}`, or `ref` for `from`; answers with the JSON of `answerDeadline`.
 *  Throws BadDeadlineInput for a line that is no such object. */
export function answerDeadlineLine(line: string, calendar: WorkCalendar): string {
  const parsed = Line.safeParse(jsonOf(line));
  if (!parsed.success) throw new BadDeadlineInput(`not a line {"text","from"}: ${line.slice(0, 200)}`);
  const { text, from, ref } = parsed.data;
  const moment = from ?? ref;
  if (moment === undefined) throw new BadDeadlineInput(`neither "from" nor "ref": ${line.slice(0, 200)}`);
  return JSON.stringify(answerDeadline(text, readMoment(moment, calendar.timeZone), calendar));
}

/** What `--explain` prints before the answer. */
export function explainDeadline(text: string, now: Temporal.ZonedDateTime, calendar: WorkCalendar): string[] {
  return explanationLines(explainDeadlines(text, { now, calendar }));
}

/** An ISO moment with an offset, `2016-04-05T16:41+07:00`, or without one: wall time in the zone; a day alone is its beginning.
 *  Throws BadDeadlineInput. */
export function readMoment(text: string, timeZone: string): Temporal.ZonedDateTime {
  try {
    if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) && text.includes('T')) {
      return Temporal.Instant.from(text).toZonedDateTimeISO(timeZone);
    }
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone);
  } catch {
    throw new BadDeadlineInput(`not a moment such as 2016-04-05T16:41+07:00: ${text.slice(0, 100)}`);
  }
}

const Line = z.object({ text: z.string(), from: z.string().optional(), ref: z.string().optional() });

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function writtenDeadline({ dueOn, time }: FoundDeadline, timeZone: string): string | null {
  if (!dueOn || !time) return dueOn?.toString() ?? null;
  return dueOn
    .toZonedDateTime({ timeZone, plainTime: time })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
