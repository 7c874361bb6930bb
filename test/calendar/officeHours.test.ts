import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { isOfficeMoment, nextOfficeMoment, officeMomentOnOrBefore } from '../../src/calendar/officeHours.ts';

const calendar = buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' });
const hours = { start: Temporal.PlainTime.from('08:00'), end: Temporal.PlainTime.from('17:00') };
const at = (text: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant();
const local = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('by hand', () => {
  test.each([
    // planned, is it office time, next office moment, on or before
    ['2016-04-15T08:30', true, '2016-04-15T08:30', '2016-04-15T08:30'],
    ['2016-04-15T08:00', true, '2016-04-15T08:00', '2016-04-15T08:00'],
    ['2016-04-15T17:00', true, '2016-04-15T17:00', '2016-04-15T17:00'],
    ['2016-04-15T17:01', false, '2016-04-19T08:00', '2016-04-15T17:00'],
    ['2016-04-15T06:30', false, '2016-04-15T08:00', '2016-04-14T08:00'],
    ['2016-04-16T08:30', false, '2016-04-19T08:00', '2016-04-15T08:30'],
    ['2016-04-18T21:00', false, '2016-04-19T08:00', '2016-04-15T17:00'],
    ['2016-04-19T06:00', false, '2016-04-19T08:00', '2016-04-15T08:00'],
    ['2026-02-17T08:30', false, '2026-02-23T08:00', '2026-02-13T08:30'],
    ['2026-01-10T08:30', true, '2026-01-10T08:30', '2026-01-10T08:30'],
    ['2026-01-02T08:30', false, '2026-01-05T08:00', '2025-12-31T08:30'],
  ])('%s', (planned, isOffice, next, before) => {
    expect(isOfficeMoment(calendar, hours, at(planned))).toBe(isOffice);
    expect(local(nextOfficeMoment(calendar, hours, at(planned)))).toBe(next);
    expect(local(officeMomentOnOrBefore(calendar, hours, at(planned)))).toBe(before);
  });

  test.each([
    ['that end before they begin', { start: hours.end, end: hours.start }],
    ['of no length', { start: hours.start, end: hours.start }],
  ])('hours %s are refused', (_, turned) => {
    for (const planned of [at('2016-04-15T08:30'), at('2016-04-16T08:30')]) {
      expect(() => isOfficeMoment(calendar, turned, planned)).toThrow(RangeError);
      expect(() => nextOfficeMoment(calendar, turned, planned)).toThrow(RangeError);
      expect(() => officeMomentOnOrBefore(calendar, turned, planned)).toThrow(RangeError);
    }
  });
});

const anyInstant = fc
  .integer({ min: 0, max: 20 * 366 * 24 * 60 })
  .map((minutes) => Temporal.Instant.from('2015-01-01T00:00Z').add({ minutes }));
const anyHours = fc
  .tuple(fc.integer({ min: 5 * 60, max: 12 * 60 }), fc.integer({ min: 1, max: 11 * 60 }))
  .map(([start, length]) => ({
    start: Temporal.PlainTime.from('00:00').add({ minutes: start }),
    end: Temporal.PlainTime.from('00:00').add({ minutes: start + length }),
  }));
const anyZone = fc.constantFrom(
  'Asia/Ho_Chi_Minh',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Apia',
  'UTC',
);

describe('in any zone, at any moment, for any hours', () => {
  test('answers are office moments on their side, and stay where they are', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, anyHours, (timeZone, planned, office) => {
        const own = buildCalendar({ timeZone });
        const next = nextOfficeMoment(own, office, planned);
        const before = officeMomentOnOrBefore(own, office, planned);
        for (const moment of [next, before]) {
          expect(isOfficeMoment(own, office, moment)).toBe(true);
          expect(moment.equals(planned)).toBe(isOfficeMoment(own, office, planned));
          expect(nextOfficeMoment(own, office, moment).equals(moment)).toBe(true);
          expect(officeMomentOnOrBefore(own, office, moment).equals(moment)).toBe(true);
        }
        expect(Temporal.Instant.compare(next, planned)).toBeGreaterThanOrEqual(0);
        expect(Temporal.Instant.compare(before, planned)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
