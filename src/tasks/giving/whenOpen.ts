/** When the agencies concerned are told of a task that the bot opens by itself. */
import { nextOfficeMoment } from '../../calendar/officeHours.ts';
import type { Trx } from '../../database/transaction.ts';
import { calendarsOf } from '../../reminders/calendars.ts';
import { policiesOf } from '../../reminders/policies.ts';
import { defaultPolicy } from '../../reminders/policy.ts';
import type { TellAt } from '../announce.ts';

/** One deadline ends at midnight, and the next may open on a holiday: each agency hears of it when its office opens. */
export async function whenOpen(
  trx: Trx,
  now: Temporal.Instant,
  agencyIds: readonly number[],
): Promise<TellAt> {
  const calendars = await calendarsOf(trx, agencyIds);
  const policies = await policiesOf(trx, agencyIds);
  return (agencyId) => {
    const calendar = calendars.get(agencyId);
    const { policy } = policies.get(agencyId) ?? { policy: defaultPolicy };
    return calendar ? nextOfficeMoment(calendar, policy.hours, now) : now;
  };
}
