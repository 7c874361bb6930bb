/** For whose eyes a message is drawn: the language and zone of a room's agency or of a person. */
import type { Kysely } from 'kysely';
import type { Viewer } from '../chat/context.ts';
import type { LanguageCode } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import { localeFor } from '../locale/locale.ts';
import type { Recipient } from './recipient.ts';

/** For people without an agency. */
export type Speech = { language: LanguageCode; timeZone: string };

export async function viewerOf(
  db: Kysely<Database>,
  now: Temporal.Instant,
  recipient: Recipient,
  usual: Speech,
): Promise<Viewer> {
  const { language, timeZone } =
    'roomId' in recipient
      ? await ofRoom(db, recipient.roomId)
      : await ofPerson(db, recipient.personId, usual);
  return {
    db,
    now,
    t: localeFor(language, timeZone),
    language,
    timeZone,
    roomId: 'roomId' in recipient ? recipient.roomId : null,
    personId: 'personId' in recipient ? recipient.personId : null,
  };
}

async function ofRoom(db: Kysely<Database>, roomId: number): Promise<Speech> {
  return await db
    .selectFrom('room as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .select(['a.language', 'a.time_zone as timeZone'])
    .where('r.id', '=', roomId)
    .executeTakeFirstOrThrow();
}

async function ofPerson(db: Kysely<Database>, personId: number, usual: Speech): Promise<Speech> {
  const row = await db
    .selectFrom('person as p')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['p.language', 'a.language as agencyLanguage', 'a.time_zone'])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow();
  return {
    language: row.language ?? row.agencyLanguage ?? usual.language,
    timeZone: row.time_zone ?? usual.timeZone,
  };
}
