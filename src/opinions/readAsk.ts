/** Reads a line of /xinykien: whom to ask, what, among which options, by when. What it does not say is left to the usual. Pure. */
import type { OpinionRule } from '../database/codes.ts';
import { closingDeadline } from '../language/deadlines/closing.ts';
import type { DeadlineContext, FoundDeadline } from '../language/deadlines/deadline.ts';
import { findDeadlines } from '../language/deadlines/findDeadlines.ts';
import { fold } from '../language/folding.ts';

/** Leaders who may be asked. */
export type Candidate = {
  personId: number;
  name: string;
  agencyId: number;
  /** Of the agency: code, name, other names. */
  agencyNames: readonly string[];
};

export type AskReading = {
  /** Null: nobody was named. */
  leaderIds: number[] | null;
  /** "lãnh đạo 2 cơ quan" was said. */
  allAgencies: boolean;
  /** '' when the line has none of its own. */
  question: string;
  /** Null: the usual three. */
  options: string[] | null;
  deadline: FoundDeadline | null;
  rule: OpinionRule | null;
  hidden: boolean | null;
};

export function readAsk(
  typed: string,
  candidates: readonly Candidate[],
  context: DeadlineContext,
): AskReading {
  const line = typed.normalize('NFC');
  const deadline = closingDeadline(findDeadlines(line, context));
  const undated = deadline
    ? `${line.slice(0, deadline.from).replace(dateLead, '')} ${line.slice(deadline.to)}`
    : line;
  const { text: unchosen, options } = takeOptions(undated);
  const { text: unruled, rule, hidden } = takeRules(unchosen);
  const { text, leaderIds, allAgencies } = takeLeaders(unruled, candidates);
  return { leaderIds, allAgencies, question: trimmed(text), options, deadline, rule, hidden };
}

/** Options as somebody lists them: one a line, or with strokes or semicolons between; each once. */
export function splitOptions(text: string): string[] {
  const parts = text.split(/\n|;|\s*\|\s*|\s+\/\s+/u).map(trimmed);
  return [...new Map(parts.filter((part) => part !== '').map((part) => [fold(part), part])).values()];
}

const dateLead = /[\s,;]*(?:(?:thời\s+)?hạn(?:\s+là)?|trước|chậm\s+nhất|due|by|before)?[\s:]*$/iu;

const optionLead = /(?:^|[\s,;.])(?:chọn|lựa chọn|phương án|các phương án|options?|choose)\s*:\s*/iu;

function takeOptions(text: string): { text: string; options: string[] | null } {
  const found = optionLead.exec(text);
  if (!found) return { text, options: null };
  const options = splitOptions(text.slice(found.index + found[0].length));
  return { text: text.slice(0, found.index), options: options.length < 2 ? null : options };
}

const rules: readonly (readonly [RegExp, Partial<Pick<AskReading, 'rule' | 'hidden'>>])[] = [
  [/^(?:tất cả(?: cùng)? đồng ý|all agree)$/iu, { rule: 'all' }],
  [/^(?:theo )?đa số(?: mỗi cơ quan)?$|^majority(?: in each agency)?$/iu, { rule: 'majority' }],
  [/^(?:do )?cơ quan chủ trì quyết định$|^(?:the )?lead agency decides$/iu, { rule: 'lead' }],
  [/^(?:công khai(?: ý kiến)?|open opinions)$/iu, { hidden: false }],
  [/^(?:kín|giữ kín(?: ý kiến)?|hidden)$/iu, { hidden: true }],
];

/** A clause of its own between commas. */
function takeRules(text: string): { text: string; rule: OpinionRule | null; hidden: boolean | null } {
  let said: Partial<Pick<AskReading, 'rule' | 'hidden'>> = {};
  const kept = text.split(/(?<=[,;])/u).filter((clause) => {
    const found = rules.find(([pattern]) => pattern.test(trimmed(clause)));
    if (found) said = { ...said, ...found[1] };
    return !found;
  });
  return { text: kept.join(''), rule: said.rule ?? null, hidden: said.hidden ?? null };
}

/** Whoever stands at the beginning of the line: "lãnh đạo 2 cơ quan", "lãnh đạo Cục CNTT và Giám đốc Trung tâm". A name further on
 *  belongs to the question. */
function takeLeaders(
  line: string,
  candidates: readonly Candidate[],
): { text: string; leaderIds: number[] | null; allAgencies: boolean } {
  const phrases = phrasesFor(candidates);
  let rest = line;
  let allAgencies = false;
  const ids = new Set<number>();
  for (;;) {
    const start = rest.replace(leaderLead, '');
    const found = phrases.find((phrase) => startsWith(start, phrase.words));
    if (!found) break;
    for (const id of found.ids) ids.add(id);
    if (found.all) allAgencies = true;
    rest = afterWords(start, found.words);
  }
  if (ids.size === 0) return { text: line, leaderIds: null, allAgencies };
  return { text: rest.replace(aboutLead, ''), leaderIds: [...ids], allAgencies };
}

const leaderLead = /^(?:[\s,;:]|xin ý kiến|hỏi|gửi|tới|cho|của|và|cùng|ask|to|and|&)+(?=\S)/iu;
const aboutLead = /^[\s,;:–-]*(?:về việc|về|ve viec|ve|on|about)\s+/iu;

type Phrase = { words: string; ids: number[]; all: boolean };

/** The longest first: "Phó Giám đốc" before "Giám đốc". */
function phrasesFor(candidates: readonly Candidate[]): Phrase[] {
  const everybody = candidates.map(({ personId }) => personId);
  const whole = [
    ...['2', 'hai', 'các'].flatMap((count) => ['cơ quan', 'bên'].map((of) => `lãnh đạo ${count} ${of}`)),
    'leaders of both agencies',
    'both leaders',
  ].map((words): Phrase => ({ words: fold(words), ids: everybody, all: true }));
  const people = candidates.map(
    ({ name, personId }): Phrase => ({ words: fold(name), ids: [personId], all: false }),
  );
  const agencies = candidates.flatMap(({ personId, agencyNames }) =>
    agencyNames.flatMap((name) =>
      ['lãnh đạo', 'leaders of'].map(
        (word): Phrase => ({ words: fold(`${word} ${name}`), ids: [personId], all: false }),
      ),
    ),
  );
  const merged = [...Map.groupBy([...whole, ...people, ...agencies], (phrase) => phrase.words)].map(
    ([words, same]): Phrase => ({
      words,
      ids: [...new Set(same.flatMap((phrase) => phrase.ids))],
      all: same.some((phrase) => phrase.all),
    }),
  );
  return merged.sort((a, b) => b.words.length - a.words.length);
}

function startsWith(text: string, words: string): boolean {
  const folded = fold(text);
  return folded.startsWith(words) && !/^[\p{L}\p{N}]/u.test(folded.slice(words.length));
}

/** What stands behind the words: folded they may be shorter or longer than as typed. */
function afterWords(text: string, words: string): string {
  let end = words.length;
  while (end < text.length && fold(text.slice(0, end)).length < words.length) end += 1;
  while (end > 0 && fold(text.slice(0, end)).length > words.length) end -= 1;
  return text.slice(end);
}

function trimmed(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/^[\s,;:.–-]+|[\s,;:–-]+$/gu, '');
}
