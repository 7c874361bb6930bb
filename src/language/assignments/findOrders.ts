/** Who is ordered to work in a sentence, and where the work stands. Pure. */
import { actionAt, actionAtStart, mannerLength } from '../matching/actionAt.ts';
import { phraseAt, phraseBefore } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import { listEnd, officeList, orderedList } from './officeList.ts';
import { officeLength } from './officeSpan.ts';
import {
  BEFORE_UNIT,
  DUTIES,
  LEADING,
  MEETINGS,
  NO_ORDER_BEFORE,
  NO_TASK,
  ORDERS,
  TELLING,
  WITH,
} from './orderWords.ts';
import { readOn } from './readOn.ts';
import type { Sentence } from './sentences.ts';
import type { TokenSpan } from './tokenSpan.ts';

/**
 * One order. `by`: an order word with units ("giao Sở X"), one without ("yêu cầu làm rõ"), a duty ("Sở X có trách nhiệm"), or a
 * bare subject ("Bộ X trình …"). `start` is where its words begin, `work` where the work may stand.
 */
export type Order = {
  by: 'order' | 'address' | 'duty' | 'subject';
  start: number;
  leads: TokenSpan[];
  coordinating: TokenSpan[];
  work: TokenSpan;
  /** The order word, or the subject's verb. */
  verb: number;
};

/** The orders of a sentence in order of place; the work of each ends where the next begins. */
export function findOrders(tokens: readonly Word[], sentence: Sentence): Order[] {
  const orders: Order[] = [];
  let at = sentence.start;
  while (at < sentence.end) {
    const order = orderAt(tokens, at, sentence, orders.at(-1));
    if (order) {
      const last = orders.at(-1);
      if (last) last.work.end = Math.min(last.work.end, order.start);
      orders.push(order);
      at = Math.max(at + 1, order.work.start);
    } else at += 1;
  }
  return orders;
}

/** The order of a line that stands below its units: "Giao Sở X:" / "- Chủ trì, phối hợp với …". */
export function continued(tokens: readonly Word[], head: Order, sentence: Sentence): Order {
  const below = readOn(tokens, sentence.start, sentence);
  return {
    by: head.by,
    start: sentence.start,
    leads: head.leads,
    coordinating: [...head.coordinating, ...below.coordinating],
    work: { start: below.work, end: sentence.end },
    verb: sentence.start,
  };
}

/** Whether a line begins with work or with who leads and joins in. */
export function beginsWithWork(tokens: readonly Word[], at: number): boolean {
  return (
    actionAtStart(tokens, at) ||
    mannerLength(tokens, at) > 0 ||
    phraseAt(tokens, at, LEADING) + phraseAt(tokens, at, WITH) > 0
  );
}

function orderAt(
  tokens: readonly Word[],
  at: number,
  sentence: Sentence,
  last: Order | undefined,
): Order | null {
  return givenAt(tokens, at, sentence, last) ?? dutyAt(tokens, at, sentence, last);
}

/** "giao Sở X …", "yêu cầu làm rõ …". */
function givenAt(
  tokens: readonly Word[],
  at: number,
  sentence: Sentence,
  last: Order | undefined,
): Order | null {
  const word = phraseAt(tokens, at, ORDERS);
  if (word === 0 || phraseBefore(tokens, at, NO_ORDER_BEFORE) > 0) return null;
  if (says(tokens[at], 'giao') && tokens[at + 1]?.text === 'ban') return null; // a meeting
  // "theo dõi, đôn đốc các xã": work among other work.
  const urged = says(tokens[at], 'đôn', 'nhắc') && at > sentence.start;
  if (urged && (tokens[at - 1]?.kind === 'mark' || says(tokens[at - 1], 'và'))) return null;
  // "yêu cầu Bộ A phối hợp chỉ đạo Công an tỉnh B xử lý": within the work of Bộ A.
  const within = last && last.by !== 'address' && says(tokens[at], 'chỉ');
  if (
    within &&
    (tokens[at - 1]?.text === ',' ||
      (tokens[at - 1]?.kind === 'word' && !says(tokens[at - 1], 'và', 'thời', 'cũng')))
  )
    return null;
  // "giao B chỉ đạo C": what follows a unit at once is its work.
  if (last && last.work.start >= at) return null;
  let place = at + word;
  for (let more = 1; more > 0; place += more)
    more = phraseAt(tokens, place, BEFORE_UNIT) || mannerLength(tokens, place);
  place = behindDate(tokens, place, sentence);
  const leads = orderedList(tokens, place, sentence.end);
  if (leads.length > 0) return assembled(tokens, 'order', at, at, leads, sentence);
  const handed = handedTo(tokens, at, at + word, sentence);
  if (handed) return handed;
  const asks = says(tokens[at], 'yêu', 'đề');
  if (!asks || !actionAt(tokens, place)) return null;
  return {
    by: 'address',
    start: at,
    leads: [],
    coordinating: [],
    work: { start: place, end: sentence.end },
    verb: at,
  };
}

/** "yêu cầu trước ngày 15/6, | Sở X phải …": behind the comma, when a date opens the order and an office follows. */
function behindDate(tokens: readonly Word[], place: number, sentence: Sentence): number {
  if (!says(tokens[place], 'trước', 'đến', 'trong', 'chậm', 'hết', 'từ')) return place;
  for (let at = place + 1; at < Math.min(place + DATE_WORDS_MAX, sentence.end); at += 1) {
    if (tokens[at]?.text === ',') return officeList(tokens, at + 1, sentence.end).length > 0 ? at + 1 : place;
  }
  return place;
}

const DATE_WORDS_MAX = 12;

/** "Phân công nhiệm vụ đại tu cho Phân xưởng 1 chủ trì": the work stands before "cho". */
function handedTo(tokens: readonly Word[], at: number, from: number, sentence: Sentence): Order | null {
  if (!says(tokens[at], 'giao', 'phân') || tokens[from]?.kind !== 'word') return null;
  for (let place = from + 1; place < Math.min(from + HANDED_WORDS_MAX, sentence.end); place += 1) {
    if (/^[,;.:]$/.test(tokens[place]?.text ?? '')) return null;
    if (!says(tokens[place], 'cho')) continue;
    const leads = officeList(tokens, place + 1, sentence.end);
    const { coordinating, work } = readOn(tokens, listEnd(leads, place), sentence);
    const does = work > listEnd(leads, place) || says(tokens[work], 'thực', 'làm', 'triển');
    if (leads.length === 0 || !does) return null;
    return { by: 'order', start: at, leads, coordinating, work: { start: from, end: place }, verb: at };
  }
  return null;
}

const HANDED_WORDS_MAX = 30;

/** "Sở X chủ trì …" and, at the start of a sentence, "Bộ X (sẽ) đề xuất …". */
function dutyAt(
  tokens: readonly Word[],
  at: number,
  sentence: Sentence,
  last: Order | undefined,
): Order | null {
  if (last && last.by !== 'address' && at < last.work.start) return null;
  const opens =
    at === sentence.start ||
    /^[,;:.“"]$/.test(tokens[at - 1]?.text ?? '') ||
    says(tokens[at - 1], 'và', 'do');
  if (!opens) return null;
  const leads = officeList(tokens, at, sentence.end);
  const end = listEnd(leads, at);
  if (leads.length === 0) return null;
  const duty = phraseAt(tokens, end, DUTIES);
  if (duty > 0 && !last) {
    if (phraseAt(tokens, end + duty, MEETINGS) > 0) return null;
    return assembled(tokens, 'duty', at, end, leads, sentence);
  }
  const manner = mannerLength(tokens, end);
  // "Giao Vụ A rà soát …; Vụ B tham mưu …": the next addressee of the same order.
  const next = last && last.by !== 'address' && beginsNext(tokens, at, last);
  if (next && phraseAt(tokens, end, TELLING) === 0 && actionAtStart(tokens, end + manner))
    return assembled(tokens, 'duty', at, end, leads, sentence);
  const begins =
    at === sentence.start || tokens[at - 1]?.text === ':' || (!last && tokens[at - 1]?.text === ',');
  const reported = tokens[at - 1]?.text === ',' && says(tokens[at - 2], 'biết', 'hay', 'rằng', 'định');
  if (last || !begins || reported || phraseAt(tokens, end, TELLING) > 0) return null;
  const joins = phraseAt(tokens, end + manner, WITH) > 0;
  // "Cục Quản lý đường bộ III khẩn trương sơn kẻ lại vạch đường": said to be work, whatever the verb
  const urgent = manner > 0 && !says(tokens[end], 'sẽ', 'cũng', 'tiếp', 'đồng');
  if (!joins && !(urgent && tokens[end + manner]?.kind === 'word') && !actionAtStart(tokens, end + manner))
    return null;
  return assembled(tokens, 'subject', at, end, leads, sentence);
}

/** A new addressee behind ";", or behind a comma that ends work and no row of offices. */
function beginsNext(tokens: readonly Word[], at: number, last: Order): boolean {
  const mark = tokens[at - 1]?.text;
  if (mark !== ',') return mark === ';';
  if (at - last.work.start < WORK_WORDS_MIN) return false;
  for (let start = Math.max(last.work.start, at - OFFICE_WORDS_MAX); start < at - 1; start += 1) {
    if (start + officeLength(tokens, start) === at - 1) return false;
  }
  return true;
}

const WORK_WORDS_MIN = 5;
const OFFICE_WORDS_MAX = 12;

function assembled(
  tokens: readonly Word[],
  by: Order['by'],
  start: number,
  verb: number,
  leads: TokenSpan[],
  sentence: Sentence,
): Order {
  const { coordinating, work } = readOn(tokens, listEnd(leads, start), sentence);
  return { by, start, leads, coordinating, work: { start: work, end: sentence.end }, verb };
}

/** Whether the words of an order ask for leave or close a letter instead of setting work. */
export function setsNoWork(tokens: readonly Word[], order: Order): boolean {
  // "giao các bộ là 1.216": a count of tasks.
  if (tokens[order.work.start]?.kind === 'number' && says(tokens[order.work.start - 1], 'là')) return true;
  return order.work.start >= order.work.end || phraseAt(tokens, order.work.start, NO_TASK) > 0;
}
