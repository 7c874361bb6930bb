/** Forms that name a day, a month, a quarter or a year. */
import type { Day, WideForm } from './wider.ts';

const ROMAN = ['', 'I', 'II', 'III', 'IV'];
const MONTH_WORDS = ',một,hai,ba,tư,năm,sáu,bảy,tám,chín,mười,mười một,mười hai'.split(',');
const ENGLISH_MONTHS =
  ',January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

const later = (today: Day, days: number) => today.add({ days });
const two = (number: number) => `${number}`.padStart(2, '0');
const endOfMonth = (year: number, month: number) =>
  Temporal.PlainDate.from({ year, month, day: 31 }, { overflow: 'constrain' }).toString();

/** A form for a day that lies `days` ahead. */
function onDay(days: number, kind: string, write: (day: Day) => string): WideForm {
  return { kind, write: (today) => [write(later(today, days)), later(today, days).toString()] };
}

/** A form for a day and hour that lie `days` ahead. */
function atHour(days: number, hour: string, write: (day: Day) => string): WideForm {
  const time = `T${hour}:00+07:00`;
  return {
    kind: 'date',
    write: (today) => [write(later(today, days)), `${later(today, days).toString()}${time}`],
  };
}

/** A form for a month that lies `months` ahead; `due` gives the day of that month, null its last. */
function inMonth(
  months: number,
  due: number | null,
  write: (year: number, month: number) => string,
): WideForm {
  return {
    kind: 'month',
    write(today) {
      const { year, month } = today.with({ day: 1 }).add({ months });
      const expect = due ? `${year}-${two(month)}-${two(due)}` : endOfMonth(year, month);
      return [write(year, month), expect];
    },
  };
}

/** A form for a quarter of the next year; `ends` is the number of its months that the part leaves. */
function inQuarter(quarter: number, ends: number, write: (year: number) => string): WideForm {
  return {
    kind: 'quarter',
    write({ year }) {
      const first = Temporal.PlainDate.from({ year: year + 1, month: 3 * quarter - 2, day: 1 });
      return [write(year + 1), first.add({ months: ends }).subtract({ days: 1 }).toString()];
    },
  };
}

const dates: readonly WideForm[] = [
  onDay(9, 'date', (d) => `trước ngày ${d.day}/${d.month}/${d.year}`),
  onDay(40, 'date', (d) => `trước ngày ${two(d.day)}/${two(d.month)}/${d.year}`),
  onDay(12, 'date', (d) => `trước ngày ${d.day}-${d.month}-${d.year}`),
  onDay(33, 'date', (d) => `trước ngày ${d.day}.${d.month}.${d.year}`),
  onDay(75, 'date', (d) => `trước ngày ${d.day} tháng ${d.month} năm ${d.year}`),
  onDay(5, 'date', (d) => `chậm nhất ngày ${two(d.day)} tháng ${two(d.month)} năm ${d.year}`),
  onDay(6, 'date', (d) => `trước ngày ${d.day}/${d.month}`),
  onDay(61, 'date', (d) => `hạn chót ${d.day}/${d.month}`),
  onDay(3, 'date', (d) => `chậm nhất ${d.day}-${d.month}`),
  onDay(15, 'date', (d) => `đến hết ngày ${d.day}/${d.month}`),
  onDay(20, 'date', (d) => `hạn: ${d.day}/${d.month}`),
  onDay(8, 'date', (d) => `${d.day}/${d.month} nhé`),
  onDay(100, 'date', (d) => `không quá ngày ${d.day}/${d.month}/${d.year}`),
  onDay(11, 'date', (d) => `trước ngày ${d.day} tháng ${d.month}`),
  onDay(14, 'date', (d) => `trước ngày ${d.day} tháng ${MONTH_WORDS[d.month]}`),
  onDay(2, 'date', (d) => d.toString()),
  onDay(
    18,
    'date',
    (d) =>
      `từ ngày ${d.subtract({ days: 7 }).day}/${d.subtract({ days: 7 }).month} đến ngày ${d.day}/${d.month}`,
  ),
  onDay(25, 'date', (d) => `by ${d.day} ${ENGLISH_MONTHS[d.month]} ${d.year}`),
  onDay(26, 'date', (d) => `before ${ENGLISH_MONTHS[d.month]} ${d.day}`),
  onDay(27, 'date', (d) => `no later than ${ENGLISH_MONTHS[d.month]?.slice(0, 3)} ${d.day}, ${d.year}`),
  atHour(4, '17:00', (d) => `trước 17h00 ngày ${d.day}/${d.month}`),
  atHour(7, '16:30', (d) => `trước 16 giờ 30 phút ngày ${d.day}/${d.month}/${d.year}`),
  atHour(10, '09:00', (d) => `trước 9h sáng ${d.day}/${d.month}`),
  atHour(13, '17:00', (d) => `${d.day}/${d.month}, trước 5 giờ chiều`),
  atHour(16, '14:00', (d) => `14h ngày ${d.day} tháng ${d.month}`),
  atHour(19, '17:30', (d) => `by 5:30 pm on ${d.day} ${ENGLISH_MONTHS[d.month]}`),
];

const months: readonly WideForm[] = [
  inMonth(0, null, (y, m) => `trong tháng ${m}/${y}`),
  inMonth(1, null, (_, m) => `trong tháng ${m}`),
  inMonth(2, null, (y, m) => `hết tháng ${two(m)} năm ${y}`),
  inMonth(5, null, (y, m) => `cuối tháng ${m}-${y}`),
  inMonth(1, 10, (_, m) => `đầu tháng ${m}`),
  inMonth(2, 15, (_, m) => `giữa tháng ${m}`),
  inMonth(3, 20, (y, m) => `trung tuần tháng ${m}/${y}`),
  inMonth(4, 10, (y, m) => `thượng tuần tháng ${m} năm ${y}`),
  inMonth(6, 15, (_, m) => `trong nửa đầu tháng ${m}`),
  inMonth(1, null, () => 'cuối tháng sau'),
  inMonth(1, 15, () => 'giữa tháng tới'),
  inMonth(0, null, () => 'trong tháng này'),
  inMonth(7, null, (_, m) => `tháng ${MONTH_WORDS[m]}`),
  inMonth(2, 15, (_, m) => `by mid-${ENGLISH_MONTHS[m]}`),
  inMonth(3, null, (y, m) => `by the end of ${ENGLISH_MONTHS[m]} ${y}`),
  inMonth(1, null, () => 'by the end of next month'),
  inMonth(0, null, (y, m) => {
    const next = Temporal.PlainDate.from({ year: y, month: m, day: 1 }).add({ months: 1 });
    return `trước tháng ${next.month}/${next.year}`;
  }),
];

const longer: readonly WideForm[] = [
  ...[1, 2, 3, 4].flatMap((q) => [
    inQuarter(q, 3, (y) => `trong quý ${ROMAN[q]}/${y}`),
    inQuarter(q, 3, (y) => `quý ${q} năm ${y}`),
    inQuarter(q, 1, (y) => `đầu quý ${ROMAN[q]}/${y}`),
    inQuarter(q, 2, (y) => `giữa quý ${q}-${y}`),
    inQuarter(q, 0, (y) => `trước quý ${ROMAN[q]} năm ${y}`),
    inQuarter(q, 3, (y) => `by the end of Q${q} ${y}`),
  ]),
  { kind: 'year', write: ({ year }) => [`trong năm ${year + 1}`, `${year + 1}-12-31`] },
  { kind: 'year', write: ({ year }) => [`trước năm ${year + 1}`, `${year}-12-31`] },
  { kind: 'year', write: ({ year }) => ['cuối năm', `${year}-12-31`] },
  { kind: 'year', write: ({ year }) => [`6 tháng đầu năm ${year + 1}`, `${year + 1}-06-30`] },
  { kind: 'year', write: ({ year }) => ['giữa năm sau', `${year + 1}-06-30`] },
];

export const wideForms: readonly WideForm[] = [...dates, ...months, ...longer];
