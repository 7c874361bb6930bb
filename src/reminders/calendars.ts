/** The working calendar of each agency, as imported and overridden. */
import type { Kysely } from 'kysely';
import { type AnnouncedDay, buildCalendar } from '../calendar/buildCalendar.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import type { Database } from '../database/tables.ts';

/** @throws when there is no such agency */
export async function calendarOf(db: Kysely<Database>, agencyId: number): Promise<WorkCalendar> {
  const calendar = (await calendarsOf(db, [agencyId])).get(agencyId);
  if (!calendar) throw new Error(`there is no agency ${agencyId}`);
  return calendar;
}

/** Of these agencies, by id; ids that do not exist are not among them. Three queries whatever their number. */
export async function calendarsOf(
  db: Kysely<Database>,
  agencyIds: readonly number[],
): Promise<Map<number, WorkCalendar>> {
  const ids = [...new Set(agencyIds)];
  if (ids.length === 0) return new Map();
  const agencies = await db.selectFrom('agency').select(['id', 'time_zone']).where('id', 'in', ids).execute();
  const announced = await db
    .selectFrom('calendar_announcement')
    .select(['day', 'working', 'name'])
    .orderBy('day')
    .execute();
  const overrides = await db
    .selectFrom('calendar_override')
    .select(['agency_id', 'day', 'working', 'name'])
    .where('agency_id', 'in', ids)
    .orderBy('day')
    .execute();
  const overridesOf = Map.groupBy(overrides, (row) => row.agency_id);
  return new Map(
    agencies.map((agency) => [
      agency.id,
      calendarFrom(agency.time_zone, announced, overridesOf.get(agency.id) ?? []),
    ]),
  );
}

/** A calendar works its years out once; the same data therefore give the same object, as long as it is remembered. */
function calendarFrom(
  timeZone: string,
  announced: readonly AnnouncedDay[],
  overrides: readonly AnnouncedDay[],
): WorkCalendar {
  const key = [timeZone, ...announced.map(written), 'own', ...overrides.map(written)].join('\n');
  const known = built.get(key);
  if (known) return known;
  if (built.size >= builtMax) built.clear();
  const calendar = buildCalendar({ timeZone, announced, overrides });
  built.set(key, calendar);
  return calendar;
}

function written({ day, working, name }: AnnouncedDay): string {
  return `${day.toString()} ${working} ${name}`;
}

const builtMax = 200;
const built = new Map<string, WorkCalendar>();
