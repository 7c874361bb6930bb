/** A passage of an official document → the tasks it sets, units as written. Pure; never throws. */
import type { DeadlineContext, FoundDeadline } from '../deadlines/deadline.ts';
import { findDeadlines } from '../deadlines/findDeadlines.ts';
import { actionAtStart } from '../matching/actionAt.ts';
import { phraseAt } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import { type Word, wordsOf } from '../matching/words.ts';
import type { Span } from './assignmentReading.ts';
import { beginsWithWork, continued, findOrders, type Order, setsNoWork } from './findOrders.ts';
import { type LabelledFields, labelledFields } from './labelledFields.ts';
import { withLineEnds } from './lineEnds.ts';
import { listEnd, officeList } from './officeList.ts';
import { officeLength } from './officeSpan.ts';
import { CLOSING_VERBS, NO_ORDER_SENTENCE, SENDING_VERBS, STORY_OPENINGS } from './orderWords.ts';
import { type DateSpan, worksOf } from './orderWork.ts';
import { type Sentence, sentences } from './sentences.ts';
import { sourceSpan, type TokenSpan, tokenSpan } from './tokenSpan.ts';

/** Words of the passage with their place. */
type Excerpt = Span & { text: string };

/** One set of leads, one piece of work, one deadline. `leads` is empty when the passage names nobody. */
export type ExtractedTask = {
  leads: Excerpt[];
  coordinating: Excerpt[];
  action: Excerpt;
  deadline: FoundDeadline | null;
};

type Draft = { leads: TokenSpan[]; coordinating: TokenSpan[]; action: TokenSpan; date: DateSpan | null };

/**
 * Orders only: giao, yêu cầu, đề nghị, chỉ đạo, "… chủ trì", "… có trách nhiệm", or a bare subject with a date. Legal bases,
 * praise, statistics, meetings, stories and closing formulas give nothing. Linear in the text.
 */
export function extractTasks(text: string, context: DeadlineContext): ExtractedTask[] {
  const tokens = wordsOf(withLineEnds(text));
  const found = findDeadlines(text, context);
  const dates = found.flatMap((each, index) =>
    each.closes ? [{ ...tokenSpan(tokens, each), index, marked: each.marked }] : [],
  );
  const drafts: Draft[] = [];
  /** The units of "Giao Sở X:" for the lines below it. */
  let head: Order | null = null;
  let nextDate = 0;
  /** The sentence before, when it set no task: the work of "Cơ quan chủ trì: …" behind it. */
  let idle: Sentence | null = null;
  for (const sentence of sentences(text, tokens)) {
    const inSentence: DateSpan[] = [];
    for (; nextDate < dates.length; nextDate += 1) {
      const date = dates[nextDate];
      if (!date || date.start >= sentence.end) break;
      if (date.start >= sentence.start) inSentence.push(date);
    }
    const own = deadlinesAmong(inSentence, found);
    const fields = labelledFields(tokens, sentence);
    if (fields) {
      addFields(tokens, drafts, fields, { own, sentence, idle });
      idle = null;
      continue;
    }
    idle = null;
    if (phraseAt(tokens, sentence.start, NO_ORDER_SENTENCE) > 0 && own.length === 0) continue;
    if (head && beginsWithWork(tokens, sentence.start)) {
      drafts.push(...draftsOf(tokens, continued(tokens, head, sentence), sentence, own));
      continue;
    }
    const orders = findOrders(tokens, sentence);
    if (orders.length === 0) {
      head = heading(tokens, sentence) ?? null;
      const led = unled(tokens, sentence, own);
      drafts.push(...led);
      if (led.length === 0) idle = sentence;
      continue;
    }
    head = headOf(tokens, orders, sentence) ?? (sentence.listed ? head : null);
    addOrders(tokens, drafts, orders, sentence, own);
  }
  return drafts.map((draft) => finished(text, tokens, draft, found));
}

/** Fields belong to the words before them, else to the sentence before, else to the last task. */
function addFields(
  tokens: readonly Word[],
  drafts: Draft[],
  fields: LabelledFields,
  from: { own: readonly DateSpan[]; sentence: Sentence; idle: Sentence | null },
): void {
  const before = { start: from.sentence.start, end: fields.start };
  const work = holdsWord(tokens, before) ? before : from.idle;
  if (fields.leads.length > 0 && work) {
    for (const { action } of worksOf(tokens, { start: work.start, end: work.end }, [])) {
      drafts.push({ leads: [], coordinating: [], action, date: null });
    }
  }
  const last = drafts.at(-1);
  if (!last) return;
  last.leads = [...last.leads, ...fields.leads];
  last.coordinating = [...last.coordinating, ...fields.coordinating];
  last.date ??= from.own.at(-1) ?? null;
}

/** Beside "trước ngày 15/5", a bare "năm 2019" names a thing and closes nothing. */
function deadlinesAmong(dates: readonly DateSpan[], found: readonly FoundDeadline[]): DateSpan[] {
  if (!dates.some(({ index }) => found[index]?.marked)) return [...dates];
  return dates.filter(({ index }) => found[index]?.marked || !PERIODS.has(found[index]?.kind ?? 'none'));
}

const PERIODS: ReadonlySet<FoundDeadline['kind']> = new Set(['month', 'quarter', 'year'] as const);

function addOrders(
  tokens: readonly Word[],
  drafts: Draft[],
  orders: readonly Order[],
  sentence: Sentence,
  dates: readonly DateSpan[],
): void {
  const first = orders[0];
  if (first) drafts.push(...unled(tokens, { ...sentence, end: first.start }, dates));
  const before = drafts.length;
  const opening = dates.find(
    (date) => first && date.marked && date.end <= first.start && date.start < sentence.start + OPENING_WORDS,
  );
  for (const order of orders) {
    if (setsNoWork(tokens, order)) continue;
    const own = dates.filter((date) => isWithin(date, order.work.start, order.work.end));
    if (order.by === 'address') {
      const last = drafts.at(-1);
      if (last && !last.date && own.length > 0) last.date = own.at(-1) ?? null;
      else drafts.push(...addressed(tokens, order, sentence, own, drafts.slice(before).at(-1)));
      continue;
    }
    if (order.by === 'subject' && own.length === 0 && !opening) continue;
    if (order.by !== 'order' && tells(tokens, order, sentence, opening)) continue;
    const made = draftsOf(tokens, order, sentence, own);
    const [draft] = made;
    if (draft && made.length === 1)
      draft.date ??= dates.find((date) => isWithin(date, order.start, order.work.start)) ?? null;
    drafts.push(...made);
  }
  const only = drafts.length === before + 1 ? drafts.at(-1) : undefined;
  if (only && !only.date && opening && first) only.date = opening;
}

/** "Hôm 5/4, Công an quận 1 chủ trì …", "Công an tỉnh chủ trì … đã bắt giữ": it has happened. */
function tells(
  tokens: readonly Word[],
  order: Order,
  sentence: Sentence,
  opening: DateSpan | undefined,
): boolean {
  if (says(tokens[order.work.start], 'đã', 'vừa', 'đang', 'bị')) return true;
  return !opening && order.start > sentence.start && phraseAt(tokens, sentence.start, STORY_OPENINGS) > 0;
}

function isWithin(span: TokenSpan, start: number, end: number): boolean {
  return span.start >= start && span.end <= end;
}

/** "Trước ngày 15/5, giao Sở X …": so near the start of the sentence a date belongs to the order. */
const OPENING_WORDS = 3;

/** "… gửi công văn đến Tổng cục Hải quan, yêu cầu làm rõ …": who was spoken of, or written to, must do it. */
function addressed(
  tokens: readonly Word[],
  order: Order,
  sentence: Sentence,
  dates: readonly DateSpan[],
  last: Draft | undefined,
): Draft[] {
  const leads = last?.leads ?? addressees(tokens, sentence.start, order.start);
  if (leads.length === 0 && (dates.length === 0 || says(tokens[order.start], 'đề'))) return [];
  return draftsOf(tokens, { ...order, leads }, sentence, dates);
}

function addressees(tokens: readonly Word[], from: number, to: number): TokenSpan[] {
  for (let at = to - 1; at >= Math.max(from, to - ADDRESS_WORDS_MAX); at -= 1) {
    if (!says(tokens[at], 'đến', 'tới', 'gửi', 'cho')) continue;
    const offices = officeList(tokens, at + 1, to);
    if (offices.length > 0) return offices;
  }
  return [];
}

const ADDRESS_WORDS_MAX = 60;

function draftsOf(
  tokens: readonly Word[],
  order: Order,
  sentence: Sentence,
  dates: readonly DateSpan[],
): Draft[] {
  const { leads, coordinating } = order;
  return worksOf(tokens, order.work, dates).flatMap(({ action, date }) => {
    const closes =
      phraseAt(tokens, order.work.start - 1, CLOSING_VERBS) +
        phraseAt(tokens, order.work.start, CLOSING_VERBS) >
      0;
    const pointed = closes || !holdsWord(tokens, action) ? pointedAt(tokens, sentence, order) : null;
    const said = pointed ?? (holdsWord(tokens, action) ? action : null);
    return said ? [{ leads, coordinating, action: said, date }] : [];
  });
}

/** "Đây là một trong những chuyên đề mà … giao cho Cục Thuế chủ trì": the work stands before "mà". */
function pointedAt(tokens: readonly Word[], sentence: Sentence, order: Order): TokenSpan | null {
  for (let at = sentence.start + 1; at < order.start; at += 1) {
    if (says(tokens[at], 'mà')) return { start: sentence.start, end: at };
  }
  return null;
}

function holdsWord(tokens: readonly Word[], { start, end }: TokenSpan): boolean {
  for (let at = start; at < end; at += 1) if (tokens[at]?.kind === 'word') return true;
  return false;
}

/** "Giao Sở X:" with nothing behind it. */
function headOf(tokens: readonly Word[], orders: readonly Order[], sentence: Sentence): Order | null {
  const last = orders.at(-1);
  if (!last || last.work.start < sentence.end || last.by === 'address') return null;
  return tokens[sentence.end - 1]?.text === ':' || last.by === 'duty' ? last : null;
}

/** A line that only names offices heads the lines below it: "1. Sở Tài chính". */
function heading(tokens: readonly Word[], sentence: Sentence): Order | null {
  const leads = officeList(tokens, sentence.start, sentence.end);
  const end = listEnd(leads, sentence.start);
  const closes = end === sentence.end || (end === sentence.end - 1 && /^[:.]$/.test(tokens[end]?.text ?? ''));
  if (leads.length === 0 || !closes) return null;
  const work = { start: sentence.end, end: sentence.end };
  return { by: 'duty', start: sentence.start, leads, coordinating: [], work, verb: sentence.start };
}

/** "Nếu vi phạm thì xử lý nghiêm, báo cáo Thủ tướng trước ngày 15/4": work with a date and a receiver, but nobody named. */
function unled(tokens: readonly Word[], sentence: Sentence, dates: readonly DateSpan[]): Draft[] {
  const date = dates.findLast((each) => each.end <= sentence.end);
  if (!date) return [];
  const start = workStart(tokens, sentence.start, date.start);
  if (start === null || !reportsBefore(tokens, start, date.start)) return [];
  return worksOf(tokens, { start, end: date.end }, [date]).map((work) => ({
    leads: [],
    coordinating: [],
    ...work,
  }));
}

/** The first verb of work, behind "thì" when a condition stands before it. */
function workStart(tokens: readonly Word[], from: number, to: number): number | null {
  let then = from;
  for (let at = from; at < to; at += 1) if (says(tokens[at], 'thì')) then = at + 1;
  for (let at = then; at < to; at += 1) {
    if (says(tokens[at], 'đã', 'vừa', 'không')) return null;
    if (at === then || /^[,;:“"]$/.test(tokens[at - 1]?.text ?? '')) {
      if (actionAtStart(tokens, at)) return at;
    }
  }
  return null;
}

/** "…, báo cáo Thủ tướng" right before the date. */
function reportsBefore(tokens: readonly Word[], from: number, to: number): boolean {
  for (let at = Math.max(from + 1, to - REPORT_WORDS_MAX); at < to; at += 1) {
    const verb = phraseAt(tokens, at, SENDING_VERBS);
    if (verb > 0 && /^[,;]$|^và$/.test(tokens[at - 1]?.text ?? '') && officeLength(tokens, at + verb) > 0)
      return true;
  }
  return false;
}

const REPORT_WORDS_MAX = 12;

function finished(
  text: string,
  tokens: readonly Word[],
  draft: Draft,
  found: readonly FoundDeadline[],
): ExtractedTask {
  const excerpt = (span: TokenSpan): Excerpt => {
    const place = sourceSpan(tokens, span);
    return { ...place, text: text.slice(place.from, place.to) };
  };
  return {
    leads: draft.leads.map(excerpt),
    coordinating: draft.coordinating.map(excerpt),
    action: excerpt(draft.action),
    deadline: draft.date ? (found[draft.date.index] ?? null) : null,
  };
}
