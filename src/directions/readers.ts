/** Who has to read a direction, and when they are asked again. */
import type { Trx } from '../database/transaction.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { silenceEnds } from '../reminders/plan.ts';
import { policyOf } from '../reminders/policies.ts';
import { insertReaders } from './directionsStore.ts';

/** So many working days a direction may stay unread. */
const silenceDays = 1;

/** `parts`: of the departments that have one which stands; each once. */
export async function addReaders(
  trx: Trx,
  now: Temporal.Instant,
  directionId: number,
  parts: readonly { department_id: number; agency_id: number }[],
): Promise<void> {
  const askAt = new Map<number, Temporal.Instant>();
  for (const agencyId of new Set(parts.map((each) => each.agency_id))) {
    const calendar = await calendarOf(trx, agencyId);
    const { policy } = await policyOf(trx, agencyId);
    askAt.set(agencyId, silenceEnds(now, silenceDays, { policy, calendar }));
  }
  const readers = parts.map((each) => ({
    departmentId: each.department_id,
    agencyId: each.agency_id,
    askAt: askAt.get(each.agency_id) ?? now,
  }));
  await insertReaders(trx, directionId, readers);
}
