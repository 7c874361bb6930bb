import { expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { lastMoment } from '../../src/calendar/deadlineMoment.ts';
import type { AssignmentStatus } from '../../src/database/codes.ts';
import { timingOf } from '../../src/tasks/timing.ts';

const calendar = buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' });

function timing(status: AssignmentStatus, day: string | null, now: string, submitted: string | null = null) {
  const dueOn = day === null ? null : Temporal.PlainDate.from(day);
  const due = dueOn && { dueOn, time: null, at: lastMoment(dueOn, null, calendar.timeZone) };
  const submittedAt = submitted === null ? null : Temporal.Instant.from(submitted);
  return timingOf({ status, due, submittedAt, calendar }, Temporal.Instant.from(now));
}

it.each([
  // The leave of Hùng Kings' day (18/4, for 16/4 on a Saturday) is no working day.
  ['accepted', '2016-04-21', '2016-04-14T09:00+07:00', { kind: 'inTime', daysLeft: 4 }],
  ['accepted', '2016-04-20', '2016-04-14T09:00+07:00', { kind: 'dueSoon', daysLeft: 3 }],
  ['assigned', '2016-04-15', '2016-04-15T23:59+07:00', { kind: 'dueSoon', daysLeft: 0 }],
  ['assigned', '2016-04-15', '2016-04-16T00:00+07:00', { kind: 'overdue', lateDays: 0 }],
  ['assigned', '2016-04-15', '2016-04-18T10:00+07:00', { kind: 'overdue', lateDays: 0 }],
  ['returned', '2016-04-15', '2016-04-19T10:00+07:00', { kind: 'overdue', lateDays: 1 }],
  ['accepted', null, '2016-04-19T10:00+07:00', { kind: 'none' }],
  ['declined', '2016-04-15', '2016-04-19T10:00+07:00', { kind: 'none' }],
  ['cancelled', '2016-04-15', '2016-04-19T10:00+07:00', { kind: 'none' }],
] as const)('%s, due %s, at %s', (status, day, now, expected) => {
  expect(timing(status, day, now)).toEqual(expected);
});

it('what was handed in is judged by that moment, however long the check takes', () => {
  const now = '2016-05-20T09:00+07:00';
  expect(timing('submitted', '2016-04-15', now, '2016-04-15T16:00+07:00')).toEqual({ kind: 'onTime' });
  expect(timing('completed', '2016-04-15', now, '2016-04-20T16:00+07:00')).toEqual({
    kind: 'late',
    lateDays: 2,
  });
});
