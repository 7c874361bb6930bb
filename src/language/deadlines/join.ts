/** Pieces that stand side by side and mean one moment: a time with its day, a weekday with its date, ranges, "10 ngày kể từ
 *  15/4", "hằng tháng … ngày 25". Each pass goes once over the pieces and looks at a few tokens between them. Pure. */
import type { DayMeaning } from './meaning.ts';
import type { Piece } from './pieces.ts';
import { LAST_DAY, type Recurrence } from './recurrence.ts';
import type { Row } from './spelling.ts';

export function join(row: Row, pieces: readonly Piece[]): Piece[] {
  let joined = [...pieces];
  joined = pairs(joined, (left, right) => timeThenDay(row, left, right));
  joined = pairs(joined, (left, right) => weekdayWithDate(row, left, right));
  joined = pairs(joined, (left, right) => dayThenTime(row, left, right));
  joined = pairs(joined, (left, right) => dateInBrackets(row, left, right));
  joined = pairs(joined, (left, right) => spanFromDay(row, left, right));
  joined = pairs(joined, (left, right) => range(row, left, right));
  return everyWithDay(row, joined);
}

/** Replaces neighbours by what they mean together, from left to right. */
function pairs(pieces: readonly Piece[], both: (left: Piece, right: Piece) => Piece | null): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const left = result.at(-1);
    const together = left && !left.silent && !piece.silent ? both(left, piece) : null;
    if (together) result[result.length - 1] = together;
    else result.push(piece);
  }
  return result;
}

function timeThenDay(row: Row, left: Piece, right: Piece): Piece | null {
  if (!left.time || left.day || !right.day || right.time || right.day.is === 'event') return null;
  if (!between(row, left, right, BEFORE_DAY, 4)) return null;
  if (right.day.is === 'span' && right.day.unit !== 'week' && right.day.unit !== 'day') return null;
  return { ...closed(row, left, right), day: right.day, time: left.time, needs: 'alone' };
}

function dayThenTime(row: Row, left: Piece, right: Piece): Piece | null {
  if (!left.day || left.time || !right.time || right.day || left.day.is === 'event') return null;
  if (!between(row, left, right, BEFORE_TIME, 4)) return null;
  return { ...closed(row, left, right), day: left.day, time: right.time, needs: 'alone' };
}

/** "thứ Sáu, ngày 15/4", "15/4 (thứ Sáu)", "mai 15/4": the date counts. */
function weekdayWithDate(row: Row, left: Piece, right: Piece): Piece | null {
  const date = [left.day, right.day].find((day) => day?.is === 'date');
  const other = left.day === date ? right.day : left.day;
  const beside = other?.is === 'weekday' || (other?.is === 'days away' && other === left.day);
  if (!date || !beside || (left.time && right.time) || !between(row, left, right, BESIDE, 3)) return null;
  return {
    ...closed(row, left, right),
    day: date,
    time: left.time ?? right.time,
    needs: 'alone',
    joined: other.is === 'weekday' ? null : 'beside',
    weekday: other.is === 'weekday' ? other.weekday : null,
  };
}

/** "rằm tháng Giêng (11/2/2017)", "cuối tháng 4 (tức ngày 29/4)": the date in brackets counts. */
function dateInBrackets(row: Row, left: Piece, right: Piece): Piece | null {
  if (!left.day || left.day.is === 'date' || left.day.is === 'every' || right.day?.is !== 'date') return null;
  if (right.day.month === undefined) return null;
  const first = row.tokens[left.to]?.folded ?? '';
  const lunarBeside = left.day.is === 'lunar' && [',', 'tuc', 'nham', '-'].includes(first);
  if ((first !== '(' && !lunarBeside) || !between(row, left, right, BESIDE, 5)) return null;
  return {
    ...closed(row, left, right),
    day: right.day,
    time: right.time ?? left.time,
    needs: 'alone',
    joined: 'beside',
  };
}

/** "trong 10 ngày kể từ ngày 15/4". */
function spanFromDay(row: Row, left: Piece, right: Piece): Piece | null {
  if (
    left.day?.is !== 'span' ||
    !right.day ||
    right.joined === 'range' ||
    !['date', 'days away', 'weekday'].includes(right.day.is)
  )
    return null;
  const words = row.tokens.slice(left.to, right.from).map((each) => each.folded);
  const counted = words.some((word) => ['tu', 'sau', 'from', 'after', 'since'].includes(word));
  if (!(counted || left.day.fromEvent) || !between(row, left, right, COUNTED_FROM, 5)) return null;
  return {
    ...merged(left, right),
    day: { ...left.day, fromEvent: false },
    time: left.time,
    needs: 'alone',
    base: right.day,
  };
}

/** "từ ngày 1/4 đến hết ngày 15/4": the end counts. */
function range(row: Row, left: Piece, right: Piece): Piece | null {
  const [start, end] = [left.day, right.day];
  if (!start || !end || !RANGE_ENDS.has(start.is) || !RANGE_ENDS.has(end.is)) return null;
  if (!RANGE_WORDS.has(row.tokens[left.to]?.folded ?? '') || !between(row, left, right, RANGE_GAP, 4))
    return null;
  return { ...merged(left, right), day: end, time: right.time, needs: 'alone', joined: 'range' };
}

/** "Hằng tháng, các đơn vị báo cáo trước ngày 25": a day that fits the period, in the same sentence. */
function everyWithDay(row: Row, pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  const spent = new Set<Piece>();
  let every: Piece | null = null;
  for (const piece of pieces) {
    const recurrence =
      every?.day?.is === 'every' && piece.day ? withDay(every.day.recurrence, piece.day) : null;
    if (every && recurrence && inOneSentence(row, every, piece)) {
      // Other words between them are the work: "weekly report by Friday" leaves "weekly report" to the title.
      const adjoining = between(row, every, piece, EVERY_GAP, 3);
      result.push({
        ...piece,
        from: adjoining ? every.from : piece.from,
        day: { is: 'every', recurrence },
        time: piece.time ?? every.time,
        needs: 'alone',
        rules: [...every.rules, ...piece.rules],
      });
      spent.add(every);
      every = null;
      continue;
    }
    if (piece.day?.is === 'every') every = piece;
    const left = result.at(-1);
    const before = left && every === piece ? dayThenEvery(row, left, piece) : null;
    if (before) {
      result[result.length - 1] = before;
      every = null;
      continue;
    }
    result.push(piece);
  }
  return spent.size === 0 ? result : result.filter((each) => !spent.has(each));
}

/** "trong quý I hằng năm", "ngày 15/6 của mỗi năm": the day first, its period right after it. */
function dayThenEvery(row: Row, left: Piece, right: Piece): Piece | null {
  if (left.silent || !left.day || right.day?.is !== 'every') return null;
  const recurrence = withDay(right.day.recurrence, left.day);
  if (!recurrence || !between(row, left, right, OF_PERIOD, 1)) return null;
  return { ...merged(left, right), day: { is: 'every', recurrence }, needs: 'alone' };
}

function withDay(recurrence: Recurrence, day: DayMeaning): Recurrence | null {
  const { every, weekdays, days } = recurrence;
  if (weekdays || days) return null;
  if (every === 'week' && day.is === 'weekday' && !day.weeksAway)
    return { ...recurrence, weekdays: [day.weekday] };
  if (every === 'week' && day.is === 'period' && day.unit === 'week') return recurrence;
  if (every === 'month' && day.is === 'date' && day.month === undefined && day.day <= 31) {
    return { ...recurrence, days: [{ month: 1, day: day.day }] };
  }
  if (every === 'month' && day.is === 'weekday of month')
    return { ...recurrence, weekdays: [day.weekday], nth: day.nth };
  if (every === 'quarter' && day.is === 'day of quarter') {
    return { ...recurrence, days: [{ month: day.monthOfQuarter, day: day.day }] };
  }
  if (every === 'quarter' && day.is === 'date' && day.month === undefined && day.monthsAway === undefined) {
    return { ...recurrence, days: [{ month: 3, day: day.day }] };
  }
  if (every === 'halfYear' && day.is === 'date' && day.month !== undefined && day.year === undefined) {
    return { ...recurrence, days: [{ month: ((day.month - 1) % 6) + 1, day: Math.min(day.day, 31) }] };
  }
  if (every === 'year' && day.is === 'date' && day.month !== undefined && day.year === undefined) {
    return { ...recurrence, days: [{ month: day.month, day: Math.min(day.day, 31) }] };
  }
  if (every === 'year' && day.is === 'period' && day.number && day.part === 'whole') {
    const month = day.unit === 'quarter' ? 3 * day.number : day.number;
    return { ...recurrence, days: [{ month, day: LAST_DAY }] };
  }
  return null;
}

/** Every token between the pieces is one of the words, and there are at most `most`. */
function between(row: Row, left: Piece, right: Piece, words: ReadonlySet<string>, most: number): boolean {
  if (right.from - left.to > most) return false;
  row.work.steps += right.from - left.to;
  return row.tokens.slice(left.to, right.from).every((each) => words.has(each.folded));
}

/** A full stop ends a sentence only before white space; looks at no more tokens than lie between the pieces. */
function inOneSentence(row: Row, left: Piece, right: Piece): boolean {
  if (right.from - left.to > SENTENCE_TOKENS_MAX) return false;
  row.work.steps += right.from - left.to;
  return row.tokens
    .slice(left.to, right.from)
    .every((each, index, all) => !('.;!?'.includes(each.plain) && (all[index + 1]?.spaced ?? true)));
}

const SENTENCE_TOKENS_MAX = 60;

function merged(left: Piece, right: Piece): Piece {
  return { ...left, from: left.from, to: right.to, rules: [...left.rules, ...right.rules], silent: null };
}

/** `merged`, with the closing bracket when one was opened between the two. */
function closed(row: Row, left: Piece, right: Piece): Piece {
  const opened = row.tokens.slice(left.to, right.from).some((each) => each.plain === '(');
  const to = opened && row.tokens[right.to]?.plain === ')' ? right.to + 1 : right.to;
  return { ...merged(left, right), to };
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const BEFORE_DAY = words(', ngay vao cua hom buoi trong on of the - – ( thu');
const BEFORE_TIME = words(
  't , vao luc truoc trc cham muon nhat la den at by before buoi - – ( ngay khoang tu',
);
const BESIDE = words(', ( ngay tuc la - – nham hom duong lich vao truoc han on the i e');
const COUNTED_FROM = words(', ke tinh tu sau ngay from after since the hom thoi diem');
const EVERY_GAP = words(
  ', : ( - – ngay vao truoc trc la nhat cham muon trong cua han chot lan den toi het on by the at in before due until',
);
const OF_PERIOD = words('cua , trong');
const RANGE_WORDS = words('den toi - – — to until till ~ > →');
const RANGE_GAP = words('den toi - – — to until till ~ > → het ngay cuoi sang truoc thang nam the');
const RANGE_ENDS = words('date period weekday lunar').union(new Set(['days away']));
