/** /lich: the days off of a year, as the asker's agency keeps them. */
import { buildCalendar } from '../calendar/buildCalendar.ts';
import type { Card } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import { replaceCard, tellAsker } from '../chat/reply.ts';
import { mayAdminister } from '../people/permissions.ts';
import { calendarOf } from './calendars.ts';
import { importFile } from './importAnnouncement.ts';
import { firstYear, lastYear, yearCard } from './yearCard.ts';

export const calendarCommand: Command = {
  name: 'lich',
  words: { vi: ['lich', 'lịch'], en: ['calendar'] },
  guests: false,
  help: (t) => t.calendar.help,
  async handle({ text, files }, context) {
    const [file] = files;
    if (file) return importFile(file, context);
    const words = text.trim();
    const { now, who } = context;
    const year = words === '' ? now.toZonedDateTimeISO(who.timeZone).year : readYear(words, context);
    return tellAsker(await calendarYear(year, context));
  },
};

export const calendarYearAction: Action = {
  name: 'calendar.year',
  async press(id, context) {
    return replaceCard(await calendarYear(readYear(id, context), context));
  },
};

export async function calendarYear(year: number, { trx, who, t }: Context): Promise<Card> {
  const { agencyId } = who;
  const agency =
    agencyId === null
      ? null
      : await trx
          .selectFrom('agency')
          .select(['id', 'name'])
          .where('id', '=', agencyId)
          .executeTakeFirstOrThrow();
  const overrides = agency
    ? await trx
        .selectFrom('calendar_override')
        .select(['day', 'working', 'name'])
        .where('agency_id', '=', agency.id)
        .orderBy('day')
        .execute()
    : [];
  const calendar = agency ? await calendarOf(trx, agency.id) : await publicCalendar(trx, who.timeZone);
  return yearCard(
    {
      year,
      agency,
      calendar,
      overrides,
      mayImport: mayAdminister(who, null),
      mayOverride: agency !== null && mayAdminister(who, agency.id),
    },
    t,
  );
}

async function publicCalendar(trx: Context['trx'], timeZone: string) {
  const announced = await trx
    .selectFrom('calendar_announcement')
    .select(['day', 'working', 'name'])
    .orderBy('day')
    .execute();
  return buildCalendar({ timeZone, announced });
}

function readYear(words: string, { t }: Context): number {
  const digits = /^(?:năm\s+|nam\s+)?(?<year>\d{4})$/iu.exec(words)?.groups?.year;
  const year = Number(digits ?? Number.NaN);
  if (year >= firstYear && year <= lastYear) return year;
  throw new UserError(t.calendar.yearWrong(words.slice(0, 40)), t.calendar.yearMend);
}
