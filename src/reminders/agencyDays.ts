/** Days off and worked days of an agency's own, kept by its admins. */
import { parseAnnouncement } from '../calendar/announcement.ts';
import type { AnnouncedDay } from '../calendar/buildCalendar.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { type FormValues, fieldValue } from '../chat/form.ts';
import { tellAsker } from '../chat/reply.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { mayAdminister } from '../people/permissions.ts';
import { removeOverride, saveOverride } from './calendarStore.ts';
import { replanAgency } from './replanAgency.ts';
import { calendarYear } from './yearCalendar.ts';

export const addDay: Action = {
  name: 'calendar.addDay',
  async press(id, context) {
    await agencyOf(id, context);
    const words = context.t.calendar.day;
    return {
      kind: 'form',
      form: {
        action: 'calendar.addDay',
        id,
        title: words.addTitle,
        fields: [
          { name: 'day', label: words.day, hint: words.dayHint, required: true, input: { kind: 'date' } },
          {
            name: 'what',
            label: words.what,
            required: true,
            input: {
              kind: 'choice',
              options: [
                { value: 'off', label: words.off },
                { value: 'working', label: words.working },
              ],
              initial: 'off',
            },
          },
          { name: 'name', label: words.name, required: true, input: { kind: 'line', maxLength: 200 } },
        ],
        submit: words.submitAdd,
      },
    };
  },
  async submit(id, values, context) {
    const { agencyId } = await agencyOf(id, context);
    const { trx, now, who, t } = context;
    const day = readDay(values, context);
    await saveOverride(trx, now, agencyId, day, who.personId);
    await record('calendar.dayAdded', agencyId, day, context);
    await replanAgency(trx, now, agencyId);
    const what = day.working ? t.calendar.day.working : t.calendar.day.off;
    const card = await calendarYear(day.day.year, context);
    return tellAsker({ ...card, title: t.calendar.day.added(t.dates.day(day.day), what), tone: 'good' });
  },
};

export const removeDay: Action = {
  name: 'calendar.removeDay',
  async press(id, context) {
    const { agencyId, year } = await agencyOf(id, context);
    const { trx, t } = context;
    const words = t.calendar.day;
    const own = await trx
      .selectFrom('calendar_override')
      .select(['day', 'name'])
      .where('agency_id', '=', agencyId)
      .where('day', '>=', new Temporal.PlainDate(year, 1, 1))
      .where('day', '<=', new Temporal.PlainDate(year, 12, 31))
      .orderBy('day')
      .execute();
    if (own.length === 0) throw new UserError(words.noneToRemove, words.noneMend);
    const options = own.map(({ day, name }) => ({
      value: day.toString(),
      label: `${t.dates.day(day)} · ${name}`,
    }));
    return {
      kind: 'form',
      form: {
        action: 'calendar.removeDay',
        id,
        title: words.removeTitle,
        fields: [{ name: 'day', label: words.day, required: true, input: { kind: 'choice', options } }],
        submit: words.submitRemove,
      },
    };
  },
  async submit(id, values, context) {
    const { agencyId, year } = await agencyOf(id, context);
    const { trx, now, t } = context;
    const words = t.calendar.day;
    const text = fieldValue(values, 'day');
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parsedDay(`${text},off,-`) : null;
    if (!day || !(await removeOverride(trx, agencyId, day.day))) {
      throw new UserError(words.noneToRemove, words.noneMend, 'day');
    }
    await record('calendar.dayRemoved', agencyId, day, context);
    await replanAgency(trx, now, agencyId);
    const card = await calendarYear(year, context);
    return tellAsker({ ...card, title: words.removed(t.dates.day(day.day)), tone: 'good' });
  },
};

/** Read as a line of an announcement is: the same dates, the same refusals. @throws UserError naming the field */
function readDay(values: FormValues, { t }: Context): AnnouncedDay {
  const words = t.calendar.day;
  const name = fieldValue(values, 'name').replaceAll(/\s+/gu, ' ');
  if (name === '') throw new UserError(words.nameMissing, '', 'name');
  const what = fieldValue(values, 'what') === 'working' ? 'working' : 'off';
  const date = fieldValue(values, 'day').replaceAll(/[,;\t\n\r#]/g, ' ');
  const parsed = parseAnnouncement(`${date},${what},${name}`);
  if (parsed.ok) {
    const [day] = parsed.days;
    if (day) return day;
  }
  const error = parsed.ok ? undefined : parsed.errors[0];
  const reason = error
    ? t.calendar.import.problems[error.problem](error.value)
    : t.calendar.import.problems['not-a-date'](date);
  throw new UserError(words.wrong(reason), words.mend, error?.problem === 'name-too-long' ? 'name' : 'day');
}

function parsedDay(line: string): AnnouncedDay | null {
  const parsed = parseAnnouncement(line);
  return (parsed.ok ? parsed.days[0] : undefined) ?? null;
}

/** `<agency>.<year>`. @throws UserError unless there is this agency and the actor administers it */
async function agencyOf(id: string, { trx, who, t }: Context): Promise<{ agencyId: number; year: number }> {
  const found = /^(?<agency>\d{1,12})\.(?<year>\d{4})$/.exec(id)?.groups;
  const agencyId = Number(found?.agency ?? 0);
  const agency = await trx.selectFrom('agency').select('id').where('id', '=', agencyId).executeTakeFirst();
  if (!agency || !mayAdminister(who, agencyId)) {
    throw new UserError(t.calendar.day.mayNot, t.common.askWhoMay);
  }
  return { agencyId, year: Number(found?.year) };
}

function record(
  kind: string,
  agencyId: number,
  { day, working, name }: AnnouncedDay,
  { trx, now, who, account }: Context,
): Promise<number> {
  return recordEvent(trx, {
    at: now,
    kind,
    personId: who.personId,
    platform: account.platform,
    agencyId,
    data: { day: day.toString(), working, name },
  });
}
