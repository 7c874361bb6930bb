/** The words that stand before a date and say what it is for: "trước", "hạn chót", "từ ngày", "ký ngày". Pure. */
import { wordAt, wordList } from './numbers.ts';
import type { Piece } from './pieces.ts';
import type { Row } from './spelling.ts';

export type Lead = {
  /** Where the words begin; the piece's own beginning when there are none. */
  from: number;
  /** A limit ("trước", "hạn", "trong") stands there, or a word of completion ("xong"). */
  marked: boolean;
  /** "trước" or "before" stands nearest: of a period it leaves the last day before. */
  before: boolean;
  /** "sau", "từ", "ký", "họp", "thay vì": the date opens something or belongs to something else. */
  bars: boolean;
};

/** No lead is longer: "chậm nhất là vào hết ngày" has six words. */
const LEAD_TOKENS_MAX = 8;

/** What a word before a date does. */
const BEFORE = 1;
const LIMIT = 2;
const FILLER = 3;
const COMPLETION = 4;
const BAR = 5;
const AFTER = 6;
/** A filler that is shown with the date when it begins the phrase: "vào tháng 1", "ngay trong quý I". */
const SHOWN = 7;

const WORDS = wordList({
  trước: BEFORE,
  trc: BEFORE,
  before: BEFORE,
  chậm: LIMIT,
  muộn: LIMIT,
  trễ: LIMIT,
  hạn: LIMIT,
  hết: LIMIT,
  trong: LIMIT,
  vòng: LIMIT,
  quá: LIMIT,
  đa: LIMIT,
  đến: LIMIT,
  tới: LIMIT,
  sang: LIMIT,
  cuối: FILLER,
  by: LIMIT,
  within: LIMIT,
  until: LIMIT,
  till: LIMIT,
  deadline: LIMIT,
  due: LIMIT,
  later: LIMIT,
  during: LIMIT,
  in: LIMIT,
  ngay: SHOWN,
  nội: SHOWN,
  vào: SHOWN,
  on: SHOWN,
  không: SHOWN,
  no: SHOWN,
  not: SHOWN,
  tối: SHOWN,
  thời: SHOWN,
  cho: SHOWN,
  at: SHOWN,
  ngày: FILLER,
  nhất: FILLER,
  là: FILLER,
  lúc: SHOWN,
  chót: FILLER,
  nộp: FILLER,
  gửi: FILLER,
  gian: FILLER,
  kỳ: FILLER,
  khoảng: FILLER,
  hơn: FILLER,
  khi: FILLER,
  thúc: LIMIT,
  kết: FILLER,
  dịp: FILLER,
  các: FILLER,
  buổi: FILLER,
  the: FILLER,
  of: FILLER,
  than: FILLER,
  date: FILLER,
  latest: LIMIT,
  ':': FILLER,
  xong: COMPLETION,
  thành: COMPLETION,
  done: COMPLETION,
  finished: COMPLETION,
  completed: COMPLETION,
  hẹn: COMPLETION,
  sớm: BAR,
  từ: BAR,
  from: BAR,
  since: BAR,
  ký: BAR,
  hành: BAR,
  đề: BAR,
  lập: BAR,
  cấp: BAR,
  họp: BAR,
  vì: BAR,
  dated: BAR,
  sinh: BAR,
  sau: AFTER,
  after: AFTER,
});

const RANGE_BEGINS = new Set(['tu', 'from']);

export function leadOf(row: Row, piece: Piece, leftmost: number): Lead {
  const own = ownLead(row, piece);
  const lead: Lead = { from: piece.from, ...own };
  let nearestFound = own.marked;
  const least = Math.max(leftmost, piece.from - LEAD_TOKENS_MAX);
  for (let at = piece.from - 1; at >= least; at -= 1) {
    const kind = wordAt(row, at, WORDS)?.value;
    if (kind === undefined) break;
    if (kind === BAR && piece.joined === 'range' && RANGE_BEGINS.has(row.tokens[at]?.folded ?? '')) {
      lead.from = at;
      break;
    }
    if (kind === BAR || (kind === AFTER && piece.day?.is !== 'span')) {
      if (!lead.marked) lead.bars = true;
      break;
    }
    if (kind === COMPLETION) {
      lead.marked = true;
      break;
    }
    if (kind === FILLER) continue;
    if (kind === SHOWN) {
      lead.from = at;
      continue;
    }
    if (kind === BEFORE && !nearestFound) lead.before = true;
    nearestFound = true;
    lead.from = at;
    lead.marked = true;
  }
  return lead;
}

/** Some rules take their first words themselves: "trong tháng", "hạn 25". */
function ownLead(row: Row, piece: Piece): Omit<Lead, 'from'> {
  const kind = wordAt(row, piece.from, WORDS)?.value;
  const limited = kind === BEFORE || kind === LIMIT || piece.joined === 'range';
  return { marked: limited, before: false, bars: false };
}
