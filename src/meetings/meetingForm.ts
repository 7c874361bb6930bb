/** The form of a record: what was held, when, where, and who took part. */
import type { Kysely } from 'kysely';
import { UserError } from '../chat/errors.ts';
import { type FormField, type FormValues, fieldValue } from '../chat/form.ts';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';
import type { Meeting } from './meeting.ts';
import type { MeetingFacts } from './meetingsStore.ts';
import { type MeetingContext, readMeetingDay, readMeetingTime } from './readMeeting.ts';

const titleLengthMax = 300;
const placeLengthMax = 300;
/** Programmes run for years: an agency has few. Slack shows at most 100 options. */
const programmesShown = 99;

export type Programmes = readonly { id: number; title: string }[];

/** Programmes that the agency takes part in and that have not ended, the latest first. */
export async function programmesOf(db: Kysely<Database>, agencyId: number): Promise<Programmes> {
  return await db
    .selectFrom('programme as p')
    .innerJoin('programme_agency as a', 'a.programme_id', 'p.id')
    .select(['p.id', 'p.title'])
    .where('a.agency_id', '=', agencyId)
    .where('a.status', '=', 'agreed')
    .where('p.status', '<>', 'concluded')
    .orderBy('p.id', 'desc')
    .limit(programmesShown)
    .execute();
}

/** `meeting` null: a new one, held today. */
export function factFields(
  meeting: Meeting | null,
  today: Temporal.PlainDate,
  programmes: Programmes,
  t: Locale,
): FormField[] {
  const { form } = t.meetings;
  const time = meeting?.startTime ?? null;
  return [
    {
      name: 'title',
      label: form.title,
      required: true,
      input: { kind: 'line', initial: meeting?.title ?? '', maxLength: titleLengthMax },
    },
    {
      name: 'day',
      label: form.day,
      hint: form.dayHint,
      required: true,
      input: { kind: 'date', initial: (meeting?.heldOn ?? today).toString() },
    },
    {
      name: 'time',
      label: form.time,
      hint: form.timeHint,
      required: false,
      input: { kind: 'line', initial: time ? t.dates.time(time) : '' },
    },
    {
      name: 'place',
      label: form.place,
      required: false,
      input: { kind: 'line', initial: meeting?.place ?? '', maxLength: placeLengthMax },
    },
    ...(programmes.length > 0 ? [programmeField(meeting, programmes, t)] : []),
  ];
}

/** @throws UserError at the field that is at fault */
export function readFacts(
  values: FormValues,
  programmes: Programmes,
  { reading, t }: { reading: MeetingContext; t: Locale },
): MeetingFacts {
  const { error } = t.meetings;
  const day = fieldValue(values, 'day');
  const heldOn = day === '' ? reading.now.toPlainDate() : readMeetingDay(day, reading);
  if (!heldOn || heldOn.year < 1900 || heldOn.year > 2200) {
    throw new UserError(error.dayUnknown(day.slice(0, 100)), error.dayMend, 'day');
  }
  const time = fieldValue(values, 'time');
  const startTime = time === '' ? null : readMeetingTime(time, reading);
  if (time !== '' && !startTime) {
    throw new UserError(error.timeUnknown(time.slice(0, 100)), error.timeMend, 'time');
  }
  const programmeId = Number(fieldValue(values, 'programme'));
  return {
    title: checkedTitle(fieldValue(values, 'title'), t),
    heldOn,
    startTime,
    place: fieldValue(values, 'place').normalize('NFC').slice(0, placeLengthMax),
    programmeId: programmes.some(({ id }) => id === programmeId) ? programmeId : null,
  };
}

/** @throws UserError when it is empty or too long */
export function checkedTitle(words: string, t: Locale): string {
  const { error } = t.meetings;
  const title = words.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (title === '') throw new UserError(error.titleMissing, error.titleMend, 'title');
  if (title.length > titleLengthMax) {
    throw new UserError(error.titleTooLong(titleLengthMax), error.titleMend, 'title');
  }
  return title;
}

function programmeField(meeting: Meeting | null, programmes: Programmes, t: Locale): FormField {
  const { form } = t.meetings;
  return {
    name: 'programme',
    label: form.programme,
    required: false,
    input: {
      kind: 'choice',
      options: [
        { value: '0', label: form.noProgramme },
        ...programmes.map(({ id, title }) => ({ value: `${id}`, label: title })),
      ],
      initial: `${meeting?.programme?.id ?? 0}`,
    },
  };
}
