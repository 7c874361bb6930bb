/** Phrases with a value that slots read: parts of periods and of the day, units, "next". Data. */
import { AFTERNOON, EVENING, MORNING, NIGHT, NOON } from './clock.ts';
import type { PartOfDay, PeriodPart } from './deadline.ts';
import type { Meaning, SpanUnit } from './meaning.ts';
import { type Spelling, spellingOf } from './spelling.ts';

export type Phrases = readonly { words: readonly Spelling[]; value: number }[];

/** How many periods from the one that runs. */
export const AWAY = phrases([
  [0, 'này', 'nay', 'nầy', 'hiện tại', 'hiện nay', 'đang chạy'],
  [
    1,
    'sau',
    'tới',
    'tới đây',
    'kế',
    'kế tiếp',
    'tiếp',
    'tiếp theo',
    'tiếp sau',
    'mới',
    'sắp tới',
    'liền kề',
    'liền sau',
    'kế sau',
  ],
  [2, 'sau nữa', 'tới nữa'],
]);

/** The year of a month or quarter, said from this one. */
export const YEARS_AWAY = phrases([
  [0, 'năm nay', 'năm này'],
  [1, 'năm sau', 'năm tới', 'sang năm', 'năm kế tiếp', 'năm tiếp theo', 'năm mới'],
]);

export const ENGLISH_AWAY = phrases([
  [0, 'this', 'the current', 'current'],
  [1, 'next', 'the next', 'the following', 'the coming'],
]);

export const PART_NAMES: readonly PeriodPart[] = [
  'early',
  'middle',
  'late',
  'first-half',
  'second-half',
  'first-ten-days',
  'second-ten-days',
  'last-ten-days',
];

export const PARTS = phrases([
  [0, 'đầu', 'những ngày đầu', 'các ngày đầu', 'đầu tiên'],
  [1, 'giữa', 'trung tuần giữa', 'quãng giữa', 'khoảng giữa'],
  [2, 'cuối', 'những ngày cuối', 'các ngày cuối', 'những ngày cuối cùng', 'ngày cuối', 'ngày cuối cùng'],
  [3, 'nửa đầu', 'nửa tháng đầu'],
  [4, 'nửa cuối', 'nửa sau', 'nửa cuối cùng'],
  [5, 'thượng tuần', 'mười ngày đầu', '10 ngày đầu'],
  [6, 'trung tuần'],
  [7, 'hạ tuần', '10 ngày cuối', 'mười ngày cuối'],
]);

/** Which one in a row; 5 is the last. */
export const NTH = phrases([
  [1, 'đầu', 'đầu tiên', 'thứ nhất', '1'],
  [2, 'thứ hai', 'thứ 2', '2'],
  [3, 'thứ ba', 'thứ 3', '3'],
  [4, 'thứ tư', 'thứ 4', '4'],
  [5, 'cuối', 'cuối cùng', 'sau cùng'],
]);

export const LUNAR_MONTHS = phrases([
  [1, 'giêng'],
  [12, 'chạp'],
]);

export const SPAN_UNIT_NAMES: readonly SpanUnit[] = [
  'minute',
  'hour',
  'day',
  'workingDay',
  'week',
  'month',
  'year',
];

export const SPAN_UNITS = phrases([
  [0, 'phút', 'minutes', 'minute', 'mins', 'min'],
  [1, 'giờ', 'giờ đồng hồ', 'tiếng', 'tiếng đồng hồ', 'h', 'hours', 'hour', 'hrs'],
  [2, 'ngày', 'hôm', 'days', 'day', 'calendar days', 'ngày lịch'],
  [
    3,
    'ngày làm việc',
    'ngày lv',
    'ngày l v',
    'ngày l / v',
    'ngày làm',
    'ngày công',
    'ngày hành chính',
    'nlv',
  ],
  [3, 'working days', 'working day', 'business days', 'business day', 'workdays'],
  [4, 'tuần', 'tuần lễ', 'weeks', 'week', 'wks'],
  [5, 'tháng', 'months', 'month'],
  [6, 'năm', 'years', 'year'],
]);

/** Minutes from midnight and the convention's name. "tối" is in no convention: 22:00 is late enough, and is told. */
export const DAY_PART_TIMES: readonly { minutes: number; part: PartOfDay; needs: Meaning['needs'] }[] = [
  { minutes: 480, part: 'start-of-morning', needs: 'marked' },
  { minutes: 720, part: 'morning', needs: 'joined' },
  { minutes: 720, part: 'noon', needs: 'marked' },
  { minutes: 840, part: 'start-of-afternoon', needs: 'marked' },
  { minutes: 1020, part: 'afternoon', needs: 'joined' },
  { minutes: 1320, part: 'evening', needs: 'joined' },
  { minutes: 1020, part: 'end-of-office-day', needs: 'alone' },
];

export const DAY_PARTS = phrases([
  [0, 'đầu giờ sáng', 'đầu giờ', 'đầu buổi sáng', 'đầu ngày', 'đầu giờ làm việc', 'sáng sớm', 'đầu sáng'],
  [1, 'sáng', 'buổi sáng', 'cuối giờ sáng', 'cuối buổi sáng', 'hết giờ sáng', 'hết buổi sáng'],
  [2, 'trưa', 'buổi trưa', 'giờ nghỉ trưa', 'giờ trưa', 'giờ ăn trưa'],
  [3, 'đầu giờ chiều', 'đầu buổi chiều', 'đầu chiều'],
  [4, 'chiều', 'buổi chiều', 'cuối giờ chiều', 'cuối buổi chiều', 'cuối chiều', 'hết buổi chiều'],
  [5, 'tối', 'buổi tối', 'đêm'],
  [6, 'cuối giờ', 'cuối ngày', 'cuối giờ làm việc', 'cuối giờ hành chính', 'cuối ngày làm việc', 'hết giờ'],
  [
    6,
    'hết giờ làm việc',
    'hết giờ hành chính',
    'hết giờ chiều',
    'giờ tan sở',
    'giờ về',
    'giờ tan tầm',
    'tan làm',
    'tan sở',
    'tan ca',
    'giờ tan làm',
  ],
  [6, 'giờ hành chính', 'trong giờ hành chính'],
]);

export const ENGLISH_DAY_PARTS = phrases([
  [1, 'morning'],
  [2, 'noon', 'midday', 'lunch', 'lunchtime'],
  [4, 'afternoon'],
  [5, 'evening', 'night'],
  [
    6,
    'eod',
    'cob',
    'end of day',
    'end of the day',
    'close of business',
    'end of business',
    'eob',
    'the end of the day',
  ],
  [6, 'end of office hours', 'the end of day'],
]);

/** Parts of the day after a clock time: "5h chiều". */
export const DAY_HALVES = phrases([
  [MORNING, 'sáng', 'buổi sáng'],
  [NOON, 'trưa', 'buổi trưa'],
  [AFTERNOON, 'chiều', 'buổi chiều', 'ch'],
  [EVENING, 'tối', 'buổi tối'],
  [NIGHT, 'đêm', 'khuya'],
]);

/** What comes again: a place in the units of a recurrence, from a day to a year. */
export const EVERY = phrases([
  [0, 'ngày'],
  [1, 'tuần'],
  [2, 'tháng'],
  [3, 'quý', 'quí'],
  [4, 'năm'],
]);

export const ENGLISH_EVERY = phrases([
  [0, 'daily'],
  [1, 'weekly'],
  [2, 'monthly'],
  [3, 'quarterly'],
  [4, 'yearly', 'annually'],
]);

/** A place in `week month quarter year`. */
export const ENGLISH_PERIODS = phrases([
  [0, 'week'],
  [1, 'month'],
  [2, 'quarter'],
  [3, 'year'],
]);

export const ENDS_OF_PERIODS = phrases([
  [0, 'eow'],
  [1, 'eom'],
  [2, 'eoq'],
  [3, 'eoy'],
]);

/** early, middle, late, first half, second half. */
export const ENGLISH_PARTS = phrases([
  [0, 'early', 'start', 'beginning', 'the beginning', 'the start'],
  [1, 'mid', 'middle', 'the middle'],
  [2, 'late', 'end', 'the end'],
  [3, 'first half', 'the first half'],
  [4, 'second half', 'the second half'],
]);

export const ENGLISH_ORDINALS = phrases([
  [1, 'first', '1 st'],
  [2, 'second', '2 nd'],
  [3, 'third', '3 rd'],
  [4, 'fourth', '4 th'],
  [5, 'last', 'final'],
]);

/** Longest first, so that the first that fits is the longest. */
function phrases(lists: readonly (readonly [number, ...string[]])[]): Phrases {
  return lists
    .flatMap(([value, ...texts]) => texts.map((text) => ({ words: text.split(' ').map(spellingOf), value })))
    .sort((a, b) => b.words.length - a.words.length);
}
