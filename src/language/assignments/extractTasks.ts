/** A passage of an official document → the tasks it sets, units as written. Pure; never throws. */
import type { DeadlineContext, FoundDeadline } from '../deadlines/deadline.ts';
import { findDeadlines } from '../deadlines/findDeadlines.ts';
import { phraseAt } from '../matching/phraseList.ts';
import { type Word, wordsOf } from '../matching/words.ts';
import type { Span } from './assignmentReading.ts';
import { beginsWithWork, continued, findOrders, type Order } from './findOrders.ts';
import { labelledFields } from './labelledFields.ts';
import { withLineEnds } from './lineEnds.ts';
import { listEnd, officeList } from './officeList.ts';
import { addFields, addOrders, type Draft, draftsOf } from './orderDrafts.ts';
import { CLOSING_VERBS, NO_ORDER_SENTENCE } from './orderWords.ts';
import type { DateSpan } from './orderWork.ts';
import { type Sentence, sentences } from './sentences.ts';
import { sourceSpan, type TokenSpan, tokenSpan } from './tokenSpan.ts';
import { unledDrafts } from './unledDrafts.ts';

/** Words of the passage with their place. */
type Excerpt = Span & { text: string };

/** One set of leads, one piece of work, one deadline. `leads` is empty when the passage names nobody. */
export type ExtractedTask = {
  leads: Excerpt[];
  coordinating: Excerpt[];
  action: Excerpt;
  deadline: FoundDeadline | null;
};

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
  /** Where the drafts of the sentence before begin. */
  let lastDrafts = 0;
  for (const sentence of sentences(text, tokens)) {
    const inSentence: DateSpan[] = [];
    for (; nextDate < dates.length; nextDate += 1) {
      const date = dates[nextDate];
      if (!date || date.start >= sentence.end) break;
      if (date.start >= sentence.start) inSentence.push(date);
    }
    const own = deadlinesAmong(inSentence, found);
    const fields = labelledFields(tokens, sentence);
    const named = fields && fields.leads.length + fields.coordinating.length > 0;
    if (fields && (named || findOrders(tokens, sentence).length === 0)) {
      addFields(tokens, drafts, fields, { own, sentence, idle });
      idle = null;
      continue;
    }
    idle = null;
    if (phraseAt(tokens, sentence.start, NO_ORDER_SENTENCE) > 0 && own.length === 0) continue;
    const before = drafts.slice(lastDrafts);
    lastDrafts = drafts.length;
    const orders = findOrders(tokens, sentence);
    if (orders.length === 0 && !sentence.listed && closesAll(tokens, sentence, before, own)) continue;
    // "Đề nghị Cục …" below a head names its own unit.
    const ordersItself = orders[0]?.by === 'order' && orders[0].start === sentence.start;
    if (head && !ordersItself && beginsWithWork(tokens, sentence.start)) {
      drafts.push(...draftsOf(tokens, continued(tokens, head, sentence), sentence, own));
      continue;
    }
    if (orders.length === 0) {
      head = heading(tokens, sentence) ?? null;
      const led = unledDrafts(tokens, sentence, own);
      drafts.push(...led);
      if (led.length === 0) idle = sentence;
      continue;
    }
    head = headOf(tokens, orders, sentence) ?? (sentence.listed ? head : null);
    addOrders(tokens, drafts, orders, sentence, own);
  }
  return drafts.map((draft) => finished(text, tokens, draft, found));
}

/** "Hoàn thành trước ngày 15/11." behind a sentence of undated tasks: the date of them all. */
function closesAll(
  tokens: readonly Word[],
  sentence: Sentence,
  before: readonly Draft[],
  dates: readonly DateSpan[],
): boolean {
  const date = dates.at(-1);
  const closes = phraseAt(tokens, sentence.start, CLOSING_VERBS) > 0 || date?.start === sentence.start;
  if (!date?.marked || !closes || date.start > sentence.start + CLOSE_WORDS_MAX) return false;
  if (before.length === 0 || before.some((draft) => draft.date)) return false;
  for (const draft of before) draft.date = date;
  return true;
}

const CLOSE_WORDS_MAX = 20;

/** Beside "trước ngày 15/5", a bare "năm 2019" names a thing and closes nothing. */
function deadlinesAmong(all: readonly DateSpan[], found: readonly FoundDeadline[]): DateSpan[] {
  // "bảo đảm đủ than cho sản xuất điện năm 2019": a bare year names a thing
  const dates = all.filter(({ index, marked }) => marked || !/^năm /i.test(found[index]?.text ?? ''));
  if (!dates.some(({ index }) => found[index]?.marked && found[index]?.dueOn)) return [...dates];
  return dates.filter(({ index }) => {
    const each = found[index];
    // "chuẩn bị tài liệu phục vụ Hội nghị, gửi trước ngày 12/4": a day that is known over one that is not
    return each?.dueOn ? each.marked || !PERIODS.has(each.kind) : each?.problem !== 'event-unknown';
  });
}

const PERIODS: ReadonlySet<FoundDeadline['kind']> = new Set(['month', 'quarter', 'year'] as const);

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
