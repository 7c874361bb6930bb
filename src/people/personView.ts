/** What /donvi shows of one person. */
import type { Kysely } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { RoleName } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';

export type PersonView = {
  id: number;
  name: string;
  agencyId: number | null;
  agencyCode: string;
  left: boolean;
  roles: { id: number; role: RoleName; department: string | null; head: boolean }[];
  accounts: { platform: PlatformName; displayName: string }[];
};

export async function loadPersonView(db: Kysely<Database>, personId: number): Promise<PersonView | null> {
  const person = await db
    .selectFrom('person as p')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['p.id', 'p.name', 'p.agency_id as agencyId', 'a.code as agencyCode', 'p.left_at'])
    .where('p.id', '=', personId)
    .executeTakeFirst();
  if (!person) return null;
  const { left_at: leftAt, agencyCode, ...rest } = person;
  const roles = await db
    .selectFrom('person_role as r')
    .leftJoin('department as d', 'd.id', 'r.department_id')
    .select(['r.id', 'r.role', 'd.name as department', 'r.head'])
    .where('r.person_id', '=', personId)
    .orderBy('r.id')
    .execute();
  const accounts = await db
    .selectFrom('account')
    .select(['platform', 'display_name as displayName'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return { ...rest, agencyCode: agencyCode ?? '', left: leftAt !== null, roles, accounts };
}
