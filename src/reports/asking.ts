/** What every answer needs beside its rows: the words understood, the asker's calendar, the calendars of those who do the
 *  work. */
import { buildCalendar } from '../calendar/buildCalendar.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import { buildUnitIndex } from '../language/matching/unitIndex.ts';
import type { Query } from '../language/query/query.ts';
import { readQuery } from '../language/query/readQuery.ts';
import { allowedProgrammes } from '../people/permissions.ts';
import { loadUnits } from '../people/units.ts';
import { visibleProgrammes } from '../programmes/find.ts';
import { programmeNotFound } from '../programmes/locked.ts';
import { calendarOf, calendarsOf } from '../reminders/calendars.ts';
import type { AssignmentRow, Moment } from './assignmentRows.ts';
import type { CalendarOf } from './listCard.ts';
import type { Asked } from './request.ts';

/** How many working days from now still count as "soon". */
const soonDays = 3;

/** Now, and what "soon" is in the asker's calendar. */
export async function momentOf(context: Context): Promise<Moment> {
  const { now } = context;
  const calendar = await ownCalendar(context);
  const today = now.toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  return { now, soonUntil: addWorkingDays(calendar, today, soonDays), timeZone: calendar.timeZone };
}

/** The calendars of the agencies that do the work of these rows. */
export async function calendarsFor(context: Context, rows: readonly AssignmentRow[]): Promise<CalendarOf> {
  const own = await ownCalendar(context);
  const calendars = await calendarsOf(context.trx, [...new Set(rows.map((row) => row.agencyId))]);
  return (agencyId) => calendars.get(agencyId) ?? own;
}

/** Reads the words of a question; without words nothing is asked of the organisation. A name may fit several units: see
 *  whichUnit.ts. */
export async function understand(text: string, context: Context): Promise<Asked> {
  const { trx, now, who } = context;
  const calendar = await ownCalendar(context);
  const asked = text.trim() !== '';
  const units = buildUnitIndex(asked ? await loadUnits(trx) : [], { agencyId: who.agencyId });
  const people = asked ? await peopleByName(context) : [];
  const query = readQuery(text, { now: now.toZonedDateTimeISO(calendar.timeZone), calendar, units, people });
  return { ...query, programmeId: await programmeOf(query, context) };
}

/** The programme by its code; spoken of without one, the only one that the asker sees.
 *  @throws UserError when there are several, or none of that code */
async function programmeOf(
  { programmeCodes, programmeSaid }: Query,
  context: Context,
): Promise<number | null> {
  const { trx, who, t } = context;
  const [code] = programmeCodes;
  if (code !== undefined) {
    if ((await allowedProgrammes(trx, who, 'see', [code])).has(code)) return code;
    throw programmeNotFound(code, t);
  }
  if (!programmeSaid) return null;
  const seen = await visibleProgrammes(trx, who);
  const [only] = seen;
  if (!only) throw new UserError(t.programmes.list.none, t.programmes.refusals.listProgrammes);
  if (seen.length === 1) return only.id;
  const words = t.programmes.ask;
  const codes = seen.slice(0, 5).map((each) => words.inReport(t.programmes.code(each.id), each.title));
  throw new UserError(words.several, words.severalMend(codes.join('; ')));
}

/** Of the asker's agency; the public days for an admin who belongs to none. */
async function ownCalendar({ trx, who }: Context): Promise<WorkCalendar> {
  if (who.agencyId === null) return buildCalendar({ timeZone: who.timeZone });
  return await calendarOf(trx, who.agencyId);
}

/** People whose names a question may hold: those of agencies the asker works with are few enough to be compared one by
 *  one; of more than this many only the asker's own agency is looked at. */
const peopleMax = 2_000;

async function peopleByName({ trx, who }: Context): Promise<{ id: number; name: string }[]> {
  return await trx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('agency_id', '=', who.agencyId ?? 0)
    .where('left_at', 'is', null)
    .orderBy('id')
    .limit(peopleMax)
    .execute();
}
