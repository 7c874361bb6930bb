import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { nextYearly, yearlyDates } from '../../src/programmes/yearlyPlan.ts';

const office = {
  calendar: buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' }),
  opensAt: Temporal.PlainTime.from('08:00'),
};
const next = (now: string, opened: { year: number; what: 'plan' | 'report' }[] = [], to = 2020) => {
  const found = nextYearly({ from: 2016, to }, opened, {
    now: Temporal.Instant.from(`${now}+07:00`),
    ...office,
  });
  return (
    found && [
      found.what,
      found.year,
      found.opens.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString(),
      found.dueOn.toString(),
    ]
  );
};

it.each([
  // 1 January 2017 is a Sunday, Monday the day off for it.
  ['plan', 2017, '2017-01-03T08:00', '2017-01-31'],
  ['plan', 2018, '2018-01-02T08:00', '2018-01-31'],
  ['report', 2016, '2016-11-01T08:00', '2016-12-15'],
  ['report', 2020, '2020-11-02T08:00', '2020-12-15'],
] as const)('%s of %i opens on %s and is due on %s', (what, year, opens, dueOn) => {
  const dates = yearlyDates({ year, what }, office);
  expect(
    dates.opens.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString({ smallestUnit: 'minute' }),
  ).toBe(opens);
  expect(dates.dueOn.toString()).toBe(dueOn);
});

describe('what comes next', () => {
  it('a programme signed in June wants the report of its year, no plan for January', () => {
    expect(next('2016-06-20T10:00')).toEqual(['report', 2016, '2016-11-01T08:00:00', '2016-12-15']);
  });
  it('one signed in the middle of January has its plan at once', () => {
    expect(next('2016-01-18T10:00')?.slice(0, 3)).toEqual(['plan', 2016, '2016-01-04T08:00:00']);
  });
  it('after the report comes the plan of the next year', () => {
    expect(next('2016-11-01T08:00', [{ year: 2016, what: 'report' }])?.slice(0, 2)).toEqual(['plan', 2017]);
  });
  it('what is late already is left out', () => {
    expect(next('2016-12-16T00:00')?.slice(0, 2)).toEqual(['plan', 2017]);
    expect(next('2016-12-15T23:00')?.slice(0, 2)).toEqual(['report', 2016]);
  });
  it('nothing after the last year', () => {
    expect(next('2020-12-16T10:00')).toBeNull();
    expect(next('2020-11-05T10:00', [{ year: 2020, what: 'report' }])).toBeNull();
    expect(next('2021-01-10T10:00')).toBeNull();
  });
  it('nothing before the first year', () => {
    expect(next('2015-03-01T10:00')?.slice(0, 2)).toEqual(['plan', 2016]);
  });
});
