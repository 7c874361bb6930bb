import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ListRequest, readRequest, writeRequest } from '../../src/reports/listRequest.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const whole: ListRequest = {
  view: 'visible',
  states: ['overdue', 'notAccepted'],
  departmentIds: [12, 40],
  agencyIds: [3],
  personIds: [7],
  programmeId: 4,
  period: { from: day('2016-04-01'), to: day('2016-04-30') },
  offset: 10,
};

it.each<[string, ListRequest]>([
  ['everything said', whole],
  [
    'nothing said',
    {
      ...whole,
      states: [],
      departmentIds: [],
      agencyIds: [],
      personIds: [],
      programmeId: null,
      period: null,
      offset: 0,
    },
  ],
])('comes back as it was: %s', (_, request) => {
  const id = writeRequest(request);
  expect(readRequest(id ?? '')).toEqual(request);
});

it('fits a button of Telegram with its action, or is not offered', () => {
  const ids = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { maxLength: 6 });
  const states = fc.subarray<ListRequest['states'][number]>(['open', 'overdue', 'completed', 'blocked']);
  fc.assert(
    fc.property(ids, ids, states, fc.nat(900_000), (departmentIds, agencyIds, chosen, offset) => {
      const request: ListRequest = { ...whole, departmentIds, agencyIds, states: chosen, offset };
      const id = writeRequest(request);
      if (id === null) return;
      expect(Buffer.byteLength(`report.list:${id}`)).toBeLessThanOrEqual(64);
      expect(readRequest(id)).toEqual(request);
    }),
  );
});

it.each([
  '',
  'x______0',
  'v_z_____0',
  'v___0___0',
  'v______-1',
  'v_____20160230.20160301_0',
  'v_____2016_0',
  'o',
  '💥',
])('refuses %j', (text) => {
  expect(readRequest(text)).toBeNull();
});

it('refuses any other text without an exception', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readRequest(text);
      if (read) expect(readRequest(writeRequest(read) ?? '')).toEqual(read);
    }),
  );
});
