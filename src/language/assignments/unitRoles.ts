/** Which part each list of units has in the task. Rules in order; the first that fits decides. Pure. */

import { actionAt } from '../matching/actionAt.ts';
import { phraseAt, phraseBefore, phraseList } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import {
  ASKING,
  COORDINATING_AFTER,
  COORDINATING_BEFORE,
  COORDINATING_BESIDE,
  COORDINATION_NOUNS,
  EXCLUDED_BEFORE,
  FOLLOWER_AFTER,
  FOLLOWER_BEFORE,
  LEAD_AFTER,
  LEAD_AT_START,
  LEAD_BEFORE,
  LEAD_DOES,
} from './roleWords.ts';
import type { UnitList } from './unitLists.ts';

export type UnitRole = 'lead' | 'coordinating' | 'follower' | 'excluded';

/** `start` and `end` take in the words that gave the role: "phối hợp với VP", "P. TH chủ trì". */
export type RoledList = { list: UnitList; role: UnitRole; start: number; end: number };

/** What a rule may look at. */
type Scene = {
  tokens: readonly Word[];
  list: UnitList;
  /** Roles given so far, in order of place. */
  before: readonly RoledList[];
  /** The task's own words have begun before this list. */
  inTitle: boolean;
  /** The list stands at the start of a clause. */
  clauseStart: boolean;
  taken: readonly boolean[];
};

type Given = { role: UnitRole; start: number; end: number };
/** `examples` are lines in which some unit gets `role` by this rule; the tests read them. */
type Rule = {
  name: string;
  role: UnitRole;
  examples: readonly string[];
  give: (scene: Scene) => Given | null;
};

export const ROLE_RULES: readonly Rule[] = [
  {
    name: 'ruled out',
    role: 'excluded',
    examples: ['không giao P. TH', 'giao P. KH thay vì VP'],
    give: ({ tokens, list }) => by('excluded', list, phraseBefore(tokens, list.start, EXCLUDED_BEFORE), 0),
  },
  {
    name: 'named as lead after',
    role: 'lead',
    examples: ['P. TH và P. KH chủ trì', 'VP làm đầu mối', 'do P. TH chủ trì'],
    give: ({ tokens, list }) => {
      const after = phraseAt(tokens, list.end, LEAD_AFTER);
      if (after === 0) return null;
      const trigger =
        phraseBefore(tokens, list.start, LEAD_BEFORE) || phraseBefore(tokens, list.start, LEAD_AT_START);
      return by('lead', list, trigger, after, true);
    },
  },
  {
    name: 'does it',
    role: 'lead',
    examples: ['soạn giấy mời, P. TH làm, xong trước 15/4'],
    give: ({ tokens, list, inTitle, clauseStart, taken }) => {
      const after = phraseAt(tokens, list.end, LEAD_DOES);
      if (after === 0 || !inTitle || !(clauseStart || says(tokens[list.start - 1], 'do', 'để'))) return null;
      const trigger = says(tokens[list.start - 1], 'do', 'để') ? 1 : 0;
      return endsHere(tokens, list.end + after, taken) ? by('lead', list, trigger, after) : null;
    },
  },
  {
    name: 'watches',
    role: 'follower',
    examples: ['P. TH dự thảo, VP theo dõi', 'P. TH dự thảo, cc: VP'],
    give: ({ tokens, list, before, inTitle, taken }) => {
      const named = phraseBefore(tokens, list.start, FOLLOWER_BEFORE);
      if (named > 0) return by('follower', list, named, phraseAt(tokens, list.end, FOLLOWER_AFTER));
      const after = phraseAt(tokens, list.end, FOLLOWER_AFTER);
      if (after === 0 || !(inTitle || before.some(({ role }) => role === 'lead'))) return null;
      const trigger = says(tokens[list.start - 1], 'để', 'giao', 'báo', 'do') ? 1 : 0;
      return endsHere(tokens, list.end + after, taken) ? by('follower', list, trigger, after) : null;
    },
  },
  {
    name: 'joins in, said before',
    role: 'coordinating',
    examples: ['P. TH phối hợp với VP dự thảo', 'P. TH p/h VP dự thảo'],
    give: ({ tokens, list, inTitle }) => {
      const length = phraseBefore(tokens, list.start, COORDINATING_BEFORE);
      const start = list.start - length;
      if (length === 0 || (inTitle && phraseBefore(tokens, start, COORDINATION_NOUNS) > 0)) return null;
      return by('coordinating', list, length, 0);
    },
  },
  {
    name: 'joins in, said beside the lead',
    role: 'coordinating',
    examples: ['P. TH cùng VP dự thảo'],
    give: ({ tokens, list, before }) => {
      const length = phraseBefore(tokens, list.start, COORDINATING_BESIDE);
      const last = before.at(-1);
      const start = list.start - length;
      if (length === 0 || !last || last.role === 'excluded' || !onlyMarks(tokens, last.end, start))
        return null;
      return by('coordinating', list, length, 0);
    },
  },
  {
    name: 'joins in, said after',
    role: 'coordinating',
    examples: ['P. TH chủ trì, VP phối hợp', 'P. TH dự thảo, VP hỗ trợ'],
    give: ({ tokens, list, before, inTitle, clauseStart }) => {
      const after = phraseAt(tokens, list.end, COORDINATING_AFTER);
      if (after === 0 || !(inTitle || before.some(({ role }) => role === 'lead'))) return null;
      if (!clauseStart && inTitle) return null;
      if (says(tokens[list.end + after], 'với', 'cùng')) return null;
      return by('coordinating', list, phraseBefore(tokens, list.start, LEAD_BEFORE), after);
    },
  },
  {
    name: 'given the task',
    role: 'lead',
    examples: ['giao P. TH dự thảo', 'đ/n VP báo cáo', '@TH làm báo cáo'],
    give: ({ tokens, list, before, inTitle }) => {
      const length = phraseBefore(tokens, list.start, LEAD_BEFORE);
      const start = list.start - length;
      if (length === 0) return null;
      const last = before.at(-1);
      if (last?.role === 'lead' && last.end === start && phraseAt(tokens, start, ASKING) > 0) return null;
      const firmly = says(tokens[list.start - length], 'giao', 'phân', 'nhờ', 'đầu', 'chủ', 'đơn', 'mà');
      const marked = start === 0 || /^[,;.:(\-–→>]$/.test(tokens[start - 1]?.text ?? '');
      if (inTitle && !(firmly && (marked || !before.some(({ role }) => role === 'lead')))) return null;
      if (says(tokens[start - 1], 'bàn', 'chuyển', 'được', 'tiếp')) return null;
      return by('lead', list, length, 0);
    },
  },
  {
    name: 'addressed at the start',
    role: 'lead',
    examples: ['cho P. TH làm báo cáo', 'gửi VP: báo cáo quý', 'P. TH dự thảo', 'P. TH: dự thảo'],
    give: ({ tokens, list, inTitle, before }) => {
      if (inTitle || before.some(({ role }) => role === 'lead')) return null;
      return by('lead', list, phraseBefore(tokens, list.start, LEAD_AT_START), 0, true);
    },
  },
];

/** The lists that have a part in the task; a unit inside the work ("trình Cục CNTT") has none. */
export function unitRoles(
  tokens: readonly Word[],
  lists: readonly UnitList[],
  taken: readonly boolean[],
): RoledList[] {
  const roled: RoledList[] = [];
  let scannedTo = 0;
  let inTitle = false;
  for (const list of lists) {
    const lead = leadWordsStart(tokens, list);
    inTitle ||= saysWork(tokens, scannedTo, lead, taken, roled.at(-1));
    const clauseStart = lead === 0 || /^[,;.:(\-–→>]$/.test(tokens[lead - 1]?.text ?? '');
    const scene: Scene = { tokens, list, before: roled, inTitle, clauseStart, taken };
    const given = firstGiven(scene);
    if (given) roled.push({ list, ...given });
    else inTitle = true;
    scannedTo = given?.end ?? list.end;
  }
  return withTrailingLead(tokens, lists, taken, divided(tokens, roled));
}

function firstGiven(scene: Scene): Given | null {
  for (const rule of ROLE_RULES) {
    const given = rule.give(scene);
    if (given) return given;
  }
  return null;
}

/** `before` and `after` count tokens of the words that gave the role; none of them: no role, unless `always`. */
function by(role: UnitRole, list: UnitList, before: number, after: number, always = false): Given | null {
  if (before + after === 0 && !always) return null;
  return { role, start: list.start - before, end: list.end + after };
}

/** Where the words that introduce the list begin. */
function leadWordsStart(tokens: readonly Word[], list: UnitList): number {
  const lists = [
    LEAD_BEFORE,
    EXCLUDED_BEFORE,
    FOLLOWER_BEFORE,
    COORDINATING_BEFORE,
    COORDINATING_BESIDE,
    LEAD_AT_START,
  ];
  return list.start - Math.max(...lists.map((each) => phraseBefore(tokens, list.start, each)));
}

/** Whether words of the task itself stand between. "khẩn trương", "đề nghị", greetings are none. */
function saysWork(
  tokens: readonly Word[],
  from: number,
  to: number,
  taken: readonly boolean[],
  last: RoledList | undefined,
): boolean {
  let words = 0;
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind === 'word' && !taken[at] && phraseAt(tokens, at, NO_WORK) === 0) words += 1;
    if (actionAt(tokens, at) && !taken[at]) return true;
  }
  return (
    words > (last ? 0 : GREETING_WORDS_MAX) ||
    (words > 0 && to > from && !/^[,:.!]$/.test(tokens[to - 1]?.text ?? ''))
  );
}

/** "Kính gửi anh," "Nhờ chị": so many words may stand before the first unit. */
const GREETING_WORDS_MAX = 3;

/** "giao P. TH, VP phối hợp": the first of the list leads, the rest join in. */
function divided(tokens: readonly Word[], roled: readonly RoledList[]): RoledList[] {
  return roled.flatMap((each) => {
    const [first, ...rest] = each.list.units;
    const second = rest[0];
    const joinsAfter = phraseAt(tokens, each.list.end, COORDINATING_AFTER);
    const withOthers = says(tokens[each.list.end + joinsAfter], 'với', 'cùng', 'và');
    const comma = tokens[first?.end ?? 0]?.text === ',';
    if (each.role !== 'lead' || !first || !second || joinsAfter === 0 || withOthers || !comma) return [each];
    const lead = {
      ...each,
      list: { start: each.list.start, end: first.end, units: [first] },
      end: first.end,
    };
    const others = { start: second.start, end: each.list.end, units: rest };
    return [
      lead,
      { list: others, role: 'coordinating' as const, start: second.start, end: each.list.end + joinsAfter },
    ];
  });
}

/** "dự thảo báo cáo quý: P. TH", "… (P. TH, VP)", "… → VP": without any lead, the list at the end after a mark is it. */
function withTrailingLead(
  tokens: readonly Word[],
  lists: readonly UnitList[],
  taken: readonly boolean[],
  roled: readonly RoledList[],
): RoledList[] {
  if (roled.some(({ role }) => role === 'lead')) return [...roled];
  const given = new Set(roled.map((each) => each.list));
  const free = lists.filter((list) => !given.has(list));
  const list = free.findLast((each) => {
    const mark = tokens[(each.units[0]?.start ?? each.start) - 1];
    const handle = tokens[each.start]?.text === '@';
    if (handle) return true;
    const marked =
      mark?.kind === 'mark' && /^[:→>\-–—(,]$/.test(mark.text) && (mark.spaced || mark.text !== '-');
    return marked && endsHere(tokens, each.end, taken);
  });
  if (!list) return [...roled];
  const roledList: RoledList = { list, role: 'lead', start: list.start, end: list.end };
  return [...roled, roledList].sort((a, b) => a.start - b.start);
}

/** Nothing follows but marks, dates and the like. */
function endsHere(tokens: readonly Word[], at: number, taken: readonly boolean[]): boolean {
  const next = tokens[at];
  return !next || next.kind === 'mark' || taken[at] === true;
}

function onlyMarks(tokens: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind !== 'mark' && !says(tokens[at], 'và', 'and')) return false;
  }
  return from <= to;
}

/** Words before a unit that are no part of the work. */
const NO_WORK = phraseList(
  'và|thì|là|nhé|ạ|dạ|kính|chào|xin|vui lòng|please|để|cùng|cũng|khẩn trương|chủ động|được|and|hạn|nay|hôm nay|từ nay|anh|chị|em|các|mọi người|phối hợp',
);
