import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { lastMoment } from '../../src/calendar/deadlineMoment.ts';
import { isOfficeMoment } from '../../src/calendar/officeHours.ts';
import type { AssignmentStatus } from '../../src/database/codes.ts';
import { type PlanFacts, planFor } from '../../src/reminders/plan.ts';
import { defaultPolicy, policyProblem, type ReminderPolicy } from '../../src/reminders/policy.ts';
import { anyPolicy, timeOf } from './policies.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const calendar = buildCalendar({ timeZone });
const instant = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant();
const local = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });

function factsOf(given: {
  status: AssignmentStatus;
  assigned: string;
  due?: string;
  time?: string;
  life?: string;
  submitted?: string;
  blocked?: boolean;
  asked?: string;
  nobodyLeft?: string;
}): PlanFacts {
  const dueOn = given.due ? Temporal.PlainDate.from(given.due) : null;
  const time = given.time ? Temporal.PlainTime.from(given.time) : null;
  return {
    status: given.status,
    due: dueOn ? { dueOn, time, at: lastMoment(dueOn, time, timeZone) } : null,
    assignedAt: instant(given.assigned),
    submittedAt: given.submitted ? instant(given.submitted) : null,
    lifeAt: instant(given.life ?? given.assigned),
    blocked: given.blocked ?? false,
    extensionAskedAt: given.asked ? instant(given.asked) : null,
    nobodyLeftSince: given.nobodyLeft ? instant(given.nobodyLeft) : null,
  };
}

const planned = (facts: PlanFacts, policy: ReminderPolicy = defaultPolicy) =>
  planFor(facts, policy, calendar).map((item) => `${local(item.at)} ${item.kind} ${item.offset}`);

describe('by hand', () => {
  test('the story: given on 5 April 2016, due on the 15th, over the holiday of the 18th', () => {
    // The Hùng Kings' day of 2016 is Saturday 16 April; Monday the 18th is off for it.
    expect(planned(factsOf({ status: 'accepted', assigned: '2016-04-05T16:41', due: '2016-04-15' }))).toEqual(
      [
        '2016-04-06T08:30 before 7',
        '2016-04-12T08:30 before 3',
        '2016-04-13T08:30 noProgress 5',
        '2016-04-14T08:30 before 1',
        '2016-04-15T08:30 onTheDay 0',
        '2016-04-19T08:30 after 1',
        '2016-04-19T08:30 escalatedToHead 1',
        '2016-04-19T08:30 overdueTold 1',
        '2016-04-21T08:30 after 3',
        '2016-04-21T08:30 escalatedToLeader 3',
        '2016-04-25T08:30 after 5',
        '2016-04-27T08:30 after 7',
        '2016-04-29T08:30 after 9',
      ],
    );
  });

  test.each([
    ['2016-04-15T09:30', undefined, '2016-04-15T16:00'],
    ['2016-04-15T09:30', '15:00', '2016-04-15T14:00'],
  ])('given at %s and due that day at %s: reminded once before it is over', (assigned, time, at) => {
    const facts = factsOf({ status: 'accepted', assigned, due: '2016-04-15', ...(time ? { time } : {}) });
    expect(planned(facts)[0]).toBe(`${at} onTheDay 0`);
  });

  test('not accepted: asked after a full working day, the giver told on the next', () => {
    const facts = factsOf({ status: 'assigned', assigned: '2016-04-05T16:41' });
    expect(planned(facts)).toEqual(['2016-04-07T08:30 notAccepted 1', '2016-04-08T08:30 notAcceptedTold 2']);
    const morning = factsOf({ status: 'assigned', assigned: '2016-04-05T08:00' });
    expect(planned(morning)[0]).toBe('2016-04-06T08:30 notAccepted 1');
    const saturday = factsOf({ status: 'assigned', assigned: '2016-04-09T10:00' });
    expect(planned(saturday)[0]).toBe('2016-04-12T08:30 notAccepted 1');
  });

  test('over Tết 2016 (8 to 12 February off)', () => {
    const facts = factsOf({ status: 'accepted', assigned: '2016-02-03T10:00', due: '2016-02-11' });
    expect(planned(facts).slice(0, 3)).toEqual([
      // The due day is off: its morning is the working day before, and the days before count from there.
      '2016-02-04T08:30 before 1',
      '2016-02-05T08:30 onTheDay 0',
      '2016-02-15T08:30 after 1',
    ]);
  });

  test('over 30/4 to 3/5/2016', () => {
    const facts = factsOf({ status: 'accepted', assigned: '2016-04-25T10:00', due: '2016-05-03' });
    expect(planned(facts).slice(0, 4)).toEqual([
      '2016-04-26T08:30 before 3',
      '2016-04-28T08:30 before 1',
      '2016-04-29T08:30 onTheDay 0',
      '2016-05-04T08:30 after 1',
    ]);
  });

  test.each([
    ['17:00', '2016-04-15T08:30'],
    ['09:15', '2016-04-15T08:30'],
    ['08:30', '2016-04-14T17:00'],
    ['08:00', '2016-04-14T17:00'],
  ])('due at %s, the morning reminder comes before it', (time, morning) => {
    const facts = factsOf({ status: 'accepted', assigned: '2016-04-05T16:41', due: '2016-04-15', time });
    const item = planFor(facts, { ...defaultPolicy, beforeDays: [] }, calendar).find(
      ({ kind }) => kind === 'onTheDay',
    );
    expect(item && local(item.at)).toBe(morning);
  });

  test('with reminders at 15:00, work due at 14:00 is called at 13:00', () => {
    const policy = { ...defaultPolicy, atTime: Temporal.PlainTime.from('15:00') };
    const facts = factsOf({
      status: 'accepted',
      assigned: '2016-04-05T16:41',
      due: '2016-04-15',
      time: '14:00',
    });
    expect(planned(facts, policy)).toContain('2016-04-15T13:00 onTheDay 0');
  });

  test('no deadline: three questions, then silence', () => {
    expect(planned(factsOf({ status: 'accepted', assigned: '2016-04-05T08:00' }))).toEqual([
      '2016-04-12T08:30 noProgress 5',
      '2016-04-20T08:30 noProgress 10',
      '2016-04-27T08:30 noProgress 15',
    ]);
  });

  test.each<[string, Partial<Parameters<typeof factsOf>[0]>, string[]]>([
    ['proposed', { status: 'proposed' }, ['notConsented', 'notConsentedTold']],
    ['submitted', { status: 'submitted', submitted: '2016-04-08T10:00' }, ['notReviewed', 'notReviewed']],
    ['blocked', { status: 'accepted', blocked: true }, []],
    ['completed', { status: 'completed', due: '2016-04-15' }, []],
    ['declined', { status: 'declined', due: '2016-04-15' }, []],
    ['declined by all', { status: 'declined', nobodyLeft: '2016-04-08T10:00' }, ['nobodyLeft', 'nobodyLeft']],
    ['cancelled', { status: 'cancelled', due: '2016-04-15' }, []],
  ])('%s', (_, given, kinds) => {
    const facts = factsOf({ status: 'accepted', assigned: '2016-04-05T08:00', ...given });
    expect(planFor(facts, defaultPolicy, calendar).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('more time that was asked for is brought up again while nobody decides', () => {
    const facts = factsOf({
      status: 'accepted',
      assigned: '2016-04-05T16:41',
      due: '2016-05-20',
      blocked: true,
      asked: '2016-04-08T16:00',
    });
    expect(planned(facts).filter((line) => line.includes('extension'))).toEqual([
      '2016-04-12T08:30 extensionUndecided 1',
      '2016-04-14T08:30 extensionUndecided 3',
    ]);
  });

  test('what would lie before it was given is left out', () => {
    const facts = factsOf({ status: 'accepted', assigned: '2016-04-14T10:00', due: '2016-04-15' });
    expect(planned(facts)[0]).toBe('2016-04-15T08:30 onTheDay 0');
  });
});

const day = fc
  .integer({ min: 0, max: 4 * 365 })
  .map((days) => Temporal.PlainDate.from('2015-11-01').add({ days }));
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });

const anyFacts: fc.Arbitrary<PlanFacts> = fc
  .record({
    status: fc.constantFrom<AssignmentStatus>('proposed', 'assigned', 'accepted', 'returned', 'submitted'),
    due: fc.option(day),
    time: fc.option(minute.map(timeOf)),
    assigned: fc.tuple(day, minute),
    life: fc.integer({ min: 0, max: 60 * 24 * 30 }),
    blocked: fc.boolean(),
    asked: fc.boolean(),
  })
  .map(({ status, due, time, assigned: [on, minutes], life, blocked, asked }) => {
    const assignedAt = on.toZonedDateTime({ timeZone, plainTime: timeOf(minutes) }).toInstant();
    const lifeAt = assignedAt.add({ minutes: life });
    return {
      status,
      due: due ? { dueOn: due, time, at: lastMoment(due, time, timeZone) } : null,
      assignedAt,
      lifeAt,
      submittedAt: status === 'submitted' ? lifeAt : null,
      blocked,
      extensionAskedAt: asked ? lifeAt : null,
      nobodyLeftSince: null,
    };
  });

test('any plan keeps to office hours and working days, in order, after the giving, and warns before the deadline', () => {
  fc.assert(
    fc.property(anyFacts, anyPolicy, (facts, policy) => {
      expect(policyProblem(policy)).toBeNull();
      const plan = planFor(facts, policy, calendar);
      expect(plan.length).toBeLessThanOrEqual(35);
      let last = facts.assignedAt;
      for (const item of plan) {
        expect(isOfficeMoment(calendar, policy.hours, item.at)).toBe(true);
        expect(Temporal.Instant.compare(item.at, facts.assignedAt)).toBe(1);
        expect(Temporal.Instant.compare(item.at, last)).toBeGreaterThanOrEqual(0);
        last = item.at;
        if (item.kind === 'before' || item.kind === 'onTheDay' || item.kind === 'noProgress') {
          if (facts.due) expect(Temporal.Instant.compare(item.at, facts.due.at)).toBe(-1);
        }
        if (item.kind === 'after' || item.kind.startsWith('escalated')) {
          expect(facts.due && Temporal.Instant.compare(item.at, facts.due.at)).toBe(1);
        }
      }
    }),
    { numRuns: 300 },
  );
});
