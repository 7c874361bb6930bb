/** Orders of a sentence → drafts of tasks, whose words are still runs of tokens. Pure. */
import { mannerLength } from '../matching/actionAt.ts';
import { phraseAt } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import { type Order, setsNoWork } from './findOrders.ts';
import type { LabelledFields } from './labelledFields.ts';
import { listEnd, officeList } from './officeList.ts';
import { CLOSING_VERBS, MEETINGS, STORY_OPENINGS, WITH } from './orderWords.ts';
import { type DateSpan, worksOf } from './orderWork.ts';
import type { Sentence } from './sentences.ts';
import type { TokenSpan } from './tokenSpan.ts';
import { unledDrafts } from './unledDrafts.ts';

export type Draft = {
  leads: TokenSpan[];
  coordinating: TokenSpan[];
  action: TokenSpan;
  date: DateSpan | null;
};

/** Adds what the orders of one sentence set; an order without a unit may give the last task its date. */
export function addOrders(
  tokens: readonly Word[],
  drafts: Draft[],
  orders: readonly Order[],
  sentence: Sentence,
  dates: readonly DateSpan[],
): void {
  const first = orders[0];
  if (first) drafts.push(...unledDrafts(tokens, { ...sentence, end: first.start }, dates));
  const before = drafts.length;
  const opening = dates.find(
    (date) =>
      first &&
      date.marked &&
      date.end <= first.start &&
      (date.start < sentence.start + OPENING_WORDS || first.start - date.end <= 1),
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
    if (
      order.by === 'subject' &&
      own.length === 0 &&
      !opening &&
      !isPointOfList(tokens, order, sentence, drafts)
    )
      continue;
    // "Bộ Y tế tổ chức hội thảo ngày 12/4": a day without "trước"
    const meets = order.by === 'subject' && phraseAt(tokens, order.work.start, MEETINGS) > 0;
    if (meets && !own.some((date) => date.marked)) continue;
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
  // "Đề án do Bộ X chủ trì soạn thảo đã được thông qua"
  const by = says(tokens[order.start - 1], 'do');
  if (by && tokens.slice(order.work.start, order.work.end).some((each) => says(each, 'đã'))) return true;
  return !opening && order.start > sentence.start && phraseAt(tokens, sentence.start, STORY_OPENINGS) > 0;
}

/** "3. Sở Tài chính bố trí kinh phí.", or, behind other orders, "Sở Y tế khẩn trương rà soát …": an order without a date. */
function isPointOfList(
  tokens: readonly Word[],
  order: Order,
  sentence: Sentence,
  drafts: readonly Draft[],
): boolean {
  if (order.start !== sentence.start) return false;
  return (
    sentence.listed || (drafts.length > 0 && mannerLength(tokens, listEnd(order.leads, order.start)) > 0)
  );
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

export function draftsOf(
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
    if (!said || isOver(tokens, said)) return [];
    const joined = joinedWithin(tokens, said);
    return [{ leads, coordinating: [...coordinating, ...joined.offices], action: joined.action, date }];
  });
}

/** "rà soát hồ sơ, phối hợp với Sở Y (xử lý …)": who joins in is said behind the work, or in the midst of it. */
function joinedWithin(
  tokens: readonly Word[],
  action: TokenSpan,
): { offices: TokenSpan[]; action: TokenSpan } {
  for (let at = action.start + 1; at < action.end; at += 1) {
    if (!says(tokens[at], 'phối', 'kết', 'p', 'ph')) continue;
    const opens = /^[,;]$/.test(tokens[at - 1]?.text ?? '') || says(tokens[at - 1], 'và', 'thời', 'động');
    const joining = opens ? phraseAt(tokens, at, WITH) : 0;
    const offices = joining > 0 ? officeList(tokens, at + joining, action.end) : [];
    if (offices.length === 0) continue;
    const ends = listEnd(offices, at) === action.end && tokens[at - 1]?.kind === 'mark';
    return { offices, action: ends ? { start: action.start, end: at - 1 } : action };
  }
  return { offices: [], action };
}

/** "…, đến nay đã nộp xong", "và việc này đã hoàn thành": told as done. */
function isOver(tokens: readonly Word[], { start, end }: TokenSpan): boolean {
  for (let at = start; at < end; at += 1) {
    if (says(tokens[at], 'đến') && says(tokens[at + 1], 'nay')) return true;
    if (says(tokens[at], 'này') && says(tokens[at + 1], 'đã')) return true;
  }
  return false;
}

/** Fields belong to the words before them, else to the sentence before, else to the last task. */
export function addFields(
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
