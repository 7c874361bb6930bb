/** Who may be ticked as present: the people of the agency whose record it is, and of the others. */
import type { Kysely } from 'kysely';
import { UserError } from '../chat/errors.ts';
import { type FormField, type FormValues, fieldValue } from '../chat/form.ts';
import type { Database } from '../database/tables.ts';
import type { Locale } from '../locale/locale.ts';
import { foldedName } from '../people/aliases.ts';
import type { Participant, Side } from './meeting.ts';
import type { Attendants } from './meetingsStore.ts';

export type Attendance = {
  agencies: readonly Side[];
  /** Of the agency itself first. */
  people: readonly { id: number; name: string; agencyId: number }[];
};

/** Slack shows at most 100 options in a list; beyond that names are written. */
const optionsMax = 100;
const participantsMax = 200;
const nameLengthMax = 200;

/** Those who have not left, of every agency; no more of one list than can be shown, and one more. */
export async function loadAttendance(db: Kysely<Database>, agencyId: number): Promise<Attendance> {
  const agencies = await db.selectFrom('agency').select(['id', 'code', 'name']).orderBy('id').execute();
  const people = db
    .selectFrom('person')
    .select(['id', 'name', 'agency_id as agencyId'])
    .where('left_at', 'is', null)
    .where('agency_id', 'is not', null)
    .orderBy('agency_id')
    .orderBy('id')
    .limit(optionsMax + 1)
    .$narrowType<{ agencyId: number }>();
  return {
    agencies,
    people: [
      ...(await people.where('agency_id', '=', agencyId).execute()),
      ...(await people.where('agency_id', '<>', agencyId).execute()),
    ],
  };
}

/** `chosen`: who is in the record already. */
export function peopleFields(
  own: Side,
  { agencies, people }: Attendance,
  chosen: { guests: readonly Side[]; participants: readonly Participant[] },
  t: Locale,
): FormField[] {
  const { form } = t.meetings;
  const codes = new Map(agencies.map(({ id, code }) => [id, code]));
  const groups = [
    { name: 'own', label: form.own(own.name), listed: people.filter((each) => each.agencyId === own.id) },
    { name: 'others', label: form.others, listed: people.filter((each) => each.agencyId !== own.id) },
  ];
  const shown = groups.filter(({ listed }) => listed.length > 0 && listed.length <= optionsMax);
  const tickable = new Set(shown.flatMap(({ listed }) => listed.map(({ id }) => id)));
  const { guests, participants } = chosen;
  const others = agencies.filter(({ id }) => id !== own.id);
  const written = participants.filter(({ personId }) => personId === null || !tickable.has(personId));
  return [
    ...(others.length > 0 && others.length <= optionsMax
      ? [
          {
            name: 'guests',
            label: form.guests,
            required: false,
            input: {
              kind: 'choices',
              options: others.map(({ id, name }) => ({ value: `${id}`, label: name })),
              initial: guests.map(({ id }) => `${id}`),
            },
          } satisfies FormField,
        ]
      : []),
    ...shown.map(
      ({ name, label, listed }): FormField => ({
        name,
        label,
        required: false,
        input: {
          kind: 'choices',
          options: listed.map((each) => ({
            value: `${each.id}`,
            label: each.agencyId === own.id ? each.name : `${each.name} (${codes.get(each.agencyId) ?? ''})`,
          })),
          initial: listed.flatMap(({ id }) =>
            participants.some(({ personId }) => personId === id) ? [`${id}`] : [],
          ),
        },
      }),
    ),
    {
      name: 'names',
      label: form.names,
      hint: form.namesHint,
      required: false,
      input: {
        kind: 'text',
        initial: written
          .map(({ agency, name }) => (agency.id === own.id ? name : `${agency.code}: ${name}`))
          .join('\n'),
      },
    },
  ];
}

/** What was ticked and written, each person once. @throws UserError at the field */
export function readPeople(values: FormValues, own: Side, attendance: Attendance, t: Locale): Attendants {
  const { error } = t.meetings;
  const ticked = [...(values.own ?? []), ...(values.others ?? [])];
  const known = attendance.people.filter(({ id }) => ticked.includes(`${id}`));
  const lines = fieldValue(values, 'names').split('\n');
  const written = lines.flatMap((line) => readName(line, own, attendance, t));
  const all = [
    ...known.map(({ id, agencyId, name }) => ({ agencyId, personId: id, name })),
    ...written.filter(({ personId }) => !known.some(({ id }) => id === personId)),
  ];
  if (all.length > participantsMax) {
    throw new UserError(error.tooManyPeople(participantsMax), error.tooManyPeopleMend, 'names');
  }
  const guestIds = attendance.agencies.flatMap(({ id }) =>
    id !== own.id && values.guests?.includes(`${id}`) ? [id] : [],
  );
  return { guestIds, participants: all };
}

/** "CNTT: Vụ trưởng", "Giám đốc". */
function readName(line: string, own: Side, { agencies, people }: Attendance, t: Locale) {
  const text = line.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (text === '') return [];
  const { error } = t.meetings;
  const [before = '', ...after] = text.split(':');
  const side = agencies.find(({ code, name }) =>
    [code, name].some((each) => foldedName(each) === foldedName(before)),
  );
  const name = side && after.length > 0 ? after.join(':').trim() : text;
  if (name === '') return [];
  if (name.length > nameLengthMax)
    throw new UserError(error.nameTooLong(nameLengthMax), error.nameMend, 'names');
  const agencyId = side && after.length > 0 ? side.id : own.id;
  const same = people.filter(
    (each) => each.agencyId === agencyId && foldedName(each.name) === foldedName(name),
  );
  const [only] = same;
  return [{ agencyId, personId: only && same.length === 1 ? only.id : null, name: only?.name ?? name }];
}
