/** The slots that patterns may use; each reads something with a value. Pure. */
import { clockAt, englishClockAt } from './clock.ts';
import { amountAt, documentNumberAt, documentSignAt, fractionAt } from './documentNumbers.ts';
import { countAt, digitsAt, numberWords, type Read, wordAt, wordsAt } from './numbers.ts';
import { numericDateAt } from './numericDates.ts';
import { keyOf } from './patternStarts.ts';
import type { Slot } from './patternTree.ts';
import {
  AWAY,
  DAY_HALVES,
  DAY_PARTS,
  ENDS_OF_PERIODS,
  ENGLISH_AWAY,
  ENGLISH_DAY_PARTS,
  ENGLISH_EVERY,
  ENGLISH_ORDINALS,
  ENGLISH_PARTS,
  ENGLISH_PERIODS,
  EVERY,
  LUNAR_MONTHS,
  NTH,
  PARTS,
  type Phrases,
  SPAN_UNITS,
  YEARS_AWAY,
} from './phrases.ts';
import { means, NUMBER, type Row, spellingOf } from './spelling.ts';
import {
  BRANCHES,
  ENGLISH_MONTHS,
  ENGLISH_WEEKDAYS,
  ROMAN_QUARTERS,
  SHORT_WEEKDAYS,
  STEMS,
  VIETNAMESE_WEEKDAYS,
} from './words.ts';

export const slots: Readonly<Record<string, Slot>> = {
  /** 5, 05 (năm), mười lăm, five. */
  count: slot('count', [NUMBER, ...numberWords()], countAt, ['(', ...numberWords()]),
  /** 1–39 in one or two digits: impossible days are read, to be told. */
  day: slot('day', [NUMBER], (row, at) => within(digitsAt(row, at, 2), 1, 39), []),
  /** A day that does not go on a number before it: the 4 of "1/4". */
  freshDay: slot(
    'freshDay',
    [NUMBER],
    (row, at) => (GOES_BEFORE.has(row.keys[at - 1] ?? '') ? null : within(digitsAt(row, at, 2), 1, 31)),
    [],
  ),
  /** mười lăm. */
  dayInWords: slot('dayInWords', numberWords(), (row, at) => within(wordsAt(row, at), 1, 31), numberWords()),
  /** 4, 04, tư, mười hai. */
  month: slot(
    'month',
    [NUMBER, ...numberWords()],
    (row, at) => within(digitsAt(row, at, 2) ?? wordsAt(row, at), 1, 12),
    numberWords(),
  ),
  /** April, Apr. */
  englishMonth: slot('englishMonth', [...ENGLISH_MONTHS.keys()], (row, at) =>
    wordAt(row, at, ENGLISH_MONTHS),
  ),
  /** 2, II, hai. */
  quarter: slot('quarter', [NUMBER, ...numberWords(), ...ROMAN_QUARTERS.keys()], (row, at) =>
    within(digitsAt(row, at, 2) ?? wordAt(row, at, ROMAN_QUARTERS) ?? wordsAt(row, at), 1, 4),
  ),
  /** 2016: four digits, 1900–2199. */
  year: slot('year', [NUMBER], yearAt, []),
  /** The year after a month or quarter: /2016, -2016, .2016. */
  markedYear: slot('year', ['/', '-', '.'], (row, at) => {
    const mark = row.tokens[at]?.plain;
    return mark !== undefined && '/-.'.includes(mark) ? yearAt(row, at + 1) : null;
  }),
  /** The same in two digits, 2013–2049: quý 3/26. Twelve and less would be months. */
  shortYear: slot('year', ['/'], (row, at) => {
    const short = row.tokens[at + 1]?.plain.length === 2 ? within(digitsAt(row, at + 1, 2), 13, 49) : null;
    return row.tokens[at]?.plain === '/' && short ? { ...short, value: 2000 + short.value } : null;
  }),
  /** 17h30, 17 giờ 30 phút, 17:30 – minutes from midnight. */
  clock: goingOn(slot('clock', [NUMBER], clockAt, ['h', 'gio', 'g', ':', 'ruoi', '.'])),
  /** 5 pm, 5:30pm. */
  englishClock: goingOn(slot('clock', [NUMBER], englishClockAt, [':', 'pm', 'am', 'p', 'a'])),
  /** thứ hai, thứ 2, T2, CN – 1 to 7. */
  weekday: slot('weekday', ['thu', 't', 'chu', 'chua'], vietnameseWeekdayAt),
  /** CN, which is also other things (công nghiệp): only with more words beside it. */
  sunday: slot('weekday', ['cn'], (row, at) =>
    row.tokens[at]?.folded === 'cn' ? { to: at + 1, value: 7 } : null,
  ),
  englishWeekday: slot('weekday', [...ENGLISH_WEEKDAYS.keys()], (row, at) =>
    wordAt(row, at, ENGLISH_WEEKDAYS),
  ),
  /** này 0, sau 1, sau nữa 2: how many periods from this one. */
  away: phrases('away', AWAY),
  /** năm nay 0, năm sau 1. */
  yearsAway: phrases('yearsAway', YEARS_AWAY),
  /** A year by its stem and branch: Mậu Tuất. Takes two words; the value says nothing. */
  stemAndBranch: slot('stemAndBranch', [...STEMS], stemAndBranchAt, [...BRANCHES]),
  englishAway: phrases('away', ENGLISH_AWAY),
  /** đầu, giữa, cuối, thượng tuần, nửa đầu …: a place in PART_NAMES. */
  part: phrases('part', PARTS),
  /** đầu tiên 1, thứ hai 2, cuối cùng 5. */
  nth: phrases('nth', NTH),
  /** giêng, chạp. */
  lunarMonth: phrases('month', LUNAR_MONTHS),
  /** ngày, tuần, ngày làm việc …: a place in SPAN_UNIT_NAMES. */
  unit: phrases('unit', SPAN_UNITS),
  /** sáng, cuối giờ chiều …: a place in DAY_PART_TIMES. */
  dayPart: phrases('dayPart', DAY_PARTS),
  englishDayPart: phrases('dayPart', ENGLISH_DAY_PARTS),
  /** ngày, tuần, tháng, quý, năm: 0–4. */
  every: phrases('every', EVERY),
  everyWord: phrases('everyWord', ENGLISH_EVERY),
  /** week, month, quarter, year: 0–3. */
  unitOfPeriod: phrases('unitOfPeriod', ENGLISH_PERIODS),
  endOf: phrases('endOf', ENDS_OF_PERIODS),
  englishPart: phrases('englishPart', ENGLISH_PARTS),
  ordinal: phrases('ordinal', ENGLISH_ORDINALS),
  half12: slot('half12', [NUMBER], (row, at) => within(digitsAt(row, at, 1), 1, 2), []),
  /** "mai" as tomorrow: not a name, not "mai kia". */
  tomorrow: slot('tomorrow', ['mai'], tomorrowAt),
  /** Numbers of documents with their dates, and other numbers that are no dates. */
  documentNumber: slot('documentNumber', [NUMBER], documentNumberAt),
  documentSign: goingOn(slot('documentSign', [NUMBER], documentSignAt, ['/', '-', '&', '.'])),
  amount: slot('amount', [NUMBER], amountAt, ['.', ',']),
  fraction: goingOn(slot('fraction', [NUMBER], fractionAt, ['/'])),
  /** What happened: "nhận đủ hồ sơ hợp lệ". */
  eventWords: slot('eventWords', [], eventWordsAt),
  /** Takes nothing; stands where no number may follow, or no word that would make the number before it a count. */
  notOn: unless((row, at) => row.keys[at] === NUMBER || GOES_ON.has(row.keys[at] ?? '')),
  notNumber: unless((row, at) => row.tokens[at]?.kind === 'number'),
  beforeDay: unless((row, at) => row.tokens[at]?.folded !== 'ngay'),
  notCounted: unless((row, at) => COUNTED.has(row.tokens[at]?.folded ?? '')),
  /** Takes nothing; stands at an end: of the text, before a mark, or before a word that goes on with the work. */
  endsThere: unless(
    (row, at) => row.tokens[at]?.kind !== undefined && !ENDS.has(row.tokens[at]?.folded ?? ''),
  ),
  /** sáng, chiều, tối after a clock time. */
  half: phrases('half', DAY_HALVES),
  shortWeekday: slot('weekday', [...SHORT_WEEKDAYS.keys()], (row, at) => wordAt(row, at, SHORT_WEEKDAYS), []),
  /** 15/4, 15-4-2016, 2016-04-15: day, month, year and `slashed`. */
  date: { name: 'date', first: [NUMBER], inside: ['/', '-', '.'], goesOn: true, read: numericDateAt },
};

function slot(
  name: string,
  first: readonly string[],
  read: (row: Row, at: number) => Read | null,
  inside?: readonly string[],
): Slot {
  return inside ? { name, first, read, inside } : { name, first, read };
}

/** After "tới" these say that it means "to" and not "next". */
const GOES_ON = new Set('ngay thang quy nam thu cuoi het giua dau tuan'.split(' '));

function stemAndBranchAt(row: Row, at: number): Read | null {
  return BRANCHES.has(row.keys[at + 1] ?? '') ? { to: at + 2, value: 0 } : null;
}

/** Before a number these say that it is no day: "thứ 2", "P. 2", "1/4". */
const GOES_BEFORE = new Set('/ - . : thu t tuan thang quy nam lan so phong nhom to dieu khoan'.split(' '));

const EVENT_WORDS = new Set(
  (
    'nhan duoc du ho so hop le van ban nay ky ban hanh co hieu luc ket luan thong bao cong bo phe duyet hoan thanh ' +
    'thuc de nghi yeu cau y kien chi dao dong quyet dinh lenh phan anh don phieu tren qua giao thu hang hoa bai thu cong viec'
  ).split(' '),
);
const EVENT_WORDS_MAX = 8;

function eventWordsAt(row: Row, at: number): Read {
  let to = at;
  while (to - at < EVENT_WORDS_MAX && EVENT_WORDS.has(row.keys[to] ?? '')) to += 1;
  row.work.steps += to - at;
  return { to, value: to - at };
}

function goingOn(made: Slot): Slot {
  return { ...made, goesOn: true };
}

/** Words after a number that say what it counts, or that it goes on. */
const COUNTED = new Set('thang thg nam tuan ngay gio phut % / nguoi'.split(' '));

/** After a bare year these say that it was no count of something. */
const ENDS = new Set(', . ; : ! ? ) ( - – \n phai can thi de va hoan trinh bao gui nop xong theo'.split(' '));

function unless(stands: (row: Row, at: number) => boolean): Slot {
  return { name: '', first: [], read: (row, at) => (stands(row, at) ? null : { to: at }) };
}

/** The longest of the phrases that stands there. */
function phrases(name: string, list: Phrases): Slot {
  const inside = list.flatMap(({ words }) => (words[1] ? [keyOf(words[1].folded)] : []));
  const byFirst = Map.groupBy(list, (each) => keyOf(each.words[0]?.folded ?? ''));
  return slot(
    name,
    [...byFirst.keys()],
    (row, at) => {
      for (const { words, value } of byFirst.get(row.keys[at] ?? '') ?? []) {
        row.work.steps += 1;
        const fits = words.every((word, index) => {
          const token = row.tokens[at + index];
          return token !== undefined && means(row, token, word);
        });
        if (fits) return { to: at + words.length, value };
      }
      return null;
    },
    inside,
  );
}

function within(read: Read | null, least: number, most: number): Read | null {
  return read && read.value >= least && read.value <= most ? read : null;
}

function yearAt(row: Row, at: number): Read | null {
  return row.tokens[at]?.plain.length === 4 ? within(digitsAt(row, at, 4), 1900, 2199) : null;
}

/** Words of address and plants before "Mai", with which it is a name. */
const BEFORE_NAMES = new Set('chi anh co ba ong em chu bac hoa cay thi dong '.split(' '));

function tomorrowAt(row: Row, at: number): Read | null {
  const token = row.tokens[at];
  const before = row.tokens[at - 1];
  if (token?.plain !== 'mai' || row.tokens[at + 1]?.folded === 'kia') return null;
  if (before && (BEFORE_NAMES.has(before.folded) || (token.text === 'Mai' && before.plain !== '.')))
    return null;
  return { to: at + 1, value: 1 };
}

const ORDINAL = spellingOf('thứ');

/** Weekdays count from Sunday in Vietnamese: thứ hai, "second", is Monday. */
function vietnameseWeekdayAt(row: Row, at: number): Read | null {
  const first = row.tokens[at];
  const second = row.tokens[at + 1];
  if (first?.folded === 'chu' || first?.folded === 'chua') {
    return second?.folded === 'nhat' ? { to: at + 2, value: 7 } : null;
  }
  if (first?.folded === 't') {
    const place = second?.plain === '.' ? at + 2 : at + 1;
    const number = row.tokens[place];
    if (number?.spaced || row.tokens[at + 1]?.spaced || number?.plain.length !== 1) return null;
    return weekdayOf(within(digitsAt(row, place, 1), 2, 7));
  }
  if (!first || !means(row, first, ORDINAL)) return null;
  const word = wordAt(row, at + 1, VIETNAMESE_WEEKDAYS);
  return word ?? weekdayOf(within(digitsAt(row, at + 1, 1), 2, 7));
}

function weekdayOf(read: Read | null): Read | null {
  return read && { to: read.to, value: read.value - 1 };
}
