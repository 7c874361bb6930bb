import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { lastMoment } from '../../src/calendar/deadlineMoment.ts';
import { isOfficeMoment } from '../../src/calendar/officeHours.ts';
import { nextSeatReminder, seatPlan, whenToSend } from '../../src/opinions/remind.ts';
import { defaultPolicy as policy } from '../../src/reminders/policy.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const rules = { policy, calendar: buildCalendar({ timeZone, announced: [], overrides: [] }) };
const at = (text: string) => Temporal.Instant.from(`${text}+07:00`);

function due(day: string, time: string | null = null) {
  const dueOn = Temporal.PlainDate.from(day);
  const clock = time === null ? null : Temporal.PlainTime.from(time);
  return { dueOn, time: clock, at: lastMoment(dueOn, clock, timeZone) };
}

it.each([
  // A Friday: Wednesday before, and the morning of the day.
  ['2016-04-15', null, '2016-04-05T16:41', ['before 2016-04-13T08:30', 'onTheDay 2016-04-15T08:30']],
  // A Sunday: counted from the Friday before it.
  ['2016-04-17', null, '2016-04-05T16:41', ['before 2016-04-13T08:30', 'onTheDay 2016-04-15T08:30']],
  // Asked the day before: only the morning is left.
  ['2016-04-15', null, '2016-04-14T10:00', ['onTheDay 2016-04-15T08:30']],
  // Due before the agency's hour: an hour earlier.
  ['2016-04-15', '09:00', '2016-04-05T16:41', ['before 2016-04-13T08:30', 'onTheDay 2016-04-15T08:30']],
  ['2016-04-15', '08:15', '2016-04-05T16:41', ['before 2016-04-13T08:30', 'onTheDay 2016-04-14T17:00']],
])('due %s %s, asked %s', (day, time, asked, expected) => {
  const plan = seatPlan(due(day, time), at(asked), rules);
  const written = plan.map(
    (each) =>
      `${each.kind} ${each.at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })}`,
  );
  expect(written).toEqual(expected);
});

it('each lies in the office hours of a working day, between the asking and the date', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 0, max: 40 }), (days, ahead) => {
      const day = Temporal.PlainDate.from('2016-01-01').add({ days });
      const asked = day
        .subtract({ days: ahead })
        .toZonedDateTime({ timeZone, plainTime: '07:00' })
        .toInstant();
      const date = due(day.toString());
      for (const each of seatPlan(date, asked, rules)) {
        expect(isOfficeMoment(rules.calendar, policy.hours, each.at)).toBe(true);
        expect(Temporal.Instant.compare(each.at, asked)).toBe(1);
        expect(Temporal.Instant.compare(each.at, date.at)).toBe(-1);
      }
    }),
  );
});

it('what was sent does not come again', () => {
  const date = due('2016-04-15');
  const asked = at('2016-04-05T16:41');
  const next = (now: string) => nextSeatReminder(date, asked, at(now), rules)?.kind ?? null;
  expect([next('2016-04-13T08:29'), next('2016-04-13T08:30'), next('2016-04-15T08:30')]).toEqual([
    'before',
    'onTheDay',
    null,
  ]);
});

it('a bot that was down waits for the office, and says nothing after the date', () => {
  const date = due('2016-04-15');
  const planned = at('2016-04-13T08:30');
  const sent = (now: string) => whenToSend(planned, at(now), date, rules)?.toString() ?? null;
  expect(sent('2016-04-13T08:31')).toBe(at('2016-04-13T08:31').toString());
  expect(sent('2016-04-13T22:00')).toBe(at('2016-04-14T08:00').toString());
  expect(sent('2016-04-15T22:00')).toBeNull();
  expect(sent('2016-04-16T09:00')).toBeNull();
});
