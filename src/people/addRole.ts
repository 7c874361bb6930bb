/** Adds a role to the person of that name in the agency, who is added when there is none. */
import type { Context } from '../chat/context.ts';
import type { RoleName } from '../database/codes.ts';
import { foldedName } from './aliases.ts';
import { recordChange } from './recordChange.ts';

export type NewRole = { role: RoleName; departmentId: number | null; head: boolean };

export async function addRole(
  context: Context,
  agencyId: number,
  name: string,
  { role, departmentId, head }: NewRole,
): Promise<{ personId: number; note: string }> {
  const { trx, t } = context;
  const { done } = t.people.org;
  const known = await personNamed(context, agencyId, name);
  const personId = known?.id ?? (await addPerson(context, agencyId, name));
  const row = { person_id: personId, role, agency_id: agencyId, department_id: departmentId, head };
  await trx
    .insertInto('person_role')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'role', 'agency_id', 'department_id']).doUpdateSet({ head }),
    )
    .execute();
  const data = { person: personId, role, department: departmentId, head };
  await recordChange(context, known ? 'person.roleGiven' : 'person.added', agencyId, data);
  return { personId, note: known ? done.roleGiven(known.name) : done.personAdded(name) };
}

/** With case and diacritics put aside only when that leaves one. */
async function personNamed(
  { trx }: Context,
  agencyId: number,
  name: string,
): Promise<{ id: number; name: string } | undefined> {
  const people = await trx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('left_at', 'is', null)
    .orderBy('id')
    .execute();
  const exact = people.filter((each) => each.name === name);
  const near = people.filter((each) => foldedName(each.name) === foldedName(name));
  return exact[0] ?? (near.length === 1 ? near[0] : undefined);
}

/** Somebody of that name who has left comes back as the same person. */
async function addPerson({ trx, now }: Context, agencyId: number, name: string): Promise<number> {
  const { id } = await trx
    .insertInto('person')
    .values({ agency_id: agencyId, name, created_at: now })
    .onConflict((conflict) => conflict.columns(['agency_id', 'name', 'code']).doUpdateSet({ left_at: null }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
