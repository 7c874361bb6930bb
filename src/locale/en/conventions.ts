import type { Holiday, PartOfDay, PeriodPart, PeriodUnit } from '../../language/deadlines/deadline.ts';
import type { convention as vi } from '../vi/conventions.ts';

const units: Readonly<Record<PeriodUnit | 'day', string>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
};

const parts: Readonly<Record<PeriodPart, string>> = {
  whole: 'in the',
  early: 'early',
  middle: 'mid-',
  late: 'late',
  'first-half': 'first half of the',
  'second-half': 'second half of the',
  'first-ten-days': 'first ten days of the',
  'second-ten-days': 'second ten days of the',
  'last-ten-days': 'last ten days of the',
  'first-months': 'first months of the',
  'week-of-month': 'week of the',
  before: 'before the',
};

const holidays: Readonly<Record<Holiday, string>> = {
  tet: 'Tết',
  'new-year': "New Year's Day",
  'hung-kings': "Hùng Kings' Day",
  victory: 'the 30 April holiday',
  labour: 'Labour Day',
  national: 'National Day',
};

const partsOfDay: Readonly<Record<PartOfDay, string>> = {
  'start-of-morning': 'start of the morning',
  morning: 'morning',
  noon: 'noon',
  'start-of-afternoon': 'start of the afternoon',
  afternoon: 'afternoon',
  evening: 'evening',
  'end-of-office-day': 'end of office hours',
};

/** Monday first. */
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const convention: typeof vi = (how, dueOn, time, dates) => {
  switch (how.name) {
    case 'part-of-period': {
      const words = `${parts[how.part]} ${units[how.unit]}`.replace('- ', '-');
      return `“${words}” is taken as ${how.unit === 'month' ? `day ${dueOn.day}` : dates.shortDay(dueOn)}`;
    }
    case 'year-implied':
      return `no year was named, taken as ${how.year}`;
    case 'month-implied':
      return `no month was named, taken as ${how.month}/${how.year}`;
    case 'next-one':
      return `this ${units[how.unit]} is past that point, so the next ${units[how.unit]} is meant`;
    case 'coming-weekday':
      return `taken as the coming ${weekdays[how.weekday - 1] ?? ''}`;
    case 'part-of-day':
      return `“${partsOfDay[how.part]}” is taken as ${time ? dates.time(time) : 'the end of the day'}`;
    case 'counted-from-now':
      return `counted from ${dates.shortDay(how.from)}, the day of giving`;
    case 'working-days':
      return `${how.count} working days, counted from the next working day`;
    case 'lunar-day':
      return `day ${how.day} of lunar month ${how.month}`;
    case 'date-beside':
      return how.agrees ? 'by the date beside it' : 'the two dates do not agree, the one in figures counts';
    case 'end-of-range':
      return 'the last day of the span counts';
    case 'before-holiday':
      return `the last working day before ${holidays[how.holiday]}`;
    case 'after-holiday':
      return `the first working day after ${holidays[how.holiday]}`;
    case 'end-of-each-period':
      return `no day was named, taken as the last of each ${units[how.unit]}`;
  }
};
