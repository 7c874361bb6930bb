import { LAST_DAY } from '../../language/deadlines/recurrence.ts';
import type { recurrence as vi } from '../vi/recurrences.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const nths = ['first', 'second', 'third', 'fourth', 'last'];
const units = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  halfYear: 'half-year',
  year: 'year',
};

export const recurrence: typeof vi = ({ every, interval = 1, weekdays: on, nth, days }) => {
  const rhythm = interval === 1 ? `every ${units[every]}` : `every ${interval} ${units[every]}s`;
  if (on) {
    const named = on.map((day) => weekdays[day - 1] ?? '').join(', ');
    return nth ? `${nths[nth - 1] ?? ''} ${named}, ${rhythm}` : `${named}, ${rhythm}`;
  }
  if (days) {
    const named = days.map(({ month, day }) => {
      const number = day === LAST_DAY ? 'the last day' : `day ${day}`;
      return every === 'month' ? number : `${number} of month ${month}`;
    });
    return `${named.join(', ')}, ${rhythm}`;
  }
  if (every === 'day') return rhythm;
  return every === 'week' ? `Friday, ${rhythm}` : `the last day, ${rhythm}`;
};
