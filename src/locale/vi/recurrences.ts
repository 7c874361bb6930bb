/** A recurrence in words: "ngày 25 hằng tháng". */
import { LAST_DAY, type Recurrence } from '../../language/deadlines/recurrence.ts';

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const nths = ['đầu tiên', 'thứ hai', 'thứ ba', 'thứ tư', 'cuối cùng'];
const each = {
  day: 'hằng ngày',
  week: 'hằng tuần',
  month: 'hằng tháng',
  quarter: 'hằng quý',
  halfYear: '6 tháng một lần',
  year: 'hằng năm',
};
const units = { day: 'ngày', week: 'tuần', month: 'tháng', quarter: 'quý', halfYear: 'nửa năm', year: 'năm' };

export function recurrence({ every, interval = 1, weekdays: on, nth, days }: Recurrence): string {
  const rhythm = interval === 1 ? each[every] : `${interval} ${units[every]} một lần`;
  if (on) {
    const named = on.map((day) => weekdays[day - 1] ?? '').join(', ');
    return nth ? `${named} ${nths[nth - 1] ?? ''} ${rhythm}` : `${named} ${rhythm}`;
  }
  if (days) {
    const named = days.map(({ month, day }) => {
      const number = day === LAST_DAY ? 'ngày cuối' : `ngày ${day}`;
      if (every === 'month') return number;
      return every === 'year' ? `${number} tháng ${month}` : `${number} của tháng thứ ${month}`;
    });
    return `${named.join(', ')} ${rhythm}`;
  }
  if (every === 'day') return rhythm;
  if (every === 'week') return `thứ Sáu ${rhythm}`;
  return `ngày cuối ${units[every]}, ${rhythm}`;
}
