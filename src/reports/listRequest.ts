/** Which assignments a list or an answer speaks of, and how that fits into a button. Pure. */
import { z } from 'zod';
import type { QueryState } from '../language/query/query.ts';

/** `owed`: by the asker's departments; `given`: by the asker; `following`: watched; `agency`: by the departments of the
 *  asker's agency; `visible`: all the asker may see (used when a unit or person is named). */
export type View = 'owed' | 'given' | 'following' | 'agency' | 'visible';

export type ListRequest = {
  view: View;
  /** Any of these; empty: whatever is open. */
  states: readonly QueryState[];
  departmentIds: readonly number[];
  agencyIds: readonly number[];
  /** Givers. */
  personIds: readonly number[];
  /** Of this programme of cooperation only. */
  programmeId: number | null;
  /** Both days included: due in it, or for what has ended, ended in it. */
  period: { from: Temporal.PlainDate; to: Temporal.PlainDate } | null;
  offset: number;
};

/** The request as the id of a button; null when it is too long for one (see `maxLength`). */
export function writeRequest(request: ListRequest): string | null {
  const { view, states, departmentIds, agencyIds, personIds, programmeId, period, offset } = request;
  const ids = (values: readonly number[]) => values.map((value) => value.toString(36)).join('.');
  const text = [
    viewLetters[view],
    states.map((state) => stateLetters[state]).join(''),
    ids(departmentIds),
    ids(agencyIds),
    ids(personIds),
    period ? `${compact(period.from)}.${compact(period.to)}` : '',
    offset.toString(36),
    ...(programmeId === null ? [] : [programmeId.toString(36)]),
  ].join('_');
  return text.length <= maxLength ? text : null;
}

/** Reads what `writeRequest` wrote; null for anything else. */
export function readRequest(text: string): ListRequest | null {
  const [view = '', states = '', departments = '', agencies = '', people = '', ...rest] = text.split('_');
  const [period = '', offset = '', programme] = rest;
  const parsed = requestSchema.safeParse({
    view: keyOf(viewLetters, view),
    states: [...states].map((letter) => keyOf(stateLetters, letter)),
    departmentIds: readIds(departments),
    agencyIds: readIds(agencies),
    personIds: readIds(people),
    programmeId: programme === undefined ? null : Number.parseInt(programme, 36),
    period: readPeriod(period),
    offset: Number.parseInt(offset, 36),
  });
  return parsed.success ? parsed.data : null;
}

/** Action name, colon and id are at most 64 bytes together (Telegram, callback_data). */
const maxLength = 64 - 'report.state:'.length;

const viewLetters = { owed: 'o', given: 'g', following: 'f', agency: 'a', visible: 'v' } as const;

const stateLetters = {
  open: 'o',
  overdue: 'v',
  dueSoon: 's',
  notAccepted: 'n',
  submitted: 'u',
  blocked: 'b',
  completed: 'c',
  cancelled: 'x',
  noDeadline: 'd',
} as const satisfies Record<QueryState, string>;

const id = z.int().positive();

const requestSchema = z.object({
  view: z.enum(['owed', 'given', 'following', 'agency', 'visible']),
  states: z.array(
    z.enum([
      'open',
      'overdue',
      'dueSoon',
      'notAccepted',
      'submitted',
      'blocked',
      'completed',
      'cancelled',
      'noDeadline',
    ]),
  ),
  departmentIds: z.array(id),
  agencyIds: z.array(id),
  personIds: z.array(id),
  programmeId: id.nullable(),
  period: z
    .object({ from: z.instanceof(Temporal.PlainDate), to: z.instanceof(Temporal.PlainDate) })
    .nullable(),
  offset: z.int().min(0).max(1_000_000),
});

function keyOf(letters: Readonly<Record<string, string>>, letter: string): string | undefined {
  return Object.keys(letters).find((key) => letters[key] === letter);
}

function readIds(text: string): number[] {
  return text === '' ? [] : text.split('.').map((each) => Number.parseInt(each, 36));
}

function compact(day: Temporal.PlainDate): string {
  return day.toString().replaceAll('-', '');
}

/** `undefined` for what is no period: the schema refuses it. */
function readPeriod(text: string): ListRequest['period'] | undefined {
  if (text === '') return null;
  const found = /^(?<from>\d{8})\.(?<to>\d{8})$/.exec(text)?.groups;
  if (!found) return undefined;
  try {
    return {
      from: Temporal.PlainDate.from(found.from ?? ''),
      to: Temporal.PlainDate.from(found.to ?? ''),
    };
  } catch {
    return undefined;
  }
}
