/** Vì sao có nhắc này?: the rule, the counting in working days, whose policy, whose order. */

import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { Block, Card } from '../chat/card.ts';
import type { Action } from '../chat/feature.ts';
import { tellAsker } from '../chat/reply.ts';
import type { Locale } from '../locale/locale.ts';
import { calendarsOf } from './calendars.ts';
import { dayOffName } from './dayOffName.ts';
import type { DigestItem } from './digestFacts.ts';
import { type AssignmentState, assignmentStates } from './digestState.ts';
import { policiesOf, type StoredPolicy } from './policies.ts';
import { defaultPolicy } from './policy.ts';
import { digestFactsOf } from './pressedDigest.ts';

export const why: Action = {
  name: 'reminder.why',
  async press(key, context) {
    const { trx, now, t } = context;
    const facts = await digestFactsOf(key, context);
    const items = facts.items.slice(0, explainedMax);
    const states = await assignmentStates(
      trx,
      now,
      items.map((item) => item.assignmentId),
    );
    const agencyIds = [...states.values()].map((state) => state.agency.id);
    const policies = await policiesOf(trx, agencyIds);
    const calendars = await calendarsOf(trx, agencyIds);
    const reasons = items.flatMap((item): Reason[] => {
      const state = states.get(item.assignmentId);
      const calendar = state && calendars.get(state.agency.id);
      if (!state || !calendar) return [];
      const stored = policies.get(state.agency.id) ?? { policy: defaultPolicy, changed: null };
      return [{ item, state, calendar, stored }];
    });
    return tellAsker(whyCard(reasons, facts.items.length - items.length + facts.more, t));
  },
};

/** A digest says why for so many; the others came by the same rules. */
const explainedMax = 6;

type Reason = {
  item: DigestItem;
  state: AssignmentState;
  calendar: WorkCalendar;
  stored: StoredPolicy;
};

function whyCard(reasons: readonly Reason[], more: number, t: Locale): Card {
  return {
    title: t.reminders.why.title,
    tone: 'neutral',
    blocks: [
      ...reasons.flatMap((reason): Block[] => [
        {
          kind: 'text',
          text: `${t.common.taskCode(reason.state.taskId)} · ${reason.state.title}`,
          style: 'strong',
        },
        { kind: 'text', text: sentences(reason, t).join('\n') },
      ]),
      ...(more > 0 ? [{ kind: 'text' as const, text: t.common.andMore(more), style: 'small' as const }] : []),
    ],
    buttons: [],
  };
}

function sentences({ item, state, calendar, stored }: Reason, t: Locale): string[] {
  const words = t.reminders.why;
  const plannedAt = Temporal.Instant.from(item.plannedAt);
  const rule = words.rule[item.kind];
  const agency = state.agency.name;
  const { changed } = stored;
  return [
    typeof rule === 'string' ? rule : rule(item.offset),
    counting(item, state, plannedAt, calendar, t),
    ...daysNotCounted(item, state, plannedAt, calendar, t),
    changed
      ? words.ownPolicy(agency, changed.by ?? words.somebody, t.dates.shortMoment(changed.at))
      : words.defaultPolicy(agency),
    words.order(state.giver, state.givingAgency.name, t.dates.shortMoment(state.givenAt)),
    ...source(state, t),
  ];
}

function counting(
  item: DigestItem,
  state: AssignmentState,
  plannedAt: Temporal.Instant,
  calendar: WorkCalendar,
  t: Locale,
): string {
  const words = t.reminders.why;
  const local = plannedAt.toZonedDateTimeISO(calendar.timeZone);
  const at = t.dates.due(local.toPlainDate(), local.toPlainTime());
  if (!aroundDeadline.has(item.kind) || !state.due) return words.planned(at);
  return words.fromDeadline(t.dates.due(state.due.dueOn, state.due.time), at);
}

const aroundDeadline: ReadonlySet<DigestItem['kind']> = new Set([
  'before',
  'onTheDay',
  'after',
  'escalatedToHead',
  'escalatedToLeader',
  'overdueTold',
]);

/** The public days off between the deadline and the reminder, by name. */
function daysNotCounted(
  item: DigestItem,
  state: AssignmentState,
  plannedAt: Temporal.Instant,
  calendar: WorkCalendar,
  t: Locale,
): string[] {
  if (!aroundDeadline.has(item.kind) || !state.due || item.offset === 0) return [];
  const words = t.reminders.why;
  const planned = plannedAt.toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  const [from, to] = [planned, state.due.dueOn].sort(Temporal.PlainDate.compare);
  if (!from || !to) return [];
  const span = Math.min(from.until(to, { largestUnit: 'days' }).days, spanDaysMax);
  const off = Array.from({ length: span + 1 }, (_, days) => {
    const day = from.add({ days });
    return { day, off: calendar.dayOff(day) };
  });
  const named = off.flatMap(({ day, off: why }) =>
    why && why.kind !== 'weekend' ? [`${t.dates.shortDay(day)} ${dayOffName(why, t)}`] : [],
  );
  const provisional = off.some((each) => each.off?.provisional) ? [words.provisional] : [];
  if (named.length > 0) return [words.daysOff(named.join(', ')), ...provisional];
  return off.some((each) => each.off) ? [words.weekendsOnly] : [];
}

const spanDaysMax = 120;

function source(state: AssignmentState, t: Locale): string[] {
  if (!state.source) return [];
  const { number, date } = state.source;
  return [t.reminders.why.source(date ? `${number}, ${t.dates.shortDay(date)}` : number)];
}
