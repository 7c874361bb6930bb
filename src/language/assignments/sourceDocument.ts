/** The document a task comes from: "theo CV 123/UBDT-TTTT ngày 1/4 của Ủy ban Dân tộc". Pure. */
import { phraseBefore, phraseList } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import type { SourceDocument } from './assignmentReading.ts';
import { officeLength } from './officeSpan.ts';
import { sourceSpan, type TokenSpan, tokenSpan } from './tokenSpan.ts';

/** `apart`: the words stand outside the work ("theo CV …"), so that the title does without them. */
export type FoundSource = { document: SourceDocument; tokens: TokenSpan; apart: boolean };

/** Kinds of document, spelled out and as abbreviated in letters (Decree 30/2020, appendix III). */
const KINDS = phraseList(`
công văn|cv|văn bản|vb|quyết định|qđ|thông báo|tb|thông báo kết luận|tbkl|kế hoạch|kh|nghị quyết|nq|chỉ thị|ct|công điện|cđ
tờ trình|ttr|giấy mời|gm|báo cáo|bc|kết luận|kl|hướng dẫn|hd|biên bản|bb|nghị định|nđ|thông tư|tt|phiếu chuyển|phiếu|chương trình|ctr
document|letter|decision|official letter
`);

const LEADS = phraseList(
  'theo|căn cứ|căn cứ theo|tại|trên cơ sở|thực hiện|triển khai thực hiện|triển khai|theo yêu cầu tại|theo đề nghị tại|theo chỉ đạo tại|according to|per|under|ref|nguồn|nguồn :',
);

/** "123/UBDT-TTTT", "45a/2016/QĐ-UBND", "05/TB-UBDT": a number, a slash, letters. */
const SIGNED = /(?<![\p{L}\p{N}/])\d{1,6}\p{Ll}?\/(?:\d{4}\/)?\p{Lu}[\p{L}\p{N}&]*(?:[-–][\p{L}\p{N}&]+)*/gu;

/** The first document named; null when none is. `today` decides the year of "ngày 1/4": the last such day. */
export function findSourceDocument(
  text: string,
  tokens: readonly Word[],
  today: Temporal.PlainDate,
): FoundSource | null {
  for (const match of text.matchAll(SIGNED)) {
    const number = tokenSpan(tokens, { from: match.index, to: match.index + match[0].length });
    return describe(text, tokens, number, match[0], today);
  }
  return plainNumber(text, tokens, today);
}

/** "CV số 123 ngày 1/4": without a sign, the kind and "số" must be there. */
function plainNumber(text: string, tokens: readonly Word[], today: Temporal.PlainDate): FoundSource | null {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'number' || !says(tokens[at - 1], 'số') || phraseBefore(tokens, at - 1, KINDS) === 0)
      continue;
    return describe(text, tokens, { start: at, end: at + 1 }, token.text, today);
  }
  return null;
}

function describe(
  text: string,
  tokens: readonly Word[],
  numbered: TokenSpan,
  number: string,
  today: Temporal.PlainDate,
): FoundSource {
  let start = numbered.start;
  if (says(tokens[start - 1], 'số')) start -= 1;
  else if (tokens[start - 1]?.text === ':' && says(tokens[start - 2], 'số')) start -= 2;
  start -= phraseBefore(tokens, start, KINDS);
  const lead = phraseBefore(tokens, start, LEADS);
  start -= lead;
  const dated = documentDate(tokens, numbered.end, today);
  let end = dated.end;
  if (says(tokens[end], 'của')) {
    const office = officeLength(tokens, end + 1);
    if (office > 0) end += 1 + office;
  }
  const before = tokens[start - 1]?.text ?? '';
  const opens = before === '(' && tokens[end]?.text === ')';
  const span = opens ? { start: start - 1, end: end + 1 } : { start, end };
  const place = sourceSpan(tokens, { start: start + lead, end });
  return {
    document: { ...place, text: text.slice(place.from, place.to), number, date: dated.date },
    tokens: span,
    apart: lead > 0 || opens || start === 0 || /^[,;:]$/.test(before),
  };
}

/** "ngày 1/4", "ngày 01-4-2016", "ngày 1 tháng 4 năm 2016" at `at`. */
function documentDate(
  tokens: readonly Word[],
  at: number,
  today: Temporal.PlainDate,
): { end: number; date: Temporal.PlainDate | null } {
  const start = tokens[at]?.text === ',' ? at + 1 : at;
  if (!says(tokens[start], 'ngày', 'dated')) return { end: at, date: null };
  const parts: number[] = [];
  let place = start + 1;
  while (parts.length < 3) {
    const token = tokens[place];
    if (token?.kind !== 'number') break;
    parts.push(Number(token.text.normalize('NFKC')));
    place += 1;
    const joint = tokens[place];
    const joins = joint !== undefined && (/^[/.-]$/.test(joint.text) || says(joint, 'tháng', 'năm'));
    if (!joins || tokens[place + 1]?.kind !== 'number') break;
    place += 1;
  }
  const [day, month, year] = parts;
  if (day === undefined || month === undefined) return { end: at, date: null };
  return { end: place, date: lastSuchDay(day, month, year, today) };
}

function lastSuchDay(
  day: number,
  month: number,
  year: number | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const years = year === undefined ? [today.year, today.year - 1] : [year < 100 ? 2000 + year : year];
  for (const each of years) {
    const date = dayOrNull(each, month, day);
    if (date && (year !== undefined || Temporal.PlainDate.compare(date, today) <= 0)) return date;
  }
  return null;
}

function dayOrNull(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }) : null;
}
