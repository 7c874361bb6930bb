/** What a rule may say that words mean, before the moment they were written is known. Types only. */
import type { Holiday, PartOfDay, PeriodPart, PeriodUnit } from './deadline.ts';
import type { Recurrence } from './recurrence.ts';

export type DayMeaning =
  /** A day of the calendar; what is missing is the next that fits. `monthsAway`: 0 "tháng này", 1 "tháng sau". */
  | { is: 'date'; day: number; month?: number; year?: number; monthsAway?: number; yearsAway?: number }
  /** A period and the part of it that ends the time allowed; `working`: its last working day. Neither `number` nor `away`: the one that runs. */
  | ({
      is: 'period';
      unit: PeriodUnit;
      part: PeriodPart;
      number?: number;
      months?: number;
      working?: true;
    } & Away)
  /** A day of a quarter's month 1–3, as reports are due: "ngày 15 của tháng cuối quý". */
  | ({ is: 'day of quarter'; day: number; monthOfQuarter: number; number?: number } & Away)
  /** 1 Monday – 7 Sunday. `weeksAway` null: the next such day after today; `orToday`: or today itself. */
  | { is: 'weekday'; weekday: number; weeksAway: number | null; orToday?: boolean }
  /** A weekday of a month: 1–4, 5 for the last. */
  | ({ is: 'weekday of month'; weekday: number; nth: number; number?: number } & Away)
  | { is: 'days away'; days: number }
  | { is: 'span'; amount: number; unit: SpanUnit; fromEvent?: boolean }
  /** `month` absent: of the month that runs; `day` 30 of month 12 is the last day of the year, whatever its length. */
  | { is: 'lunar'; day: number; month?: number; year?: number; leap?: boolean; wholeMonth?: boolean }
  | { is: 'holiday'; holiday: Holiday; side: 'before' | 'after'; year?: number }
  | { is: 'every'; recurrence: Recurrence }
  /** A day nobody can work out from the words: a meeting, the receipt of a document. */
  | { is: 'event' };

/** Which year, or how many periods from the one that runs. */
type Away = { away?: number; year?: number; yearsAway?: number };

export type SpanUnit = 'minute' | 'hour' | 'day' | 'workingDay' | 'week' | 'month' | 'year';

/** A time of the day: from the clock, or a part of the day by convention; 1440 is the end of the day. */
export type TimeMeaning = { minutes: number; part: PartOfDay | null; unsure?: boolean };

export type Meaning = {
  day?: DayMeaning;
  time?: TimeMeaning;
  /**
   * `alone`: enough by itself. `marked`: only after a word such as "trước", or as the whole text ("17.1", "10 ngày",
   * "tháng 4"). `joined`: only together with a day ("sáng"). Default: `alone`.
   */
  needs?: 'alone' | 'marked' | 'joined';
  /** The words are a range, of which the end is meant: "10-12/3". */
  range?: true;
  /** Not a deadline and its words cannot be one: a document number, money. */
  silent?: 'document' | 'amount' | 'past' | 'meeting';
};
