/** "thêm 5 ngày", "another week": a later date said as so much more time than the present deadline gives. Pure. */
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import { fold } from '../language/folding.ts';
import type { Due } from './task.ts';

export type Longer = Pick<Due, 'dueOn' | 'time'> & {
  /** From the start of the line. */
  words: string;
};

/** Null when the line does not begin so. */
export function readLonger(line: string, current: Due, calendar: WorkCalendar): Longer | null {
  const found = pattern.exec(line)?.groups;
  if (!found) return null;
  const { words = '', count: said = '1', unit: saidUnit = '' } = found;
  const count = counts[plain(said)] ?? Number(said);
  const unit = units.find(([start]) => plain(saidUnit).startsWith(start))?.[1];
  if (unit === undefined || !Number.isInteger(count)) return null;
  const { dueOn, time } = current;
  const later =
    unit === 'workingDays' ? addWorkingDays(calendar, dueOn, count) : dueOn.add({ [unit]: count });
  return { words, dueOn: later, time };
}

const pattern =
  /^(?<words>(?:xin\s+)?(?:gia\s+hạn\s+|gia\s+han\s+)?(?:thêm|them|lùi(?:\s+lại)?|lui(?:\s+lai)?|another|by|for another)\s+(?:(?<count>\d{1,3}|một|mot|hai|ba|bốn|bon|năm|nam|a|one|two|three)\s+)?(?<unit>ngày\s+làm\s+việc|ngay\s+lam\s+viec|ngày|ngay|tuần|tuan|tháng|thang|working\s+days?|days?|weeks?|months?))(?![\p{L}\p{N}])/iu;

/** By how the folded unit begins; the longer one first. */
const units: readonly (readonly [string, 'workingDays' | 'days' | 'weeks' | 'months'])[] = [
  ['ngay lam viec', 'workingDays'],
  ['working day', 'workingDays'],
  ['ngay', 'days'],
  ['day', 'days'],
  ['tuan', 'weeks'],
  ['week', 'weeks'],
  ['thang', 'months'],
  ['month', 'months'],
];

const counts: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
};

function plain(words: string): string {
  return fold(words).replaceAll(/\s+/gu, ' ');
}
