/** Turns a batch of due reminders into notifications, one for each recipient, and sets the next ones: whole or not at all. */
import { isOfficeMoment, nextOfficeMoment } from '../calendar/officeHours.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { Trx } from '../database/transaction.ts';
import { touchLiveCards } from '../delivery/liveCards.ts';
import { notify } from '../delivery/notify.ts';
import type { Recipient } from '../people/reach.ts';
import { type Addressed, findAudiences } from './audiences.ts';
import { calendarsOf } from './calendars.ts';
import { decide } from './decide.ts';
import { digestItem, digestItemsMax } from './digestFacts.ts';
import { type TakenReminder, takeDue } from './dueReminders.ts';
import { audienceOf } from './nextItem.ts';
import { policiesOf } from './policies.ts';
import { defaultPolicy, type ReminderPolicy } from './policy.ts';
import {
  lockTick,
  type NextReminder,
  postpone,
  type SentReminder,
  saveNext,
  saveSent,
} from './remindersStore.ts';

export async function settleDue(
  trx: Trx,
  now: Temporal.Instant,
  assignmentIds: readonly number[],
): Promise<void> {
  await lockTick(trx);
  const taken = await takeDue(trx, now, assignmentIds);
  if (taken.length === 0) return;
  const rulesOf = await loadRules(trx, taken);
  const waiting = new Map<string, { until: Temporal.Instant; ids: number[] }>();
  const next: NextReminder[] = [];
  const due: DueItem[] = [];
  for (const row of taken) {
    const { policy, calendar } = rulesOf(row.agency_id);
    const decision = decide(row, now, policy, calendar);
    if (decision.what === 'wait') {
      const key = decision.until.toString();
      const group = waiting.get(key) ?? { until: decision.until, ids: [] };
      group.ids.push(row.id);
      waiting.set(key, group);
      continue;
    }
    next.push(decision.next);
    for (const item of decision.items) {
      due.push({
        row,
        item,
        departmentId: row.department_id,
        agencyId: row.agency_id,
        givenBy: row.given_by,
      });
    }
  }
  for (const { until, ids } of waiting.values()) await postpone(trx, ids, until);
  const sent = await tell(trx, now, due, rulesOf);
  await saveSent(trx, now, sent);
  await saveNext(trx, next);
  // Their cards still say how things stood when they were drawn: "in time" beside a reminder that says "overdue".
  await touchLiveCards(trx, now, [...new Set(due.map(({ row }) => row.task_id))]);
}

type DueItem = Addressed & { row: TakenReminder };
type Rules = { policy: ReminderPolicy; calendar: WorkCalendar };
type RulesOf = (agencyId: number) => Rules;

/** One notification for each recipient; gives for each item the first that speaks of it. */
async function tell(
  trx: Trx,
  now: Temporal.Instant,
  due: readonly DueItem[],
  rulesOf: RulesOf,
): Promise<SentReminder[]> {
  if (due.length === 0) return [];
  const recipientsOf = await findAudiences(trx, due);
  const digests = new Map<string, { to: Recipient; items: DueItem[] }>();
  for (const each of due) {
    for (const to of recipientsOf(each)) {
      const name = 'roomId' in to ? `r${to.roomId}` : `p${to.personId}`;
      const digest = digests.get(name) ?? { to, items: [] };
      digest.items.push(each);
      digests.set(name, digest);
    }
  }
  const sent = new Map<DueItem, number>();
  for (const [name, { to, items }] of digests) {
    const notificationId = await sendDigest(trx, now, name, to, items, rulesOf);
    for (const each of items) if (!sent.has(each)) sent.set(each, notificationId);
  }
  return [...sent].map(([{ row, item }, notificationId]) => ({ assignmentId: row.id, item, notificationId }));
}

function sendDigest(
  trx: Trx,
  now: Temporal.Instant,
  name: string,
  to: Recipient,
  items: readonly DueItem[],
  rulesOf: RulesOf,
): Promise<number> {
  const carried = items.slice(0, digestItemsMax);
  // The rows are settled in this transaction, so no other digest can be about the first of them now: the key never repeats.
  const first = Math.min(...items.map(({ row }) => row.id));
  const key = `rd:${name}:${now.epochMilliseconds.toString(36)}:${first}`;
  return notify(trx, now, {
    key,
    to,
    kind: 'reminders.digest',
    facts: {
      key,
      items: carried.map(({ row, item }) => digestItem(row.id, item, row.due_at)),
      more: items.length - carried.length,
    },
    at: momentFor(items, now, rulesOf),
    about: carried.map(({ row }) => ({ taskId: row.task_id, assignmentId: row.id })),
  });
}

/** Now; but what is only for those who gave the tasks waits until one of their offices is open. */
function momentFor(items: readonly DueItem[], now: Temporal.Instant, rulesOf: RulesOf): Temporal.Instant {
  if (items.some(({ item }) => audienceOf[item.kind] !== 'giver')) return now;
  const moments = items.map(({ row }) => {
    const { policy, calendar } = rulesOf(row.giving_agency_id);
    return isOfficeMoment(calendar, policy.hours, now) ? now : nextOfficeMoment(calendar, policy.hours, now);
  });
  return moments.reduce((a, b) => (Temporal.Instant.compare(a, b) <= 0 ? a : b));
}

async function loadRules(trx: Trx, taken: readonly TakenReminder[]): Promise<RulesOf> {
  const agencyIds = taken.flatMap((row) => [row.agency_id, row.giving_agency_id]);
  const policies = await policiesOf(trx, agencyIds);
  const calendars = await calendarsOf(trx, agencyIds);
  return (agencyId) => {
    const calendar = calendars.get(agencyId);
    if (!calendar) throw new Error(`there is no agency ${agencyId}`);
    return { policy: policies.get(agencyId)?.policy ?? defaultPolicy, calendar };
  };
}
