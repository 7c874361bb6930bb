/** Writes `calendar_announcement` and `calendar_override`. */
import type { AnnouncedDay } from '../calendar/buildCalendar.ts';
import type { Trx } from '../database/transaction.ts';

/** A day imported again is what the later announcement says. */
export async function saveAnnouncement(
  trx: Trx,
  now: Temporal.Instant,
  days: readonly AnnouncedDay[],
  by: number,
): Promise<void> {
  await trx
    .insertInto('calendar_announcement')
    .values(days.map(({ day, working, name }) => ({ day, working, name, imported_by: by, imported_at: now })))
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet((eb) => ({
        working: eb.ref('excluded.working'),
        name: eb.ref('excluded.name'),
        imported_by: eb.ref('excluded.imported_by'),
        imported_at: eb.ref('excluded.imported_at'),
      })),
    )
    .execute();
}

export async function saveOverride(
  trx: Trx,
  now: Temporal.Instant,
  agencyId: number,
  { day, working, name }: AnnouncedDay,
  by: number,
): Promise<void> {
  await trx
    .insertInto('calendar_override')
    .values({ agency_id: agencyId, day, working, name, set_by: by, set_at: now })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'day']).doUpdateSet({ working, name, set_by: by, set_at: now }),
    )
    .execute();
}

/** False: there was none on that day. */
export async function removeOverride(trx: Trx, agencyId: number, day: Temporal.PlainDate): Promise<boolean> {
  const removed = await trx
    .deleteFrom('calendar_override')
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .returning('day')
    .executeTakeFirst();
  return removed !== undefined;
}
