/** Forms that are counted from the day of writing, and those that come again. */
import calendar from '../../calendar/vn-working-calendar-2016-2026.json' with { type: 'json' };
import type { Day, WideForm } from './wider.ts';

const plus = (today: Day, days: number) => today.add({ days }).toString();
const monday = (today: Day) => today.subtract({ days: today.dayOfWeek - 1 });

function ahead(days: number, text: string): WideForm {
  return { kind: 'relative', write: (today) => [text, plus(today, days)] };
}

function aheadAt(days: number, hour: string, text: string): WideForm {
  return { kind: 'relative', write: (today) => [text, `${plus(today, days)}T${hour}:00+07:00`] };
}

/** A weekday of the week `weeks` ahead, 1 Monday – 7 Sunday. */
function inWeek(weeks: number, weekday: number, text: string): WideForm {
  return { kind: 'relative', write: (today) => [text, plus(monday(today), 7 * weeks + weekday - 1)] };
}

/** The next such weekday after today. */
function coming(weekday: number, text: string): WideForm {
  return {
    kind: 'relative',
    write: (today) => [text, plus(today, ((weekday - today.dayOfWeek + 6) % 7) + 1)],
  };
}

function lasting(duration: Temporal.DurationLike, text: string): WideForm {
  return { kind: 'duration', write: (today) => [text, today.add(duration).toString()] };
}

/** Counted day by day on the published list of days off. */
function workingDays(count: number, text: string): WideForm {
  return {
    kind: 'working_days',
    write(today) {
      let day = today;
      for (let left = count; left > 0; ) {
        day = day.add({ days: 1 });
        if (isWorked(day)) left -= 1;
      }
      return [text, day.toString()];
    },
  };
}

const off = new Set(Object.values(calendar.off).flat());
const worked = new Set(Object.values(calendar.swap_off_to_working_saturday));

function isWorked(day: Day): boolean {
  return worked.has(day.toString()) || (day.dayOfWeek <= 5 && !off.has(day.toString()));
}

/** The first day of the month `day` on or after today, or its last day where the month is shorter. */
function monthly(day: number, text: string): WideForm {
  return {
    kind: 'recurring',
    write(today) {
      const thisMonth = today.with({ day: 1 }).with({ day });
      const next = today.with({ day: 1 }).add({ months: 1 }).with({ day });
      return [text, (Temporal.PlainDate.compare(thisMonth, today) >= 0 ? thisMonth : next).toString()];
    },
  };
}

function endOfQuarter({ year, month }: Day): string {
  const last = 3 * Math.ceil(month / 3);
  return Temporal.PlainDate.from({ year, month: last, day: 31 }, { overflow: 'constrain' }).toString();
}

export const wideRelativeForms: readonly WideForm[] = [
  ahead(0, 'trong ngày hôm nay'),
  ahead(1, 'ngày mai'),
  ahead(1, 'trước ngày mai'),
  ahead(2, 'ngày kia'),
  ahead(2, 'ngày mốt'),
  ahead(1, 'by tomorrow'),
  aheadAt(0, '17:00', 'chiều nay'),
  aheadAt(0, '12:00', 'trước trưa nay'),
  aheadAt(1, '12:00', 'sáng mai'),
  aheadAt(1, '17:00', 'cuối giờ chiều mai'),
  aheadAt(1, '09:00', 'trước 9h sáng mai'),
  aheadAt(0, '16:00', 'trước 16h hôm nay'),
  aheadAt(1, '17:00', 'tomorrow by 5pm'),
  inWeek(1, 5, 'tuần sau'),
  inWeek(1, 5, 'trong tuần tới'),
  inWeek(1, 5, 'thứ Sáu tuần sau'),
  inWeek(1, 1, 'thứ 2 tuần tới'),
  inWeek(1, 7, 'chủ nhật tuần sau'),
  inWeek(1, 4, 't5 tuần sau'),
  inWeek(1, 2, 'đầu tuần sau'),
  inWeek(1, 3, 'giữa tuần tới'),
  inWeek(1, 5, 'by the end of next week'),
  inWeek(1, 3, 'next Wednesday'),
  inWeek(0, 5, 'trong tuần này'),
  inWeek(0, 5, 'thứ Sáu tuần này'),
  inWeek(0, 4, 'thứ Năm này'),
  coming(5, 'trước thứ Sáu'),
  coming(1, 'thứ Hai tới'),
  coming(3, 'T4'),
  coming(7, 'chủ nhật'),
  coming(2, 'by Tuesday'),
  lasting({ days: 7 }, 'trong 7 ngày'),
  lasting({ days: 10 }, 'trong vòng 10 ngày'),
  lasting({ days: 15 }, 'trong thời hạn mười lăm ngày'),
  lasting({ days: 10 }, 'sau 10 ngày'),
  lasting({ weeks: 2 }, '2 tuần nữa'),
  lasting({ weeks: 3 }, 'trong vòng 3 tuần'),
  lasting({ months: 1 }, 'trong vòng 1 tháng'),
  lasting({ months: 3 }, 'trong thời hạn 03 (ba) tháng'),
  lasting({ days: 30 }, 'trong 30 ngày kể từ ngày ký'),
  lasting({ days: 3 }, 'within 3 days'),
  lasting({ weeks: 2 }, 'in two weeks'),
  workingDays(3, 'trong 3 ngày làm việc'),
  workingDays(5, '05 ngày làm việc'),
  workingDays(10, 'trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản'),
  workingDays(2, 'chậm nhất 2 ngày làm việc'),
  workingDays(7, 'within 7 working days'),
  monthly(25, 'trước ngày 25 hằng tháng'),
  monthly(5, 'ngày 5 hàng tháng'),
  monthly(31, 'ngày 31 mỗi tháng'),
  monthly(15, 'by the 15th of each month'),
  { kind: 'recurring', write: (today) => ['hằng quý', endOfQuarter(today)] },
  { kind: 'recurring', write: (today) => ['ngày cuối quý', endOfQuarter(today)] },
  {
    kind: 'recurring',
    write: ({ year, month }) => ['6 tháng một lần', month <= 6 ? `${year}-06-30` : `${year}-12-31`],
  },
  {
    kind: 'recurring',
    write: (today) => ['thứ Sáu hằng tuần', plus(today, (5 - today.dayOfWeek + 7) % 7)],
  },
];
