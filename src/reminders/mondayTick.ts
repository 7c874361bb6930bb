/** Monday morning: the leaders of each agency get its overview, and those of it who watch tasks what became of these. Once a
 *  week and agency, in its office hours. */
import { isOfficeMoment, nextOfficeMoment } from '../calendar/officeHours.ts';
import type { Tick } from '../chat/feature.ts';
import { inTransaction, type Trx } from '../database/transaction.ts';
import { notify } from '../delivery/notify.ts';
import { departmentRecipients, leadersOf, officialsOf } from '../people/reach.ts';
import { calendarOf } from './calendars.ts';
import { dueDigests, nextDigestAt, planDigest, takeDigest } from './digestsStore.ts';
import { followersIn } from './followed.ts';
import { policyOf } from './policies.ts';
import { weeklyMoment } from './weekly.ts';

export const mondayTick: Tick = {
  name: 'reminders.monday',
  nextAt: (db) => nextDigestAt(db, 'monday'),
  async run(db, now) {
    const failures: unknown[] = [];
    for (const agencyId of await dueDigests(db, now, 'monday')) {
      try {
        await inTransaction(db, (trx) => tellAgency(trx, now, agencyId));
      } catch (error) {
        failures.push(new Error(`the Monday digest of agency ${agencyId} failed`, { cause: error }));
        await inTransaction(db, (trx) => planDigest(trx, agencyId, 'monday', now.add({ hours: 1 })));
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Monday digests failed');
  },
};

async function tellAgency(trx: Trx, now: Temporal.Instant, agencyId: number): Promise<void> {
  if (!(await takeDigest(trx, now, agencyId, 'monday'))) return;
  const calendar = await calendarOf(trx, agencyId);
  const { policy } = await policyOf(trx, agencyId);
  if (!isOfficeMoment(calendar, policy.hours, now)) {
    await planDigest(trx, agencyId, 'monday', nextOfficeMoment(calendar, policy.hours, now));
    return;
  }
  const day = now.toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString();
  await tellLeaders(trx, now, agencyId, day);
  await tellFollowers(trx, now, agencyId, day);
  await planDigest(trx, agencyId, 'monday', weeklyMoment(policy, calendar, now));
}

async function tellLeaders(trx: Trx, now: Temporal.Instant, agencyId: number, day: string): Promise<void> {
  const leaders = (await leadersOf(trx, [agencyId])).get(agencyId) ?? [];
  const officials = (await officialsOf(trx, [agencyId])).get(agencyId) ?? [];
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
}

/** A department hears it in its rooms, or else where it can be reached. */
async function tellFollowers(trx: Trx, now: Temporal.Instant, agencyId: number, day: string): Promise<void> {
  const followers = await followersIn(trx, agencyId);
  const departmentIds = followers.flatMap((each) => ('departmentId' in each ? each.departmentId : []));
  const recipients = await departmentRecipients(trx, departmentIds);
  for (const follower of followers) {
    const whose =
      'personId' in follower ? `person-${follower.personId}` : `department-${follower.departmentId}`;
    const to = 'personId' in follower ? [follower] : (recipients.get(follower.departmentId) ?? []);
    for (const each of to) {
      const name = 'roomId' in each ? `r${each.roomId}` : `p${each.personId}`;
      await notify(trx, now, {
        key: `following:${agencyId}:${day}:${whose}:${name}`,
        to: each,
        kind: 'reminders.following',
        facts: { agencyId, day, follower },
        at: now,
        about: [],
      });
    }
  }
}
