/** What an admin is about to change: looked up and locked, and whether they may is asked at that moment. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Actor } from './actor.ts';
import { mayAdminister } from './permissions.ts';

/** A row's id as it comes from a button; 0 for what can be none. */
export function readId(text: string): number {
  const id = /^\d{1,15}$/u.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) ? id : 0;
}

/** @throws UserError */
export async function administeredAgency(
  id: string,
  context: Context,
): Promise<{ id: number; code: string; name: string }> {
  const agency = await context.trx
    .selectFrom('agency')
    .select(['id', 'code', 'name'])
    .where('id', '=', readId(id))
    .forUpdate()
    .executeTakeFirst();
  if (!agency) throw gone(context);
  refuseUnlessAdmin(context, agency.id);
  return agency;
}

export type AdministeredDepartment = {
  id: number;
  agencyId: number;
  code: string;
  name: string;
  closed: boolean;
};

/** @throws UserError */
export async function administeredDepartment(id: string, context: Context): Promise<AdministeredDepartment> {
  const department = await context.trx
    .selectFrom('department')
    .select(['id', 'agency_id as agencyId', 'code', 'name', 'closed_at'])
    .where('id', '=', readId(id))
    .forUpdate()
    .executeTakeFirst();
  if (!department) throw gone(context);
  refuseUnlessAdmin(context, department.agencyId);
  const { closed_at: closedAt, ...rest } = department;
  return { ...rest, closed: closedAt !== null };
}

/** Somebody without an agency, and an admin of the whole bot, are administered by admins of the whole bot only: whoever
 *  invites them could take their place. @throws UserError */
export async function administeredPerson(
  id: string,
  context: Context,
): Promise<{ id: number; name: string; agencyId: number | null }> {
  const person = await context.trx
    .selectFrom('person')
    .select(['id', 'name', 'agency_id as agencyId'])
    .where('id', '=', readId(id))
    .where('left_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!person) throw gone(context);
  const everywhere = await context.trx
    .selectFrom('person_role')
    .select('id')
    .where('person_id', '=', person.id)
    .where('role', '=', 'admin')
    .where('agency_id', 'is', null)
    .executeTakeFirst();
  refuseUnlessAdmin(context, everywhere ? null : person.agencyId);
  return person;
}

/** @throws UserError */
export function refuseUnlessAdmin(
  { who, t }: { who: Actor; t: Context['t'] },
  agencyId: number | null,
): void {
  if (!mayAdminister(who, agencyId)) throw new UserError(t.common.notAllowed, t.common.askWhoMay);
}

export function gone({ t }: Context): UserError {
  return new UserError(t.people.org.mistakes.gone, t.people.org.mistakes.openAgain);
}
