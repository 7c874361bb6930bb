/** Finds out who speaks: the person behind an account, with roles, as permissions and handlers see them. */
import type { Kysely } from 'kysely';
import type { Account } from '../chat/place.ts';
import type { LanguageCode } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';
import type { Actor } from './actor.ts';

/** For somebody without an agency (an admin of the whole bot), whose agency says neither. */
export type Defaults = { language: LanguageCode; timeZone: string };

/** Null: the account is bound to nobody, or to a person who has left. */
export async function loadActor(
  db: Kysely<Database>,
  account: Pick<Account, 'platform' | 'userId'>,
  defaults: Defaults = usual,
): Promise<Actor | null> {
  const bound = await db
    .selectFrom('account')
    .select('person_id')
    .where('platform', '=', account.platform)
    .where('user_id', '=', account.userId)
    .executeTakeFirst();
  return bound ? loadActorOf(db, bound.person_id, defaults) : null;
}

/** Null: there is no such person, or no longer. */
export async function loadActorOf(
  db: Kysely<Database>,
  personId: number,
  defaults: Defaults = usual,
): Promise<Actor | null> {
  const person = await db
    .selectFrom('person as p')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['p.id', 'p.name', 'p.agency_id', 'p.language', 'a.code', 'a.language as agencyLanguage'])
    .select('a.time_zone')
    .where('p.id', '=', personId)
    .where('p.left_at', 'is', null)
    .executeTakeFirst();
  if (!person) return null;
  const roles = await db
    .selectFrom('person_role')
    .select(['role', 'agency_id', 'department_id', 'head'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  const agenciesOf = (role: 'leader' | 'official' | 'admin') =>
    roles.flatMap((each) => (each.role === role && each.agency_id !== null ? [each.agency_id] : []));
  return {
    personId: person.id,
    name: person.name,
    agencyId: person.agency_id,
    agencyCode: person.code ?? '',
    language: person.language ?? person.agencyLanguage ?? defaults.language,
    timeZone: person.time_zone ?? defaults.timeZone,
    leaderOf: agenciesOf('leader'),
    officialOf: agenciesOf('official'),
    memberOf: roles.flatMap(({ department_id: departmentId, agency_id: agencyId, head }) =>
      departmentId === null || agencyId === null ? [] : [{ departmentId, agencyId, head }],
    ),
    admin: {
      everywhere: roles.some((each) => each.role === 'admin' && each.agency_id === null),
      agencies: agenciesOf('admin'),
    },
  };
}

/** The defaults of the tables. */
const usual: Defaults = { language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' };
