/** Monday morning: the leaders of each agency get its overview. Once a week and agency, in its office hours. */
import { isOfficeMoment, nextOfficeMoment } from '../calendar/officeHours.ts';
import type { Tick } from '../chat/feature.ts';
import { inTransaction, type Trx } from '../database/transaction.ts';
import { notify } from '../delivery/notify.ts';
import { leadersOf, officialsOf } from '../people/reach.ts';
import { calendarOf } from './calendars.ts';
import { dueDigests, nextDigestAt, planDigest, takeDigest } from './digestsStore.ts';
import { policyOf } from './policies.ts';
import { weeklyMoment } from './weekly.ts';

export const mondayTick: Tick = {
  name: 'reminders.monday',
  nextAt: (db) => nextDigestAt(db, 'monday'),
  async run(db, now) {
    const failures: unknown[] = [];
    for (const agencyId of await dueDigests(db, now, 'monday')) {
      try {
        await inTransaction(db, (trx) => tellLeaders(trx, now, agencyId));
      } catch (error) {
        failures.push(new Error(`the Monday digest of agency ${agencyId} failed`, { cause: error }));
        await inTransaction(db, (trx) => planDigest(trx, agencyId, 'monday', now.add({ hours: 1 })));
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Monday digests failed');
  },
};

async function tellLeaders(trx: Trx, now: Temporal.Instant, agencyId: number): Promise<void> {
  if (!(await takeDigest(trx, now, agencyId, 'monday'))) return;
  const calendar = await calendarOf(trx, agencyId);
  const { policy } = await policyOf(trx, agencyId);
  if (!isOfficeMoment(calendar, policy.hours, now)) {
    await planDigest(trx, agencyId, 'monday', nextOfficeMoment(calendar, policy.hours, now));
    return;
  }
  const leaders = (await leadersOf(trx, [agencyId])).get(agencyId) ?? [];
  const officials = (await officialsOf(trx, [agencyId])).get(agencyId) ?? [];
  const day = now.toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString();
  for (const personId of leaders.length > 0 ? leaders : officials) {
    await notify(trx, now, {
      key: `monday:${agencyId}:${day}:p${personId}`,
      to: { personId },
      kind: 'reminders.monday',
      facts: { agencyId, day },
      at: now,
      about: [],
    });
  }
  await planDigest(trx, agencyId, 'monday', weeklyMoment(policy, calendar, now));
}
