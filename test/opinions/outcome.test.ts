import { describe, expect, it } from 'vitest';
import {
  hasAnswered,
  maySeeOpinion,
  outcomeOf,
  ownOptions,
  readRoundCode,
  type SeatView,
  usualOptions,
} from '../../src/opinions/round.ts';

/** "1a": a leader of agency 1 chose the option a; "1": has said nothing; "1a?": has still to confirm it. */
function seat(code: string, id: number): SeatView {
  const [, agency = '', key = '', waits = ''] = /^(\d)([a-z]\w*)?(\?)?$/u.exec(code) ?? [];
  const keys: Record<string, string> = { a: 'agree', r: 'remarks', d: 'disagree' };
  const at = Temporal.Instant.from('2016-04-06T09:00+07:00');
  return {
    id,
    person: { id, name: `Leader ${id}` },
    agency: { id: Number(agency), code: agency, name: agency },
    deputy: null,
    confirmVersionId: waits ? 9 : null,
    opinion: key
      ? {
          id,
          by: { id, name: `Leader ${id}` },
          optionKey: keys[key] ?? key,
          words: null,
          versionNumber: null,
          file: null,
          at,
        }
      : null,
  };
}

const seats = (codes: string) => codes.split(' ').map((code, index) => seat(code, index + 1));

type Row = [rule: 'all' | 'majority' | 'lead', codes: string, expected: string];

function outcome([rule, codes]: Row, options = usualOptions): string {
  const leadAgency = rule === 'lead' ? { id: 1, name: 'TTTT' } : null;
  const found = outcomeOf({ rule, leadAgency, options, seats: seats(codes) });
  return found.result === 'concluded' ? found.keys.join('+') : found.reason;
}

describe('of the usual three', () => {
  it.each<Row>([
    ['all', '1a 1a 2a', 'agree+remarks'],
    ['all', '1a 1r 2a', 'agree+remarks'],
    ['all', '1d 2d', 'disagree'],
    ['all', '1a 2d', 'split'],
    ['all', '1a 2', 'missing'],
    ['all', '1a 2a?', 'missing'],
    ['all', '1d 1a 2', 'split'],
    ['all', '1 2', 'nobody'],
    ['majority', '1a 1a 1d 2a', 'agree+remarks'],
    ['majority', '1a 1d 2a', 'split'],
    ['majority', '1a 1 2a', 'missing'],
    ['majority', '1a 1a 1 2r', 'agree+remarks'],
    ['majority', '1a 1r 1d 2d', 'agenciesDiffer'],
    ['majority', '1d 1d 1a 2d', 'disagree'],
    ['majority', '1a 1a 2', 'missing'],
    ['majority', '1 1 2', 'nobody'],
    ['lead', '1a 2d 2d', 'agree+remarks'],
    ['lead', '1d 2a', 'disagree'],
    ['lead', '1a 1d 2a', 'split'],
    ['lead', '1 2a 2a', 'nobody'],
    ['lead', '1a 1 2a', 'missing'],
  ])('%s: %s is %s', (...row) => {
    expect(outcome(row)).toBe(row[2]);
  });
});

describe('of the question’s own options', () => {
  const options = ownOptions(['cấp Bộ ký', 'cấp Cục ký', 'để sau']);
  it.each<Row>([
    ['all', '1o1 2o1', 'o1'],
    ['all', '1o1 2o2', 'split'],
    ['majority', '1o2 1o2 1o1 2o2', 'o2'],
    ['majority', '1o2 1o1 1o3 2o2', 'split'],
    ['majority', '1o1 2o2', 'agenciesDiffer'],
    ['lead', '1o2 2o1', 'o2'],
  ])('%s: %s is %s', (...row) => {
    expect(outcome(row, options)).toBe(row[2]);
  });
});

it('who has to confirm has not answered', () => {
  expect(['1', '1a', '1a?'].map((code) => hasAnswered(seat(code, 1)))).toEqual([false, true, false]);
});

describe('who may know what somebody said', () => {
  const round = (status: 'open' | 'closed' | 'cancelled', hidden: boolean) => ({
    status,
    hidden,
    seats: seats('1a 1 2d?'),
  });
  const reader = (personId: number | null, reads = true) => ({ personId, reads });
  it.each([
    ['the leader himself', round('open', true), reader(1), true],
    ['a leader who has not answered', round('open', true), reader(2), false],
    ['a leader who has answered, and has to confirm', round('open', true), reader(3), true],
    ['who opened it, while it is open', round('open', true), reader(50), false],
    ['who opened it, of an open round that hides nothing', round('open', false), reader(50), true],
    ['who opened it, at the end', round('closed', true), reader(50), true],
    ['a room of a focal department at the end', round('closed', true), reader(null), true],
    ['somebody without the right, at the end', round('closed', true), reader(60, false), false],
    ['who opened it, when it was called off', round('cancelled', true), reader(50), false],
  ])('%s', (_, given, viewer, expected) => {
    const [first] = given.seats;
    expect(first && maySeeOpinion(given, first, viewer)).toBe(expected);
  });
});

it.each([
  ['YK-3', 3],
  ['yk 12', 12],
  ['XYK-3', 3],
  ['NV-3', null],
  ['YK-', null],
  ['3', null],
])('the code “%s”', (text, id) => {
  expect(readRoundCode(text)).toBe(id);
});
