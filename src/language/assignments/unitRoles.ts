/** Which part each list of units has in the task. Pure. */
import { actionAt } from '../matching/actionAt.ts';
import { phraseAt, phraseBefore, phraseList } from '../matching/phraseList.ts';
import { says } from '../matching/spelling.ts';
import type { Word } from '../matching/words.ts';
import { endsHere, type Given, introduction, ROLE_RULES, type RoledList, type Scene } from './roleRules.ts';
import {
  COORDINATING_AFTER,
  COORDINATING_BEFORE,
  COORDINATING_BESIDE,
  EXCLUDED_BEFORE,
  FOLLOWER_BEFORE,
  LEAD_AFTER,
  LEAD_AT_START,
  LEAD_BEFORE,
} from './roleWords.ts';
import type { ListedUnit, UnitList } from './unitLists.ts';

/** The lists that have a part in the task; a unit inside the work ("trình Cục CNTT") has none. */
export function unitRoles(
  tokens: readonly Word[],
  lists: readonly UnitList[],
  taken: readonly boolean[],
): RoledList[] {
  const roled: RoledList[] = [];
  let scannedTo = 0;
  let inTitle = false;
  let hasLead = false;
  const lastNamedLead = lists.findLastIndex((each) => phraseAt(tokens, each.end, LEAD_AFTER) > 0);
  for (const [index, list] of lists.entries()) {
    const lead = leadWordsStart(tokens, list);
    inTitle ||= saysWork(tokens, scannedTo, lead, taken, roled.at(-1));
    const clauseStart =
      lead === 0 || tokens[list.start]?.text === '@' || /^[,;.:(\-–→>]$/.test(tokens[lead - 1]?.text ?? '');
    const leadFollows = index < lastNamedLead;
    const scene: Scene = { tokens, list, before: roled, hasLead, inTitle, clauseStart, leadFollows, taken };
    const given = firstGiven(scene);
    if (given) roled.push({ list, ...given });
    else inTitle = true;
    hasLead ||= given?.role === 'lead';
    scannedTo = given?.end ?? list.end;
  }
  return narrowed(tokens, withTrailingLead(tokens, lists, taken, divided(tokens, roled)));
}

function firstGiven(scene: Scene): Given | null {
  for (const rule of ROLE_RULES) {
    const given = rule.give(scene);
    if (given) return given;
  }
  return null;
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
  return list.start - Math.max(...lists.map((each) => introduction(tokens, list, each)));
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

/** "giao hai phòng TH và KH rà soát, trong đó P. TH chủ trì": who was named before and leads no more joins in. */
function narrowed(tokens: readonly Word[], roled: readonly RoledList[]): RoledList[] {
  const chief = roled.find(
    ({ role, start }) => role === 'lead' && phraseBefore(tokens, start, AMONG_THEM) > 0,
  );
  if (!chief) return [...roled];
  const leading = new Set(chief.list.units.map(unitId));
  return roled.flatMap((each) => {
    if (each.role !== 'lead' || each === chief) return [each];
    const units = each.list.units.filter((unit) => !leading.has(unitId(unit)));
    return [{ ...each, role: 'coordinating' as const, list: { ...each.list, units } }];
  });
}

const AMONG_THEM = phraseList('trong đó|trong đó giao');

function unitId({ mention }: ListedUnit): number | undefined {
  return mention?.candidates[0]?.unit.id;
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

/** Words before a unit that are no part of the work. */
const NO_WORK = phraseList(
  'và|thì|là|nhé|ạ|dạ|kính|chào|xin|vui lòng|please|để|cùng|cũng|khẩn trương|chủ động|được|and|hạn|nay|hôm nay|từ nay|anh|chị|em|các|mọi người|phối hợp',
);
