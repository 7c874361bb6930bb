/** What the reader of deadlines answers: types only. A deadline is the latest moment allowed. Pure. */
import type { WorkCalendar } from '../../calendar/workCalendar.ts';
import type { Recurrence } from './recurrence.ts';

/** The moment the words were written, in the reader's zone, and the days that count as worked. */
export type DeadlineContext = { now: Temporal.ZonedDateTime; calendar: WorkCalendar };

/** The shape of the phrase: `quarter` even for "đầu quý II", `relative` for weekdays, tomorrow, weeks and events. */
export type DeadlineKind =
  | 'date'
  | 'month'
  | 'quarter'
  | 'year'
  | 'relative'
  | 'duration'
  | 'working_days'
  | 'recurring'
  | 'none';

export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year';

/** Which part of a period was named; `before` is "trước tháng 5": the last day that does not belong to it. */
export type PeriodPart =
  | 'whole'
  | 'early'
  | 'middle'
  | 'late'
  | 'first-half'
  | 'second-half'
  | 'first-ten-days'
  | 'second-ten-days'
  | 'last-ten-days'
  | 'first-months'
  | 'week-of-month'
  | 'before';

export type PartOfDay =
  | 'start-of-morning'
  | 'morning'
  | 'noon'
  | 'start-of-afternoon'
  | 'afternoon'
  | 'evening'
  | 'end-of-office-day';

/** What the convention had to decide, so that the preview can say it ("giữa tháng hiểu là ngày 15"). The day or time it
 *  came to stands in the deadline itself. */
export type Convention =
  | { name: 'part-of-period'; unit: PeriodUnit; part: PeriodPart }
  /** "15/4" or "tháng 3" of another year than the one in which it was said. */
  | { name: 'year-implied'; year: number }
  /** "ngày 25": the first such day from now on. */
  | { name: 'month-implied'; month: number; year: number }
  /** "giữa tháng", "đầu tuần", "trước 9h": this one has passed, so the next is meant. */
  | { name: 'next-one'; unit: PeriodUnit | 'day' }
  /** "thứ Sáu" alone: the next one after today. */
  | { name: 'coming-weekday'; weekday: number }
  /** "sáng mai": until 12:00; the time stands in the deadline. */
  | { name: 'part-of-day'; part: PartOfDay }
  /** "trong 5 ngày kể từ ngày nhận": counted from the day it was written, as the day of receipt is not known. */
  | { name: 'counted-from-now'; from: Temporal.PlainDate }
  | { name: 'working-days'; count: number }
  | { name: 'lunar-day'; day: number; month: number }
  /** "rằm tháng Giêng (11/2/2017)": the date in brackets counts; also a date beside a weekday. */
  | { name: 'date-beside'; agrees: boolean }
  | { name: 'end-of-range' }
  /** The last working day before, or the first after, the leave of a public holiday. */
  | { name: 'before-holiday'; holiday: Holiday }
  | { name: 'after-holiday'; holiday: Holiday }
  /** "hằng tháng" with no day: the last day of each period. */
  | { name: 'end-of-each-period'; unit: PeriodUnit };

export type Holiday = 'tet' | 'new-year' | 'hung-kings' | 'victory' | 'labour' | 'national';

/** One expression found in a text. `text` is `source.slice(from, to)`, lead words ("trước ngày") included. */
export type FoundDeadline = {
  from: number;
  to: number;
  text: string;
  kind: DeadlineKind;
  /** Null when the words name no day one can work out; see `problem`. */
  dueOn: Temporal.PlainDate | null;
  /** Null: the end of the day. */
  time: Temporal.PlainTime | null;
  recurrence: Recurrence | null;
  /** Names of the rules that read it, joined by " + ". */
  rule: string;
  convention: Convention | null;
  /** `said`: the words name it; `convention`: a fixed convention decided; `ask`: a person should be asked. */
  sure: 'said' | 'convention' | 'ask';
  problem: 'past' | 'no-such-day' | 'event-unknown' | null;
  /** Words such as "trước", "hạn", "chậm nhất" stand before it. */
  marked: boolean;
  /** False for dates that close no task: of documents, of meetings, of what has happened, starts of spans. */
  closes: boolean;
};
