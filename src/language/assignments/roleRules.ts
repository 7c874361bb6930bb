/** The rules that give a list of units its part in the task, in order: the first that fits decides. Pure. */
import { actionAtStart, mannerLength } from '../matching/actionAt.ts';
import { type PhraseList, phraseAt, phraseBefore } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import {
  ASKING,
  COORDINATING_AFTER,
  COORDINATING_BEFORE,
  COORDINATING_BESIDE,
  COORDINATION_NOUNS,
  EXCLUDED_AFTER,
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
export type Scene = {
  tokens: readonly Word[];
  list: UnitList;
  /** Roles given so far, in order of place. */
  before: readonly RoledList[];
  /** Some list before this one leads. */
  hasLead: boolean;
  /** The task's own words have begun before this list. */
  inTitle: boolean;
  /** The list stands at the start of a clause. */
  clauseStart: boolean;
  /** Some list after this one is named as lead: "VP phối hợp, P. TH chủ trì". */
  leadFollows: boolean;
  taken: readonly boolean[];
};

export type Given = { role: UnitRole; start: number; end: number };
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
    name: 'ruled out after',
    role: 'excluded',
    examples: ['P. TH không làm, P. KH làm báo cáo tuần'],
    give: ({ tokens, list }) => by('excluded', list, 0, phraseAt(tokens, list.end, EXCLUDED_AFTER)),
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
    examples: ['P. TH dự thảo, VP theo dõi', 'P. TH dự thảo, cc: VP', 'P. TH dự thảo, theo dõi: VP'],
    give: ({ tokens, list, hasLead, inTitle, taken }) => {
      const named = introduction(tokens, list, FOLLOWER_BEFORE);
      if (named > 0) return by('follower', list, named, phraseAt(tokens, list.end, FOLLOWER_AFTER));
      const after = phraseAt(tokens, list.end, FOLLOWER_AFTER);
      if (after === 0 || !(inTitle || hasLead)) return null;
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
    examples: [
      'P. TH chủ trì, VP phối hợp',
      'P. TH dự thảo, VP hỗ trợ',
      'VP phối hợp, P. TH chủ trì dự thảo',
    ],
    give: ({ tokens, list, hasLead, inTitle, clauseStart, leadFollows }) => {
      const after = phraseAt(tokens, list.end, COORDINATING_AFTER);
      if (after === 0 || !(inTitle || hasLead || leadFollows)) return null;
      if (!clauseStart && inTitle) return null;
      if (says(tokens[list.end + after], 'với', 'cùng')) return null;
      return by('coordinating', list, phraseBefore(tokens, list.start, LEAD_BEFORE), after);
    },
  },
  {
    name: 'given the task',
    role: 'lead',
    examples: ['giao P. TH dự thảo', 'đ/n VP báo cáo', '@TH làm báo cáo'],
    give: ({ tokens, list, before, hasLead, inTitle }) => {
      const length = introduction(tokens, list, LEAD_BEFORE);
      const start = list.start - length;
      if (length === 0) return null;
      const last = before.at(-1);
      if (last?.role === 'lead' && last.end === start && phraseAt(tokens, start, ASKING) > 0) return null;
      const firmly = says(tokens[list.start - length], 'giao', 'phân', 'nhờ', 'đầu', 'chủ', 'đơn', 'mà');
      const marked = start === 0 || /^[,;.:(\-–→>]$/.test(tokens[start - 1]?.text ?? '');
      if (inTitle && !(firmly && (marked || !hasLead))) return null;
      if (says(tokens[start - 1], 'bàn', 'chuyển', 'được', 'tiếp')) return null;
      return by('lead', list, length, 0);
    },
  },
  {
    name: 'addressed at the start',
    role: 'lead',
    examples: ['cho P. TH làm báo cáo', 'gửi VP: báo cáo quý', 'P. TH dự thảo', 'P. TH: dự thảo'],
    give: ({ tokens, list, inTitle, hasLead }) => {
      if (inTitle || hasLead) return null;
      const trigger = phraseBefore(tokens, list.start, LEAD_AT_START);
      // "gửi VP bản mềm", "KH tuần sau": a receiver, a plan.
      const doubtful =
        says(tokens[list.start - trigger], 'gửi', 'chuyển') || (trigger === 0 && isBareSign(tokens, list));
      if (doubtful && !worksNext(tokens, list.end)) return null;
      return by('lead', list, trigger, 0, true);
    },
  },
];

/** How many tokens before the list are a phrase that introduces it: the list takes a colon in, and the phrase may end in one. */
export function introduction(tokens: readonly Word[], list: UnitList, phrases: PhraseList): number {
  if (tokens[list.start]?.text !== ':') return phraseBefore(tokens, list.start, phrases);
  const withColon = phraseBefore(tokens, list.start + 1, phrases);
  return Math.max(withColon - 1, phraseBefore(tokens, list.start, phrases));
}

/** `before` and `after` count tokens of the words that gave the role; none of them: no role, unless `always`. */
function by(role: UnitRole, list: UnitList, before: number, after: number, always = false): Given | null {
  if (before + after === 0 && !always) return null;
  return { role, start: list.start - before, end: list.end + after };
}

/** Nothing follows but marks, dates and the like. */
export function endsHere(tokens: readonly Word[], at: number, taken: readonly boolean[]): boolean {
  const next = tokens[at];
  return !next || next.kind === 'mark' || taken[at] === true;
}

function onlyMarks(tokens: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind !== 'mark' && !says(tokens[at], 'và', 'and')) return false;
  }
  return from <= to;
}

/** One sign without a head, "TH", "KH": it may abbreviate another word. */
function isBareSign(tokens: readonly Word[], list: UnitList): boolean {
  return (
    list.units.length === 1 &&
    list.end - list.start === 1 &&
    /^\p{Lu}+$/u.test(tokens[list.start]?.text ?? '')
  );
}

/** The work begins, or a mark or a word of English says that it will. */
function worksNext(tokens: readonly Word[], at: number): boolean {
  const next = tokens[at];
  if (!next || next.kind === 'mark' || says(next, 'to', 'will', 'should', 'please', 'must')) return true;
  return actionAtStart(tokens, at + mannerLength(tokens, at));
}
