/** Days and moments in the reader's language and zone. The only place that writes dates for people. Pure. */
import type { LanguageCode } from '../database/codes.ts';

export type Dates = {
  /** "thứ Sáu, 15/4/2016" · "Friday, 15 April 2016" */
  day(day: Temporal.PlainDate): string;
  /** "15/4/2016" · "15 Apr 2016" */
  shortDay(day: Temporal.PlainDate): string;
  /** "17:00" */
  time(time: Temporal.PlainTime): string;
  /** A deadline: the day, with the time before it when there is one. "17:00 thứ Sáu, 15/4/2016" */
  due(dueOn: Temporal.PlainDate, time: Temporal.PlainTime | null): string;
  /** The same, short: "15/4/2016", "17:00 15/4/2016". */
  shortDue(dueOn: Temporal.PlainDate, time: Temporal.PlainTime | null): string;
  /** "08:30 thứ Sáu, 15/4/2016", in the reader's zone. */
  moment(at: Temporal.Instant): string;
  /** "08:30 15/4/2016" */
  shortMoment(at: Temporal.Instant): string;
};

export function datesIn(language: LanguageCode, timeZone: string): Dates {
  const { day, shortDay } = language === 'vi' ? vietnamese : english;
  const time = (at: Temporal.PlainTime) => at.toString({ smallestUnit: 'minute' });
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone);
  return {
    day,
    shortDay,
    time,
    due: (dueOn, at) => (at ? `${time(at)} ${day(dueOn)}` : day(dueOn)),
    shortDue: (dueOn, at) => (at ? `${time(at)} ${shortDay(dueOn)}` : shortDay(dueOn)),
    moment: (at) => `${time(local(at).toPlainTime())} ${day(local(at).toPlainDate())}`,
    shortMoment: (at) => `${time(local(at).toPlainTime())} ${shortDay(local(at).toPlainDate())}`,
  };
}

type Writers = Pick<Dates, 'day' | 'shortDay'>;

const vietnameseWeekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

const vietnamese: Writers = {
  day: (day) => `${vietnameseWeekdays[day.dayOfWeek - 1]}, ${vietnamese.shortDay(day)}`,
  shortDay: ({ day, month, year }) => `${day}/${month}/${year}`,
};

const english: Writers = {
  day: (day) =>
    `${englishPart(day, { weekday: 'long' })}, ${day.day} ${englishPart(day, { month: 'long' })} ${day.year}`,
  shortDay: (day) => `${day.day} ${englishPart(day, { month: 'short' })} ${day.year}`,
};

function englishPart(day: Temporal.PlainDate, options: Intl.DateTimeFormatOptions): string {
  return day.toLocaleString('en-GB', options);
}
