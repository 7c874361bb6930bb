/** Which dates of a text are deadlines at all, and which one closes the task. Pure. */
import type { FoundDeadline } from './deadline.ts';
import type { Lead } from './leads.ts';
import type { Piece } from './pieces.ts';
import type { Row } from './spelling.ts';

/** The deadline that closes the task: one with a word such as "trước" before it over a bare one, a day over an event nobody
 *  can date, then the last one ("gửi dự thảo trước 10/4, hoàn thành trước 30/4"). Null: none. */
export function closingDeadline(found: readonly FoundDeadline[]): FoundDeadline | null {
  let best: FoundDeadline | null = null;
  for (const each of found) {
    if (each.closes && (!best || comesBefore(each, best))) best = each;
  }
  return best;
}

/** Of two reports that come again, "định kỳ 6 tháng và hằng năm", the one that is due first. */
function comesBefore(each: FoundDeadline, best: FoundDeadline): boolean {
  if (rank(each) !== rank(best)) return rank(each) > rank(best);
  if (!each.recurrence || !best.recurrence || !each.dueOn || !best.dueOn) return true;
  return Temporal.PlainDate.compare(each.dueOn, best.dueOn) < 0;
}

function rank({ marked, problem }: FoundDeadline): number {
  return (problem === 'event-unknown' ? 0 : 2) + (marked ? 1 : 0);
}

/** Whether a piece is worth showing: what needs a lead word has one, is the whole text, or ends a clause ("trình tháng 4"). */
export function isWorthShowing(row: Row, piece: Piece, lead: Lead): boolean {
  if (piece.silent) return false;
  if (piece.needs === 'alone' || (piece.needs === 'marked' && lead.marked)) return true;
  if (isWholeText(row, piece, lead)) return true;
  return (
    piece.needs === 'marked' &&
    piece.day?.is === 'period' &&
    endsClause(row, piece) &&
    !isNamedBefore(row, lead.from)
  );
}

export function closesTask(row: Row, piece: Piece, lead: Lead): boolean {
  if (lead.bars) return false;
  if (isTold(row, piece, lead)) return false;
  if (isHorizon(row, piece)) return isWholeText(row, piece, lead);
  if (lead.marked) return true;
  if (hasHappened(row, piece, lead) || isOfLaw(row, piece, lead)) return false;
  return piece.day?.is !== 'period' || isWholeText(row, piece, lead) || !isNamedBefore(row, lead.from);
}

/** "đã nộp ngày 5/3", "vừa ban hành hôm 5/3": the date of what is done. */
function hasHappened(row: Row, piece: Piece, lead: Lead): boolean {
  if (piece.day?.is !== 'date' || !DAY_WORDS.has(row.keys[piece.from] ?? '')) return false;
  return wordsBefore(row, lead, DONE_TOKENS).some((each) => each.plain === 'đã' || each.plain === 'vừa');
}

/** "Luật Đầu tư công ngày 13/6/2019": when a law was passed. */
function isOfLaw(row: Row, piece: Piece, lead: Lead): boolean {
  if (piece.day?.is !== 'date' || row.keys[piece.from] !== 'ngay') return false;
  return wordsBefore(row, lead, LAW_TOKENS).some((each) => each.text === 'Luật' || each.text === 'luật');
}

/** At most so many words before the date, from the last mark on. */
function wordsBefore(row: Row, lead: Lead, most: number): Row['tokens'] {
  const words = row.tokens.slice(Math.max(0, lead.from - most), lead.from);
  row.work.steps += words.length;
  return words.slice(words.findLastIndex((each) => each.kind === 'mark') + 1);
}

const DONE_TOKENS = 4;
const LAW_TOKENS = 12;
const DAY_WORDS = new Set(['ngay', 'hom']);

/** "Chiến lược … đến năm 2030": how far a plan looks, not when it is due. "đến hết năm" is a limit. */
function isHorizon(row: Row, piece: Piece): boolean {
  const { day } = piece;
  return (
    day?.is === 'period' && day.unit === 'year' && day.part === 'whole' && row.keys[piece.from - 1] === 'den'
  );
}

/** Sentence beginnings such as "Ngày 7/2, UBND phường đã gửi …" tell what has happened. */
function isTold(row: Row, piece: Piece, lead: Lead): boolean {
  if (lead.before) return false;
  const before = row.tokens[lead.from - 1];
  if (before && !'.;!?"“\n'.includes(before.plain)) return false;
  if (row.tokens[piece.to]?.plain !== ',') return false;
  if (isEnumeration(row, piece)) return true;
  const words = row.tokens.slice(piece.to, piece.to + TOLD_TOKENS);
  row.work.steps += words.length;
  const end = words.findIndex((each) => each.plain === '.' || each.plain === ';');
  return words.slice(0, end < 0 ? words.length : end).some((each) => TOLD.has(each.plain));
}

/** "Thứ hai, đề nghị …" is the second point of a speech. */
function isEnumeration(row: Row, piece: Piece): boolean {
  const only = piece.day?.is === 'weekday' && !piece.time && piece.to - piece.from === 2;
  return only && row.tokens[piece.from + 1]?.kind === 'word' && row.tokens[piece.from]?.folded === 'thu';
}

const TOLD_TOKENS = 40;
/** With their diacritics: "đa" and "vua" are other words. */
const TOLD = new Set(['đã', 'vừa', 'biết', 'diễn', 'announced', 'said']);

function isWholeText(row: Row, piece: Piece, lead: Lead): boolean {
  const around = row.tokens.length - (piece.to - lead.from);
  if (around > FILLERS_MAX) return false;
  const outside = [...row.tokens.slice(0, lead.from), ...row.tokens.slice(piece.to)];
  return outside.every((each) => each.kind === 'mark' || FILLERS.has(each.folded));
}

const FILLERS_MAX = 8;
const FILLERS = new Set(
  'nhe nha a oi giup voi thoi em anh chi nop gui xong la vao luc ngay khoang the please ok di'.split(' '),
);

function endsClause(row: Row, piece: Piece): boolean {
  const next = row.tokens[piece.to];
  return !next || '.,;)'.includes(next.plain);
}

/** "báo cáo tháng 4", "kế hoạch năm 2027": the period belongs to the noun. Looks at the two words before it. */
function isNamedBefore(row: Row, from: number): boolean {
  const [second, first] = [row.tokens[from - 1], row.tokens[from - 2]];
  if (!second) return false;
  return NAMES.has(second.folded) || NAMES.has(`${first?.folded ?? ''} ${second.folded}`);
}

const NAMES = new Set(
  [
    'bao cao|ke hoach|so lieu|tinh hinh|ket qua|kinh phi|du toan|nhiem vu|chuong trinh|cong tac|giai doan|nien do|ngan sach',
    'so ket|tong ket|quyet toan|chi tieu|lich|giao ban|hop|hoat dong|doanh thu|thu chi|thang|quy|nam|cua|report|plan|for|budget',
    'thong ke|danh gia|kiem diem|thi dua|dau tu|trong tam|phuong huong|luong|phan bo|chi tieu|ky|dot|vu|mua|khoa|thi|tap',
  ]
    .join('|')
    .split('|'),
);
