/** The words of /tinhhinh, /viec and /quahan, in free order, Vietnamese and English. Pure; never throws. */
import type { WorkCalendar } from '../../calendar/workCalendar.ts';
import { findUnits, matchUnit } from '../matching/matchUnits.ts';
import { phraseAt } from '../matching/phraseList.ts';
import type { UnitMention } from '../matching/unit.ts';
import type { UnitIndex } from '../matching/unitIndex.ts';
import { type Word, wordsOf } from '../matching/words.ts';
import { peopleIndex, personAt } from './people.ts';
import { periodAt } from './periods.ts';
import type { Query } from './query.ts';
import { ASKING_WORDS, MINE, PROGRAMME, ROLES, STATES } from './queryWords.ts';

export type QueryContext = {
  now: Temporal.ZonedDateTime;
  calendar: WorkCalendar;
  units: UnitIndex;
  people: readonly { id: number; name: string }[];
};

/**
 * "quá hạn của P. Tổng hợp tháng này" → overdue, one unit, a month. At every place the longest of what may stand there is taken:
 * task code, period, person, unit, state, part of the asker; words that ask nothing are dropped, the rest is `left` to be told to
 * the asker. Days are those of the zone of `now`.
 */
export function readQuery(text: string, context: QueryContext): Query {
  const tokens = wordsOf(text);
  const people = peopleIndex(context.people);
  const units = new Map(findUnits(text, context.units).map((mention) => [mention.from, mention]));
  const query: Query = {
    states: [],
    units: [],
    people: [],
    mine: null,
    role: null,
    period: null,
    taskCodes: [],
    programmeCodes: [],
    programmeSaid: false,
    left: [],
  };
  const left: Word[][] = [];
  let at = 0;
  let leftEnd = -1;
  while (at < tokens.length) {
    const length = take(text, tokens, at, query, { context, people, units });
    if (length > 0) {
      at += length;
      continue;
    }
    const token = tokens[at];
    const joined =
      token?.kind === 'mark' && !token.spaced && leftEnd === at && tokens[at + 1]?.spaced === false;
    if (token && (token.kind !== 'mark' || joined)) {
      if (leftEnd === at) left.at(-1)?.push(token);
      else left.push([token]);
      leftEnd = at + 1;
    }
    at += 1;
  }
  for (const words of left) keepLeft(text, words, query, context.units);
  return query;
}

type Sources = {
  context: QueryContext;
  people: ReturnType<typeof peopleIndex>;
  units: ReadonlyMap<number, UnitMention>;
};

/** Takes what stands at `at` into the query; returns how many tokens it was, 0 when nothing was understood. */
function take(text: string, tokens: readonly Word[], at: number, query: Query, sources: Sources): number {
  const readings = [
    taskCode(tokens, at, query),
    programmeCode(tokens, at, query),
    { length: phraseAt(tokens, at, PROGRAMME), keep: () => Object.assign(query, { programmeSaid: true }) },
    period(text, tokens, at, query, sources.context.now.toPlainDate()),
    person(tokens, at, query, sources.people),
    unit(tokens, at, query, sources.units),
    state(tokens, at, query),
    role(tokens, at, query),
    mine(tokens, at, query),
    { length: phraseAt(tokens, at, ASKING_WORDS), keep: () => {} },
  ];
  let best = readings[0];
  for (const reading of readings) if (reading.length > (best?.length ?? 0)) best = reading;
  if (!best || best.length === 0) return 0;
  best.keep();
  return best.length;
}

type Reading = { length: number; keep: () => void };
const NOTHING: Reading = { length: 0, keep: () => {} };

/** "NV-12", "nv12", "NV 12". */
function taskCode(tokens: readonly Word[], at: number, query: Query): Reading {
  return code('nv', tokens, at, query.taskCodes);
}

/** "CT-1". "CT 05/CT-TTg" is a document. */
function programmeCode(tokens: readonly Word[], at: number, query: Query): Reading {
  const found = code('ct', tokens, at, query.programmeCodes);
  return tokens[at + found.length]?.text === '/' ? NOTHING : found;
}

function code(sign: string, tokens: readonly Word[], at: number, into: number[]): Reading {
  if (tokens[at]?.folded !== sign) return NOTHING;
  const dash = /^[-–]$/.test(tokens[at + 1]?.text ?? '') ? 1 : 0;
  const token = tokens[at + 1 + dash];
  const number =
    token?.kind === 'number' && token.plain.length <= CODE_DIGITS_MAX ? Number(token.plain) : Number.NaN;
  if (!Number.isSafeInteger(number) || number < 1) return NOTHING;
  return { length: 2 + dash, keep: () => addOnce(into, number) };
}

const CODE_DIGITS_MAX = 9;

/** Of two periods the first counts; the second is told to the asker. */
function period(
  text: string,
  tokens: readonly Word[],
  at: number,
  query: Query,
  today: Temporal.PlainDate,
): Reading {
  const found = periodAt(tokens, at, today);
  if (!found) return NOTHING;
  const words = text.slice(tokens[at]?.from, tokens[at + found.length - 1]?.to);
  return {
    length: found.length,
    keep: () => {
      if (query.period) query.left.push(words);
      else query.period = { from: found.from, to: found.to, words };
    },
  };
}

function person(tokens: readonly Word[], at: number, query: Query, people: Sources['people']): Reading {
  const found = personAt(tokens, at, people);
  if (!found) return NOTHING;
  return { length: found.length, keep: () => found.ids.forEach((id) => void addOnce(query.people, id)) };
}

function unit(tokens: readonly Word[], at: number, query: Query, units: Sources['units']): Reading {
  const mention = units.get(tokens[at]?.from ?? -1);
  if (!mention) return NOTHING;
  let length = 0;
  while ((tokens[at + length]?.from ?? mention.to) < mention.to) length += 1;
  return { length, keep: () => void query.units.push(mention) };
}

function state(tokens: readonly Word[], at: number, query: Query): Reading {
  let best = NOTHING;
  for (const { state: name, words } of STATES) {
    const length = phraseAt(tokens, at, words);
    if (length > best.length) best = { length, keep: () => addOnce(query.states, name) };
  }
  return best;
}

function role(tokens: readonly Word[], at: number, query: Query): Reading {
  let best = NOTHING;
  for (const { role: name, words } of ROLES) {
    const length = phraseAt(tokens, at, words);
    if (length > best.length)
      best = { length, keep: () => Object.assign(query, { role: query.role ?? name }) };
  }
  return best;
}

function mine(tokens: readonly Word[], at: number, query: Query): Reading {
  let best = NOTHING;
  for (const { mine: value, words } of MINE) {
    const length = phraseAt(tokens, at, words);
    if (length > best.length)
      best = { length, keep: () => Object.assign(query, { mine: query.mine ?? value }) };
  }
  return best;
}

/** Words left over may still be a unit that stands where none was expected: "th quá hạn". */
function keepLeft(text: string, words: readonly Word[], query: Query, units: UnitIndex): void {
  const from = words[0]?.from ?? 0;
  const to = words.at(-1)?.to ?? from;
  const said = text.slice(from, to);
  const match = words.length <= LEFT_NAME_WORDS_MAX ? matchUnit(said, units) : null;
  if (match?.kind === 'one') {
    query.units.push({ from, to, text: said, candidates: [{ unit: match.unit, score: 1 }], sure: true });
  } else if (match?.kind === 'several') {
    query.units.push({ from, to, text: said, candidates: match.candidates, sure: false });
  } else query.left.push(said);
}

const LEFT_NAME_WORDS_MAX = 8;

function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value);
}
