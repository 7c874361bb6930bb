/** How vague words of a deadline were understood: "giữa tháng" hiểu là ngày 15. */
import type {
  Convention,
  Holiday,
  PartOfDay,
  PeriodPart,
  PeriodUnit,
} from '../../language/deadlines/deadline.ts';
import type { Dates } from '../dates.ts';

const units: Readonly<Record<PeriodUnit | 'day', string>> = {
  day: 'ngày',
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  year: 'năm',
};

const parts: Readonly<Record<PeriodPart, string>> = {
  whole: 'trong',
  early: 'đầu',
  middle: 'giữa',
  late: 'cuối',
  'first-half': 'nửa đầu',
  'second-half': 'nửa cuối',
  'first-ten-days': 'thượng tuần',
  'second-ten-days': 'trung tuần',
  'last-ten-days': 'hạ tuần',
  'first-months': 'những tháng đầu',
  'week-of-month': 'tuần trong',
  before: 'trước',
};

const holidays: Readonly<Record<Holiday, string>> = {
  tet: 'Tết Nguyên đán',
  'new-year': 'Tết Dương lịch',
  'hung-kings': 'Giỗ Tổ Hùng Vương',
  victory: 'lễ 30/4',
  labour: 'lễ 1/5',
  national: 'Quốc khánh',
};

const partsOfDay: Readonly<Record<PartOfDay, string>> = {
  'start-of-morning': 'đầu giờ sáng',
  morning: 'buổi sáng',
  noon: 'trưa',
  'start-of-afternoon': 'đầu giờ chiều',
  afternoon: 'buổi chiều',
  evening: 'buổi tối',
  'end-of-office-day': 'cuối giờ làm việc',
};

/** Monday first. */
const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

export function convention(
  how: Convention,
  dueOn: Temporal.PlainDate,
  time: Temporal.PlainTime | null,
  dates: Dates,
): string {
  switch (how.name) {
    case 'part-of-period':
      if (how.part === 'before')
        return `“trước ${units[how.unit]}” hiểu là ${dates.shortDay(dueOn)}, ngày cuối trước đó`;
      return `“${parts[how.part]} ${units[how.unit]}” hiểu là ${how.unit === 'month' ? `ngày ${dueOn.day}` : dates.shortDay(dueOn)}`;
    case 'year-implied':
      return `không nêu năm, hiểu là năm ${how.year}`;
    case 'month-implied':
      return `không nêu tháng, hiểu là tháng ${how.month}/${how.year}`;
    case 'next-one':
      return `${units[how.unit]} này đã qua mốc đó, hiểu là ${units[how.unit]} tới`;
    case 'coming-weekday':
      return `hiểu là ${weekdays[how.weekday - 1] ?? ''} sắp tới`;
    case 'part-of-day':
      return `“${partsOfDay[how.part]}” hiểu là ${time ? dates.time(time) : 'cuối ngày'}`;
    case 'counted-from-now':
      return `tính từ ${dates.shortDay(how.from)}, ngày giao`;
    case 'working-days':
      return `tính ${how.count} ngày làm việc, từ ngày làm việc kế tiếp`;
    case 'lunar-day':
      return `ngày ${how.day} tháng ${how.month} âm lịch`;
    case 'date-beside':
      return how.agrees ? 'theo ngày ghi kèm' : 'hai cách ghi ngày không khớp nhau, lấy ngày ghi bằng số';
    case 'end-of-range':
      return 'lấy ngày cuối của khoảng thời gian';
    case 'before-holiday':
      return `ngày làm việc cuối trước ${holidays[how.holiday]}`;
    case 'after-holiday':
      return `ngày làm việc đầu sau ${holidays[how.holiday]}`;
    case 'end-of-each-period':
      return `không nêu ngày, hiểu là ngày cuối ${units[how.unit]}`;
  }
}
