/** An official announcement of days off, pasted or sent as a file: by an admin of the whole bot, because it holds for every agency. */
import {
  holidaysNotAnnounced,
  type ParsedAnnouncement,
  parseAnnouncement,
} from '../calendar/announcement.ts';
import type { AnnouncedDay } from '../calendar/buildCalendar.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import type { FileIn } from '../chat/incoming.ts';
import { type Reply, tellAsker } from '../chat/reply.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { mayAdminister } from '../people/permissions.ts';
import { saveAnnouncement } from './calendarStore.ts';
import { dayOffName } from './dayOffName.ts';
import { replanEverywhere } from './replanAgency.ts';

export const importAction: Action = {
  name: 'calendar.import',
  async press(id, context) {
    refuseOthers(context);
    const words = context.t.calendar.import;
    return {
      kind: 'form',
      form: {
        action: 'calendar.import',
        id,
        title: words.title,
        intro: words.intro,
        fields: [
          { name: 'text', label: words.field, required: true, input: { kind: 'text', maxLength: 12_000 } },
        ],
        submit: words.submit,
      },
    };
  },
  async submit(_id, values, context) {
    return importText(fieldValue(values, 'text'), 'text', context);
  },
};

const fileBytesMax = 256 * 1024;

export async function importFile(file: FileIn, context: Context): Promise<Reply> {
  refuseOthers(context);
  const words = context.t.calendar.import;
  if (file.sizeBytes > fileBytesMax) {
    throw new UserError(words.fileTooLarge(fileBytesMax / 1024), words.fileMend);
  }
  const bytes = await file.read();
  if (bytes.length > fileBytesMax) {
    throw new UserError(words.fileTooLarge(fileBytesMax / 1024), words.fileMend);
  }
  return importText(decode(bytes, context), null, context);
}

function decode(bytes: Uint8Array, { t }: Context): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UserError(t.calendar.import.notText, t.calendar.import.fileMend);
  }
}

async function importText(text: string, field: string | null, context: Context): Promise<Reply> {
  refuseOthers(context);
  const { trx, now, who, account, t } = context;
  const parsed = parseAnnouncement(text);
  if (!parsed.ok) throw refusal(parsed.errors, field, context);
  const { days } = parsed;
  await saveAnnouncement(trx, now, days, who.personId);
  await recordEvent(trx, {
    at: now,
    kind: 'calendar.imported',
    personId: who.personId,
    platform: account.platform,
    data: { days: days.map(({ day, working, name }) => ({ day: day.toString(), working, name })) },
  });
  await replanEverywhere(trx, now);
  const words = t.calendar.import;
  const years = [...new Set(days.map(({ day }) => day.year))].sort((a, b) => a - b);
  const missing = await missingHolidays(years, context);
  return tellAsker({
    title: words.done(days.length, years.join(', ')),
    tone: missing.length > 0 ? 'warning' : 'good',
    blocks: [
      { kind: 'text', text: words.replanned },
      ...missing.map((line) => ({ kind: 'text' as const, text: line })),
    ],
    buttons: [
      years.slice(0, 3).map((year) => ({ label: String(year), action: 'calendar.year', id: String(year) })),
    ],
  });
}

type Failed = Extract<ParsedAnnouncement, { ok: false }>;

const errorsShownMax = 15;

function refusal(errors: Failed['errors'], field: string | null, { t }: Context): UserError {
  const words = t.calendar.import;
  const lines = errors
    .slice(0, errorsShownMax)
    .map(({ line, problem, value }) => words.line(line, words.problems[problem](value)));
  if (errors.length > lines.length) lines.push(words.moreErrors(errors.length - lines.length));
  return new UserError([words.refused, ...lines].join('\n'), words.mend, field);
}

/** A year with an imported day off stands for itself, together with what was imported for it before. */
async function missingHolidays(years: readonly number[], { trx, t }: Context): Promise<string[]> {
  const stored = await trx.selectFrom('calendar_announcement').select(['day', 'working', 'name']).execute();
  const byYear = Map.groupBy(stored, (row) => row.day.year);
  return years.flatMap((year) => {
    const announced: readonly AnnouncedDay[] = byYear.get(year) ?? [];
    if (announced.every((each) => each.working)) return [];
    const names = holidaysNotAnnounced(year, announced).map(({ name }) =>
      dayOffName({ kind: 'holiday', name, provisional: false }, t),
    );
    return names.length > 0 ? [t.calendar.import.missing(year, names.join(', '))] : [];
  });
}

function refuseOthers({ who, t }: Context): void {
  if (!mayAdminister(who, null)) throw new UserError(t.calendar.import.mayNot, t.common.askWhoMay);
}
