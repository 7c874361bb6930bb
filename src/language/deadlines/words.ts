/** Names of months and weekdays. Data. */
import { wordList } from './numbers.ts';

const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ');
const SHORT_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export const ENGLISH_MONTHS = wordList({
  ...Object.fromEntries(MONTH_NAMES.map((name, index) => [name, index + 1])),
  ...Object.fromEntries(SHORT_MONTHS.map((name, index) => [name, index + 1])),
  sept: 9,
});

export const VIETNAMESE_WEEKDAYS = wordList({ hai: 1, ba: 2, tư: 3, bốn: 3, năm: 4, sáu: 5, bảy: 6, bẩy: 6 });

/** Not "sat", "sun", "thu", "mon" alone: they are Vietnamese words without their marks (sát, thu, môn). */
export const ENGLISH_WEEKDAYS = wordList({
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
  tue: 2,
  tues: 2,
  wed: 3,
  thurs: 4,
  thur: 4,
  fri: 5,
});

/** Only after "by", "next" and the like. */
export const SHORT_WEEKDAYS = wordList({ mon: 1, thu: 4, sat: 6, sun: 7 });

export const ROMAN_QUARTERS = wordList({ i: 1, ii: 2, iii: 3, iv: 4 });

/** The ten stems and twelve branches by which lunar years are named, folded. */
export const STEMS = new Set('giap at binh dinh mau ky canh tan nham quy'.split(' '));
export const BRANCHES = new Set('ty suu dan mao meo thin ngo mui than dau tuat hoi'.split(' '));
